/** Names, which stand with a capital inside a sentence: at the beginning of one they look like any other word. */

const letters = /[\p{L}\p{M}]+/u

/** Words of five letters or more with a capital inside a sentence. */
const inside = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}]{4,}/gu

/** Find the names of a text: without those of hardly any letters, which are never cut. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(inside))
}

/** Tell whether a word, with what marks it has around it, is one of the names, or its genitive. */
export function isNamed(word: string, names: ReadonlySet<string>): boolean {
  return names.has(letters.exec(word)?.[0] ?? '')
}
