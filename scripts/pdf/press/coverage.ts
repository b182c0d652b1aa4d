/** How much of a page each ink covers. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Rgb} from '../../content/ink.ts'
import type {Inks} from './colour.ts'

/** Shares of the page (1 is all of it) by ink, and the most ink on any spot (3 is 300 %). */
export type Coverage = {readonly inks: Readonly<Record<string, number>>; readonly most: number}

/** Measure pixels of three bytes; colours go through the same rules as the file's own. Colours are counted first: most pixels are alike. */
export function coverageOf(rgb: Uint8Array, inks: Inks): Coverage {
  const counts = new Map<number, number>()
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const colour = ((rgb[at] ?? 0) << 16) + ((rgb[at + 1] ?? 0) << 8) + (rgb[at + 2] ?? 0)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const totals = new Map<string, number>()
  let most = 0
  for (const [colour, count] of counts) {
    const shares = sharesOf([colour >> 16 & 255, colour >> 8 & 255, colour & 255].map(value => value / 255), inks)
    for (const [ink, share] of shares) totals.set(ink, (totals.get(ink) ?? 0) + share * count)
    most = Math.max(most, shares.reduce((sum, [, share]) => sum + share, 0))
  }
  const pixels = Math.max(1, rgb.length / 3)
  return {inks: Object.fromEntries(inkNames(inks).map(ink => [ink, Math.round((totals.get(ink) ?? 0) / pixels * 1e4) / 1e4])), most: Math.round(most * 100) / 100}
}

/** A plate of a page: pixels of three bytes, row by row from the top, all three white where it has no ink. */
type Plate = {readonly widthPx: number; readonly heightPx: number; readonly rgb: Uint8Array}

/** `heavy`: the box, in pt, around all that takes more ink than there may be; absent where nothing does. */
export type PlateCoverage = Coverage & {readonly heavy?: BoxPt}

/** Measure the plates of a page, drawn alike, in its trim: what stands beyond it is cut off. A page that lies turned is measured whole. */
export function plateCoverage(plates: ReadonlyMap<string, Plate>, {media, trim = media}: {readonly media: BoxPt; readonly trim: BoxPt | undefined}, mostInk: number): PlateCoverage {
  const [first = {widthPx: 0, heightPx: 0, rgb: new Uint8Array()}] = plates.values()
  const perPt = first.widthPx / (media.right - media.left)
  const isUpright = Math.abs(first.heightPx - (media.top - media.bottom) * perPt) < 2
  const area = isUpright ? areaPx(trim, media, perPt) : {left: 0, top: 0, right: first.widthPx, bottom: first.heightPx}
  const totals = new Uint32Array(first.widthPx * first.heightPx)
  const inks = [...plates].map(([ink, {rgb, widthPx}]) => [ink, addTo(totals, rgb, widthPx, area)] as const)
  const {most, box} = heaviest(totals, first.widthPx, area, mostInk * 255)
  const pixels = Math.max(1, (area.right - area.left) * (area.bottom - area.top))
  return {
    inks: Object.fromEntries(inks.map(([ink, sum]) => [ink, Math.round(sum / 255 / pixels * 1e4) / 1e4])),
    most: Math.round(most / 255 * 100) / 100,
    ...(box && isUpright && {heavy: {left: media.left + box.left / perPt, right: media.left + box.right / perPt, top: media.top - box.top / perPt, bottom: media.top - box.bottom / perPt}})
  }
}

type AreaPx = {readonly left: number; readonly top: number; readonly right: number; readonly bottom: number}

function areaPx(trim: BoxPt, media: BoxPt, perPt: number): AreaPx {
  const [left = 0, top = 0, right = 0, bottom = 0] = [trim.left - media.left, media.top - trim.top, trim.right - media.left, media.top - trim.bottom].map(pt => Math.max(0, Math.round(pt * perPt)))
  return {left, top, right: Math.min(right, Math.round((media.right - media.left) * perPt)), bottom: Math.min(bottom, Math.round((media.top - media.bottom) * perPt))}
}

/** Add a plate's ink to that of the others, pixel by pixel; returns its sum. */
function addTo(totals: Uint32Array, rgb: Uint8Array, widthPx: number, {left, top, right, bottom}: AreaPx): number {
  let sum = 0
  for (let y = top; y < bottom; y++) {
    for (let at = y * widthPx + left; at < y * widthPx + right; at++) {
      const ink = 255 - (rgb[at * 3] ?? 255)
      sum += ink
      totals[at] = (totals[at] ?? 0) + ink
    }
  }
  return sum
}

/** Less than a square of this many pixels is a seam between areas. */
const fewPixels = 16

function heaviest(totals: Uint32Array, widthPx: number, {left, top, right, bottom}: AreaPx, limit: number): {readonly most: number; readonly box: AreaPx | undefined} {
  let [most, count] = [0, 0]
  let box: AreaPx | undefined
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const total = totals[y * widthPx + x] ?? 0
      most = Math.max(most, total)
      if (total <= limit + 5) continue
      count++
      box = box ? {left: Math.min(box.left, x), top: box.top, right: Math.max(box.right, x + 1), bottom: y + 1} : {left: x, top: y, right: x + 1, bottom: y + 1}
    }
  }
  return {most, box: count > fewPixels ? box : undefined}
}

/** The plates that a pamphlet is printed from. */
export function inkNames({colour}: Pick<Inks, 'colour'>): readonly string[] {
  if (colour === 'process') return ['cyan', 'magenta', 'yellow', 'black']
  return colour === 'black' ? ['black'] : ['black', colour.spot]
}

function sharesOf([red = 0, green = 0, blue = 0]: readonly number[], inks: Inks): readonly (readonly [ink: string, share: number])[] {
  const rgb: Rgb = [red, green, blue]
  const ink = inks.of(rgb)
  switch (ink.kind) {
    case 'gray': return [['black', 1 - ink.gray]]
    case 'spot': return [[inkNames(inks)[1] ?? '', ink.tint]]
    case 'process': return ink.inks.map((share, index) => [inkNames(inks)[index] ?? '', share])
  }
}
