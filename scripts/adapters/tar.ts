/** Reads a tar archive in memory: just the plain files, which is all that a folder of libraries needs. */

export type TarFile = {readonly name: string; readonly bytes: Uint8Array}

const blockBytes = 512
const regularFiles = ['0', '\0']

/** List the plain files of an archive with their whole names. Throws an Error where the archive is cut off or damaged. */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = []
  let offset = 0
  while (offset + blockBytes <= archive.length) {
    const header = archive.subarray(offset, offset + blockBytes)
    // A block of zeros ends the archive.
    if (header[0] === 0) return files
    const size = parseInt(text(header, 124, 12), 8)
    const start = offset + blockBytes
    if (!Number.isInteger(size) || size < 0 || start + size > archive.length) throw new Error('Unexpected end of a tar archive, expected more of it')
    if (regularFiles.includes(String.fromCharCode(header[156] ?? 0))) {
      files.push({name: nameOf(header), bytes: archive.subarray(start, start + size)})
    }
    offset = start + Math.ceil(size / blockBytes) * blockBytes
  }
  return files
}

/** A long name has its front part in a field of its own. */
function nameOf(header: Uint8Array): string {
  const isUstar = text(header, 257, 5) === 'ustar'
  const front = isUstar ? text(header, 345, 155) : ''
  return front === '' ? text(header, 0, 100) : `${front}/${text(header, 0, 100)}`
}

function text(header: Uint8Array, start: number, length: number): string {
  return new TextDecoder().decode(header.subarray(start, start + length)).replace(/\0.*$/su, '')
}
