/**
 * Content streams as PDF writes them (ISO 32000-1, 7.8.2): operands, then their operator. A stream is a latin-1 string
 * here, a character a byte, so that places in the one are places in the other.
 */

/** One operation; `start` is where its first operand begins, `end` is behind its operator. */
export type Operation = {readonly operator: string; readonly operands: readonly string[]; readonly start: number; readonly end: number}

/** No operator of the standard takes more; what piles up beyond is no content stream. */
const mostOperands = 64

/** Visit every operation in order. What is malformed is stepped over, never looped on. */
export function forEachOperation(content: string, visit: (operation: Operation) => void): void {
  let operands: string[] = []
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
    const token = content.slice(at, end)
    if (isOperand(code)) {
      if (operands.length < mostOperands) operands.push(token)
      at = end
      continue
    }
    at = token === 'BI' ? endOfInlineImage(content, end) : end
    visit({operator: token, operands, start, end: at})
    operands = []
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
