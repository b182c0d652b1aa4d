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

/** A page as pixels of three bytes, row by row from the top, with the boxes that its file gives it. */
type DrawnPage = {readonly widthPx: number; readonly heightPx: number; readonly rgb: Uint8Array}

/** Measure a page of nothing but grays, in its trim: what stands beyond it is cut off. A page that lies turned is measured whole. */
export function grayCoverage({widthPx, heightPx, rgb}: DrawnPage, {media, trim = media}: {readonly media: BoxPt; readonly trim: BoxPt | undefined}): Coverage {
  const perPt = widthPx / (media.right - media.left)
  const isUpright = Math.abs(heightPx - (media.top - media.bottom) * perPt) < 2
  const [left, top, right, bottom] = isUpright ? [trim.left - media.left, media.top - trim.top, trim.right - media.left, media.top - trim.bottom].map(pt => Math.round(pt * perPt)) : [0, 0, widthPx, heightPx]
  const rows = Array.from({length: Math.max(0, (bottom ?? heightPx) - (top ?? 0))}, (_, row) => (row + (top ?? 0)) * widthPx)
  let ink = 0
  let most = 0
  let pixels = 0
  for (const row of rows) {
    for (let x = left ?? 0; x < (right ?? widthPx); x++) {
      const black = 1 - (rgb[(row + x) * 3] ?? 255) / 255
      ink += black
      most = Math.max(most, black)
      pixels++
    }
  }
  return {inks: {black: Math.round(ink / Math.max(1, pixels) * 1e4) / 1e4}, most: Math.round(most * 100) / 100}
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
