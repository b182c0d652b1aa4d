/** Unpacks files into a folder that several processes may share: each file appears whole, or not at all. */
import {constants, rmSync} from 'node:fs'
import {chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

/** A file to be put into the folder: its name there, and its bytes when they are asked for. */
export type PackedFile = {readonly name: string; readonly read: () => Readable}

/** What has been unpacked: the size of each file in bytes. */
type Manifest = {readonly version: string; readonly files: Readonly<Record<string, number>>}

/** An unpacking that is older than this has been given up. */
const abandonedAfterMs = 3_600_000

/**
 * Make sure that a folder exists which only its owner writes; `userId` is undefined where there are no user ids.
 * Throws an Error that says what is wrong with the folder: whoever may write there may choose what we run.
 */
export async function makePrivateFolder(folder: string, userId: number | undefined): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const status = await lstat(folder)
  if (!status.isDirectory()) throw new Error(`Unexpected file or link \`${folder}\`, expected a folder`)
  if (userId === undefined) return
  if (status.uid !== userId) throw new Error(`Unexpected owner of \`${folder}\`, expected the user who runs this`)
  if ((status.mode & 0o022) !== 0) throw new Error(`Unexpected \`${folder}\` that others may write, expected a private folder`)
}

/** Tell whether every file that the manifest of this version names is there in its full size. */
export async function isUnpacked(folder: string, manifest: string, version: string): Promise<boolean> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, manifest), 'utf8'))
    if (!isManifest(read) || read.version !== version) return false
    const sizes = Object.entries(read.files)
    const whole = await Promise.all(sizes.map(([name, size]) => isWhole(join(folder, name), size)))
    return sizes.length > 0 && whole.every(Boolean)
  } catch {
    // No manifest, or one that cannot be read: unpacking again puts that right.
    return false
  }
}

/**
 * Unpack the files and then the manifest that vouches for them. Two processes may do so at once: each works in a
 * folder of its own and renames what it has finished, so a name always stands for a whole file. An abort removes that
 * folder before it returns.
 */
export async function unpack(
  folder: string, manifest: string, version: string, files: readonly PackedFile[], signal?: AbortSignal
): Promise<void> {
  const workFolder = await mkdtemp(join(folder, 'partial-'))
  const remove = () => rmSync(workFolder, {recursive: true, force: true, maxRetries: 3})
  signal?.addEventListener('abort', remove, {once: true})
  try {
    signal?.throwIfAborted()
    await removeAbandoned(folder, workFolder)
    const sizes: Record<string, number> = {}
    for (const file of files) {
      sizes[file.name] = await write(join(workFolder, 'file'), file.read())
      await rename(join(workFolder, 'file'), join(folder, file.name))
    }
    await write(join(workFolder, 'file'), [JSON.stringify({version, files: sizes} satisfies Manifest)])
    await rename(join(workFolder, 'file'), join(folder, manifest))
  } finally {
    signal?.removeEventListener('abort', remove)
    remove()
  }
}

/** Checked by hand: to load a library of shapes would cost half the browser's start. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null
    && 'version' in value && typeof value.version === 'string'
    && 'files' in value && typeof value.files === 'object' && value.files !== null
    && Object.values(value.files).every(size => Number.isInteger(size))
}

async function isWhole(path: string, size: number): Promise<boolean> {
  const status = await lstat(path)
  return status.isFile() && status.size === size && (status.mode & 0o022) === 0
}

/** Write an executable file down to the disk and give its size. */
async function write(path: string, bytes: Readable | Iterable<string>): Promise<number> {
  const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o700)
  await pipeline(bytes, file.createWriteStream({flush: true}))
  // The user's umask may have taken away more than it should.
  await chmod(path, 0o700)
  return (await stat(path)).size
}

/** Remove what killed processes have left, by the file system's own clock: how much older it is than our new folder. */
async function removeAbandoned(folder: string, workFolder: string): Promise<void> {
  const now = (await stat(workFolder)).mtimeMs
  const partial = (await readdir(folder)).filter(name => name.startsWith('partial-')).toSorted()
  for (const name of partial) {
    const path = join(folder, name)
    const status = await stat(path).catch(() => undefined)
    if (status !== undefined && now - status.mtimeMs > abandonedAfterMs) await rm(path, {recursive: true, force: true})
  }
}
