/** The words on a spine: in which direction they run, how large they are, and whether there is room for any. */
import type {OutlinedLine, Outliner} from '../../adapters/glyph-outlines.ts'
import type {SpineTitle} from '../../adapters/press/press-file.ts'
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Metadata} from '../../types.ts'
import {directionOf, primaryOf} from '../../writing.ts'
import {ptPerMm} from './boxes.ts'

/** A narrower spine has no words: where a fold lies a millimetre off, they would stand on the cover. */
const leastSpineMm = 5
/** What a fold may be off, on both sides of the words. */
const slackMm = 1
/** Free of words at head and foot. */
const endsMm = 12
const [leastPt, mostPt] = [6, 16] as const

/** Between the authors and the title: a space that every face has. */
const gap = ' '.repeat(4)

/** From the baseline to half the height of the capitals, in parts of the size. */
const halfCapital = 0.34

/** Where the custom is that spines are read from the foot, so that they are leafed through from left to right on a shelf. */
const fromTheFoot = new Set(['be', 'bg', 'bs', 'ca', 'cs', 'de', 'el', 'es', 'et', 'eu', 'fr', 'gl', 'hr', 'hu', 'it', 'lt', 'lv', 'mk', 'pl', 'pt', 'ro', 'sk', 'sl', 'sq', 'sr', 'uk'])

/**
 * Tell which side the heads of the letters are turned to. Elsewhere than on the Continent it is the front's, so that the
 * spine can be read where the pamphlet lies with its cover up (ISO 6357, 4): to the right, or for what is read from right
 * to left, to the left.
 */
export function headsOf(lang: string): 'left' | 'right' {
  if (directionOf(lang) === 'rtl') return 'left'
  return fromTheFoot.has(primaryOf(lang)) ? 'left' : 'right'
}

/**
 * Set the authors and the title in the middle of a spine, in pt of the cover's sheet; the title alone where both would
 * be too small. Undefined where the spine is too narrow, or the title too long.
 */
export function spineTitle({left, bottom, right, top}: BoxPt, {title, authors, lang}: Pick<Metadata, 'title' | 'authors' | 'lang'>, outline: Outliner): SpineTitle | undefined {
  const widthMm = Math.round((right - left) / ptPerMm * 100) / 100
  if (widthMm < leastSpineMm) return undefined
  const fullPt = Math.min(mostPt, quarters((widthMm - 2 * slackMm) * ptPerMm))
  const roomPt = top - bottom - 2 * endsMm * ptPerMm
  const names = authors.map(({name}) => name).join(', ')
  const set = (words: string, leastSizePt: number) => fitted(words, {fullPt, roomPt, leastSizePt}, outline)
  const line = (names === '' ? undefined : set(`${names}${gap}${title}`, fullPt * 0.75)) ?? set(title, leastPt)
  if (!line) return undefined
  const [middleX, middleY, half] = [(left + right) / 2, (bottom + top) / 2, line.line.widthPt / 2]
  const shift = line.sizePt * halfCapital
  const matrix = headsOf(lang) === 'right' ? [0, -1, 1, 0, middleX - shift, middleY + half] as const : [0, 1, -1, 0, middleX + shift, middleY - half] as const
  return {path: line.line.path, matrix}
}

/** A line at its full size, or as large as it has room for. */
function fitted(words: string, {fullPt, roomPt, leastSizePt}: {readonly fullPt: number; readonly roomPt: number; readonly leastSizePt: number}, outline: Outliner): {readonly line: OutlinedLine; readonly sizePt: number} | undefined {
  const {widthPt} = outline(words, fullPt)
  if (widthPt === 0) return undefined
  const sizePt = Math.min(fullPt, quarters(fullPt * roomPt / widthPt))
  return sizePt < leastSizePt ? undefined : {line: outline(words, sizePt), sizePt}
}

/** A size in whole quarters of a point. */
function quarters(pt: number): number {
  return Math.floor(pt * 4) / 4
}
