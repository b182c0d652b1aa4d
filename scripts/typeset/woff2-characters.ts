/**
 * Tells which characters a WOFF2 font has, from its cmap table. A font service's unicode-range says what a subset was
 * cut to, not what the face holds, so it cannot tell whether a character will show.
 * Sources: WOFF File Format 2.0 (W3C), sections 4 and 5; OpenType 1.9, cmap formats 4 and 12.
 */
import {brotliDecompressSync} from 'node:zlib'

type Table = {readonly tag: number; readonly length: number}

const headerLength = 48
const cmapTag = 0
const arbitraryTag = 63
const transformedByDefault = new Set([10, 11])

/** Read the code points that a font maps; an empty set where the file is no WOFF2 or has no cmap that we know. */
export function charactersOf(woff2: Uint8Array): ReadonlySet<number> {
  const view = new DataView(woff2.buffer, woff2.byteOffset, woff2.byteLength)
  if (woff2.byteLength < headerLength || view.getUint32(0) !== 0x774f4632) return new Set()
  const {tables, end} = readDirectory(view, view.getUint16(12))
  const compressed = woff2.subarray(end, end + view.getUint32(20))
  const data = brotliDecompressSync(compressed, {maxOutputLength: 64 * 1024 * 1024})
  let offset = 0
  for (const {tag, length} of tables) {
    if (tag === cmapTag) return readCmap(new DataView(data.buffer, data.byteOffset + offset, length))
    offset += length
  }
  return new Set()
}

function readDirectory(view: DataView, count: number): {tables: readonly Table[]; end: number} {
  const tables: Table[] = []
  let at = headerLength
  for (let index = 0; index < count; index++) {
    const flags = view.getUint8(at)
    const tag = flags & 63
    at += tag === arbitraryTag ? 5 : 1
    const original = readBase128(view, at)
    at = original.end
    const isTransformed = transformedByDefault.has(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0
    const transformed = isTransformed ? readBase128(view, at) : original
    at = transformed.end
    tables.push({tag, length: transformed.value})
  }
  return {tables, end: at}
}

/** UIntBase128: up to five bytes, seven bits each, the highest bit saying that more follow. */
function readBase128(view: DataView, start: number): {value: number; end: number} {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = view.getUint8(start + index)
    value = value * 128 + (byte & 127)
    if ((byte & 128) === 0) return {value, end: start + index + 1}
  }
  return {value, end: start + 5}
}

function readCmap(cmap: DataView): ReadonlySet<number> {
  const found = new Set<number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const offset = cmap.getUint32(4 + index * 8 + 4)
    const format = cmap.getUint16(offset)
    if (format === 4) readFormat4(cmap, offset, found)
    if (format === 12) readFormat12(cmap, offset, found)
  }
  return found
}

function readFormat4(cmap: DataView, offset: number, found: Set<number>): void {
  const segments = cmap.getUint16(offset + 6) / 2
  const ends = offset + 14
  const starts = ends + segments * 2 + 2
  for (let index = 0; index < segments; index++) {
    const end = cmap.getUint16(ends + index * 2)
    for (let code = cmap.getUint16(starts + index * 2); code <= end && code !== 0xffff; code++) found.add(code)
  }
}

function readFormat12(cmap: DataView, offset: number, found: Set<number>): void {
  const groups = Math.min(cmap.getUint32(offset + 12), 0x11_0000)
  for (let index = 0; index < groups; index++) {
    const at = offset + 16 + index * 12
    const end = Math.min(cmap.getUint32(at + 4), 0x10_ffff)
    for (let code = cmap.getUint32(at); code <= end; code++) found.add(code)
  }
}
