/** What a failed call of the file system means to the person who builds. */
import {EnvironmentError} from '../types.ts'

type Reading = (folder: string) => readonly [reason: string, remedy: string]

const elsewhere = 'choose another folder with `--out`.'

const full: Reading = folder => [
  `Unexpected full disk, expected room for the artifacts in ${folder}`,
  `Free some space, or ${elsewhere}`
]
const forbidden: Reading = folder => [
  `Unexpected lack of permission, expected to be allowed to write into ${folder}`,
  `Give yourself the permission, or ${elsewhere}`
]
const notFolder: Reading = folder => [
  `Unexpected file, expected a folder at ${folder}`,
  `Move the file away, or ${elsewhere}`
]
const inUse: Reading = folder => [
  `Unexpected file in use, expected to replace it in ${folder}`,
  'Close the program that shows it, and build again.'
]
const readOnly: Reading = folder => [
  `Unexpected read-only file system, expected to write into ${folder}`,
  `Make it writable, or ${elsewhere}`
]
const missing: Reading = folder => [
  `Unexpected missing folder, expected ${folder} to be there, or to be made`,
  `Build again, or ${elsewhere}`
]
const circular: Reading = folder => [
  `Unexpected link to itself, expected a folder at ${folder}`,
  `Remove the link, or ${elsewhere}`
]
const tooLong: Reading = folder => [
  `Unexpected path too long, expected one that the file system takes at ${folder}`,
  `Shorten the \`slug\`, or ${elsewhere}`
]

const readings: Readonly<Record<string, Reading>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: readOnly,
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  EBUSY: inUse,
  ETXTBSY: inUse,
  ENOENT: missing,
  ELOOP: circular,
  ENAMETOOLONG: tooLong
}

/** Turn a file system's error into one that says what to do; any other error comes back as it is. */
export function explain(error: unknown, folder: string, platform: NodeJS.Platform = process.platform): unknown {
  const code = isOpenElsewhere(error, platform) ? 'EBUSY' : codeOf(error)
  if (code === undefined || !(error instanceof Error)) return error
  const [reason, remedy] = readings[code]?.(`\`${folder}\``)
    ?? [`Unexpected failure (${error.message}), expected to write into \`${folder}\``, `Look after the disk, or ${elsewhere}`]
  return new EnvironmentError(reason, remedy, {cause: error})
}

/** Windows calls it a lack of permission where a viewer holds a file that is to be moved or taken away. */
function isOpenElsewhere(error: unknown, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && /^(?:EPERM|EACCES)$/.test(codeOf(error) ?? '') && error instanceof Error && 'syscall' in error && (error.syscall === 'rename' || error.syscall === 'unlink')
}

/** The code of a system's error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
