/** How a language is written: from which side, and whether words have spaces between them. */

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])

export type Direction = 'ltr' | 'rtl'

/** The direction of a BCP 47 language: that of its script where the tag names one (`az-Arab`), else the usual one. */
export function directionOf(lang: string): Direction {
  const {primary, script} = partsOf(lang)
  const isRightToLeft = script === undefined ? rightToLeft.has(primary) : rightToLeftScripts.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}

/**
 * The script of a BCP 47 language, in lower case, where its tag names one or its region implies it: `zh-TW` is `hant`.
 * Undefined for all others.
 */
export function scriptOf(lang: string): string | undefined {
  const {primary, script, region} = partsOf(lang)
  if (script !== undefined || primary !== 'zh') return script
  return region !== undefined && ['tw', 'hk', 'mo'].includes(region) ? 'hant' : 'hans'
}

/** The primary language of a tag, in lower case. */
export function primaryOf(lang: string): string {
  return partsOf(lang).primary
}

/** The primary language, the script and the region of a tag, in lower case. */
function partsOf(lang: string): {readonly primary: string; readonly script?: string; readonly region?: string} {
  const [primary = '', ...rest] = lang.toLowerCase().split(/[-_]/)
  const script = rest.find(part => /^[a-z]{4}$/.test(part))
  const region = rest.find(part => /^(?:[a-z]{2}|\d{3})$/.test(part))
  return {primary, ...(script !== undefined && {script}), ...(region !== undefined && {region})}
}

/** Tell whether a language sets spaces between its words; where it does not, a line may end behind nearly any letter. */
export function spacesWords(lang: string): boolean {
  return !['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(partsOf(lang).primary)
}

const commas: Readonly<Record<string, string>> = {ar: '، ', ckb: '، ', fa: '، ', ps: '، ', sd: '، ', ug: '، ', ur: '، ', ja: '、', zh: '、'}

/** Write words in a row, with the comma of the language between them. */
export function inRow(words: readonly string[], lang: string): string {
  return words.join(commas[partsOf(lang).primary] ?? ', ')
}

/**
 * A character that runs to the left by itself, as letters of Hebrew and Arabic do, their question mark and the Hebrew
 * hyphen; not their figures, their comma and the marks on letters (bidirectional classes R and AL: UAX #9, 3.2).
 */
export const leftwardPattern = String.raw`(?:(?![\p{M}\p{Cf}\p{Ps}\p{Pe}\p{So}\u0600-\u061A\u0660-\u066C\u06F0-\u06F9\uFB29\u{10D30}-\u{10D39}\u{10E60}-\u{10E7E}])[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}])`

export const leftward = new RegExp(leftwardPattern, 'u')
