/** Which way a language is written. */

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const scripts: ReadonlySet<string> = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** Give the direction of a BCP 47 language: its script decides where it is named. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().split('-')
  const script = rest.find(part => /^[a-z]{4}$/.test(part))
  const isRightToLeft = script === undefined ? rightToLeft.has(language) : scripts.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}
