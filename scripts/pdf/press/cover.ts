/** The cover as a sheet of its own: back, spine and front side by side, outside and, where there is anything on it, inside. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {CoverPart, PressBoxes} from '../../adapters/press/press-file.ts'
import {message} from '../../messages.ts'
import {placeFrom} from '../../place.ts'
import type {Message, Metadata, Pages, PrintCondition, Sheet} from '../../types.ts'
import {directionOf} from '../../writing.ts'
import {trimBox} from '../reading.ts'
import {boxesAround, ptPerMm} from './boxes.ts'

/** Which printed pages (from 1) make the inside, which the cover; `spineMm` is 0 where the cover is not separate. */
export type CoverShape = {
  readonly isSeparate: boolean
  readonly inside: readonly number[]
  readonly front: number
  readonly insideFront: number | undefined
  readonly back: number | undefined
  readonly insideBack: number | undefined
  readonly spineMm: number
}

/** How much room a gram of paper takes, in cm³: uncoated stock is bulky, coated is pressed. */
const bulk: Readonly<Record<PrintCondition['name'], number>> = {uncoated: 1.25, coated: 0.9, own: 1.25}

/** A cover is a leaf in front and one behind, or with a leaf inside. */
const leastPages = 4

/**
 * Take the cover off the pages: the first leaf, and the last where there is a back cover. So every page inside stays on
 * its side of the spread. A pamphlet without a cover page keeps all.
 */
export function insideOf({count}: Pick<Pages, 'count'>, {print, back, frontmatter}: Pick<Metadata, 'print' | 'back' | 'frontmatter'>): CoverShape {
  const all = Array.from({length: count}, (_, index) => index + 1)
  const isSeparate = print.cover === 'separate' && frontmatter !== 'none' && count >= leastPages
  if (!isSeparate) return {isSeparate, inside: all, front: 1, insideFront: undefined, back: undefined, insideBack: undefined, spineMm: 0}
  const inside = all.slice(2, back === undefined ? undefined : -2)
  return {
    isSeparate, inside, front: 1, insideFront: 2,
    back: back === undefined ? undefined : count,
    insideBack: back === undefined ? undefined : count - 1,
    spineMm: spineOf(inside.length, print.paperGsm, print.condition)
  }
}

/** What was asked for in vain, and what comes to stand on the cover though it is none of its own. */
export function coverMessages(pages: Pick<Pages, 'count' | 'blocks'>, metadata: Pick<Metadata, 'print' | 'frontmatter' | 'back'>): readonly Message[] {
  return [...inVain(pages, metadata), ...textOnCover(pages, metadata)]
}

/** The text's last page inside the back cover: it is printed there, on the cover's paper and in its inks. */
function textOnCover({count, blocks}: Pick<Pages, 'count' | 'blocks'>, metadata: Pick<Metadata, 'print' | 'frontmatter' | 'back'>): readonly Message[] {
  const {insideBack} = insideOf({count}, metadata)
  const place = placeFrom(blocks.find(({page}) => page === insideBack)?.at ?? '')
  if (!place) return []
  return [message('text-on-cover', place, 'Unexpected text inside the back cover, which is a file of its own, expected it to end on the page before', 'It is printed there. If it is not meant to be, make the text a page shorter, or a page longer, as `fit` does; or leave `cover: separate` out.')]
}

/** A cover of its own of a pamphlet that has none, colours of a cover that is none. */
function inVain({count}: Pick<Pages, 'count'>, {print: {cover, places = {}}, frontmatter}: Pick<Metadata, 'print' | 'frontmatter'>): readonly Message[] {
  const isWhole = 'Leave `cover` out: all pages are in `SLUG-print.pdf`'
  if (cover === 'self') return places.coverColour ? [message('no-cover', places.coverColour, 'Unexpected `coverColour` for a cover that is printed with the pages, expected it beside `cover: separate`', 'Write `cover: separate`, or leave `coverColour` out.')] : []
  if (!places.cover) return []
  if (frontmatter === 'none') return [message('no-cover', places.cover, 'Unexpected `cover: separate` with `frontmatter: none`, expected a cover page to take off', `${isWhole}; or write \`frontmatter: auto\`.`)]
  return count >= leastPages ? [] : [message('no-cover', places.cover, `Unexpected \`cover: separate\` for ${count === 1 ? 'a single page' : `${count} pages`}, expected at least ${leastPages}`, `${isWhole}.`)]
}

/** The thickness of the leaves, to a tenth of a millimetre; the shop's own figure for its paper goes before it. */
export function spineOf(pages: number, gsm: number, {name}: PrintCondition): number {
  return Math.round(Math.ceil(pages / 2) * gsm * bulk[name] / 1000 * 10) / 10
}

/** Draw up the sheets of the cover: the outside, then the inside, which is made only where its pages have ink. */
export function coverSheets(shape: CoverShape, sheet: Sheet, {print, lang}: Pick<Metadata, 'print' | 'lang'>): readonly {readonly parts: readonly CoverPart[]; readonly boxes: PressBoxes; readonly folds: readonly number[]; readonly spine: BoxPt}[] {
  const page = trimBox(sheet)
  const [widthPt, heightPt, spinePt] = [page.right - page.left, page.top - page.bottom, shape.spineMm * ptPerMm]
  const trim = {left: 0, bottom: 0, right: 2 * widthPt + spinePt, top: heightPt}
  const boxes = boxesAround(trim, print.bleedMm, print.marks.length > 0)
  // What is read from right to left has its front on the left of its spine.
  const [before, behind] = directionOf(lang) === 'rtl' ? ['right', 'left'] as const : ['left', 'right'] as const
  const placing = {page, boxes, widthPt, spinePt}
  const bind = (first: number | undefined, second: number | undefined) => ({boxes, spine: {...trim, left: widthPt, right: widthPt + spinePt}, folds: [widthPt, widthPt + spinePt], parts: [...part(first, before, placing), ...part(second, behind, placing)]})
  const [outside, inside] = [bind(shape.back, shape.front), bind(shape.insideFront, shape.insideBack)]
  // Inside the spine is glued: glue holds on bare paper alone.
  return [{...outside, parts: [...outside.parts, ...spine(shape.back, placing), ...spine(shape.front, placing)]}, inside]
}

type Placing = {readonly page: BoxPt; readonly boxes: PressBoxes; readonly widthPt: number; readonly spinePt: number}

/** The spine in the paper of a page: the front's, else the back's. Pages themselves bleed no further than a few millimetres on it. */
function spine(from: number | undefined, {page, boxes: {bleed}, widthPt, spinePt}: Placing): readonly CoverPart[] {
  if (from === undefined || spinePt === 0) return []
  const cut = {...bleed, left: widthPt, right: widthPt + spinePt}
  return [{from, moveX: widthPt + spinePt / 2 - (page.left + page.right) / 2, moveY: -page.bottom, cut, paper: {...page, bottom: bleed.bottom + page.bottom, top: bleed.top + page.bottom}}]
}

/** A page left or right of the spine; its bleed goes as far as the middle of the spine. */
function part(from: number | undefined, side: 'left' | 'right', {page, boxes: {bleed}, widthPt, spinePt}: Placing): readonly CoverPart[] {
  if (from === undefined) return []
  const middle = widthPt + spinePt / 2
  const x = side === 'left' ? 0 : widthPt + spinePt
  const cut = side === 'left' ? {...bleed, right: middle} : {...bleed, left: middle}
  return [{from, moveX: x - page.left, moveY: -page.bottom, cut}]
}
