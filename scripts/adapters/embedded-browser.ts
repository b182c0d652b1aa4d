/** The browser inside the npm package @sparticuz/chromium: finds it and unpacks it, once for a user. */
import {createReadStream, rmSync} from 'node:fs'
import {mkdtemp, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {promisify} from 'node:util'
import {brotliDecompress, createBrotliDecompress} from 'node:zlib'
import {cacheFolder, type Machine} from './machine.ts'
import {readTar} from './tar.ts'
import {isUnpacked, makePrivateFolder, unpack} from './unpack.ts'

/** The package as installed: its folder and its version, which is the browser's. */
export type EmbeddedPackage = {readonly folder: string; readonly version: string}

/**
 * The browser unpacked. `note` says why it lies in a folder of its own, which `discard` removes; a shared one stays.
 * `libraries` unpacks the libraries that some machines lack and gives their folder.
 */
export type Unpacked = {
  readonly executable: string
  readonly note?: string
  readonly libraries: () => Promise<string>
  readonly discard: () => void
}

/** `say` hears of it when unpacking is about to take seconds; an abort leaves no half files. */
export type UnpackOptions = {readonly machine: Machine; readonly say?: (line: string) => void; readonly signal?: AbortSignal}

const megabyte = 1 << 20
const mostLibraryBytes = 64 * megabyte
const executableName = 'chromium'

/** Find the package; undefined where it is not installed (it is optional, and for Linux x64 only). */
export async function findEmbedded(): Promise<EmbeddedPackage | undefined> {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = dirname(dirname(main))
    const read: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return hasVersion(read) ? {folder, version: read.version} : undefined
  } catch {
    return undefined
  }
}

/**
 * Unpack the browser into the user's cache folder, or where that is not to be trusted or written, into a new private
 * one. Throws an Error where neither is possible.
 */
export async function unpackEmbedded(from: EmbeddedPackage, options: UnpackOptions): Promise<Unpacked> {
  try {
    const folder = await sharedFolder(from, options.machine)
    await unpackBrowser(from, folder, options)
    return {...inFolder(from, folder), discard: () => undefined}
  } catch (error) {
    options.signal?.throwIfAborted()
    return {...await unpackPrivately(from, options), note: `The browser is unpacked anew for each build: ${reasonOf(error)}`}
  }
}

function hasVersion(value: unknown): value is {readonly version: string} {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
}

async function sharedFolder({version}: EmbeddedPackage, machine: Machine): Promise<string> {
  const cache = cacheFolder(machine)
  const folder = join(cache, `chromium-${version}`)
  await makePrivateFolder(cache, machine.userId)
  await makePrivateFolder(folder, machine.userId)
  return folder
}

async function unpackPrivately(from: EmbeddedPackage, options: UnpackOptions): Promise<Unpacked> {
  const folder = await mkdtemp(join(options.machine.temporaryFolder, 'pamphleteer-chromium-'))
  const discard = () => rmSync(folder, {recursive: true, force: true, maxRetries: 3})
  try {
    options.signal?.addEventListener('abort', discard, {once: true})
    await unpackBrowser(from, folder, options)
    return {...inFolder(from, folder), discard}
  } catch (error) {
    discard()
    throw error
  }
}

function inFolder(from: EmbeddedPackage, folder: string): Pick<Unpacked, 'executable' | 'libraries'> {
  return {executable: join(folder, executableName), libraries: () => unpackLibraries(from, folder)}
}

async function unpackBrowser({folder: from, version}: EmbeddedPackage, to: string, {say, signal}: UnpackOptions): Promise<void> {
  if (await isUnpacked(to, 'manifest.json', version)) return
  say?.('Unpacking the embedded browser. This happens once and takes about two seconds.')
  const read = () => decompressed(join(from, 'bin', 'chromium.br'))
  await unpack(to, 'manifest.json', version, [{name: executableName, read}], signal)
}

async function unpackLibraries({folder: from, version}: EmbeddedPackage, to: string): Promise<string> {
  const folder = join(to, 'lib')
  await makePrivateFolder(folder, undefined)
  if (await isUnpacked(folder, 'manifest.json', version)) return folder
  const archive = await promisify(brotliDecompress)(await readFile(join(from, 'bin', 'al2023.tar.br')), {maxOutputLength: mostLibraryBytes})
  const inside = readTar(archive).filter(({name}) => /^lib\/\w[\w.-]*$/u.test(name))
  const files = inside.map(({name, bytes}) => ({name: basename(name), read: () => Readable.from([bytes])}))
  await unpack(folder, 'manifest.json', version, files)
  return folder
}

function decompressed(path: string): Readable {
  const source = createReadStream(path, {highWaterMark: megabyte})
  const target = createBrotliDecompress({chunkSize: megabyte})
  // An error while reading has to arrive where the result is read.
  return source.on('error', error => target.destroy(error)).pipe(target)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
