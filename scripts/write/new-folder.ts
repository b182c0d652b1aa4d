/** Puts new files into a folder of their own: whole, or not at all, and never over anything. */
import {mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {EnvironmentError, UsageError} from '../types.ts'

/** Files by their names below the folder, with forward slashes. */
export type NewFiles = ReadonlyMap<string, string | Uint8Array>

/**
 * Write files into a new folder, or into an empty one: first aside, then the folder comes to stand in its place.
 * Throws UsageError where the folder holds anything, EnvironmentError where it cannot be written.
 */
export async function deliver(files: NewFiles, folder: string): Promise<void> {
  await refuseFull(folder)
  const target = resolve(folder)
  let work: string | undefined
  try {
    await mkdir(dirname(target), {recursive: true})
    work = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
    // A folder that is made for the time being is its owner's alone; the one inside it is as the user has folders made.
    const made = join(work, 'folder')
    await mkdir(made)
    for (const [name, content] of files) {
      await mkdir(dirname(join(made, name)), {recursive: true})
      await writeFile(join(made, name), content, {flag: 'wx'})
    }
    // Windows puts no folder in the place of another, not even of an empty one.
    await rmdir(target).catch(() => undefined)
    await rename(made, target)
  } catch (cause) {
    throw explained(cause, folder)
  } finally {
    if (work !== undefined) await rm(work, {recursive: true, force: true})
  }
}

/** Throw a UsageError where a folder cannot be new: it holds something, or its name is none. */
export async function refuseFull(folder: string): Promise<void> {
  if (/\p{Cc}/u.test(folder) || !folder.isWellFormed()) throw new UsageError('Unexpected control character in the name of the folder, expected a name that every disk takes', 'Choose letters, figures and hyphens.')
  try {
    if ((await readdir(resolve(folder))).length === 0) return
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    if (codeOf(error) !== 'ENOTDIR') throw explained(error, folder)
  }
  throw new UsageError(`Unexpected \`${folder}\` that is there, expected a new or an empty folder`, 'Choose another folder: nothing is written over.')
}

function explained(cause: unknown, folder: string): Error {
  const code = codeOf(cause)
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return new UsageError(`Unexpected \`${folder}\` that is there, expected a new or an empty folder`, 'Choose another folder: nothing is written over.')
  return new EnvironmentError(`Unexpected ${code} at \`${folder}\`, expected a folder that can be written`, 'Check the disk and the permissions of the folder above.', {cause})
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'fault'
}
