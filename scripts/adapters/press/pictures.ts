/** Pictures for the press: every pixel stays, its colour goes through the profile, and a gray picture has one channel. */
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream} from '@cantoo/pdf-lib'
import {name} from '../pdf-names.ts'
import {isTrue, nameAt, numberAt, pack, unpack} from './objects.ts'
import {twoTones, type TwoTones} from './two-tones.ts'

/** Pixels for the press, one or four bytes each. */
export type PressPixels = {readonly space: 'DeviceGray' | 'DeviceCMYK'; readonly pixels: Uint8Array; readonly hadColour: boolean}

/** Converts pixels of three bytes (sRGB). */
export type ConvertPixels = (rgb: Uint8Array) => PressPixels

/** The picture anew, or why it stays: it needs nothing, or it is of a kind that is not known here. */
export type ConvertedPicture = {readonly stream: PDFRawStream; readonly hadColour: boolean} | 'as it is' | 'unknown'

/** Convert one picture. */
export async function convertPicture(picture: PDFRawStream, convert: ConvertPixels): Promise<ConvertedPicture> {
  if (isTrue(picture.dict, 'ImageMask')) return 'as it is'
  const channels = channelsOf(picture.dict)
  if (channels === 1) return grayPicture(picture)
  if (channels !== 3 || numberAt(picture.dict, 'BitsPerComponent') !== 8 || picture.dict.has(name('Decode'))) return 'unknown'
  const converted = convert(await pixelsOf(picture))
  return {stream: pictureOf(picture.dict, converted), hadColour: converted.hadColour}
}

/** The picture's stream anew: a byte a channel, or where it has two colours a bit a pixel. */
function pictureOf(dict: PDFDict, {space, pixels}: PressPixels): PDFRawStream {
  const two = twoTones(pixels, space === 'DeviceGray' ? 1 : 4, numberAt(dict, 'Width') ?? 1)
  const stream = pack(dict, two?.bits ?? pixels, ['ColorSpace', 'Decode'])
  if (two) stream.dict.set(name('BitsPerComponent'), PDFNumber.of(1))
  stream.dict.set(name('ColorSpace'), two && space === 'DeviceCMYK' ? indexed(dict, two) : name(space))
  if (two && space === 'DeviceGray') stream.dict.set(name('Decode'), dict.context.obj(two.tones.map(([gray = 0]) => gray / 255)))
  return stream
}

/** A space of two colours by their numbers (ISO 32000-1, 8.6.6.3). */
function indexed({context}: PDFDict, {tones}: TwoTones): PDFArray {
  return context.obj([name('Indexed'), name('DeviceCMYK'), 1, PDFHexString.of(Buffer.from(tones.flat()).toString('hex'))])
}

/** Gray by its profile is gray by its ink: only the name of the colour space changes. */
function grayPicture(picture: PDFRawStream): ConvertedPicture {
  if (nameAt(picture.dict, 'ColorSpace') === 'DeviceGray') return 'as it is'
  picture.dict.set(name('ColorSpace'), name('DeviceGray'))
  return 'as it is'
}

/** The channels of a picture's colour space; undefined for indexed and other spaces. */
function channelsOf(dict: PDFDict): number | undefined {
  const space = dict.lookup(name('ColorSpace'))
  if (space instanceof PDFName) return space === name('DeviceRGB') ? 3 : space === name('DeviceGray') ? 1 : undefined
  if (!(space instanceof PDFArray) || space.lookup(0) !== name('ICCBased')) return undefined
  const profile = space.lookup(1)
  return profile instanceof PDFRawStream ? numberAt(profile.dict, 'N') : undefined
}

/** The pixels as three bytes each. Throws where there are fewer than the picture says. */
async function pixelsOf(picture: PDFRawStream): Promise<Uint8Array> {
  const [width, height] = [numberAt(picture.dict, 'Width') ?? 0, numberAt(picture.dict, 'Height') ?? 0]
  const pixels = nameAt(picture.dict, 'Filter') === 'DCTDecode' ? await decodeJpeg(picture.contents) : unpack(picture)
  if (pixels.length < width * height * 3) throw new Error(`Expected ${width} × ${height} pixels in a picture, not ${Math.floor(pixels.length / 3)}`)
  return pixels.subarray(0, width * height * 3)
}

async function decodeJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp')
  const {data, info} = await sharp(bytes, {failOn: 'none', limitInputPixels: false}).toColourspace('srgb').removeAlpha().raw().toBuffer({resolveWithObject: true})
  if (info.channels !== 1) return data
  // A gray JPEG under a name of three channels.
  return Uint8Array.from({length: data.length * 3}, (_, index) => data[Math.floor(index / 3)] ?? 0)
}

