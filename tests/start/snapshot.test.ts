import {spawn, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {codeName, isSnapshotNew} from '../../scripts/start/place.mjs'
import {inOneByte} from '../../scripts/start/program.ts'
import {program} from '../program.ts'
import {makePlainStart, makeSample, makeSnapshot, proveEqual} from '../../scripts/start/snapshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-snapshot-test-'))
const [whole, plain] = [join(folder, 'whole.blob'), join(folder, 'plain.blob')]
const from = (file: string) => ['--snapshot-blob', file, 'scripts/build.ts']
const limitMs = 120_000

const sample = makeSample(program.slice(0, 2), join(folder, 'sample'))

beforeAll(async () => {
  await makeSnapshot(whole, sample.folder)
  await makePlainStart(plain)
}, limitMs)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function run(start: readonly string[], argumentList: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...start, ...argumentList], {encoding: 'utf8', timeout: limitMs, env: {...process.env, SOURCE_DATE_EPOCH: '1700000000', ...environment}})
  // How long it took is its own each time.
  return {status, stdout: timeless(stdout), stderr: timeless(stderr)}
}

const timeless = (text: string) => text.replaceAll(/\d+\.\d\d s\b/g, '_ s')

const bytesIn = (path: string) => readdirSync(path).toSorted().map(name => [name, readFileSync(join(path, name)).toString('base64')])

test('every edition of every construct comes out of the snapshot as it comes from the program that is loaded anew', () => {
  const make = (start: readonly string[], out: string, zone: string) => run(start, ['tests/fixtures/whole/every-construct.md', '--out', join(folder, out), '--json'], {TZ: zone})
  const [found, expected] = [make(from(whole), 'found', 'Pacific/Auckland'), make(program, 'expected', 'UTC')]
  expect(found.stderr).toBe(expected.stderr)
  expect([found.status, expected.status]).toEqual([0, 0])
  expect(found.stdout).toBe(expected.stdout)
  expect(bytesIn(join(folder, 'found'))).toEqual(bytesIn(join(folder, 'expected')))
  expect(bytesIn(join(folder, 'found')).length).toBeGreaterThan(5)
}, limitMs)

test.each([
  {what: 'a wrong option', argumentList: ['--editions', 'x'], code: 2},
  {what: 'a manuscript that is not there', argumentList: ['nowhere.md'], code: 2},
  {what: 'help', argumentList: ['--help'], code: 0},
  {what: 'the version', argumentList: ['--version'], code: 0},
  {what: 'another command', argumentList: ['schema'], code: 0}
])('$what is answered alike', ({argumentList, code}) => {
  const expected = run(program, argumentList)
  expect(expected.status).toBe(code)
  expect([run(from(whole), argumentList), run(from(plain), argumentList)]).toEqual([expected, expected])
}, limitMs)

test('errors of a manuscript, read in a thread of its own for its length, are told alike', () => {
  const path = join(folder, 'long.md')
  writeFileSync(path, `---\ntitle: Long\n---\n\n${'Words and words. '.repeat(40_000)}\n\n![](nowhere.png)\n`)
  const expected = run(program, [path, '--edition', 'web', '--out', join(folder, 'long')])
  expect(expected.status).toBe(1)
  expect(run(from(whole), [path, '--edition', 'web', '--out', join(folder, 'long')])).toEqual(expected)
}, limitMs)

test('the date is that of the run', () => {
  const dated = (epoch: string) => {
    run(from(whole), ['templates/new/text/en', '--edition', 'web', '--out', join(folder, epoch)], {SOURCE_DATE_EPOCH: epoch})
    return readFileSync(join(folder, epoch, readdirSync(join(folder, epoch)).find(name => name.endsWith('.json')) ?? ''), 'utf8')
  }
  expect(dated('86400')).toContain('1970-01-02')
  expect(dated('172800')).toContain('1970-01-03')
}, limitMs)

test.skipIf(process.platform === 'win32')('an interrupt ends it with its code', async () => {
  const child = spawn(process.execPath, [...from(whole), 'manuscript', '--out', join(folder, 'interrupted'), '--edition', 'read'], {stdio: ['ignore', 'ignore', 'pipe']})
  const ended = new Promise(resolve => child.once('exit', code => resolve(code)))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.includes('theme …')) child.kill('SIGINT')
  })
  expect(await ended).toBe(130)
}, limitMs)

test('a snapshot that makes something else is refused', () => {
  expect(() => proveEqual(whole, sample, join(folder, 'found-again'))).not.toThrow()
  const other = join(folder, 'other.cjs')
  writeFileSync(other, "require('node:v8').startupSnapshot.setDeserializeMainFunction(() => undefined)")
  spawnSync(process.execPath, ['--snapshot-blob', join(folder, 'other.blob'), '--build-snapshot', other], {timeout: limitMs})
  expect(() => proveEqual(join(folder, 'other.blob'), sample, join(folder, 'found-otherwise'))).toThrow(/Unexpected artifacts/)
}, limitMs)

test('the program’s text takes a byte a character, and its patterns mean what they meant', () => {
  const pattern = '/[–“😀\u{1F600}]é/u'
  const code = inOneByte(pattern)
  expect(code).toMatch(/^[\0-\xff]+$/)
  const [before, after] = [pattern, code].map(each => new RegExp(each.slice(1, -2), 'u'))
  const tried = (regexp: RegExp | undefined) => ['–é', '“é', '😀é', 'xé', '\ud83dé'].map(text => regexp?.test(text))
  expect(tried(after)).toEqual([true, true, true, false, false])
  expect(tried(after)).toEqual(tried(before))
})

test('npm’s script starts from the place that set-up fills', () => {
  const {scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as {scripts: Record<string, string>}
  expect(scripts['build']).toBe('node --snapshot-blob node_modules/.cache/pamphleteer.blob scripts/build.ts')
})

test('code that has changed has another name', () => {
  const root = join(folder, 'project')
  cpSync('scripts/start', join(root, 'scripts/start'), {recursive: true})
  const named = (code = '') => spawnSync(process.execPath, ['-e', `${code}; import(${JSON.stringify(pathToFileURL(join(root, 'scripts/start/place.mjs')).href)}).then(({codeName}) => console.log(codeName()))`], {encoding: 'utf8'}).stdout
  expect(named()).toBe('undefined\n')
  cpSync('node_modules/.package-lock.json', join(root, 'node_modules/.package-lock.json'))
  const first = named()
  expect(first).toMatch(/^[0-9a-f]{64}\n$/)
  expect(named()).toBe(first)
  writeFileSync(join(root, 'scripts/start/more.ts'), '')
  expect(named()).not.toBe(first)
  expect([typeof codeName(), typeof isSnapshotNew()]).toEqual(['string', 'boolean'])
})
