/**
 * Makes of a font file a face whose only use is to draw U+00AD: a shaper gives a soft hyphen the glyph of the space,
 * without advance, so here the space has the hyphen's glyph. The PDF then holds a hyphen that reads as U+00AD and as
 * nothing else. The rest of the file stays as it is; the printer subsets it to that one glyph.
 * Sources: WOFF File Format 2.0 (W3C), sections 4 and 5; OpenType 1.9, cmap formats 4 and 12.
 */
import {brotliCompressSync, brotliDecompressSync, constants} from 'node:zlib'

type Entry = {readonly isCmap: boolean; readonly raw: Uint8Array; readonly length: number}

const woff2Signature = 0x774f4632
const woff2Header = 48
const mostBytes = 64 * 1024 * 1024

/** Make the face from a WOFF2 or an SFNT file; undefined where it is neither, or has no hyphen. */
export function hyphenFace(font: Uint8Array): Uint8Array | undefined {
  if (font.byteLength < woff2Header) return undefined
  const signature = viewOf(font).getUint32(0)
  if (signature === woff2Signature) return fromWoff2(font)
  return signature === 0x00010000 || signature === 0x4f54544f ? fromSfnt(font) : undefined
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function fromWoff2(font: Uint8Array): Uint8Array | undefined {
  const view = viewOf(font)
  const {entries, end} = readDirectory(font, view.getUint16(12))
  const data = brotliDecompressSync(font.subarray(end, end + view.getUint32(20)), {maxOutputLength: mostBytes})
  let offset = 0
  const tables = entries.map(entry => ({...entry, bytes: data.subarray(offset, offset += entry.length)}))
  const hyphen = glyphOfHyphen(tables.find(table => table.isCmap)?.bytes)
  if (hyphen === undefined) return undefined
  const cmap = cmapOf(hyphen)
  const directory = tables.flatMap(table => table.isCmap ? [Uint8Array.of(0, cmap.byteLength)] : [table.raw])
  const content = concatenate(tables.map(table => table.isCmap ? cmap : table.bytes))
  const compressed = brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_QUALITY]: 4}})
  return assemble(font.slice(0, woff2Header), concatenate(directory), compressed)
}

function assemble(header: Uint8Array, directory: Uint8Array, compressed: Uint8Array): Uint8Array {
  const end = header.byteLength + directory.byteLength + compressed.byteLength
  const file = new Uint8Array(Math.ceil(end / 4) * 4)
  file.set(header)
  // No metadata and no private data.
  file.fill(0, 28, woff2Header)
  file.set(directory, woff2Header)
  file.set(compressed, woff2Header + directory.byteLength)
  viewOf(file).setUint32(8, file.byteLength)
  viewOf(file).setUint32(20, compressed.byteLength)
  return file
}

/** The directory of a WOFF2 file, each entry with the bytes it is written in. */
function readDirectory(font: Uint8Array, count: number): {entries: readonly Entry[]; end: number} {
  const entries: Entry[] = []
  let at = woff2Header
  for (let index = 0; index < count; index++) {
    const start = at
    const flags = font[at] ?? 0
    const tag = flags & 63
    at += tag === 63 ? 5 : 1
    const original = readBase128(font, at)
    at = original.end
    const isTransformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0
    const stored = isTransformed ? readBase128(font, at) : original
    at = stored.end
    entries.push({isCmap: tag === 0, raw: font.subarray(start, at), length: stored.value})
  }
  return {entries, end: at}
}

/** UIntBase128: up to five bytes, seven bits each, the highest bit saying that more follow. */
function readBase128(font: Uint8Array, start: number): {value: number; end: number} {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = font[start + index] ?? 0
    value = value * 128 + (byte & 127)
    if ((byte & 128) === 0) return {value, end: start + index + 1}
  }
  return {value, end: start + 5}
}

/** An SFNT keeps its tables; the new cmap goes to the end. */
function fromSfnt(font: Uint8Array): Uint8Array | undefined {
  const view = viewOf(font)
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    if (view.getUint32(at) !== 0x636d6170) continue
    const hyphen = glyphOfHyphen(font.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)))
    if (hyphen === undefined) return undefined
    const cmap = cmapOf(hyphen)
    const end = Math.ceil(font.byteLength / 4) * 4
    const file = concatenate([font, new Uint8Array(end - font.byteLength), cmap])
    viewOf(file).setUint32(at + 8, end)
    viewOf(file).setUint32(at + 12, cmap.byteLength)
    return file
  }
  return undefined
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

function glyphOfHyphen(table: Uint8Array | undefined): number | undefined {
  if (table === undefined || table.byteLength < 4) return undefined
  const cmap = viewOf(table)
  for (const code of [0x2d, 0x2010]) {
    for (let index = 0; index < cmap.getUint16(2); index++) {
      const glyph = glyphIn(cmap, cmap.getUint32(4 + index * 8 + 4), code)
      if (glyph !== 0) return glyph
    }
  }
  return undefined
}

function glyphIn(cmap: DataView, offset: number, code: number): number {
  const format = cmap.getUint16(offset)
  return format === 4 ? glyphInFormat4(cmap, offset, code) : format === 12 ? glyphInFormat12(cmap, offset, code) : 0
}

function glyphInFormat4(cmap: DataView, offset: number, code: number): number {
  const double = cmap.getUint16(offset + 6)
  for (let at = offset + 14; at < offset + 14 + double; at += 2) {
    const start = cmap.getUint16(at + double + 2)
    if (code < start || code > cmap.getUint16(at)) continue
    const delta = cmap.getUint16(at + 2 * double + 2)
    const range = cmap.getUint16(at + 3 * double + 2)
    if (range === 0) return (code + delta) & 0xffff
    const glyph = cmap.getUint16(at + 3 * double + 2 + range + (code - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function glyphInFormat12(cmap: DataView, offset: number, code: number): number {
  const groups = Math.min(cmap.getUint32(offset + 12), 0x11_0000)
  for (let index = 0; index < groups; index++) {
    const at = offset + 16 + index * 12
    const start = cmap.getUint32(at)
    if (code >= start && code <= cmap.getUint32(at + 4)) return cmap.getUint32(at + 8) + code - start
  }
  return 0
}

/** A cmap of one subtable in format 4, which gives the space and the soft hyphen one glyph. */
function cmapOf(glyph: number): Uint8Array {
  const delta = (code: number) => (glyph - code) & 0xffff
  const head = [0, 1, 3, 1, 0, 12]
  const subtable = [4, 40, 0, 6, 4, 1, 2, 0x20, 0xad, 0xffff, 0, 0x20, 0xad, 0xffff, delta(0x20), delta(0xad), 1, 0, 0, 0]
  const words = [...head, ...subtable]
  const table = new Uint8Array(words.length * 2)
  words.forEach((word, index) => viewOf(table).setUint16(index * 2, word))
  return table
}
