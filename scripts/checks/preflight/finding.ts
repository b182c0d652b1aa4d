/** What a check finds, on which page and where on it. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Conversion} from '../../adapters/press/convert.ts'
import type {FileFacts} from '../../adapters/press/file-facts.ts'
import type {PageView} from '../../adapters/press/view.ts'
import type {Place, PreflightRule, PrintColour} from '../../types.ts'
import type {PaintedMark, PaintedPage} from './painting.ts'
import type {Purpose} from './purpose.ts'

/**
 * `note`: nothing to mend, but good to know before ordering. `page`: of the file, from 1; absent where the file as a
 * whole is meant. `box`: in pt, as the page has it.
 */
export type Finding = {
  readonly rule: PreflightRule
  readonly severity: 'error' | 'warning' | 'note'
  readonly page?: number
  readonly box?: BoxPt
  /** Where a style is to blame rather than what stands on the page. */
  readonly place?: Place
  readonly reason: string
  readonly remedy: string
}

/** How much of a page each ink covers (1 is all of it), the most on any spot, and the box around what takes too much. */
export type MeasuredInk = {readonly inks: Readonly<Record<string, number>>; readonly most: number; readonly heavy?: BoxPt}

/** A file to check. What only its maker knows is absent in a file from elsewhere. */
export type Job = {
  readonly pages: readonly PaintedPage[]
  readonly colour?: PrintColour
  readonly conversions?: readonly Conversion[]
  /** The most ink that the condition takes, of all plates together: 3 is 300 %. */
  readonly mostInk: number
  /** Of a file from elsewhere: the inks of its pages by their number, or why they are not known. */
  readonly plates?: ReadonlyMap<number, MeasuredInk | string>
  /** Of a file from elsewhere: whom it was made for, and what it says of itself. */
  readonly purpose?: Purpose
  readonly facts?: FileFacts
  /** Somebody said whom it is for: then what does not say where it is cut are pages, not sheets. */
  readonly isAsked?: boolean
  /** A cover is a sheet, not pages to be bound. */
  readonly isCover: boolean
  /** Where the sheets are folded inside their trim, in pt from its left edge. */
  readonly folds?: readonly number[]
  /** Pages that the program left blank itself, so that what follows opens on its side. */
  readonly ownBlanks?: ReadonlySet<number>
  readonly advice?: string
}

/** A check: pure, of everything that is known. */
export type Check = (job: Job) => readonly Finding[]

export const ptPerMm = 72 / 25.4

/** A length as messages say it. */
export function millimetres(pt: number): string {
  return `${(pt / ptPerMm).toFixed(1)} mm`
}

/** Where a page is cut: without a word of it, at the edge of what it shows (ISO 32000-1, 14.11.2.1). */
export function cutAt({trim, crop, media}: PageView): BoxPt {
  return trim ?? crop ?? media
}

/** What a page shows: printer's marks, which stand outside the bleed, do not count. */
export function shown({view: {bleed, trim, media}, marks}: PaintedPage): readonly PaintedMark[] {
  const area = bleed ?? trim ?? media
  return marks.filter(({box}) => box.right > area.left && box.left < area.right && box.top > area.bottom && box.bottom < area.top)
}
