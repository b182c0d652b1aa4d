import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {spawnSync} from 'node:child_process'
import {afterAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {faultOf, questionsFor} from '../../scripts/new/answers.ts'
import {newFiles} from '../../scripts/new/files.ts'
import {compose} from '../../scripts/text/compose.ts'

const root = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

/** Run the program as a user does, without a terminal. */
function run(...argumentList: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/build.ts', ...argumentList], {encoding: 'utf8', timeout: 30_000, input: ''})
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
