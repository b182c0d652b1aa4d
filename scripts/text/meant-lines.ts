/** Lines that were typed as lines, told from those that an editor wrapped. */

/** Longer lines are prose that the author's editor wrapped. */
const verseLine = 64
/** Nobody's editor wraps prose at so few characters, or seldom. */
const shortVerse = 45
const listedLine = 60
const shortListed = 30

const endsInMark = /[.,;:!?…–—-]["”’»“)]*$/u
const endsSentence = /[.!?…:]["”’»“)\]]*$/u

/** Verse: some lines, none of them long, each of which begins with a capital, as no wrapped prose does but by chance. */
export function areVerse(lines: readonly string[]): boolean {
  const words = lines.map(line => line.trim())
  const isShort = words.length > 1 && words.every(text => text.length <= verseLine && /^(?![—–―-])[\p{P}\s]*\p{Lu}/u.test(text))
  const areSentences = words.every(text => endsSentence.test(text))
  return isShort && (longest(words) < shortVerse || !areSentences && (words.length > 3 || words.slice(0, -1).some(text => endsInMark.test(text))))
}

/**
 * Verse, addresses, names, dates, an inscription: three lines and more, short, each beginning with a capital or a number. Not
 * where each ends a sentence, since some write a sentence a line, nor where each is as full as an editor makes it.
 */
export function areListed(lines: readonly string[]): boolean {
  const words = lines.map(withoutMarkup)
  const areShort = words.length > 2 && words.every(text => text.length <= listedLine && /^(?:["“„«‘'(†*+]{0,2}[\p{Lu}\p{N}]|\S+@)/u.test(text))
  return areShort && !words.slice(0, -1).every(text => endsSentence.test(text)) && (longest(words) < shortListed || isUneven(words))
}

/** The lines of a play: each begins with who says it. */
export function areSpoken(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.map(withoutMarkup).every(line => /^\p{Lu}[\p{L}\p{M}.'’ -]{0,24}:\s+\S/u.test(line))
}

/** An editor puts on a line what it holds: a line on which the next one's first word had room was ended by hand. */
function isUneven(lines: readonly string[]): boolean {
  const most = longest(lines)
  return lines.slice(0, -1).some((line, index) => line.length + 1 + (/^\S+/.exec(lines[index + 1] ?? '')?.[0].length ?? 0) <= most)
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(line => line.length))
}

/** Without stars that stress words, and the labels of notes. */
function withoutMarkup(line: string): string {
  return line.trim().replaceAll(/\*\*|__|(?<!\p{L})[*_](?=\p{L})|(?<=[\p{L}\p{P}])[*_](?!\p{L})|\[\^[^\]\s]+\]/gu, '')
}
