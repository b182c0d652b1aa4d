/** From bytes to text: strict UTF-8, without byte order mark, every line end a line feed. */

/** Where bytes stop being UTF-8: line and column of the first bad byte from 1, and what was met there. */
export type BadText = {readonly line?: number; readonly column?: number; readonly actual: string}

export type Decoded = {readonly text: string; readonly fault?: undefined} | {readonly fault: BadText; readonly text?: undefined}

/** The longer mark first: UTF-32 LE begins as UTF-16 LE does. */
const otherMarks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-32 LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32 BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16 LE', [0xff, 0xfe]],
  ['UTF-16 BE', [0xfe, 0xff]]
]

/**
 * Decode the bytes of a text file. CRLF and CR become LF, so that lines count the same for every reader (columns never
 * count line ends). A NUL stays, to be told of with other control characters.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = otherMarks.find(([, pattern]) => pattern.every((byte, index) => bytes[index] === byte))
  if (mark) return {fault: {actual: `text in ${mark[0]}`}}
  const unmarked = unmarkedEncoding(bytes)
  if (unmarked !== undefined) return {fault: {actual: `text in ${unmarked}`}}
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return {text: text.replace(/\r\n?/g, '\n')}
  } catch {
    return {fault: badText(bytes)}
  }
}

const lookedAt = 4_096

/**
 * UTF-16 without its mark, which is valid UTF-8 with a NUL beside each letter: spaces and line ends are of two bytes in
 * any script, the higher of them 0, and no other byte at such places of real text is.
 */
function unmarkedEncoding(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, lookedAt)
  const [even, odd] = [0, 1].map(parity => head.filter((byte, index) => byte === 0 && index % 2 === parity).length)
  const isOften = (count = 0) => count >= 4 && count * 20 >= head.length
  if (isOften(odd) && even === 0) return 'UTF-16 LE without a byte order mark'
  return isOften(even) && odd === 0 ? 'UTF-16 BE without a byte order mark' : undefined
}

function badText(bytes: Uint8Array): BadText {
  const good = longestGood(bytes)
  const bad = bytes[Buffer.byteLength(good)] ?? 0
  const lines = good.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return {line: lines.length, column: (lines.at(-1) ?? '').length + 1, actual: `byte 0x${bad.toString(16).toUpperCase()}`}
}

/**
 * The text up to the first ill-formed sequence, byte order mark included. A stream decoder fails for every prefix that
 * holds one and never for a shorter, so the place is found by halving.
 */
function longestGood(bytes: Uint8Array): string {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (decodePrefix(bytes, middle) === undefined) high = middle - 1
    else low = middle
  }
  return decodePrefix(bytes, low) ?? ''
}

function decodePrefix(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes.subarray(0, length), {stream: true})
  } catch {
    return undefined
  }
}
