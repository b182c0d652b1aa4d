/** The decoder of raster images. It is loaded when the first one is met: most pamphlets have none. */
import {readFileSync} from 'node:fs'
import type Sharp from 'sharp'
import type {ImageType} from '../types.ts'
import {EnvironmentError} from '../types.ts'

export type RasterType = Exclude<ImageType, 'image/svg+xml'>

/** Either the size as shown (after the EXIF orientation), or why there is none; `megapixels` of all frames together. */
export type Inspection =
  | {readonly widthPx: number; readonly heightPx: number; readonly fault?: undefined}
  | {readonly fault: 'corrupt'}
  | {readonly fault: 'too-many-pixels'; readonly megapixels: number}

const maximumPixels = 100_000_000

/** Decode a raster image to its last pixel and measure it. Throws EnvironmentError where the decoder cannot be loaded. */
export async function inspectRaster(bytes: Uint8Array, mediaType: RasterType): Promise<Inspection> {
  const sharp = await loadSharp()
  try {
    const {format, width, height, pages = 1, autoOrient} = await sharp(bytes, {failOn: 'error', limitInputPixels: false}).metadata()
    if (!formats[mediaType].includes(format)) return {fault: 'corrupt'}
    const pixels = width * height * pages
    if (pixels > maximumPixels) return {fault: 'too-many-pixels', megapixels: Math.ceil(pixels / 1_000_000)}
    await decode(sharp, bytes)
    return isCut(bytes, mediaType) ? {fault: 'corrupt'} : {widthPx: autoOrient.width, heightPx: autoOrient.height}
  } catch {
    return {fault: 'corrupt'}
  }
}

/** What the decoder calls each type. */
const formats: Readonly<Record<RasterType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['heif', 'avif']
}

/** Decode every frame. One channel is kept: that bounds the memory, and the decoder has to read all of them anyway. */
async function decode(sharp: typeof Sharp, bytes: Uint8Array): Promise<void> {
  const options = {failOn: 'error', limitInputPixels: false, sequentialRead: true, animated: true} as const
  await sharp(bytes, options).extractChannel(0).raw().toBuffer()
}

/** Tell whether a PNG lacks its end: libpng is content once it has all the pixels, other readers are not. */
function isCut(bytes: Uint8Array, mediaType: RasterType): boolean {
  return mediaType === 'image/png' && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('IEND')
}

async function loadSharp(): Promise<typeof Sharp> {
  try {
    return (await import('sharp')).default
  } catch (error) {
    throw new EnvironmentError('Unexpected absence of the image decoder, expected the package `sharp` to load', 'Run `npm ci` on this machine.', {cause: error})
  }
}

/** Without dithering: type on paper has none. */
const palette = {palette: true, dither: 0, effort: 3, compressionLevel: 6}

/** Tell what the bytes of a reduced PNG depend on, beside those of the PNG and the number of colours. */
export function reductionRecipe(): string {
  return `${JSON.stringify(palette)} ${readFileSync(new URL('../package.json', import.meta.resolve('sharp')), 'utf8')}`
}

/**
 * Make a PNG smaller by giving it a palette of at most `colours` colours (2 to 256), without dithering. The same bytes in
 * give the same bytes out. Throws EnvironmentError where the encoder cannot be loaded.
 */
export async function reducePng(png: Uint8Array, colours: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return new Uint8Array(await sharp(png).png({...palette, colours}).toBuffer())
}
