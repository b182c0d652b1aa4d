/** The beginning of a text that stands for the whole. */

/** The first sentence without its full stop; one of more characters than `most` is cut at a word. */
export function firstSentence(text: string, most = 400): string {
  const words = text.replaceAll(/[\t\n\r ]+/g, ' ').trim()
  const sentence = /^.+?[^\p{Lu}.\s]{2}(?=[.!?…](?:\s|$))[.!?…]*/u.exec(words)?.[0] ?? words
  if (sentence.length > most) return `${sentence.slice(0, most).replace(/[\s,;:.–—-]+\S*$/u, '')}…`
  return sentence.replace(/\.$/, '')
}
