/** The boxes of a press page in pt (ISO 32000-1, 14.11.2): trim exact, bleed around it, room for marks around that. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {PressBoxes} from '../../adapters/press/press-file.ts'

export const ptPerMm = 72 / 25.4

/** The room around the bleed that marks and the slug line take. */
export const marksMm = 12

/** Boxes around a trim. Without marks the sheet ends with the bleed. */
export function boxesAround(trim: BoxPt, bleedMm: number, hasMarks: boolean): PressBoxes {
  const bleed = grown(trim, bleedMm * ptPerMm)
  return {trim, bleed, media: hasMarks ? grown(bleed, marksMm * ptPerMm) : bleed}
}

/** A box that is larger by `by` pt on all sides. */
export function grown({left, bottom, right, top}: BoxPt, by: number): BoxPt {
  return {left: left - by, bottom: bottom - by, right: right + by, top: top + by}
}
