/** The characters that the rules set, and the kinds of characters that they ask about. */

export const noBreakSpace = '\u00A0'
export const narrowSpace = '\u202F'
export const prime = '′'
export const doublePrime = '″'
export const apostrophe = '’'

/** Stands in a block's text for what no rule may look into: code, an image, an address. It counts as a letter. */
export const opaque = '\uFFFC'

/** Stands in a block's text for a `br`. It counts as a space. */
export const lineBreak = '\u2028'

/** The class of a letter, a figure or something opaque, for use inside `[…]` in a pattern with the flag `u`. */
export const wordClass = String.raw`\p{L}\p{N}\p{M}\uFFFC\uD800-\uDFFF`

const word = new RegExp(`[${wordClass}]`, 'u')
const digit = /\d/
const space = /\s/
const openingPunctuation = /[([{¿¡/\u2010-\u2015-]/
const closingPunctuation = /[.,;:!?…)\]}/\u2010-\u2015-]/

/** Tell whether a character (or none) belongs to a word: a letter, a figure, a mark over one, or something opaque. */
export function isWord(character: string): boolean {
  return word.test(character)
}

/** Tell whether a character is an ASCII digit. */
export function isDigit(character: string): boolean {
  return digit.test(character)
}

/** Tell whether a character is a space of any kind, or none at all: the edge of a block. */
export function isSpace(character: string): boolean {
  return character === '' || space.test(character)
}

/** Tell whether a quotation can open right behind this character: an opening bracket, a dash, a slash. */
export function isOpening(character: string): boolean {
  return character !== '' && openingPunctuation.test(character)
}

/** Tell whether a quotation can close right before this character: a full stop, a closing bracket, a dash. */
export function isClosing(character: string): boolean {
  return character !== '' && closingPunctuation.test(character)
}
