import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseCommandLine} from '../scripts/command-line.ts'
import type {BuildOptions, CommandLine} from '../scripts/command-line.ts'
import {buildLine, buildOptions} from '../scripts/command-line/build-options.ts'
import {keyForms} from '../scripts/command-line/metadata-options.ts'
import {commands} from '../scripts/commands.ts'
import {knownKeys} from '../scripts/manuscript/metadata-schema.ts'
import {UsageError} from '../scripts/types.ts'

const editions = ['web', 'read', 'epub'] as const
const other: CommandLine = {name: 'import', summary: 'Bring a text in.', operands: {form: '<FILE>', summary: 'the text'}, options: [{flags: '--out <DIR>', summary: 'where to'}], example: 'import a.txt'}
const bare: CommandLine = {name: 'doctor', summary: 'Look at the machine.', options: [], example: 'doctor'}
const program = {version: '1.2.3', commands: [buildLine(editions), other, bare] as [CommandLine, ...CommandLine[]], isThere: (path: string) => path === 'bild', environment: {}}
const defaults = {path: 'manuscript', out: 'dist', editions: ['web', 'read', 'epub'], strict: false, json: false}

function build(...argumentList: readonly string[]): BuildOptions {
  const request = parseCommandLine(argumentList, program)
  if (request.action !== 'run' || request.command.name !== 'build') throw new Error('something else where a build was expected')
  return buildOptions(request.given, editions)
}

function refusal(...argumentList: readonly string[]): string {
  try {
    build(...argumentList)
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.remedy}`
    throw error
  }
  throw new Error('nothing was refused')
}

describe('arguments that are understood', () => {
  test.each([
    [[], {}],
    [['build'], {}],
    [['article.md'], {path: 'article.md'}],
    [['build', 'article.md'], {path: 'article.md'}],
    [['build', 'build'], {path: 'build'}],
    [['./build'], {path: './build'}],
    [['--strict', 'a', '--json'], {path: 'a', strict: true, json: true}],
    [['--', '--strict'], {path: '--strict'}],
    [['--out', 'x', '--out=y'], {out: 'y'}],
    [['--out', '-x'], {out: '-x'}],
    [['--edition', 'epub,web,epub'], {editions: ['web', 'epub']}],
    [['--edition', ' read , web ,'], {editions: ['web', 'read']}],
    [['--edition', 'read', '--edition=web'], {editions: ['web', 'read']}],
    [['--theme', 'plain', '--style', 'my.css', '--browser', '/x/chrome'], {theme: 'plain', style: 'my.css', browser: '/x/chrome'}],
    [['--date', '2024-02-29'], {date: '2024-02-29'}],
    [['--date', '2024-02-29T23:59:59.5+01:00'], {date: '2024-02-29T23:59:59.5+01:00'}]
  ])('%j', (argumentList, expected) => {
    expect(build(...argumentList)).toEqual({...defaults, ...expected})
  })
})

describe('options that npm kept', () => {
  const refused = (argumentList: readonly string[], environment: Readonly<Record<string, string>>): string => {
    try {
      parseCommandLine(argumentList, {...program, environment: {npm_lifecycle_event: 'build', ...environment}})
    } catch (error) {
      if (error instanceof UsageError) return `${error.message} | ${error.remedy}`
      throw error
    }
    return ''
  }

  test.each([
    [['a.md', 'plain'], {npm_config_theme: 'true'}, 'Unexpected option `--theme` kept by npm, expected `--` in front | Write `npm run build -- a.md --theme plain`.'],
    [['plain', 'a.md'], {npm_config_theme: 'true', npm_config_strict: 'true'}, 'Unexpected options `--theme`, `--strict` kept by npm, expected `--` in front | Write `npm run build -- a.md --theme plain --strict`.'],
    [['a.md'], {npm_config_theme: 'plain'}, 'Unexpected option `--theme` kept by npm, expected `--` in front | Write `npm run build -- a.md --theme plain`.'],
    [['out/x'], {npm_config_out: 'true'}, 'Unexpected option `--out` kept by npm, expected `--` in front | Write `npm run build -- --out out/x`.'],
    [[], {npm_config_theme: 'true'}, 'Unexpected option `--theme` kept by npm, expected `--` in front | Write `npm run build -- --theme NAME`.'],
    [['bild', 'out'], {npm_config_out: 'true'}, 'Unexpected option `--out` kept by npm, expected `--` in front | Write `npm run build -- bild --out out`.'],
    [['out', 'not-there'], {npm_config_out: 'true'}, 'Unexpected option `--out` kept by npm, expected `--` in front | Write `npm run build -- PATH --out DIR`.'],
    [['a.md', 'out', 'web'], {npm_config_out: 'true', npm_config_edition: 'true'}, 'Unexpected options `--out`, `--edition` kept by npm, expected `--` in front | Write `npm run build -- a.md --out DIR --edition NAMES`.'],
    [['bild', 'web', 'out'], {npm_config_out: 'true', npm_config_edition: 'true'}, 'Unexpected options `--out`, `--edition` kept by npm, expected `--` in front | Write `npm run build -- bild --out DIR --edition NAMES`.'],
    [['out', 'web', 'x'], {npm_config_out: 'true', npm_config_edition: 'true', npm_config_strict: 'true'}, 'Unexpected options `--out`, `--edition`, `--strict` kept by npm, expected `--` in front | Write `npm run build -- PATH --out DIR --edition NAMES --strict`.'],
    [['out', 'web'], {npm_config_out: 'true', npm_config_edition: 'true'}, 'Unexpected options `--out`, `--edition` kept by npm, expected `--` in front | Write `npm run build -- --out DIR --edition NAMES`.'],
    [['a.md', 'out'], {npm_config_out: 'true', npm_config_edition: 'web'}, 'Unexpected options `--out`, `--edition` kept by npm, expected `--` in front | Write `npm run build -- a.md --out out --edition web`.'],
    [['a.md'], {npm_config_browser: 'firefox', npm_config_json: 'true', npm_config_strict: '', npm_config_registry: 'x'}, ''],
    [['a.md'], {npm_lifecycle_event: '', npm_config_theme: 'true'}, '']
  ])('%j %j', (argumentList, environment, expected) => {
    expect(refused(argumentList, environment)).toBe(expected)
  })
})

describe('an option that is a key of the metadata', () => {
  const where = 'in the metadata: between two lines of `---` at the beginning of the file, or in `pamphlet.yaml`.'
  test.each([
    [['a.md', '--page', 'a6'], '--page', 'page: a6'],
    [['a.md', '--page=120mm x 190mm'], '--page=120mm x 190mm', 'page: 120mm x 190mm'],
    [['--title', 'Bells: A History', 'a.md'], '--title', 'title: "Bells: A History"'],
    [['a.md', '--lang'], '--lang', 'lang: …'],
    [['a.md', '--notes', '--strict'], '--notes', 'notes: …'],
    [['a.md', '--author', '"Ann"'], '--author', 'author: …'],
    [['a.md', '--layout', 'zine'], '--layout', 'booklet: {layout: zine}'],
    [['a.md', '--cover', 'pics/a.png'], '--cover', 'cover: {image: "pics/a.png"}'],
    [['import', 'a.txt', '--date', '2024'], '--date', 'date: 2024']
  ])('%j', (argumentList, option, written) => {
    expect(refusal(...argumentList)).toBe(`Unexpected option \`${option}\`, expected it as a key of the metadata | Write \`${written}\` ${where}`)
  })

  test('is one of all, and written as the schema has it', () => {
    expect([...keyForms.keys()]).toEqual(expect.arrayContaining([...knownKeys(undefined)]))
    for (const form of keyForms.values()) {
      const [, key = '', inner] = /^(\w+): (?:\{(\w+): …\}|…|true)$/.exec(form) ?? []
      expect(knownKeys(undefined), form).toContain(key)
      if (inner !== undefined) expect(knownKeys(key), form).toContain(inner)
    }
  })
})

describe('arguments that are refused', () => {
  test.each([
    [['--editon', 'web'], 'Unexpected option `--editon`, expected a known one | Write `--edition`.'],
    [['--Strict'], 'Unexpected option `--Strict`, expected a known one | Write `--strict`.'],
    [['--hepl'], 'Unexpected option `--hepl`, expected a known one | Write `--help`.'],
    [['--frobnicate=1'], 'Unexpected option `--frobnicate=1`, expected a known one | Run with `--help` to see all options.'],
    [["--it's", "don't"], "Unexpected option `--it's`, expected a known one | Run with `--help` to see all options."],
    [['-x'], 'Unexpected option `-x`, expected a known one | Run with `--help` to see all options.'],
    [['--strict=yes'], 'Unexpected value in `--strict=yes`, expected `--strict` alone | Write `--strict`.'],
    [['--out'], 'Unexpected end, expected DIR after `--out` | Write a value after `--out`.'],
    [['--out='], 'Unexpected empty value, expected a value for `--out` | Write a value after `--out`; in front of a name with dashes put `./`.'],
    [['--out', '--strict'], 'Unexpected `--strict`, expected a value for `--out` | Write a value after `--out`; in front of a name with dashes put `./`.'],
    [['--edition', 'epbu'], 'Unexpected edition `epbu`, expected some of `web`, `read`, `epub` | Write `epub`.'],
    [['--edition', 'web,Read'], 'Unexpected edition `Read`, expected some of `web`, `read`, `epub` | Write `read`.'],
    [['--edition', 'booklet'], 'Unexpected edition `booklet`, expected some of `web`, `read`, `epub` | Choose from `web`, `read`, `epub`.'],
    [['--edition', 'constructor'], 'Unexpected edition `constructor`, expected some of `web`, `read`, `epub` | Choose from `web`, `read`, `epub`.'],
    [['--edition', ','], 'Unexpected empty list, expected the names of editions | Name some of `web`, `read`, `epub` after `--edition`.'],
    [['a.md', 'b.md'], 'Unexpected second path `b.md`, expected one manuscript | Build `a.md` and `b.md` one after the other.'],
    [[''], 'Unexpected empty path, expected a manuscript | Name a Markdown file or a folder.'],
    [['biuld', 'a.md'], 'Unexpected command `biuld`, expected one of `build`, `import`, `doctor`, or a manuscript that is there | Write `build`.'],
    [['Import'], 'Unexpected command `Import`, expected one of `build`, `import`, `doctor`, or a manuscript that is there | Write `import`.'],
    [['convert', 'a.txt'], 'Unexpected command `convert`, expected one of `build`, `import`, `doctor`, or a manuscript that is there | Write `import`.'],
    // Help on something else would be taken for help on this.
    [['bench', '--help'], 'Unexpected command `bench`, expected one of `build`, `import`, `doctor`, or a manuscript that is there | Run with `--help` to see all options.'],
    [['help', 'docto'], 'Unexpected command `docto`, expected one of `build`, `import`, `doctor`, or a manuscript that is there | Write `doctor`.'],
    [['--strict', 'import', 'a.txt'], 'Unexpected options in front of `import`, expected the command first | Write `pamphleteer import`, and the options behind it.'],
    [['import', '--otu', 'x'], 'Unexpected option `--otu`, expected a known one | Write `--out`.'],
    [['import', '--edition', 'x'], 'Unexpected option `--edition`, expected a known one | Run with `--help` to see all options.'],
    [['doctor', 'x'], 'Unexpected operand, expected options alone | Run with `--help` to see all options.']
  ])('%j', (argumentList, expected) => {
    expect(refusal(...argumentList)).toBe(expected)
  })

  test.each(['2024-02-30', '2023-02-29', 'yesterday', '2024', '2024-1-2', '2024-01-01T00:00', '2024-01-01T25:00Z', '0000-00-00', '2024-01-01 '])('--date %j', date => {
    expect(refusal('--date', date)).toBe(`Unexpected date \`${date}\`, expected one such as \`2024-01-21\` | Write year, month and day with hyphens between.`)
  })

  test('are shown in part where they are long', () => {
    expect(refusal('--date', 'x'.repeat(10_000)).length).toBeLessThan(250)
    expect(refusal(`--${'x'.repeat(10_000)}`).length).toBeLessThan(250)
  })
})

test.each([['preview', 'dev'], ['serve', 'dev'], ['init', 'new'], ['preflight', 'check'], ['Compare', 'diff']])('what others call %s is %s here', (word, name) => {
  const whole = {...program, commands}
  for (const argumentList of [[word], [word, '--help'], ['help', word]]) expect(() => parseCommandLine(argumentList, whole)).toThrow(expect.objectContaining({name: 'UsageError', remedy: `Write \`${name}\`.`}) as Error)
})

test.each([[['bild', '--help']], [['manuscript', '--help']], [['a.md', '--help']], [['--help']], [['help']]])('%j is the help of the program', argumentList => {
  expect(parseCommandLine(argumentList, program)).toMatchObject({action: 'print'})
})

describe('commands', () => {
  test.each([
    [['import', 'a.txt', '--out', 'x'], 'import', ['a.txt'], [['out', ['x']]]],
    [['import'], 'import', [], []],
    [['doctor'], 'doctor', [], []],
    [['bild'], 'build', ['bild'], []],
    [['manuscripts'], 'build', ['manuscripts'], []],
    [['build', 'import'], 'build', ['import'], []]
  ])('%j', (argumentList, name, operands, options) => {
    const request = parseCommandLine(argumentList, program)
    expect(request).toMatchObject({action: 'run', command: {name}, given: {operands, options: new Map(options as [string, string[]][])}})
  })

  test.each(commands)('$name has help with an example, which it accepts', ({name, example}) => {
    const all = {version: '1', commands, isThere: () => true, environment: {}}
    const request = parseCommandLine([name, '--help'], all)
    const text = request.action === 'print' ? request.text : ''
    expect(text).toContain(`Usage: pamphleteer ${name}`)
    expect(text).toContain(`Example:\n  pamphleteer ${example}\n`)
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(120)
    const run = parseCommandLine(example.split(' '), all)
    if (run.action !== 'run') throw new Error('a text where a command was expected')
    expect(run.command.name).toBe(name)
    expect(run.command.accept(run.given)).toBeTypeOf('function')
  })

  test('are all named by --help, and by help', () => {
    const request = parseCommandLine(['--help'], program)
    const text = request.action === 'print' ? request.text : ''
    for (const {name, summary} of program.commands) expect(text).toMatch(new RegExp(`  ${name} +${summary}`))
    expect(parseCommandLine(['help'], program)).toEqual(request)
    expect(parseCommandLine(['help', 'import'], program)).toEqual(parseCommandLine(['import', '--help'], program))
  })
})

describe('texts that are asked for', () => {
  test('--help tells every option, with an example, in lines that fit', () => {
    const request = parseCommandLine(['a.md', '--help', '--nonsense'], program)
    expect(request.action).toBe('print')
    const text = request.action === 'print' ? request.text : ''
    for (const option of ['--out <DIR>', '--edition <NAMES>', '--theme <NAME>', '--style <FILE>', '--date <ISO>', '--strict', '--json', '--browser <PATH>', '--help', '--version']) expect(text).toContain(option)
    expect(text).toContain('of web, read, epub,')
    expect(text).toContain('\n  pamphleteer build article.md --out dist')
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
  })

  test('the example of the help can be built', () => {
    const request = parseCommandLine(['--help'], program)
    const example = request.action === 'print' ? request.text.trimEnd().split('\n').at(-1)?.trim().split(' ').slice(1) ?? [] : []
    expect(build(...example)).toMatchObject({path: 'article.md', editions: ['read', 'epub']})
  })

  test('-h is short for --help', () => {
    expect(parseCommandLine(['-h'], program)).toEqual(parseCommandLine(['--help'], program))
  })

  test('--version', () => {
    expect(parseCommandLine(['--version'], program)).toEqual({action: 'print', text: '1.2.3\n'})
  })
})

test('whatever is typed, it is understood or refused in our words', () => {
  const words = fc.oneof(
    fc.constantFrom('build', 'import', 'doctor', '--', '-', '--out', '--edition', '--strict', '--json', '--date', '--help', '-h', '-V', '--version', '--no-strict', 'help', '__proto__', '--__proto__', '--constructor', '--opts', 'web', 'web,read'),
    fc.string({unit: 'binary'}),
    fc.string().map(text => `--${text}`),
    fc.tuple(fc.constantFrom('--out', '--edition', '--date', '--strict'), fc.string()).map(pair => pair.join('='))
  )
  fc.assert(fc.property(fc.array(words, {maxLength: 6}), argumentList => {
    try {
      const request = parseCommandLine(argumentList, program)
      if (request.action === 'print') {
        expect(request.text).not.toBe('')
        return
      }
      if (request.command.name !== 'build') return
      const options = buildOptions(request.given, editions)
      expect(options.path).not.toBe('')
      expect(options.editions.length).toBeGreaterThan(0)
      expect(new Set(options.editions).size).toBe(options.editions.length)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      expect(error.message).toMatch(/^Unexpected [^]+, expected /)
      expect(error.remedy).toMatch(/^[A-Z][^]*\.$/)
      expect(error.message).not.toContain('error:')
    }
  }), {numRuns: 500})
})

test('what was built with an options list is read back from it', () => {
  const plain = fc.stringMatching(/^[a-z./ ]{1,12}$/).filter(text => !['build', 'import', 'doctor', 'help'].includes(text) && !/^[a-z]+$/.test(text))
  fc.assert(fc.property(plain, plain, fc.subarray(['web', 'read', 'epub'] as const, {minLength: 1}), fc.boolean(), fc.boolean(), (path, out, editions, strict, isWordFirst) => {
    const argumentList = [...(isWordFirst ? ['build'] : []), `--out=${out}`, '--edition', editions.toReversed().join(','), ...(strict ? ['--strict'] : []), path]
    expect(build(...argumentList)).toEqual({...defaults, path, out, editions, strict})
  }))
})
