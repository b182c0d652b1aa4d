import {execFileSync} from 'node:child_process'
import {existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {bundledPackages, bundlePackages} from '../../scripts/packages/bundle.ts'
import {bundleName, bundlesFolder} from '../../scripts/packages/installed.mjs'

const root = mkdtempSync(join(tmpdir(), 'pamphleteer-packages-'))
const folder = join(root, 'bundles')

beforeAll(() => bundlePackages(['github-slugger', 'vfile', 'vfile-message', 'yaml'], folder))
afterAll(() => rmSync(root, {recursive: true, force: true}))

test('a bundle holds what its package holds', async () => {
  for (const specifier of ['github-slugger', 'vfile', 'vfile-message', 'yaml']) {
    const bundle = await import(pathToFileURL(join(folder, bundleName(specifier))).href) as object
    const original = await import(specifier) as object
    expect(Object.keys(bundle)).toEqual(Object.keys(original).filter(name => name !== 'module.exports'))
  }
})

test('what two packages share is one', () => {
  const run = (code: string) => execFileSync(process.execPath, ['--input-type=module', '-e', code], {encoding: 'utf8', timeout: 20_000})
  const url = (specifier: string) => JSON.stringify(pathToFileURL(join(folder, bundleName(specifier))).href)
  const told = run(`import {VFile} from ${url('vfile')}; import {VFileMessage} from ${url('vfile-message')}; console.log(new VFile('').message('x') instanceof VFileMessage)`)
  expect(told).toBe('true\n')
})

test('what fontkit unpacks as it is loaded, and faces, are unpacked by Node', async () => {
  const own = join(root, 'fontkit')
  await bundlePackages(['fontkit'], own)
  const code = readFileSync(join(own, bundleName('fontkit')), 'utf8')
  expect([code.includes('brotliDecompressSync'), code.includes('inflateRawSync'), code.includes('tinf_')]).toEqual([true, true, false])
  const face = new Uint8Array(readFileSync('node_modules/@fontsource/alegreya/files/alegreya-latin-400-normal.woff2'))
  const advance = async (specifier: string) => {
    const {create} = await import(specifier) as typeof import('fontkit')
    const font = create(Buffer.from(face))
    return 'layout' in font ? font.layout('Ward').advanceWidth : 0
  }
  const expected = await advance('fontkit')
  expect(expected).toBeGreaterThan(0)
  expect(await advance(pathToFileURL(join(own, bundleName('fontkit'))).href)).toBe(expected)
})

test('a package that is not there leaves no folder behind', async () => {
  await expect(bundlePackages(['no-such-package'], join(root, 'others'))).rejects.toThrow()
  expect(globSync(`${root}/others*`)).toEqual([])
})

test('another install has another folder, and none without a list of what is installed', () => {
  const list = join(root, 'node_modules', '.package-lock.json')
  expect(bundlesFolder(root)).toBeUndefined()
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(list, '{"packages": {}}')
  const first = bundlesFolder(root)
  writeFileSync(list, '{"packages": {"node_modules/x": {}}}')
  expect(bundlesFolder(root)).not.toBe(first)
  expect(existsSync(first ?? '')).toBe(false)
})

test('all that is bundled is imported somewhere', () => {
  const code = globSync('scripts/**/*.ts', {exclude: ['scripts/packages/**']}).map(file => readFileSync(file, 'utf8')).join('\n')
  expect(bundledPackages.filter(specifier => !code.includes(`'${specifier}'`))).toEqual([])
})

test('a build that finds the bundles makes the same bytes as one without', async () => {
  const installed = bundlesFolder() ?? ''
  if (!existsSync(installed)) await bundlePackages(bundledPackages, installed)
  const file = join(root, 'word.md')
  writeFileSync(file, '---\ntitle: A Word\nlang: en-GB\ndate: 2024-01-21\n---\n\n# One\n\nOf two.[^1] *Three*, `four` and <b>five</b>.\n\n[^1]: Six.\n')
  const sums = (name: string, ...preload: readonly string[]) => {
    execFileSync(process.execPath, [...preload, 'scripts/build.ts', file, '--out', join(root, name), '--date', '2024-01-21', '--json'], {stdio: 'ignore', timeout: 120_000})
    return readFileSync(join(root, name, 'SHA256SUMS'), 'utf8')
  }
  expect(sums('found', '--import', './scripts/packages/preload.mjs')).toBe(sums('own'))
}, 240_000)

test('the program does the same with what finds the bundles as without', () => {
  const schema = (...preload: readonly string[]) => execFileSync(process.execPath, [...preload, 'scripts/build.ts', 'schema'], {encoding: 'utf8', timeout: 30_000})
  expect(schema('--import', './scripts/packages/preload.mjs')).toBe(schema())
})
