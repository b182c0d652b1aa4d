/**
 * Packs a font as WOFF2, its tables as they are. Google's encoder, compiled to WebAssembly, takes a tenth of a second for
 * each face, in the way of all else; Node's own Brotli takes hundredths. What that leaves out (the transform of the
 * outlines, the last of Brotli's levels) makes a face larger by an eighth.
 * Source: WOFF File Format 2.0 (W3C), sections 4 and 5.
 */
import {promisify} from 'node:util'
import {brotliCompress, constants} from 'node:zlib'

const compress = promisify(brotliCompress)

// One level more takes ten times as long, for a hundredth less.
const quality = 8
const headerLength = 48
/** Tables that have a number; `glyf` and `loca` say by version 3 that they are as they were, all others by 0. */
const knownTags = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep', 'CFF ', 'VORG', 'EBDT', 'EBLC', 'gasp', 'hdmx', 'kern', 'LTSH', 'PCLT', 'VDMX', 'vhea', 'vmtx', 'BASE', 'GDEF', 'GPOS', 'GSUB']
const arbitraryTag = 63

type Table = {readonly tag: string; readonly bytes: Uint8Array}

/** Pack an OpenType or TrueType font, not a collection of them. The same font gives the same bytes. */
export async function packWoff2(font: Uint8Array): Promise<Uint8Array> {
  const tables = tablesOf(font)
  const data = Buffer.concat(tables.map(({bytes}) => bytes))
  const packed = await compress(data, {params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length
  }})
  const directory = Buffer.concat(tables.map(entryOf))
  const padding = Buffer.alloc(-(headerLength + directory.length + packed.length) & 3)
  const header = headerOf(font, tables, packed.length, headerLength + directory.length + packed.length + padding.length)
  return new Uint8Array(Buffer.concat([header, directory, packed, padding]))
}

function tablesOf(font: Uint8Array): readonly Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return Array.from({length: view.getUint16(4)}, (_, index) => {
    const at = 12 + index * 16
    const offset = view.getUint32(at + 8)
    return {tag: Buffer.from(font.subarray(at, at + 4)).toString('latin1'), bytes: font.subarray(offset, offset + view.getUint32(at + 12))}
  })
}

/** The directory's entry of a table: its number or name, and its length. */
function entryOf({tag, bytes}: Table): Buffer {
  const known = knownTags.indexOf(tag)
  const version = tag === 'glyf' || tag === 'loca' ? 3 : 0
  const start = known >= 0 ? Buffer.of(version << 6 | known) : Buffer.concat([Buffer.of(arbitraryTag), Buffer.from(tag, 'latin1')])
  return Buffer.concat([start, base128(bytes.length)])
}

/** UIntBase128: seven bits a byte, the highest bit saying that more follow. */
function base128(value: number): Buffer {
  const bytes = [value & 127]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift(128 | rest & 127)
  return Buffer.from(bytes)
}

function headerOf(font: Uint8Array, tables: readonly Table[], packedLength: number, length: number): Buffer {
  const header = Buffer.alloc(headerLength)
  header.write('wOF2', 'latin1')
  header.set(font.subarray(0, 4), 4)
  header.writeUInt32BE(length, 8)
  header.writeUInt16BE(tables.length, 12)
  header.writeUInt32BE(tables.reduce((sum, {bytes}) => sum + (bytes.length + 3 & ~3), 12 + 16 * tables.length), 16)
  header.writeUInt32BE(packedLength, 20)
  header.writeUInt16BE(1, 24)
  return header
}
