/** Finds the operators of a content stream (ISO 32000-1, 7.8.2). */

export type OperatorKind = 'save' | 'restore' | 'place' | 'begin-text' | 'font' | 'matrix' | 'show' | 'build' | 'paint' | 'drop' | 'shade' | 'picture' | 'end-text' | 'mark' | 'end-mark' | 'begin-inline' | 'inline'

const kindOf = new Map<number, OperatorKind>(([
  ['save', ['q']], ['restore', ['Q']], ['place', ['cm']],
  ['begin-text', ['BT']], ['font', ['Tf']], ['matrix', ['Tm']],
  ['show', ['Tj', 'TJ', '\'', '"']], ['build', ['m', 'l', 'c', 'v', 'y', 'h', 're']], ['paint', ['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']],
  ['drop', ['n']], ['shade', ['sh']], ['picture', ['Do']], ['end-text', ['ET']], ['mark', ['BDC', 'BMC']], ['end-mark', ['EMC']], ['begin-inline', ['BI']], ['inline', ['ID']]
] satisfies [OperatorKind, string[]][]).flatMap(([kind, operators]) => operators.map((operator): [number, OperatorKind] => [codeOf(Buffer.from(operator), 0, operator.length), kind])))

const white = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Buffer.from('()<>[]{}/%'))
const isRegular = Uint8Array.from({length: 256}, (_, byte) => white.has(byte) || delimiters.has(byte) ? 0 : 1)
const isWhite = Uint8Array.from({length: 256}, (_, byte) => white.has(byte) ? 1 : 0)

/** Glyphs as Chromium shows them, one by one; a regular expression is through them ten times as fast as this program. */
const glyphs = /(?:-?[\d.]+ -?[\d.]+ Td )?<[\da-f]+> Tj\n(?:-?[\d.]+ -?[\d.]+ Td <[\da-f]+> Tj\n)*/iy

type Call = (kind: OperatorKind, from: number, to: number) => void

/** Call for every operator that matters, with the bounds of its operands and itself in bytes; of a run of glyphs for the first and the last. */
export function eachOperator(bytes: Buffer, call: Call): void {
  const text = bytes.toString('latin1')
  let first = -1
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const behind = isWhite[byte] === 1 ? at + 1 : first < 0 && mayShow[byte] === 1 ? glyphsEnd(text, at, call) : at
    if (behind > at) {
      at = behind
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

const mayShow = Uint8Array.from({length: 256}, (_, byte) => byte === 45 || byte === 60 || (byte >= 48 && byte <= 57) ? 1 : 0)

/** Where the run of glyphs ends that begins here; here where none does. */
function glyphsEnd(text: string, from: number, call: Call): number {
  glyphs.lastIndex = from
  if (!glyphs.test(text)) return from
  const end = glyphs.lastIndex
  const [opening, last] = [text.indexOf('<', from), text.lastIndexOf('<', end - 1)]
  call('show', opening, text.indexOf('Tj', opening) + 2)
  if (last > opening) call('show', last, end - 1)
  return end
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
