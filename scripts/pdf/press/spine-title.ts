/** The words on a spine: in which direction they run, how large they are, and whether there is room for any. */
import type {OutlinedLine, Outliner} from '../../adapters/glyph-outlines.ts'
import type {SpineTitle} from '../../adapters/press/press-file.ts'
import type {BoxPt} from '../../adapters/pdf.ts'
import {writers, writersInLine} from '../../contributors.ts'
import {message} from '../../messages.ts'
import type {Message, Metadata} from '../../types.ts'
import {directionOf, primaryOf} from '../../writing.ts'
import {ptPerMm} from './boxes.ts'

/** A narrower spine has no words: where a fold lies a millimetre off, they would stand on the cover. */
const leastSpineMm = 5
/** What a fold may be off, on both sides of the words. */
const slackMm = 1
/** Free of words at head and foot. */
const endsMm = 12
const [leastPt, mostPt] = [6, 16] as const
/** A wide spine is not lettered smaller than this for the sake of the authors' names. */
const namesPt = 8

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

/** The words on a spine, as far as there is room for them; `lost`: those for which there is none. */
export type SpineWords = {readonly title?: SpineTitle; readonly lost?: 'names' | 'title'}

/**
 * Set the authors and the title in the middle of a spine, in pt of the cover's sheet; the title alone where both would
 * be too small, nothing where the title would be. A spine that is too narrow for words has none, and has lost none.
 */
export function spineTitle(spine: BoxPt, metadata: Pick<Metadata, 'title' | 'authors' | 'lang'>, outline: Outliner): SpineWords {
  const room = roomOn(spine)
  if (!room) return {}
  const {title, lang} = metadata
  const names = writersInLine(metadata)
  const whole = names === '' ? undefined : fitted(`${names}${gap}${title}`, {...room, leastSizePt: Math.min(namesPt, room.fullPt * 0.75)}, outline)
  if (whole) return {title: placed(whole, spine, lang)}
  const alone = fitted(title, {...room, leastSizePt: leastPt}, outline)
  if (!alone) return title.trim() === '' ? {} : {lost: 'title'}
  return {title: placed(alone, spine, lang), ...(names !== '' && {lost: 'names'})}
}

/** Say what is not on the spine, and how it gets there. */
export function spineMessages({lost}: SpineWords, metadata: Pick<Metadata, 'authors' | 'print'>): readonly Message[] {
  const {places: {cover: place} = {}} = metadata.print
  if (lost === undefined || !place) return []
  const actual = lost === 'title' ? `title that is too long for the spine at ${leastPt} pt` : `title that leaves no room on the spine for ${writers(metadata).length === 1 ? 'the author’s name' : 'the authors’ names'}`
  return [message('spine-title', place, `Unexpected ${actual}, expected one that stands there in one line`, 'Shorten `title`, and put the rest of it into `subtitle`, which is not on the spine.')]
}

/** How large words may be on a spine, and how long; undefined where it is too narrow for any. */
function roomOn({left, bottom, right, top}: BoxPt): {readonly fullPt: number; readonly roomPt: number} | undefined {
  const widthMm = Math.round((right - left) / ptPerMm * 100) / 100
  if (widthMm < leastSpineMm) return undefined
  return {fullPt: Math.min(mostPt, quarters((widthMm - 2 * slackMm) * ptPerMm)), roomPt: top - bottom - 2 * endsMm * ptPerMm}
}

/** Turn a line about, into the middle of the spine. */
function placed({line: {path, widthPt}, sizePt}: FittedLine, {left, bottom, right, top}: BoxPt, lang: string): SpineTitle {
  const [middleX, middleY, half] = [(left + right) / 2, (bottom + top) / 2, widthPt / 2]
  const shift = sizePt * halfCapital
  const matrix = headsOf(lang) === 'right' ? [0, -1, 1, 0, middleX - shift, middleY + half] as const : [0, 1, -1, 0, middleX + shift, middleY - half] as const
  return {path, matrix}
}

type FittedLine = {readonly line: OutlinedLine; readonly sizePt: number}

/** A line at its full size, or as large as it has room for. */
function fitted(words: string, {fullPt, roomPt, leastSizePt}: {readonly fullPt: number; readonly roomPt: number; readonly leastSizePt: number}, outline: Outliner): FittedLine | undefined {
  const {widthPt} = outline(words, fullPt)
  if (widthPt === 0) return undefined
  const sizePt = Math.min(fullPt, quarters(fullPt * roomPt / widthPt))
  return sizePt < leastSizePt ? undefined : {line: outline(words, sizePt), sizePt}
}

/** A size in whole quarters of a point. */
function quarters(pt: number): number {
  return Math.floor(pt * 4) / 4
}
