/** Reads a zip byte by byte, so that the tests see what is there and not what a library makes of it. */
import {inflateRawSync} from 'node:zlib'

/** An entry: where its local header starts, how it is stored, its date as the zip writes it, its bytes unpacked. */
export type ZipEntry = {
  readonly name: string
  readonly offset: number
  readonly method: 'stored' | 'deflated'
  readonly extraBytes: number
  readonly date: string
  readonly bytes: Uint8Array
}

/** List the entries in the order of the central directory; throws where the bytes are no zip. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.length - 22
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('Unexpected bytes, expected the end of a zip')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  return Array.from({length: count}, () => {
    const entry = readEntry(zip, at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    return entry
  })
}

function readEntry(zip: Buffer, at: number): ZipEntry {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('Unexpected bytes, expected a central header')
  const nameBytes = zip.readUInt16LE(at + 28)
  const offset = zip.readUInt32LE(at + 42)
  if (zip.readUInt32LE(offset) !== 0x04034b50) throw new Error('Unexpected bytes, expected a local header')
  const extraBytes = zip.readUInt16LE(offset + 28)
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + extraBytes
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
  const isStored = zip.readUInt16LE(at + 10) === 0
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
    offset,
    method: isStored ? 'stored' : 'deflated',
    extraBytes,
    date: dateOf(zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)),
    bytes: isStored ? packed : inflateRawSync(packed)
  }
}

function dateOf(day: number, time: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)}`
  return `${date}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}
