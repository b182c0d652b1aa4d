/** The paper of a page: an area of one colour that lies under everything else and covers all of it. */
import {concatenate, identity, transform, type Matrix} from './matrix.ts'
import {forEachOperation, type Operation} from './operations.ts'

type Box = {readonly left: number; readonly bottom: number; readonly right: number; readonly top: number}

/** A page that has such an area paints it first of all; a browser needs some 300 characters to get there. */
const mostCharacters = 2_000
/** Edges may be as far off as no one sees. */
const slackPt = 0.5

type Reading = {ctm: Matrix; readonly kept: Matrix[]; marks: number; area: Box | undefined; isOver: boolean; found: number}

/**
 * The beginning of a page's content that paints its paper and nothing else, closed so that it can stand alone;
 * undefined where the first thing painted is anything else.
 */
export function paperIn(content: string, page: Box): string | undefined {
  const beginning = content.slice(0, mostCharacters)
  const reading: Reading = {ctm: identity, kept: [], marks: 0, area: undefined, isOver: false, found: 0}
  forEachOperation(beginning, operation => {
    if (!reading.isOver) readOperation(reading, operation, page)
  })
  const {found, marks, kept} = reading
  return found === 0 ? undefined : `${beginning.slice(0, found)}${' EMC'.repeat(marks)}${' Q'.repeat(kept.length)}`
}

/** How dark a paper is by the last of its inks, from 0 (white) to 1: what words on it have to stand out from. */
export function darknessOf(paper: string): number {
  let darkness = 0
  forEachOperation(paper, operation => {
    const [first, magenta, yellow, black] = [operation.number(0), operation.number(1), operation.number(2), operation.number(3)]
    if (operation.operator === 'g') darkness = 1 - first
    // As much light as each ink takes away (Rec. 601).
    else if (operation.operator === 'k') darkness = Math.min(1, black + 0.3 * first + 0.59 * magenta + 0.11 * yellow)
    else if (operation.operator === 'scn') darkness = first
  })
  return Number.isNaN(darkness) ? 0 : darkness
}

function readOperation(reading: Reading, operation: Operation, page: Box): void {
  const {operator} = operation
  const handler = handlers.get(operator)
  if (handler) handler(reading, operation, page)
  else reading.isOver = !choosesOnly.has(operator)
}

type Handler = (reading: Reading, operation: Operation, page: Box) => unknown

const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, ctm}) => kept.push(ctm),
  Q: reading => reading.ctm = reading.kept.pop() ?? reading.ctm,
  cm: (reading, {matrix}) => reading.ctm = concatenate(matrix ?? identity, reading.ctm),
  BDC: reading => reading.marks++,
  BMC: reading => reading.marks++,
  EMC: reading => reading.marks = Math.max(0, reading.marks - 1),
  re: (reading, operation) => reading.area = areaOf(operation, reading.ctm),
  n: reading => reading.area = undefined,
  f: endPaper,
  'f*': endPaper
}))

function endPaper(reading: Reading, {end}: Operation, page: Box): void {
  reading.isOver = true
  if (reading.area && covers(reading.area, page)) reading.found = end
}

/** What paints nothing: clips, colours, states. */
const choosesOnly = new Set(['W', 'W*', 'g', 'G', 'rg', 'RG', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'gs', 'w', 'J', 'j', 'M', 'd', 'ri', 'i'])

function areaOf(operation: Operation, ctm: Matrix): Box | undefined {
  const [x, y, width, height] = [operation.number(0), operation.number(1), operation.number(2), operation.number(3)]
  const [[x1, y1], [x2, y2]] = [transform(ctm, x, y), transform(ctm, x + width, y + height)]
  return {left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2)}
}

function covers({left, bottom, right, top}: Box, page: Box): boolean {
  return left <= page.left + slackPt && bottom <= page.bottom + slackPt && right >= page.right - slackPt && top >= page.top - slackPt
}
