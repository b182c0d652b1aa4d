/** From bytes of any age to text: Unicode where it is, else the legacy encoding whose reading looks most like words. */
import {ImportFault} from './imported.ts'

/** `guess` names the encoding where nothing in the file says it. */
export type DecodedText = {readonly text: string; readonly guess?: string}

/** Encodings without a mark, the likelier first: of two readings that look alike the first is taken. */
const legacy = ['windows-1252', 'windows-1251', 'koi8-r', 'windows-1250', 'macintosh'] as const

/**
 * Decode a text. `label`: an encoding that the file or the user names (as the WHATWG Encoding Standard lists them).
 * Throws ImportFault where the label is unknown, or the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, label?: string): DecodedText {
  if (label !== undefined) return {text: tidy(decoderFor(label).decode(bytes))}
  const marked = byMark(bytes)
  if (marked !== undefined) return {text: tidy(marked)}
  const unicode = strictly(bytes, 'utf-8')
  if (unicode !== undefined && !unicode.includes('\0')) return {text: tidy(unicode)}
  if (looksLikeUtf16(bytes)) return {text: tidy(new TextDecoder('utf-16le').decode(bytes)), guess: 'utf-16le'}
  if (bytes.includes(0)) throw new ImportFault('binary file', 'a text', 'Save it as a text in UTF-8.')
  const [best] = legacy.map(name => ({name, text: new TextDecoder(name).decode(bytes)})).map(reading => ({...reading, score: oddity(reading.text)})).toSorted((a, b) => a.score - b.score)
  return {text: tidy(best?.text ?? ''), guess: best?.name ?? legacy[0]}
}

/** The text of an XML document in an archive: its mark or its declaration names the encoding, else it is UTF-8 (XML 1.0, appendix F). */
export function partText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1]
  return byMark(bytes) ?? (isKnown(named) ? new TextDecoder(named) : new TextDecoder()).decode(bytes)
}

/** What is read as bytes cannot be written in units of two. */
function isKnown(label: string | undefined): label is string {
  if (label === undefined || /utf-?16|ucs/i.test(label)) return false
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    throw new ImportFault(`encoding \`${label.slice(0, 40)}\``, `one such as ${legacy.join(', ')} or utf-8`, 'Name another encoding.')
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictly(bytes, 'utf-8')
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be').decode(bytes) : undefined
}

function strictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** In Latin text as UTF-16 every other byte is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2_000)
  const zeros = (half: 0 | 1) => sample.filter((byte, index) => index % 2 === half && byte === 0).length
  return sample.length > 3 && zeros(1) > sample.length / 4 && zeros(0) === 0
}

/** Count what does not happen in words: a capital behind a small letter, two scripts in one word, controls, odd signs. */
function oddity(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return 2 * count(/\p{Ll}\p{Lu}/gu)
    + 2 * count(/[a-z](?=\p{Script=Cyrillic})|\p{Script=Cyrillic}(?=[a-z])/giu)
    + 4 * count(/[\u0080-\u009f\ufffd]/g)
    + 2 * count(/\p{L}[\p{Sc}\p{So}\p{Sm}¡¿‰†‡¤¦§©®«»‹›„‚]\p{L}/gu)
    // A whole word of accented capitals or of rare letters: Cyrillic that was read as Latin.
    + count(/[\u00c0-\u00ff\u0100-\u017f]{3,}/g) * 3
}

/** One kind of line end, no byte order mark, no character that neither XML nor a page can show. */
function tidy(text: string): string {
  const lines = text.toWellFormed().replace(/^\ufeff/, '').replace(/\r\n?|[\u0085\u2028]/g, '\n').replace(/[\f\u2029]/g, '\n\n')
  return lines.replace(/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/g, '')
}
