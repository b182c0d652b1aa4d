/** Reads a content stream: which marked content draws what, and what is painted outside any. */
import {eachOperator, type OperatorKind} from './pdf-operators.ts'

/** `text` holds words, or may hold some; `shapes` are lines, areas and pictures; `nothing` is there in name only. */
export type Draws = 'text' | 'shapes' | 'nothing'

/**
 * A marked-content sequence with a number. `from` and `to` bound its opening, operands and operator, in bytes; `space`
 * says which matrices apply: where it is the same, so are the units.
 */
export type Mark = {readonly number: number; readonly from: number; readonly to: number; readonly space: string; draws: Draws; readonly texts: Shown[]}

/**
 * What shows glyphs in a text object, in bytes: from the first operand of all to the last operator; `last` is where the
 * last one begins. The pens are those of the first and of the last.
 */
export type Shown = {readonly from: number; readonly pen: Pen; last: number; to: number; lastPen: Pen}

/** Where the operands of what set the font and the place in a text object begin, in bytes; below zero where nothing did. */
export type Pen = {readonly font: number; readonly place: number}

/** Bytes to put in between others. */
export type Insertion = {readonly at: number; readonly text: string}

/** Bytes that paint something outside any marked content. */
export type Loose = {readonly from: number; to: number}

export type Scan = {readonly marks: readonly Mark[]; readonly loose: readonly Loose[]}

/** What a name after `Do` stands for. A marked form says itself what its content is. */
export type Picture = 'image' | 'form' | 'marked-form'

const noPen: Pen = {font: -1, place: -1}

/**
 * Scan a content stream (ISO 32000-1, 7.8.2). `pictureOf` tells what an XObject's name stands for.
 * Paths belong to what paints them: marked content may not begin or end inside one.
 */
export function scanContent(bytes: Buffer, pictureOf: (name: string) => Picture): Scan {
  const marks: Mark[] = []
  const loose: Loose[] = []
  const open: (Mark | 'artifact' | 'plain')[] = []
  let path: number | undefined
  let text: Loose | undefined
  let space = ''
  const spaces: string[] = []
  let isShowing = false
  let pen = noPen
  const show = ({texts}: Mark, from: number, to: number): void => {
    const last = isShowing ? texts.at(-1) : undefined
    if (last) [last.last, last.to, last.lastPen] = [from, to, pen]
    else texts.push({from, pen, last: from, to, lastPen: pen})
    isShowing = true
  }
  const paint = (draws: Draws, from: number, to: number, isShown = false): Loose | undefined => {
    const holder = open.findLast(mark => mark !== 'plain')
    if (holder === 'artifact') return undefined
    if (holder === undefined) return loose[loose.push({from, to}) - 1]
    if (holder.draws !== 'text') holder.draws = draws
    if (isShown) show(holder, from, to)
    return undefined
  }
  const onShape = (from: number, to: number) => void paint('shapes', path ?? from, to)
  const onNothing = () => undefined
  const on: Readonly<Record<OperatorKind, (from: number, to: number) => void>> = {
    'save': () => spaces.push(space),
    'restore': () => void (space = spaces.pop() ?? ''),
    'place': (from, to) => void (space += bytes.toString('latin1', from, to)),
    'begin-text': () => void (pen = noPen),
    'font': from => void (pen = {...pen, font: from}),
    'matrix': from => void (pen = {...pen, place: from}),
    'show': (from, to) => {
      if (text) text.to = to
      else text = paint('text', from, to, true)
    },
    'build': from => path ??= from,
    'paint': onShape,
    'shade': onShape,
    'inline': onShape,
    'picture': (from, to) => {
      const picture = pictureOf(bytes.toString('latin1', from + 1, to - 2).trim())
      if (picture !== 'marked-form' || open.length > 0) paint(picture === 'image' ? 'shapes' : 'text', from, to)
    },
    'mark': (from, to) => open.push(markFrom(bytes, {from, to, space}, marks)),
    'end-mark': () => open.pop(),
    'drop': onNothing,
    'end-text': onNothing,
    'begin-inline': onNothing
  }
  eachOperator(bytes, (kind, from, to) => {
    on[kind](from, to)
    if (kind !== 'build') path = undefined
    // Marked content lies wholly inside a text object or wholly outside it.
    if (kind === 'end-text' || kind === 'mark' || kind === 'end-mark') text = undefined
    if (kind === 'end-text') isShowing = false
  })
  return {marks, loose}
}

function markFrom(bytes: Buffer, {from, to, space}: Pick<Mark, 'from' | 'to' | 'space'>, marks: Mark[]): Mark | 'artifact' | 'plain' {
  const opening = bytes.toString('latin1', from, to)
  const number = /\/MCID\s+(\d+)/.exec(opening)?.[1]
  if (number === undefined) return opening.startsWith('/Artifact') ? 'artifact' : 'plain'
  const mark: Mark = {number: Number(number), from, to, space, draws: 'nothing', texts: []}
  marks.push(mark)
  return mark
}

/** Make everything an artifact that is in no mark, and every mark that is not kept; and make the insertions. */
export function markArtifacts(bytes: Buffer, {marks, loose}: Scan, isKept: (number: number) => boolean, insertions: readonly Insertion[] = []): Buffer {
  const edits = [
    ...insertions.map(({at, text}) => ({from: at, to: at, text})),
    ...loose.flatMap(({from, to}) => [{from, to: from, text: '/Artifact BMC\n'}, {from: to, to, text: '\nEMC'}]),
    ...marks.filter(({number}) => !isKept(number)).map(({from, to}) => ({from, to, text: '/Artifact BMC'}))
  ].toSorted((a, b) => a.from - b.from)
  if (edits.length === 0) return bytes
  const parts: Buffer[] = []
  let done = 0
  for (const {from, to, text} of edits) {
    parts.push(bytes.subarray(done, from), Buffer.from(text, 'latin1'))
    done = to
  }
  return Buffer.concat([...parts, bytes.subarray(done)])
}
