/** A word that the printer draws letter by letter from its left end, to be drawn from its first letter on. */
import {number} from './pdf-numbers.ts'

type Point = {readonly x: number; readonly y: number}

/** A glyph, or a span that stands for several, at a place from the origin of the text object; the pen stands at `end` behind it. */
type Unit = {readonly font: string; readonly start: Point; readonly end: Point; readonly body: string}

type Token = {readonly kind: 'font' | 'matrix' | 'show' | 'open' | 'close'; readonly text: string} | {readonly kind: 'move'; readonly text: string; readonly by: Point}

const tokens = /(\/\S+ \S+) Tf\s+|((?:\S+ ){6})Tm\s+|(\S+) (\S+) Td\s+|(<[\dA-F]+> Tj|[03] Tr)\s+|(\/Span\s*<<[^<>]*<[^<>]*>\s*>>\s*BDC)\s+|(EMC)\s+|(\S+)\s*/gi

/** Draw what stands in a text object from its right end; undefined where anything else is drawn than glyphs one by one. */
export function lettersInOrder(body: string): string | undefined {
  const read = tokensOf(`${body}\n`)
  const matrices = read?.filter(({kind}) => kind === 'matrix') ?? []
  const [matrix] = matrices
  if (!read || !matrix || matrices.length > 1) return undefined
  return `BT\n${matrix.text}Tm\n${drawn(unitsOf(read).toReversed())}\nET\n`
}

/** Of several glyphs that are shown at once the places are not known; a span may show one without ink, too. */
function tokensOf(body: string): readonly Token[] | undefined {
  const read: Token[] = []
  let isInSpan = false
  for (const [, font, matrix, right, up, show, open, close, other] of body.matchAll(tokens)) {
    if (other !== undefined || (show !== undefined && !isInSpan && !/^<.{4}> Tj$/.test(show))) return undefined
    if (right !== undefined && up !== undefined) read.push({kind: 'move', text: `${right} ${up} Td`, by: {x: Number(right), y: Number(up)}})
    for (const [kind, text] of [['font', font], ['matrix', matrix], ['show', show], ['open', open], ['close', close]] as const) if (text !== undefined) read.push({kind, text})
    isInSpan = open !== undefined || (isInSpan && close === undefined)
  }
  return read
}

function unitsOf(read: readonly Token[]): readonly Unit[] {
  const units: Unit[] = []
  let font = ''
  let pen: Point = {x: 0, y: 0}
  let span: {readonly opening: string; start?: Point; readonly parts: string[]} | undefined
  const on: Readonly<Record<Token['kind'], (token: Token) => void>> = {
    font: ({text}) => void (font = text),
    matrix: () => undefined,
    move: token => {
      if (token.kind === 'move') pen = {x: pen.x + token.by.x, y: pen.y + token.by.y}
      if (span?.start) span.parts.push(token.text)
    },
    show: ({text}) => {
      if (!span) units.push({font, start: pen, end: pen, body: text})
      span &&= {...span, start: span.start ?? pen, parts: [...span.parts, text]}
    },
    open: ({text}) => void (span = {opening: text, parts: []}),
    close: () => {
      if (span) units.push({font, start: span.start ?? pen, end: pen, body: `${span.opening}\n${span.parts.join('\n')}\nEMC`})
      span = undefined
    }
  }
  for (const token of read) on[token.kind](token)
  return units
}

/** Draw units at their places, one after the other. */
function drawn(units: readonly Unit[]): string {
  return units.flatMap(({font, start, body}, index) => {
    const before = units[index - 1]
    const from = before?.end ?? {x: 0, y: 0}
    return [...before?.font === font ? [] : [`${font} Tf`], `${number(start.x - from.x)} ${number(start.y - from.y)} Td`, body]
  }).join('\n')
}
