/** Reads the operators of a content stream: which marked content draws what, and what is painted outside any. */

/** `text` holds words, or may hold some; `shapes` are lines, areas and pictures; `nothing` is there in name only. */
export type Draws = 'text' | 'shapes' | 'nothing'

/**
 * A marked-content sequence with a number. `from` and `to` bound its opening, operands and operator, in bytes; `space`
 * says which matrices apply: where it is the same, so are the units.
 */
export type Mark = {readonly number: number; readonly from: number; readonly to: number; readonly space: string; draws: Draws; readonly texts: Shown[]}

/** What shows glyphs in a text object, in bytes: from the first operand of all to the last operator; `last` is where the last one begins. */
export type Shown = {readonly from: number; last: number; to: number}

/** Bytes to put in between others. */
export type Insertion = {readonly at: number; readonly text: string}

/** Bytes that paint something outside any marked content. */
export type Loose = {readonly from: number; to: number}

export type Scan = {readonly marks: readonly Mark[]; readonly loose: readonly Loose[]}

/** What a name after `Do` stands for. A marked form says itself what its content is. */
export type Picture = 'image' | 'form' | 'marked-form'

type Kind = 'save' | 'restore' | 'place' | 'show' | 'build' | 'paint' | 'drop' | 'shade' | 'picture' | 'end-text' | 'mark' | 'end-mark' | 'begin-inline' | 'inline'

const kindOf = new Map<number, Kind>(([
  ['save', ['q']], ['restore', ['Q']], ['place', ['cm']],
  ['show', ['Tj', 'TJ', '\'', '"']], ['build', ['m', 'l', 'c', 'v', 'y', 'h', 're']], ['paint', ['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']],
  ['drop', ['n']], ['shade', ['sh']], ['picture', ['Do']], ['end-text', ['ET']], ['mark', ['BDC', 'BMC']], ['end-mark', ['EMC']], ['begin-inline', ['BI']], ['inline', ['ID']]
] satisfies [Kind, string[]][]).flatMap(([kind, operators]) => operators.map((operator): [number, Kind] => [codeOf(Buffer.from(operator), 0, operator.length), kind])))

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
  const show = ({texts}: Mark, from: number, to: number): void => {
    const last = isShowing ? texts.at(-1) : undefined
    if (last) Object.assign(last, {last: from, to})
    else texts.push({from, last: from, to})
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
  const on: Readonly<Record<Kind, (from: number, to: number) => void>> = {
    'save': () => spaces.push(space),
    'restore': () => void (space = spaces.pop() ?? ''),
    'place': (from, to) => void (space += bytes.toString('latin1', from, to)),
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

const white = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Buffer.from('()<>[]{}/%'))
const isRegular = Uint8Array.from({length: 256}, (_, byte) => white.has(byte) || delimiters.has(byte) ? 0 : 1)
const isWhite = Uint8Array.from({length: 256}, (_, byte) => white.has(byte) ? 1 : 0)

/** Call for every operator that matters, with the bounds of its operands and itself. */
function eachOperator(bytes: Buffer, call: (kind: Kind, from: number, to: number) => void): void {
  let first = -1
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (isWhite[byte] === 1) {
      at++
      continue
    }
    const start = at
    at = tokenEnd(bytes, start, byte)
    if (first < 0) first = start
    if (!isOperator(byte, at - start)) continue
    const kind = kindOf.get(codeOf(bytes, start, at))
    if (kind === 'begin-inline') continue
    if (kind === 'inline') at = inlineEnd(bytes, at)
    if (kind !== undefined) call(kind, first, at)
    first = -1
  }
}

/** Numbers begin with a digit, a sign or a point; no operator is longer than three letters, as `null` and `true` are. */
function isOperator(firstByte: number, length: number): boolean {
  return length <= 3 && isRegular[firstByte] === 1 && (firstByte > 57 || firstByte === 39 || firstByte === 34)
}

/** An operator's letters as one number: a stream has millions of them, and no text need be made of each. */
function codeOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0
  for (let at = from; at < to; at++) code = code * 256 + (bytes[at] ?? 0)
  return code
}

/** Where the token ends that begins here; of an array or a dictionary only the bracket. */
function tokenEnd(bytes: Buffer, from: number, byte: number): number {
  if (byte === 40) return stringEnd(bytes, from)
  if (byte === 37) return endOr(bytes.indexOf(10, from), bytes)
  if (byte === 60 && bytes[from + 1] !== 60) return endOr(bytes.indexOf(62, from), bytes)
  let at = from + 1
  if (byte === 47 || isRegular[byte] === 1) while (at < bytes.length && isRegular[bytes[at] ?? 0] === 1) at++
  return at
}

function endOr(at: number, bytes: Buffer): number {
  return at < 0 ? bytes.length : at + 1
}

/** Strings in parentheses nest; a backslash takes the meaning from what follows. */
function stringEnd(bytes: Buffer, from: number): number {
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 92) at++
    else if (byte === 40) depth++
    else if (byte === 41 && --depth === 0) return at + 1
  }
  return bytes.length
}

/** The data of an inline image ends where `EI` stands between white space. */
function inlineEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('EI', from); at >= 0; at = bytes.indexOf('EI', at + 2)) {
    if (isWhite[bytes[at - 1] ?? 0] === 1 && isWhite[bytes[at + 2] ?? 10] === 1) return at + 2
  }
  return bytes.length
}
