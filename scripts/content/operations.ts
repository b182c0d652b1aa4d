/**
 * Content streams as PDF writes them (ISO 32000-1, 7.8.2): operands, then their operator. A stream is a latin-1 string
 * here, a character a byte, so that places in the one are places in the other.
 */
import {matrixFrom, type Matrix} from './matrix.ts'

/** No operator of the standard takes more; what piles up beyond is no content stream. */
const mostOperands = 64

/**
 * The operation that is being visited; it turns into the next one after that. A stream has millions of them, most of
 * which need not be read: so operands are read when they are asked for.
 */
export class Operation {
  operator = ''
  /** Where the first operand begins, and where the operator ends. */
  start = 0
  end = 0
  /** How many operands there are. */
  count = 0
  readonly #content: string
  /** Where operands begin and end, by turns. */
  readonly #places = new Uint32Array(mostOperands * 2)

  constructor(content: string) {
    this.#content = content
  }

  get operands(): readonly string[] {
    return Array.from({length: this.count}, (_, index) => this.operand(index))
  }

  /** An operand by its place from 0; empty where there is none. */
  operand(index: number): string {
    return index < this.count ? this.#content.slice(this.#places[index * 2], this.#places[index * 2 + 1]) : ''
  }

  /** All of it as it is written: an inline picture with its head and its data. */
  get text(): string {
    return this.#content.slice(this.start, this.end)
  }

  /** The last operand; empty where there is none. */
  get last(): string {
    return this.count === 0 ? '' : this.operand(this.count - 1)
  }

  /** A number by its place from 0, as PDF writes them (7.3.3); NaN where there is none. */
  number(index: number): number {
    return index < this.count ? numberIn(this.#content, this.#places[index * 2] ?? 0, this.#places[index * 2 + 1] ?? 0) : NaN
  }

  /** The six numbers that end the operands; undefined where they are none. */
  get matrix(): Matrix | undefined {
    const first = this.count - 6
    return first < 0 ? undefined : matrixFrom([0, 1, 2, 3, 4, 5].map(index => this.number(first + index)))
  }

  add(from: number, to: number): void {
    if (this.count >= mostOperands) return
    this.#places[this.count * 2] = from
    this.#places[this.count * 2 + 1] = to
    this.count++
  }
}

/** So many digits make a number that is exact. */
const mostDigits = 15

/** Read a decimal without making a string of it, but for what is longer or shorter than numbers are. */
function numberIn(content: string, from: number, to: number): number {
  const isSigned = content.charCodeAt(from) === 45 || content.charCodeAt(from) === 43
  const first = isSigned ? from + 1 : from
  if (to - first > mostDigits || to - first < 2) return Number(content.slice(from, to))
  let digits = 0
  let point = -1
  for (let at = first; at < to; at++) {
    const digit = content.charCodeAt(at) - 48
    if (digit === -2 && point < 0) point = at
    else if (digit < 0 || digit > 9) return NaN
    else digits = digits * 10 + digit
  }
  // Both are exact, so their quotient is the number nearest to what is written.
  const value = point < 0 ? digits : digits / 10 ** (to - point - 1)
  return content.charCodeAt(from) === 45 ? -value : value
}

/** Visit every operation in order. What is malformed is stepped over, never looped on. */
export function forEachOperation(content: string, visit: (operation: Operation) => void): void {
  const operation = new Operation(content)
  let start = -1
  let at = 0
  while (at < content.length) {
    const code = content.charCodeAt(at)
    if (code <= 32) {
      at++
      continue
    }
    if (code === percent) {
      at = endOfComment(content, at)
      continue
    }
    if (start < 0) start = at
    const end = endOfToken(content, at)
    if (isOperand(code)) {
      operation.add(at, end)
      at = end
      continue
    }
    operation.operator = content.slice(at, end)
    at = operation.operator === 'BI' ? endOfInlineImage(content, end) : end
    operation.start = start
    operation.end = at
    visit(operation)
    operation.count = 0
    start = -1
  }
}

const [percent, openParenthesis, closeParenthesis, openAngle, closeAngle, openBracket, closeBracket, slash, backslash] = [37, 40, 41, 60, 62, 91, 93, 47, 92] as const

/** Numbers, names, strings, arrays and dictionaries are operands; `true`, `false` and `null` never stand alone. */
function isOperand(code: number): boolean {
  return code >= 48 && code <= 57 || code === slash || code === 45 || code === 46 || code === 43 || code === openParenthesis || code === openAngle || code === openBracket
}

/** Where the token that begins at `at` ends; at least one character on. */
function endOfToken(content: string, at: number): number {
  const code = content.charCodeAt(at)
  if (code === openParenthesis) return endOfString(content, at)
  if (code === openBracket) return endOfNest(content, at)
  if (code === openAngle) return content.charCodeAt(at + 1) === openAngle ? endOfNest(content, at) : endOf(content, '>', at)
  let end = at + 1
  while (end < content.length && endsToken[content.charCodeAt(end)] !== 1) end++
  return end
}

/** White space and delimiters by their code (7.2.2): a stream has millions of characters. */
const endsToken = Uint8Array.from({length: 256}, (_, code) => code <= 32 || '()<>[]/%'.includes(String.fromCharCode(code)) ? 1 : 0)

function endOf(content: string, mark: string, at: number): number {
  const found = content.indexOf(mark, at)
  return found < 0 ? content.length : found + mark.length
}

function endOfComment(content: string, at: number): number {
  let end = at
  while (end < content.length && content.charCodeAt(end) !== 10 && content.charCodeAt(end) !== 13) end++
  return end
}

/** A literal string, with its parentheses balanced and what stands behind a backslash left alone. */
function endOfString(content: string, at: number): number {
  let depth = 0
  for (let end = at; end < content.length; end++) {
    const code = content.charCodeAt(end)
    if (code === backslash) end++
    else if (code === openParenthesis) depth++
    else if (code === closeParenthesis && --depth === 0) return end + 1
  }
  return content.length
}

/** An array or a dictionary, with whatever is nested in it. */
function endOfNest(content: string, at: number): number {
  let depth = 0
  let end = at
  while (end < content.length) {
    const code = content.charCodeAt(end)
    const isDouble = content.charCodeAt(end + 1) === code
    if (code === openParenthesis) end = endOfString(content, end)
    else if (code === openAngle && !isDouble) end = endOf(content, '>', end)
    else {
      depth += stepOf(code, isDouble)
      end += isDouble && (code === openAngle || code === closeAngle) ? 2 : 1
      if (depth === 0) return end
    }
  }
  return content.length
}

/** How much deeper a bracket, or a pair of angles, leads. */
function stepOf(code: number, isDouble: boolean): number {
  if (code === openBracket || code === openAngle && isDouble) return 1
  return code === closeBracket || code === closeAngle && isDouble ? -1 : 0
}

/** `BI` … `ID` bytes `EI`: the end is an `EI` that stands alone. */
function endOfInlineImage(content: string, at: number): number {
  const data = /\sID\s/g
  data.lastIndex = at
  const begin = data.exec(content) ? data.lastIndex : at
  const mark = /\sEI(?=\s|$)/g
  mark.lastIndex = begin
  return mark.exec(content) ? mark.lastIndex : content.length
}

/** A number as it stands in a stream: at most four decimals, never an exponent. */
export function numeral(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4
  return Object.is(rounded, -0) || Number.isNaN(rounded) ? '0' : Math.abs(rounded) < 1e-4 ? '0' : String(rounded)
}
