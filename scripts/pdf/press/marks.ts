/** Printer's marks as content of a page: all of them outside the bleed, on every plate, and artifacts to who reads aloud. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {OutlinedLine} from '../../adapters/glyph-outlines.ts'
import type {PageMarks, PressBoxes} from '../../adapters/press/press-file.ts'
import {numeral} from '../../content/operations.ts'
import type {PrintColour, PrinterMark} from '../../types.ts'
import {ptPerMm} from './boxes.ts'
import {spotSpace} from './colour.ts'

/** The colour space that paints on all plates (ISO 32000-1, 8.6.6.4). */
export const allPlates = 'PressAll'

export type MarksPlan = {
  readonly marks: readonly PrinterMark[]
  readonly boxes: PressBoxes
  readonly colour: PrintColour
  /** The slug line's words as outlines: what all pages say, and character by character what the page alone says. */
  readonly slug: {readonly shared: OutlinedLine; readonly own: readonly OutlinedLine[]}
  /** Where a spine is folded, from the left in pt; a cover has two such lines. */
  readonly folds?: readonly number[]
}

const mm = ptPerMm
const linePt = 0.25

/** Draw the marks of a page; empty where none is asked for. */
export function drawMarks(plan: MarksPlan): PageMarks {
  const {marks, boxes, colour, slug, folds = []} = plan
  const has = (mark: PrinterMark) => marks.includes(mark)
  const lines = [
    ...(has('crop') ? cropMarks(boxes) : []),
    ...(has('crop') ? folds.flatMap(x => foldMarks(x, boxes)) : []),
    ...(has('bleed') ? bleedMarks(boxes) : []),
    ...(has('registration') ? registrationMarks(boxes, folds) : [])
  ]
  const drawn = [
    ...(lines.length > 0 ? [`/${allPlates} CS 1 SCN ${linePt} w ${lines.join(' ')}`] : []),
    ...(has('bar') ? [colourBar(boxes, colour, folds)] : [])
  ]
  return [
    ...(drawn.length > 0 ? [{content: drawn.join('\n'), x: 0, y: 0}] : []),
    ...(has('slug') ? slugLine(slug, boxes) : [])
  ]
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${numeral(x1)} ${numeral(y1)} m ${numeral(x2)} ${numeral(y2)} l S`
}

/** At each corner two lines that point at the trim, from 1 mm outside the bleed on. */
function cropMarks({trim, bleed}: PressBoxes): readonly string[] {
  return cornerLines(trim, bleed, 1 * mm, 6 * mm)
}

/** Shorter lines that point at the bleed; where it is no larger than the trim there are none. */
function bleedMarks({trim, bleed}: PressBoxes): readonly string[] {
  return bleed.left < trim.left ? cornerLines(bleed, bleed, 1 * mm, 3.5 * mm) : []
}

function cornerLines(at: BoxPt, {left, bottom, right, top}: BoxPt, from: number, to: number): readonly string[] {
  const across = [at.bottom, at.top].flatMap(y => [line(left - from, y, left - to, y), line(right + from, y, right + to, y)])
  const along = [at.left, at.right].flatMap(x => [line(x, bottom - from, x, bottom - to), line(x, top + from, x, top + to)])
  return [...across, ...along]
}

/** A spine's edge, dashed, above and below. */
function foldMarks(x: number, {bleed: {bottom, top}}: PressBoxes): readonly string[] {
  return ['[2 1.5] 0 d', line(x, bottom - 1 * mm, x, bottom - 6 * mm), line(x, top + 1 * mm, x, top + 6 * mm), '[] 0 d']
}

/** As far from a fold's mark as a registration mark is wide, with white on both sides. */
const asideMm = 8

/**
 * A crossed circle at the middle of each side, by which the plates are laid over each other. Where a spine is in the
 * middle, the upper and the lower ones stand beside it, clear of the marks of its folds.
 */
function registrationMarks({trim, bleed}: PressBoxes, folds: readonly number[]): readonly string[] {
  const [middleY, off] = [(trim.bottom + trim.top) / 2, 4 * mm]
  const middleX = folds.length === 0 ? (trim.left + trim.right) / 2 : Math.min(...folds) - asideMm * mm
  return [[middleX, bleed.top + off], [middleX, bleed.bottom - off], [bleed.left - off, middleY], [bleed.right + off, middleY]]
    .flatMap(([x = 0, y = 0]) => [circle(x, y, 1.6 * mm), line(x - 2.6 * mm, y, x + 2.6 * mm, y), line(x, y - 2.6 * mm, x, y + 2.6 * mm)])
}

/** Four curves that come within 0.03 % of a circle. */
function circle(x: number, y: number, radius: number): string {
  const handle = radius * 0.5523
  const curve = (points: readonly number[]) => `${points.map(numeral).join(' ')} c`
  return [
    `${numeral(x + radius)} ${numeral(y)} m`,
    curve([x + radius, y + handle, x + handle, y + radius, x, y + radius]),
    curve([x - handle, y + radius, x - radius, y + handle, x - radius, y]),
    curve([x - radius, y - handle, x - handle, y - radius, x, y - radius]),
    curve([x + handle, y - radius, x + radius, y - handle, x + radius, y]),
    'S'
  ].join(' ')
}

/** Every ink full, then half, and what pairs of them make: above the page, left and right of the registration mark. */
function colourBar({trim, bleed}: PressBoxes, colour: PrintColour, folds: readonly number[]): string {
  const patches = patchesOf(colour)
  // White around the registration mark, or around a spine's folds and the mark beside them.
  const clearPt = folds.length === 0 ? 5 * mm : (Math.max(...folds) - Math.min(...folds)) / 2 + (asideMm + 5) * mm
  const roomPt = (trim.right - trim.left) / 2 - clearPt - 5 * mm
  const sizePt = Math.min(4 * mm, roomPt / Math.ceil(patches.length / 2))
  const half = Math.ceil(patches.length / 2)
  const middle = (trim.left + trim.right) / 2
  return patches.map((patch, index) => {
    const x = index < half ? middle - clearPt - (half - index) * sizePt : middle + clearPt + (index - half) * sizePt
    return `${patch} ${numeral(x)} ${numeral(bleed.top + 2 * mm)} ${numeral(sizePt)} ${numeral(sizePt)} re f`
  }).join(' ')
}

function patchesOf(colour: PrintColour): readonly string[] {
  const grays = ['0 g', '0.25 g', '0.5 g', '0.75 g']
  if (colour === 'black') return grays
  if (colour !== 'process') return [`/${spotSpace} cs 1 scn`, `/${spotSpace} cs 0.5 scn`, '0 0 0 1 k', '0 0 0 0.5 k']
  return ['1 0 0 0 k', '0 1 0 0 k', '0 0 1 0 k', '0 0 0 1 k', '1 1 0 0 k', '0 1 1 0 k', '0.5 0 0 0 k', '0 0.5 0 0 k', '0 0 0.5 0 k', '0 0 0 0.5 k', '1 0 1 0 k', '0.5 0.4 0.4 0 k']
}

/** Below everything else: the pamphlet at the left, the page at the right. */
function slugLine({shared, own}: MarksPlan['slug'], {trim, bleed}: PressBoxes): PageMarks {
  const y = bleed.bottom - 10 * mm
  const widths = own.map(({widthPt}) => widthPt)
  const from = trim.right - widths.reduce((sum, widthPt) => sum + widthPt, 0)
  const page = own.map(({path, widthPt}, index) => ({content: inAllPlates(path), box: lineBox(widthPt), x: widths.slice(0, index).reduce((sum, widthPt) => sum + widthPt, from), y}))
  return [{content: inAllPlates(shared.path), box: lineBox(shared.widthPt), x: trim.left, y}, ...page]
}

/** Room for a line of the slug, whose letters may reach a little beyond their widths. */
function lineBox(widthPt: number): BoxPt {
  return {left: -2, bottom: -3 * mm, right: widthPt + 2, top: 4 * mm}
}

function inAllPlates(path: string): string {
  return `/${allPlates} cs 1 scn ${path}`
}
