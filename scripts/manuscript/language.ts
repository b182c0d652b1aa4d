/** Languages by BCP 47. */

/** Bring a language tag into its canonical form (`EN-us` → `en-US`); undefined where it is none, or its language unknown. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim())
    return canonical !== undefined && isKnown(new Intl.Locale(canonical).language) ? canonical : undefined
  } catch {
    return undefined
  }
}

/**
 * `jp` and `english` are well-formed, and yet no languages. Codes of two letters are few and all have a name here; those
 * of three are too many for that and count as they are; longer ones were reserved and never given.
 */
function isKnown(language: string): boolean {
  if (language.length === 3) return true
  return new Intl.DisplayNames('en', {type: 'language', fallback: 'none'}).of(language) !== undefined
}
