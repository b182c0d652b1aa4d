/** Pictures of two colours, as drawings in line are: a bit a pixel is as sharp, and an eighth as long. */

/** A pixel's bytes, one for each channel. */
type Tone = readonly number[]

/** Rows of bits, each filled up to a whole byte (ISO 32000-1, 8.9.5.2); a bit says which of the tones a pixel has. */
export type TwoTones = {readonly bits: Uint8Array; readonly tones: readonly [Tone, Tone]}

/** Write pixels in bits. Undefined where they have one tone, or more than two. */
export function twoTones(pixels: Uint8Array, channels: 1 | 4, widthPx: number): TwoTones | undefined {
  const first = toneAt(pixels, 0, channels)
  let second: Tone | undefined
  const rowBytes = Math.ceil(widthPx / 8)
  const bits = new Uint8Array(rowBytes * Math.ceil(pixels.length / channels / widthPx))
  for (let pixel = 0, at = 0; at < pixels.length; pixel++, at += channels) {
    if (isToneAt(pixels, at, first)) continue
    second ??= toneAt(pixels, at, channels)
    if (!isToneAt(pixels, at, second)) return undefined
    const [row, column] = [Math.floor(pixel / widthPx), pixel % widthPx]
    const byte = row * rowBytes + (column >> 3)
    bits[byte] = (bits[byte] ?? 0) | 128 >> (column & 7)
  }
  return second && {bits, tones: [first, second]}
}

function toneAt(pixels: Uint8Array, at: number, channels: number): Tone {
  return [...pixels.subarray(at, at + channels)]
}

function isToneAt(pixels: Uint8Array, at: number, tone: Tone): boolean {
  for (let channel = 0; channel < tone.length; channel++) if (pixels[at + channel] !== tone[channel]) return false
  return true
}
