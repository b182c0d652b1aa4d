/** Which language a text is in, by its smallest words. */

/** Words that are frequent in one language and rare or unknown in the others. */
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'that', 'was', 'with', 'for', 'they', 'this', 'from', 'not'],
  de: ['der', 'die', 'und', 'das', 'nicht', 'ist', 'den', 'mit', 'sich', 'auf', 'eine', 'dem'],
  fr: ['les', 'des', 'et', 'est', 'dans', 'une', 'pour', 'qui', 'pas', 'sur', 'au', 'ne'],
  es: ['el', 'los', 'y', 'las', 'por', 'con', 'una', 'del', 'para', 'es', 'lo', 'más'],
  it: ['il', 'di', 'che', 'non', 'per', 'della', 'sono', 'gli', 'è', 'nel', 'più', 'anche'],
  pt: ['os', 'não', 'uma', 'com', 'do', 'da', 'em', 'mais', 'ao', 'pelo', 'são', 'foi'],
  ru: ['и', 'в', 'не', 'на', 'что', 'он', 'как', 'это', 'по', 'из', 'но', 'к']
}

const enoughWords = 20

/** Guess the language of a text (BCP 47); undefined where it is too short, or no language stands out. */
export function guessLanguage(text: string): string | undefined {
  const words = text.slice(0, 200_000).toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < enoughWords) return undefined
  const counts = Object.entries(smallWords).map(([language, small]) => ({language, count: words.filter(word => small.includes(word)).length})).toSorted((a, b) => b.count - a.count)
  const [best, next] = counts
  return best && next && best.count > 0.05 * words.length && best.count > 1.5 * next.count ? best.language : undefined
}
