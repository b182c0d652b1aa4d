/** The operators that set text. A line of it in one colour is one mark, however many pieces it comes in. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {FontView} from '../../adapters/press/view.ts'
import {concatenate, identity, type Matrix} from '../../content/matrix.ts'
import type {Operation} from '../../content/operations.ts'
import {squareBox, union} from './box.ts'
import {inkIn, nameIn, paint, set, type Colour, type Handler, type PaintedMark, type Reading, type TextPlace} from './painting.ts'

const nextLine: Handler = ({place}, operation) => {
  place.lineX += operation.number(0)
  place.lineY += operation.number(1)
  place.x = place.lineX
}

export const textHandlers: Readonly<Record<string, Handler>> = {
  BT: reading => begin(reading, identity),
  Tf: (reading, operation) => set(reading, {font: reading.resources.fonts.get(nameIn(operation.operand(0))), size: operation.number(1)}),
  Tm: (reading, {matrix}) => begin(reading, matrix ?? identity),
  Td: nextLine, TD: nextLine,
  Tj: showText, TJ: showText, '\'': showText, '"': showText
}

function begin(reading: Reading, text: Matrix): void {
  reading.place = {text, ctm: undefined, matrix: identity, lineX: 0, lineY: 0, x: 0}
}

/** From text to the page: made anew only where the one or the other has changed, since letters come one by one. */
function matrixAt(place: TextPlace, ctm: Matrix): Matrix {
  if (place.ctm !== ctm) {
    place.ctm = ctm
    place.matrix = concatenate(place.text, ctm)
  }
  return place.matrix
}

/** Letters reach about this far below and above their line, in parts of the size. */
const [descent, ascent] = [0.22, 0.72] as const

function showText(reading: Reading, {last: shown}: Operation): void {
  const {painter, place, state: {font, size, ctm, fill}} = reading
  if (!font) return
  painter.fonts.add(font)
  const advance = advanceOf(shown, font) * size
  const box = squareBox(matrixAt(place, ctm), place.x, place.lineY - descent * size, place.x + advance, place.lineY + ascent * size)
  place.x += advance
  const last = painter.marks.at(-1)
  if (last && goesOn(last, box, fill, size)) painter.marks[painter.marks.length - 1] = {...last, box: union(last.box, box)}
  else paint(reading, {kind: 'text', box, ...inkIn(fill)})
}

/** Letters come one by one; those of a line in one colour are one mark. */
function goesOn({kind, box, ink, isRgb, object}: PaintedMark, next: BoxPt, fill: Colour, size: number): boolean {
  return kind === 'text' && ink === fill.ink && isRgb === fill.isRgb && object === fill.object && Math.abs(box.bottom - next.bottom) < 0.01 && next.left - box.right < size * 2
}

/** How far the words of `Tj` or `TJ` reach, in parts of the size. */
function advanceOf(operand: string, font: FontView): number {
  // Nearly all there is: one string of codes.
  if (operand.charCodeAt(0) === openAngle) return codesIn(operand, font) / 1000
  let advance = 0
  for (const [token] of operand.matchAll(/<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|[-+]?[\d.]+/gs)) {
    if (token.startsWith('<')) advance += codesIn(token, font)
    else if (token.startsWith('(')) advance += Buffer.from(token.slice(1, -1), 'latin1').reduce((total, code) => total + font.widthOf(code), 0)
    else advance -= Number(token)
  }
  return advance / 1000
}

const openAngle = 60

/** Add up the widths of a hexadecimal string, digit by digit: a book has a million of them. What is no digit stands for nothing. */
function codesIn(hexadecimal: string, {codeBytes, widthOf}: FontView): number {
  const digits = codeBytes * 2
  let [total, code, read] = [0, 0, 0]
  for (let at = 0; at < hexadecimal.length; at++) {
    const digit = digitOf(hexadecimal.charCodeAt(at))
    if (digit < 0) continue
    code = code * 16 + digit
    if (++read < digits) continue
    total += widthOf(code)
    code = read = 0
  }
  return total
}

function digitOf(character: number): number {
  if (character >= 48 && character <= 57) return character - 48
  const letter = (character | 32) - 97
  return letter >= 0 && letter < 6 ? letter + 10 : -1
}
