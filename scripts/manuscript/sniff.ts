/** What an image is, by its first bytes: names lie. */
import type {ImageType} from '../types.ts'

/** `foreign` names a format that is known but cannot be used. */
export type Sniffed = {readonly mediaType: ImageType} | {readonly foreign?: string}

/** Bytes, one a character, at an offset. */
type Signature = readonly [offset: number, bytes: string]

const rasters: readonly (readonly [Exclude<ImageType, 'image/svg+xml'>, readonly Signature[]])[] = [
  ['image/png', [[0, '\x89PNG\r\n\x1a\n']]],
  ['image/jpeg', [[0, '\xff\xd8\xff']]],
  ['image/webp', [[0, 'RIFF'], [8, 'WEBP']]],
  ['image/gif', [[0, 'GIF87a']]],
  ['image/gif', [[0, 'GIF89a']]]
]

const foreign: readonly (readonly [string, readonly Signature[]])[] = [
  ['TIFF', [[0, 'II*\0']]],
  ['TIFF', [[0, 'MM\0*']]],
  ['TIFF', [[0, 'II+\0']]],
  ['TIFF', [[0, 'MM\0+']]],
  ['PDF', [[0, '%PDF-']]],
  ['Photoshop', [[0, '8BPS']]],
  ['JPEG XL', [[0, '\xff\x0a']]],
  ['JPEG XL', [[0, '\0\0\0\x0cJXL \r\n\x87\n']]],
  ['JPEG 2000', [[0, '\0\0\0\x0cjP  \r\n\x87\n']]],
  ['JPEG 2000', [[0, '\xff\x4f\xff\x51']]],
  ['EPS', [[0, '%!PS']]],
  ['ICO', [[0, '\0\0\x01\0']]],
  ['compressed SVG', [[0, '\x1f\x8b']]],
  ['EMF (a drawing of Windows)', [[0, '\x01\0\0\0'], [40, ' EMF']]],
  ['WMF (a drawing of Windows)', [[0, '\xd7\xcd\xc6\x9a']]],
  ['BMP', [[0, 'BM']]]
]

/** Tell what an image's bytes are. SVG is told by its text; whether it is sound is for others to judge. */
export function sniff(bytes: Uint8Array): Sniffed {
  const raster = rasters.find(([, signatures]) => matches(bytes, signatures))
  if (raster) return {mediaType: raster[0]}
  const box = matches(bytes, [[4, 'ftyp']]) ? sniffBrands(bytes) : undefined
  if (box) return box
  const other = foreign.find(([, signatures]) => matches(bytes, signatures))
  if (other) return {foreign: other[0]}
  return looksLikeSvg(bytes) ? {mediaType: 'image/svg+xml'} : {}
}

function matches(bytes: Uint8Array, signatures: readonly Signature[]): boolean {
  return signatures.every(([offset, text]) => latin(bytes, offset, offset + text.length) === text)
}

/** ISO media files name their brands; AVIF may stand behind a general major brand, HEIC then too. */
function sniffBrands(bytes: Uint8Array): Sniffed {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands: readonly string[] = latin(bytes, 8, Math.min(size, 256)).match(/.{4}/gs) ?? []
  if (brands.includes('avif') || brands.includes('avis')) return {mediaType: 'image/avif'}
  return brands.some(brand => /^(?:he[ivmc][cxmsf]|mif1|msf1)$/.test(brand)) ? {foreign: 'HEIC'} : {foreign: 'video'}
}

/** The root element comes after at most a declaration, a document type, comments and white space. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = latin(bytes, 0, 65_536).replace(/^\xef\xbb\xbf/, '')
  return /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?svg[\s>/]/.test(start)
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)
}
