import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseCommandLine} from '../scripts/command-line.ts'
import type {BuildOptions} from '../scripts/command-line.ts'
import {UsageError} from '../scripts/types.ts'

const program = {version: '1.2.3', editions: ['web', 'read', 'epub'] as const}
const defaults = {path: 'manuscript', out: 'dist', editions: ['web', 'read', 'epub'], strict: false, json: false}

function build(...argumentList: readonly string[]): BuildOptions {
  const request = parseCommandLine(argumentList, program)
  if (request.action !== 'build') throw new Error('a text where a build was expected')
  return request.options
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
    [[''], 'Unexpected empty path, expected a manuscript | Name a Markdown file or a folder.']
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

describe('texts that are asked for', () => {
  test('--help tells every option, with an example, in lines that fit', () => {
    const request = parseCommandLine(['a', '--help', '--nonsense'], program)
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
    fc.constantFrom('build', '--', '-', '--out', '--edition', '--strict', '--json', '--date', '--help', '-h', '-V', '--version', '--no-strict', 'help', '__proto__', '--__proto__', '--constructor', '--opts', 'web', 'web,read'),
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
      expect(request.options.path).not.toBe('')
      expect(request.options.editions.length).toBeGreaterThan(0)
      expect(new Set(request.options.editions).size).toBe(request.options.editions.length)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      expect(error.message).toMatch(/^Unexpected [^]+, expected /)
      expect(error.remedy).toMatch(/^[A-Z][^]*\.$/)
      expect(error.message).not.toContain('error:')
    }
  }), {numRuns: 500})
})

test('what was built with an options list is read back from it', () => {
  const plain = fc.stringMatching(/^[a-z./ ]{1,12}$/).filter(text => text !== 'build')
  fc.assert(fc.property(plain, plain, fc.subarray(['web', 'read', 'epub'] as const, {minLength: 1}), fc.boolean(), fc.boolean(), (path, out, editions, strict, isWordFirst) => {
    const argumentList = [...(isWordFirst ? ['build'] : []), `--out=${out}`, '--edition', editions.toReversed().join(','), ...(strict ? ['--strict'] : []), path]
    expect(build(...argumentList)).toEqual({...defaults, path, out, editions, strict})
  }))
})
