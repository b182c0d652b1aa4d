/** Rewrites a content stream for the press: inks for screen colours, overprinting black text, no line that is too thin. */
import type {StreamResult, StreamSetting} from '../../adapters/press/convert.ts'
import {concatenate, identity} from '../../content/matrix.ts'
import {forEachOperation, type Operation} from '../../content/operations.ts'
import type {Inks} from './colour.ts'
import {colourHandlers} from './rewrite-colours.ts'
import {lineHandlers} from './rewrite-lines.ts'
import {apply, knockOut, type Handler, type Reading} from './rewriting.ts'

/** A stream that nests deeper than any page does: further states are not kept. */
const mostStates = 512

/** Rewrite a stream. Everything but colour operators and too thin lines stays byte for byte. */
export function rewrite(content: string, inks: Inks, {isMask, base, lineWidths}: StreamSetting): StreamResult {
  const reading: Reading = {
    inks, isMask, lineWidths, edits: [], placements: new Map(), unconverted: new Set(), kept: [],
    state: {ctm: base, lineWidth: 1, isBlack: true, strokesBlack: true, isOver: false, fillsRgb: false, strokesRgb: false},
    pathStart: undefined, rectangles: [], overprints: false, usesSpot: false, hasColour: false, ownGrays: new Set()
  }
  forEachOperation(content, operation => handlers.get(operation.operator)?.(reading, operation))
  const {overprints, usesSpot, hasColour, ownGrays, unconverted, placements, edits} = reading
  return {content: apply(content, edits), overprints, usesSpot, hasColour, ownGrays: [...ownGrays], unconverted: [...unconverted], placements}
}

/** What each operator that matters does; all others are copied. */
const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, state}) => kept.length < mostStates && kept.push(state),
  Q: reading => reading.state = reading.kept.pop() ?? reading.state,
  cm: (reading, {matrix}) => reading.state = {...reading.state, ctm: concatenate(matrix ?? identity, reading.state.ctm)},
  ...colourHandlers,
  ...lineHandlers,
  Do: draw,
  sh: (reading, {start}) => knockOut(reading, start),
  BI: ({unconverted}) => unconverted.add('picture inside a content stream')
}))

function draw(reading: Reading, operation: Operation): void {
  const name = operation.operand(0).slice(1)
  if (!reading.placements.has(name)) reading.placements.set(name, reading.state.ctm)
  knockOut(reading, operation.start)
}
