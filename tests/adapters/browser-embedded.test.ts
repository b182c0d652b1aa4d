import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync, constants} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {EmbeddedPackage} from '../../scripts/adapters/embedded-browser.ts'
import {unpackEmbedded} from '../../scripts/adapters/embedded-browser.ts'
import type {Machine} from '../../scripts/adapters/machine.ts'
import {readTar} from '../../scripts/adapters/tar.ts'

const browser = '#!/bin/sh\necho a browser\n'.repeat(1000)
const isPosix = process.platform !== 'win32'

let folder = ''
let from: EmbeddedPackage = {folder: '', version: ''}
let machine: Machine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
  from = {folder: join(folder, 'package'), version: '7.0.0'}
  mkdirSync(join(from.folder, 'bin'), {recursive: true})
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(from.folder, 'bin', 'chromium.br'), brotliCompressSync(browser, fast))
  machine = {
    platform: 'linux',
    architecture: 'x64',
    userId: process.getuid?.(),
    homeFolder: folder,
    temporaryFolder: join(folder, 'tmp'),
    environment: {}
  }
})

afterEach(() => rmSync(folder, {recursive: true, force: true}))

const fast = {params: {[constants.BROTLI_PARAM_QUALITY]: 1}}
const shared = () => join(folder, '.cache', 'pamphleteer', 'chromium-7.0.0')
const inShared = () => readdirSync(shared()).toSorted()

describe('unpacking the embedded browser', () => {
  it('puts an executable and its manifest into the user\'s cache folder', async () => {
    const said: string[] = []
    const {executable, note} = await unpackEmbedded(from, {machine, say: line => said.push(line)})
    expect(executable).toBe(join(shared(), 'chromium'))
    expect(readFileSync(executable, 'utf8')).toBe(browser)
    expect(statSync(executable).mode & 0o777).toBe(0o700)
    expect(inShared()).toEqual(['chromium', 'manifest.json'])
    expect(JSON.parse(readFileSync(join(shared(), 'manifest.json'), 'utf8'))).toEqual({version: '7.0.0', files: {chromium: browser.length}})
    expect(note).toBeUndefined()
    expect(said).toHaveLength(1)
  })

  it('does so once', async () => {
    await unpackEmbedded(from, {machine})
    const before = statSync(join(shared(), 'chromium')).ino
    await unpackEmbedded(from, {machine, say: () => expect.unreachable()})
    expect(statSync(join(shared(), 'chromium')).ino).toBe(before)
  })

  it('works for several at once', async () => {
    const all = await Promise.all(Array.from({length: 5}, () => unpackEmbedded(from, {machine})))
    expect(all.map(({executable}) => readFileSync(executable, 'utf8'))).toEqual(all.map(() => browser))
    expect(all.map(({note}) => note)).toEqual(all.map(() => undefined))
    expect(inShared()).toEqual(['chromium', 'manifest.json'])
  })

  it('works for several processes at once', () => {
    const module = new URL('../../scripts/adapters/embedded-browser.ts', import.meta.url).href
    const code = `import {unpackEmbedded} from ${JSON.stringify(module)}
      const {executable} = await unpackEmbedded(${JSON.stringify(from)}, {machine: ${JSON.stringify(machine)}})
      console.log(executable)`
    const shell = `for i in 1 2 3; do "$NODE" --input-type=module -e "$CODE" & done; wait`
    const printed = execFileSync('sh', ['-c', shell], {encoding: 'utf8', timeout: 30_000, env: {...process.env, NODE: process.execPath, CODE: code}})
    expect(printed.trim().split('\n')).toEqual(Array.from({length: 3}, () => join(shared(), 'chromium')))
    expect(inShared()).toEqual(['chromium', 'manifest.json'])
  })

  it.each([
    ['a truncated browser', () => truncateSync(join(shared(), 'chromium'), 10)],
    ['a browser that others may write', () => chmodSync(join(shared(), 'chromium'), 0o722)],
    ['a link in its place', () => {
      rmSync(join(shared(), 'chromium'))
      symlinkSync('/bin/sh', join(shared(), 'chromium'))
    }],
    ['a missing manifest', () => rmSync(join(shared(), 'manifest.json'))],
    ['a damaged manifest', () => writeFileSync(join(shared(), 'manifest.json'), '{')],
    ['an empty manifest', () => writeFileSync(join(shared(), 'manifest.json'), '{"version": "7.0.0", "files": {}}')],
    ['another version\'s manifest', () => writeFileSync(join(shared(), 'manifest.json'), '{"version": "6", "files": {"chromium": 26000}}')]
  ])('unpacks anew over %s', async (_, spoil) => {
    await unpackEmbedded(from, {machine})
    spoil()
    const {executable} = await unpackEmbedded(from, {machine})
    expect(readFileSync(executable, 'utf8')).toBe(browser)
    expect(statSync(executable).mode & 0o777).toBe(0o700)
    expect(inShared()).toEqual(['chromium', 'manifest.json'])
  })

  it('removes what a killed process left hours ago, and nothing that is at work', async () => {
    mkdirSync(join(shared(), 'partial-old'), {recursive: true, mode: 0o700})
    mkdirSync(join(shared(), 'partial-new'), {mode: 0o700})
    utimesSync(join(shared(), 'partial-old'), 0, 0)
    for (const made of [join(folder, '.cache'), join(folder, '.cache', 'pamphleteer'), shared()]) chmodSync(made, 0o700)
    await unpackEmbedded(from, {machine})
    expect(inShared()).toEqual(['chromium', 'manifest.json', 'partial-new'])
  })

  it('fails on a damaged package and leaves nothing', async () => {
    truncateSync(join(from.folder, 'bin', 'chromium.br'), 20)
    await expect(unpackEmbedded(from, {machine})).rejects.toThrow()
    expect(inShared()).toEqual([])
    expect(readdirSync(machine.temporaryFolder)).toEqual([])
  })

  it('leaves nothing half done where it is aborted', async () => {
    const controller = new AbortController()
    const unpacking = unpackEmbedded(from, {machine, signal: controller.signal, say: () => setImmediate(() => controller.abort())})
    await unpacking.catch(() => undefined)
    expect(inShared().filter(name => name.startsWith('partial-'))).toEqual([])
    expect(readdirSync(machine.temporaryFolder)).toEqual([])
  })
})

describe.runIf(isPosix)('a cache folder that is not to be trusted', () => {
  const spoilt: readonly [string, string, () => void][] = [
    ['others may write', 'others may write', () => mkdirMode(join(folder, '.cache', 'pamphleteer'), 0o777)],
    ['a group may write', 'others may write', () => mkdirMode(shared(), 0o720)],
    ['is somebody else\'s', 'owner', () => {
      machine = {...machine, userId: 54_321}
    }],
    ['is a link', 'link', () => {
      mkdirSync(join(folder, '.cache'))
      mkdirSync(join(folder, 'elsewhere'))
      symlinkSync(join(folder, 'elsewhere'), join(folder, '.cache', 'pamphleteer'))
    }],
    ['is a file', 'EEXIST', () => {
      mkdirSync(join(folder, '.cache'))
      writeFileSync(join(folder, '.cache', 'pamphleteer'), '')
    }],
    ['cannot be made', 'ENOTDIR', () => writeFileSync(join(folder, '.cache'), '')]
  ]

  it.each(spoilt)('because it %s is left alone for a private one', async (_, why, spoil) => {
    spoil()
    const {executable, note, discard} = await unpackEmbedded(from, {machine})
    expect(executable.startsWith(join(machine.temporaryFolder, 'pamphleteer-chromium-'))).toBe(true)
    expect(readFileSync(executable, 'utf8')).toBe(browser)
    expect(note).toContain(why)
    expect(existsSync(join(shared(), 'chromium'))).toBe(false)
    discard()
    expect(readdirSync(machine.temporaryFolder)).toEqual([])
  })

  function mkdirMode(path: string, mode: number): void {
    mkdirSync(path, {recursive: true, mode: 0o700})
    chmodSync(path, mode)
  }
})

describe('the libraries', () => {
  it('are unpacked beside the browser when they are asked for', async () => {
    writeFileSync(join(from.folder, 'bin', 'al2023.tar.br'), brotliCompressSync(tar({'lib/libnss3.so': 'nss', 'lib/../../evil': 'x', 'other/a': 'a'}), fast))
    const {libraries} = await unpackEmbedded(from, {machine})
    expect(inShared()).toEqual(['chromium', 'manifest.json'])
    expect(await libraries()).toBe(join(shared(), 'lib'))
    expect(await libraries()).toBe(join(shared(), 'lib'))
    expect(readdirSync(join(shared(), 'lib')).toSorted()).toEqual(['libnss3.so', 'manifest.json'])
    expect(readFileSync(join(shared(), 'lib', 'libnss3.so'), 'utf8')).toBe('nss')
  })
})

describe('readTar', () => {
  it('lists the files with their bytes', () => {
    const files = readTar(tar({'lib/a': 'alpha', 'b': '', 'c': 'x'.repeat(513)}))
    expect(files.map(({name, bytes}) => [name, bytes.length])).toEqual([['lib/a', 5], ['b', 0], ['c', 513]])
  })

  it('refuses an archive that is cut off, and takes an empty one', () => {
    expect(() => readTar(tar({a: 'x'.repeat(2000)}).subarray(0, 1024))).toThrow('Unexpected end')
    expect(readTar(new Uint8Array())).toEqual([])
    expect(readTar(new Uint8Array(1024))).toEqual([])
  })
})

function tar(files: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(files).map(([name, text]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(text.length.toString(8).padStart(11, '0'), 124)
    header.write('0', 156)
    header.write('ustar', 257)
    return Buffer.concat([header, Buffer.from(text), Buffer.alloc((512 - text.length % 512) % 512)])
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}
