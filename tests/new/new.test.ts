import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {spawnSync} from 'node:child_process'
import {afterAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {quotedPath} from '../../scripts/commands/calls.ts'
import {faultOf, questionsFor} from '../../scripts/new/answers.ts'
import {newFiles} from '../../scripts/new/files.ts'
import {compose} from '../../scripts/text/compose.ts'
import {program} from '../program.ts'

const root = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

/** Run the program as a user does, without a terminal. */
function run(...argumentList: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...program, ...argumentList], {encoding: 'utf8', timeout: 30_000, input: ''})
  return {status, stdout, stderr}
}

describe('a new manuscript', () => {
  const folder = join(root, 'cheap-print')

  test('is made, and its text reads without a message', async () => {
    expect(run('new', folder, '--author', 'Ada "Ink" Press', '--lang', 'en-GB', '--yes')).toMatchObject({status: 0, stderr: ''})
    expect(readdirSync(folder, {recursive: true}).map(String).toSorted()).toEqual([
      '.github', '.github/workflows', '.github/workflows/release.yml', '.gitignore', '.vscode', '.vscode/settings.json', 'README.md',
      'manuscript', 'manuscript/01-how-to-begin.md', 'manuscript/02-how-to-go-on.md', 'manuscript/pamphlet.yaml', 'pamphlet.schema.json'
    ])
    const manuscript = await read(join(folder, 'manuscript'), realDisk)
    if (!('metadata' in manuscript)) throw new Error('no manuscript')
    expect(manuscript.metadata).toMatchObject({title: 'Cheap print', authors: [{name: 'Ada "Ink" Press'}], lang: 'en-GB', theme: 'classic'})
    expect(compose(manuscript).messages).toEqual([])
    expect(manuscript.messages).toEqual([])
  })

  test.each([['de', '01-der-anfang.md'], ['de-AT', '01-der-anfang.md'], ['fr', '01-commencer.md'], ['es', '01-empezar.md'], ['it', '01-cominciare.md'], ['nl-BE', '01-beginnen.md'], ['pt-BR', '01-primeiros-passos.md'], ['pt-PT', '01-primeiros-passos.md'], ['en-US', '01-how-to-begin.md']])('in %s has a sample in its language, which reads without a message', async (lang, first) => {
    const files = await newFiles({title: 'T', lang}, '1.2.3', {})
    const place = mkdtempSync(join(root, 'sample-'))
    for (const [name, text] of files) if (name.startsWith('manuscript/')) writeFileSync(join(place, name.slice(11)), text)
    const manuscript = await read(place, realDisk)
    if (!('metadata' in manuscript)) throw new Error('no manuscript')
    expect(manuscript.metadata.lang).toBe(lang)
    expect(readdirSync(place)[0]).toBe(first)
    expect([...manuscript.messages, ...compose(manuscript).messages]).toEqual([])
    // It is no English sample under another name.
    expect(files.get(`manuscript/${first}`)?.includes('This is a pamphlet')).toBe(lang === 'en-US')
  })

  test('in a language without a sample is English, and says what to write later', () => {
    const made = run('new', join(root, 'lampe'), '--lang', 'fi', '--yes')
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain('The sample text is English, and so is `lang` in pamphlet.yaml: write `lang: fi` there once your text stands in its place.\n')
    const metadata = readFileSync(join(root, 'lampe/manuscript/pamphlet.yaml'), 'utf8')
    expect(parse(metadata)).toMatchObject({lang: 'en'})
    expect(metadata).toContain('\n# The sample text is English. Once yours stands there, the language is:\n# lang: fi\n')
    expect(run('new', join(root, 'lamp'), '--lang', 'nl', '--yes').stdout).not.toContain('sample text')
  })

  test('is called by a name that a shell takes as it is printed', () => {
    const odd = join(root, 'Über uns & $Co "x"')
    const {stdout} = run('new', odd, '--yes')
    const [, call = ''] = /build (?:-- )?(.*)\n/.exec(stdout) ?? []
    expect(call).toMatch(/^".*"$/)
    expect(spawnSync('sh', ['-c', `printf %s ${call}`], {encoding: 'utf8'}).stdout).toMatch(/Über uns & \$Co "x"\/manuscript$/)
    expect(quotedPath('a/b-c_1.md')).toBe('a/b-c_1.md')
  })

  test('says where the program has to lie to release it, as its read-me does', async () => {
    expect(run('new', join(root, 'released'), '--yes').stdout).toMatch(/put the program's tarball, pamphleteer-\d\S*\.tgz, beside its README\.md\.\n$/)
    expect((await newFiles({title: 'T'}, '1.2.3', {})).get('README.md')).toContain('`pamphleteer-1.2.3.tgz`, has to lie beside this file')
  })

  test('is found by the name of its folder, and that is said', () => {
    const place = join(root, 'by-its-folder')
    run('new', place, '--yes')
    const {status, stderr} = run('build', place, '--edition', 'web', '--out', join(root, 'out'))
    expect(status).toBe(0)
    expect(stderr).toContain(' has no chapters of its own: ')
    expect(stderr).toContain('by-its-folder/manuscript/ is taken.\n')
    writeFileSync(join(place, 'manuscript/01-how-to-begin.md'), '![](none.png)')
    expect(run('build', place, '--edition', 'web', '--out', join(root, 'out')).stderr).toContain('by-its-folder/manuscript/01-how-to-begin.md:1:1: error: ')
  })

  test('leaves no mark of a template unfilled', async () => {
    for (const [name, text] of await newFiles({title: 'T'}, '1.2.3', {})) expect(text, name).not.toMatch(/@(?:VERSION|TITLE)@/)
  })

  test('takes a theme of its own, which is a copy, and builds with it', async () => {
    const theme = join(folder, 'manuscript/mine')
    const made = run('theme', theme, '--from', 'broadsheet')
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain('theme: ./mine')
    expect(readFileSync(join(theme, 'cover.html'), 'utf8')).toBe(readFileSync('templates/broadsheet/cover.html', 'utf8'))
    expect(parse(readFileSync(join(theme, 'theme.yaml'), 'utf8'))).toMatchObject({name: 'mine', notes: 'end'})
    expect(run('theme', theme).stderr).toContain('that is there, expected a new or an empty folder')
    expect(run('theme', join(root, 'none'), '--from', 'brodsheet').stderr).toContain('Did you mean `broadsheet`?')
    const manuscript = await read(join(folder, 'manuscript'), realDisk, {theme})
    expect(manuscript).toMatchObject({messages: [], ownTheme: {name: 'mine'}})
    rmSync(theme, {recursive: true})
  })

  test('is not made twice', () => {
    const before = readFileSync(join(folder, 'manuscript/pamphlet.yaml'), 'utf8')
    expect(run('new', folder, '--yes')).toMatchObject({status: 2, stderr: `pamphleteer: Unexpected \`${folder}\` that is there, expected a new or an empty folder\n  Choose another folder: nothing is written over.\n`})
    expect(readFileSync(join(folder, 'manuscript/pamphlet.yaml'), 'utf8')).toBe(before)
  })

  test.each([
    [['--lang', 'klingonish-x', '--yes'], 'Unexpected `klingonish-x` in `lang`'],
    [['--page', 'huge', '--yes'], 'Unexpected `huge` in `page`'],
    [['--theme', '../x', '--yes'], 'Unexpected theme `../x`, expected one of broadsheet, classic'],
    [[], 'Unexpected input that is no terminal, expected one to ask on']
  ])('is not made with %j', (options, words) => {
    const {status, stderr} = run('new', join(root, 'other'), ...options)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
    expect(existsSync(join(root, 'other'))).toBe(false)
  })

  test('has a name that disks take', () => {
    expect(run('new', join(root, 'a\tb'), '--yes').stderr).toContain('Unexpected control character in the name of the folder')
  })
})

test('the editor’s hint leads to the schema that lies there', async () => {
  const files = await newFiles({title: 'T', author: ''}, '1.2.3', {a: 1})
  const metadata = files.get('manuscript/pamphlet.yaml') ?? ''
  expect(metadata).toMatch(/^# yaml-language-server: \$schema=\.\.\/pamphlet\.schema\.json\n/)
  expect(files.get('pamphlet.schema.json')).toBe('{\n  "a": 1\n}\n')
  expect(parse(metadata)).toEqual({title: 'T'})
})

test('answers are judged as the metadata is', () => {
  expect(faultOf('lang', 'en_GB', [])).toContain('Unexpected `en_GB` in `lang`')
  expect(faultOf('lang', 'en-GB', [])).toBeUndefined()
  expect(faultOf('title', '2024: a: b # c', [])).toBeUndefined()
})

test.each([['my-pamphlet', 'My pamphlet'], ['.', 'A Pamphlet'], ['x', 'X']])('a folder %s proposes the title %s', (name, title) => {
  expect(questionsFor(name, ['classic', 'plain'])[0]?.standard).toBe(title)
  expect(questionsFor(name, ['classic', 'plain']).at(-1)?.words).toBe('Theme: classic, plain')
})
