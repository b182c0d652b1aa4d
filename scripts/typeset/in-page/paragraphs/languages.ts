/** Which patterns cut the words of a language, and how much of a word must stay on either side of a hyphen. */

export type HyphenationRules = {
  /** The name of the pattern file in npm `hyphen`. */
  readonly patterns: string
  readonly leastBefore: number
  readonly leastAfter: number
  /** Whether any noun is written with a capital, so that a capital does not mark a name. */
  readonly capitalNouns: boolean
  /** Whether an `I` is the capital of the `ı` without a dot. */
  readonly dotlessI: boolean
}

const files: Readonly<Record<string, string>> = {
  'en': 'en-us', 'en-gb': 'en-gb', 'en-au': 'en-gb', 'en-ie': 'en-gb', 'en-nz': 'en-gb', 'en-za': 'en-gb', 'en-in': 'en-gb',
  'de': 'de-1996', 'de-ch': 'de-1996', 'el': 'el-monoton', 'es': 'es', 'fr': 'fr', 'it': 'it', 'pt': 'pt', 'ru': 'ru', 'uk': 'uk',
  'pl': 'pl', 'tr': 'tr', 'nl': 'nl', 'ca': 'ca', 'cs': 'cs', 'da': 'da', 'et': 'et', 'eu': 'eu', 'fi': 'fi', 'ga': 'ga', 'gl': 'gl',
  'hr': 'hr', 'hu': 'hu', 'id': 'id', 'is': 'is', 'la': 'la', 'lt': 'lt', 'lv': 'lv', 'nb': 'nb', 'nn': 'nn', 'no': 'nb', 'ro': 'ro',
  'sk': 'sk', 'sl': 'sl', 'sv': 'sv', 'be': 'be', 'bg': 'bg', 'mk': 'mk', 'sr': 'sr-cyrl', 'sr-latn': 'sh-latn'
}

/** Find the rules of a BCP 47 tag: the whole tag, then ever less of it; undefined where words stay whole. */
export function rulesOf(tag: string): HyphenationRules | undefined {
  const parts = tag.toLowerCase().split('-')
  for (let length = parts.length; length > 0; length--) {
    const patterns = files[parts.slice(0, length).join('-')]
    if (patterns !== undefined) return {patterns, leastBefore: 2, leastAfter: parts[0] === 'el' ? 2 : 3, capitalNouns: parts[0] === 'de', dotlessI: parts[0] === 'tr'}
  }
  return undefined
}
