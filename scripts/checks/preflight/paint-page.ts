/** Reads a page as a press would paint it: every line of text, picture, path and gradient with its box, inks and width. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {FormView, PageView, StreamView} from '../../adapters/press/view.ts'
import {concatenate, identity, type Matrix} from '../../content/matrix.ts'
import {forEachOperation, type Operation} from '../../content/operations.ts'
import {squareBox} from './box.ts'
import {colourHandlers, colourOf, isInkSpace, isRgbSpace} from './paint-colours.ts'
import {pathHandlers} from './paint-paths.ts'
import {textHandlers} from './paint-text.ts'
import {inkIn, nameIn, paint, set, start, type Handler, type PaintedPage, type Painter, type Reading, type State} from './painting.ts'

/** Thrown where a file holds more than any press file does: nested forms can multiply without end. */
export class TooMuchContent extends Error {}

/** A dense page has some 5,000 operations, a thick book's pages together some 10,000,000. */
const mostOperations: Budget = {page: 1_000_000, file: 50_000_000}
const deepest = 24

type Budget = {readonly page: number; readonly file: number}

/** Paint every page. `budget`: operations on a page, and in all. Throws TooMuchContent, and what the unpacking of a broken stream throws. */
export function paintPages(views: readonly PageView[], budget = mostOperations): readonly PaintedPage[] {
  let inFile = budget.file
  return views.map(view => {
    const allowed = Math.min(budget.page, inFile)
    const left = {operations: allowed}
    const painter: Painter = {marks: [], fonts: new Set(), left, area: view.bleed ?? view.trim ?? view.media}
    paintStream(painter, view, {...start, clip: view.media}, 0)
    if (left.operations < 0) throw new TooMuchContent('too much on the pages')
    inFile -= allowed - left.operations
    return {view, marks: painter.marks, fonts: [...painter.fonts]}
  })
}

function paintStream(painter: Painter, {content, resources}: StreamView, state: State, depth: number): void {
  if (depth > deepest) throw new TooMuchContent('forms nested too deep')
  const reading: Reading = {painter, resources, depth, kept: [], state, place: {text: identity, ctm: undefined, matrix: identity, lineX: 0, lineY: 0, x: 0}, path: undefined, isRectangle: false, clips: false}
  const text = content()
  // Opening a stream costs too, even where little is painted.
  painter.left.operations -= 200 + Math.floor(text.length / 64)
  forEachOperation(text, operation => {
    if (--painter.left.operations < 0) throw new TooMuchContent('too much on the pages')
    handlers.get(operation.operator)?.(reading, operation)
  })
}

const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, state}) => kept.length < 512 && kept.push(state),
  Q: reading => reading.state = reading.kept.pop() ?? reading.state,
  cm: (reading, {matrix}) => set(reading, {ctm: concatenate(matrix ?? identity, reading.state.ctm)}),
  w: (reading, operation) => set(reading, {linePt: operation.number(0)}),
  gs: (reading, operation) => set(reading, {linePt: reading.resources.lineWidths.get(nameIn(operation.operand(0))) ?? reading.state.linePt}),
  ...colourHandlers,
  ...pathHandlers,
  ...textHandlers,
  sh: (reading, operation) => paint(reading, {kind: 'gradient', box: reading.state.clip, ...inkIn(colourOf(reading.resources, operation.operands, reading.state.fill))}),
  Do: draw,
  BI: drawInline
}))

function draw(reading: Reading, operation: Operation): void {
  const {painter, resources, state, depth} = reading
  const drawn = resources.drawn.get(nameIn(operation.operand(0)))
  if (!drawn) return
  if (drawn.kind === 'form') {
    if (isBeyond(drawn, state.ctm, painter.area)) return
    paintStream(painter, drawn, {...state, ctm: concatenate(drawn.matrix, state.ctm)}, depth + 1)
    return
  }
  drawPicture(reading, drawn)
}

/** A picture inside the content: its head has short names for what others say at length (ISO 32000-1, 8.9.7). */
function drawInline(reading: Reading, {text}: Operation): void {
  const head = text.slice(0, text.search(/\sID\s/))
  const number = (key: RegExp) => Number(key.exec(head)?.[1] ?? 0)
  const isStencil = /\/(?:IM|ImageMask)\s+true/.test(head)
  const called = /\/(?:CS|ColorSpace)\s*\/(\w+)/.exec(head)?.[1] ?? 'unknown'
  const space = isStencil ? 'none' : reading.resources.spaces.get(called) ?? shortSpaces[called] ?? called
  drawPicture(reading, {widthPx: number(/\/W(?:idth)?\s+(\d+)/), heightPx: number(/\/H(?:eight)?\s+(\d+)/), space})
}

const shortSpaces: Readonly<Record<string, string>> = {G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK'}

function drawPicture(reading: Reading, {widthPx, heightPx, space, object}: {readonly widthPx: number; readonly heightPx: number; readonly space: string; readonly object?: number}): void {
  const {state} = reading
  const [a, b, c, d] = state.ctm
  const inches = (x: number, y: number) => Math.max(Math.hypot(x, y), 1e-6) / 72
  const ppi = Math.min(widthPx / inches(a, b), heightPx / inches(c, d))
  paint(reading, {kind: 'picture', box: squareBox(state.ctm, 0, 0, 1, 1), isRgb: isRgbSpace(space), ...(isInkless(space, state) && {isInkless: true}), ppi, ...(object !== undefined && {object})})
}

/** A stencil has the colour that is chosen. */
function isInkless(space: string, {fill}: State): boolean {
  return space === 'none' ? fill.isInkless === true : !isInkSpace(space)
}

/** A form that lies beyond what the page shows, as the slug line's letters do: it needs no painting, unless for its fonts. */
function isBeyond({box, matrix, resources: {fonts, drawn}}: FormView, ctm: Matrix, area: BoxPt): boolean {
  if (!box || fonts.size > 0 || drawn.size > 0) return false
  const {left, bottom, right, top} = squareBox(concatenate(matrix, ctm), box.left, box.bottom, box.right, box.top)
  return right <= area.left || left >= area.right || top <= area.bottom || bottom >= area.top
}
