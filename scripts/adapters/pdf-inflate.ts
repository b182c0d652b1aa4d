/** Opens the streams of a PDF that Chromium wrote, and packs those that take their place. */
import {promisify} from 'node:util'
import {constants, deflate, deflateSync, inflate, inflateSync} from 'node:zlib'
import {PDFArray, type PDFRawStream} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'

/** The library may cut the last byte of a checksum, which we forgive. */
const forgiving = {finishFlush: constants.Z_SYNC_FLUSH}

/** Unpack a stream. Chromium's are plain or deflated. */
export function inflated(stream: PDFRawStream): Buffer {
  return isPacked(stream) ? inflateSync(stream.contents, forgiving) : Buffer.from(stream.contents)
}

const inflateLater = promisify<Uint8Array, typeof forgiving, Buffer>(inflate)

/** The same, in another thread: where there are many streams. */
export async function inflatedLater(stream: PDFRawStream): Promise<Buffer> {
  return isPacked(stream) ? await inflateLater(stream.contents, forgiving) : Buffer.from(stream.contents)
}

function isPacked({dict}: PDFRawStream): boolean {
  const filter = dict.lookup(name('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only === undefined) return false
  if (only !== name('FlateDecode') || dict.has(name('DecodeParms'))) throw new Error(`Expected a deflated content stream, not ${only.toString()}`)
  return true
}

/** Level 4 takes half the time of zlib's own 6, for a twentieth more bytes. */
const level = 4

/** Pack the bytes of a stream, for the filter FlateDecode. */
export function deflated(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, {level})
}

const deflateLater = promisify<Uint8Array, {readonly level: number}, Buffer>(deflate)

/** The same, in another thread: where there are many streams. */
export function deflatedLater(bytes: Uint8Array): Promise<Buffer> {
  return deflateLater(bytes, {level})
}
