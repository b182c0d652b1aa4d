/** From a place on a page to a place in the manuscript, by the map of blocks. */
import type {BoxPt} from '../../adapters/pdf.ts'
import {message} from '../../messages.ts'
import {placeFrom} from '../../place.ts'
import type {Message, Place, PlacedBlock, RuleId, Sheet} from '../../types.ts'
import {mostPlaces, otherPlaces, pagesText, type Alike} from './alike.ts'
import type {Finding} from './finding.ts'

/** Where the pages of a file come from: the printed page (from 1) of each, and what stands where on those. */
export type Origin = {readonly printed: readonly (number | undefined)[]; readonly blocks: readonly PlacedBlock[]; readonly sheet: Sheet}

/** The smallest block that a finding's box touches; without a box, the first of the page. */
export function placeOf({page, box}: Pick<Finding, 'page' | 'box'>, {printed, blocks, sheet}: Origin): Place | undefined {
  const number = page === undefined ? undefined : printed[page - 1]
  const onPage = blocks.filter(block => block.page === number)
  const touched = box ? onPage.filter(block => touches(boxOf(block, sheet), box)) : onPage.slice(0, 1)
  const [nearest] = touched.toSorted((a, b) => areaOf(a) - areaOf(b))
  return nearest && placeFrom(nearest.at)
}

/**
 * What the build said of a block, as a finding where the block stands: on the first of its pages that the file has.
 * Undefined where it is said of no page.
 */
export function findingOf({ruleId, severity, reason, remedy, place}: Message, {printed, blocks, sheet}: Origin): (Omit<Finding, 'rule'> & {readonly rule: RuleId; readonly place: Place}) | undefined {
  const at = `${place.file}:${place.line ?? 1}:${place.column ?? 1}`
  const block = blocks.find(each => each.at === at && printed.includes(each.page))
  if (!block) return undefined
  return {rule: ruleId, severity, reason, remedy: remedy ?? '', place, page: printed.indexOf(block.page) + 1, box: boxOf(block, sheet)}
}

/** A block's box in pt from the page's lower left. */
export function boxOf({box: {leftPx, topPx, widthPx, heightPx}}: PlacedBlock, sheet: Sheet): BoxPt {
  const top = (sheet.heightPx - topPx) * 0.75
  return {left: leftPx * 0.75, bottom: top - heightPx * 0.75, right: (leftPx + widthPx) * 0.75, top}
}

function touches(a: BoxPt, b: BoxPt): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top
}

function areaOf({box: {widthPx, heightPx}}: PlacedBlock): number {
  return widthPx * heightPx
}

/** A finding with its place, where the map knows one. A font is no fault of the first words of its page. */
export function placed<Found extends Finding>(finding: Found, origin: Origin): Found & {readonly place?: Place} {
  const place = finding.place ?? (finding.rule === 'font-embedding' ? undefined : placeOf(finding, origin))
  return place ? {...finding, place} : finding
}

/** What was found again and again as one message of a build, at the first of its places. Where none is known, the pages alone are told, as those of `file`. */
export function messageOf(alike: Alike, file: string): Message {
  const {first: {rule, place, reason, remedy}} = alike
  const pages = pagesText(alike)
  const others = otherPlaces(alike).map(({file, line = 1, column = 1}) => `${file}:${line}:${column}`)
  const more = others.length > mostPlaces ? ` and ${others.length - mostPlaces} more places` : ''
  const also = others.length === 0 ? '' : `; also ${others.slice(0, mostPlaces).join(', ')}${more}`
  return message(rule, place ?? {file: '.'}, pages === undefined ? reason : `${reason} (${pages} of ${file}${also})`, remedy)
}
