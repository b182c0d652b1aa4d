/**
 * From the screen's colours to inks. Channels go from 0 to 1; a neutral colour is always black ink alone, whatever the
 * profile would mix for it: text and rules stay sharp, and grays have no cast.
 */
import type {InkTransform} from '../../adapters/colour/ink-transform.ts'
import type {Cmyk, Ink, Rgb} from '../../content/ink.ts'
import {numeral} from '../../content/operations.ts'
import type {PrintColour} from '../../types.ts'

/** How a pamphlet's colours become inks. `accent` is the theme's colour, which the spot ink stands for. */
export type Inks = {
  readonly colour: PrintColour
  readonly of: (rgb: Rgb) => Ink
  readonly transform: InkTransform
  readonly accent: Rgb
}

/** Make the mapping. Colours are few, so each is converted once. */
export function inksOf(colour: PrintColour, transform: InkTransform, accent: Rgb): Inks {
  const known = new Map<string, Ink>()
  const of = (rgb: Rgb) => {
    const key = rgb.join(' ')
    const ink = known.get(key) ?? inkOf(rgb, colour, transform, accent)
    known.set(key, ink)
    return ink
  }
  return {colour, of, transform, accent}
}

function inkOf(rgb: Rgb, colour: PrintColour, transform: InkTransform, accent: Rgb): Ink {
  if (isNeutral(rgb)) return {kind: 'gray', gray: rgb[1]}
  if (colour === 'process') return {kind: 'process', inks: processInks(rgb, transform)}
  const tint = colour === 'black' ? undefined : tintOf(rgb, accent)
  return tint === undefined ? {kind: 'gray', gray: grayOf(rgb)} : {kind: 'spot', tint}
}

/** Convert one colour by the profile. */
export function processInks(rgb: Rgb, transform: InkTransform): Cmyk {
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = transform(Uint8Array.from(rgb, value => Math.round(value * 255)))
  return [cyan / 255, magenta / 255, yellow / 255, black / 255]
}

/** A step of 1 in 255 between the channels is no colour yet. */
export function isNeutral([red, green, blue]: Rgb): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) < 1.5 / 255
}

/** Whether a colour is the author's own: neither a gray nor a tint of the accent, which a theme is drawn to do without. */
export function isOwnColour(rgb: Rgb, {accent}: Pick<Inks, 'accent'>): boolean {
  return !isNeutral(rgb) && tintOf(rgb, accent) === undefined
}

/** The gray of the same luminance (IEC 61966-2-1: sRGB's curve, Rec. 709's weights). */
export function grayOf([red, green, blue]: Rgb): number {
  return encoded(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
}

/** How far a channel may be off the line between paper and the accent for the colour to be a tint of it. */
const tintTolerance = 0.04

/** The tint of the accent that a colour is: a point on the line from white to the accent; undefined where it is none. */
export function tintOf(rgb: Rgb, accent: Rgb): number | undefined {
  const [darkest = 0] = accent.map((_, index) => index).toSorted((a, b) => (accent[a] ?? 0) - (accent[b] ?? 0))
  const reach = 1 - (accent[darkest] ?? 0)
  if (reach < 0.05) return undefined
  const tint = (1 - (rgb[darkest] ?? 0)) / reach
  if (tint > 1 + tintTolerance) return undefined
  const isOnLine = rgb.every((value, index) => Math.abs(1 - tint * (1 - (accent[index] ?? 0)) - value) <= tintTolerance)
  return isOnLine ? Math.min(1, tint) : undefined
}

/** The name under which the spot ink's colour space stands in the resources. */
export const spotSpace = 'PressSpot'

/**
 * Write the operator that sets an ink. Black as a process colour is written in all four, because in DeviceGray it would
 * knock out the colours below it even where it is to overprint.
 */
export function inkOperator(ink: Ink, isStroke: boolean, colour: PrintColour): string {
  switch (ink.kind) {
    case 'gray': return colour === 'black' ? `${numeral(ink.gray)} ${isStroke ? 'G' : 'g'}` : `0 0 0 ${numeral(1 - ink.gray)} ${isStroke ? 'K' : 'k'}`
    case 'process': return `${ink.inks.map(numeral).join(' ')} ${isStroke ? 'K' : 'k'}`
    case 'spot': return isStroke ? `/${spotSpace} CS ${numeral(ink.tint)} SCN` : `/${spotSpace} cs ${numeral(ink.tint)} scn`
  }
}

/** Pixels to gray, one byte each, by the luminance. */
export function grayPixels(rgb: Uint8Array): Uint8Array {
  const table = Array.from({length: 256}, (_, value) => linear(value / 255))
  const steps = Uint8Array.from({length: 4097}, (_, index) => Math.round(encoded(index / 4096) * 255))
  const gray = new Uint8Array(rgb.length / 3)
  for (let at = 0; at < gray.length; at++) {
    const red = rgb[at * 3] ?? 0
    const green = rgb[at * 3 + 1] ?? 0
    const blue = rgb[at * 3 + 2] ?? 0
    const luminance = 0.2126 * (table[red] ?? 0) + 0.7152 * (table[green] ?? 0) + 0.0722 * (table[blue] ?? 0)
    gray[at] = red === green && green === blue ? red : steps[Math.round(luminance * 4096)] ?? 0
  }
  return gray
}

/** Tell whether a picture has no colour: what is left is the noise of its compression. */
export function isGrayPicture(rgb: Uint8Array): boolean {
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const red = rgb[at] ?? 0
    const green = rgb[at + 1] ?? 0
    const blue = rgb[at + 2] ?? 0
    if (Math.abs(red - green) > 2 || Math.abs(green - blue) > 2 || Math.abs(red - blue) > 2) return false
  }
  return true
}
