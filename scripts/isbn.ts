/** International Standard Book Numbers (ISO 2108). */

/** Read an ISBN in any of its usual spellings; undefined where the check digit is wrong. */
export function isbnOf(text: string): string | undefined {
  const digits = text.replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)/i, '').replaceAll(/[\s\u2010-\u2013-]/g, '').toUpperCase()
  if (/^97[89]\d{10}$/.test(digits)) return weightedSum(digits, index => index % 2 === 0 ? 1 : 3) % 10 === 0 ? digits : undefined
  if (/^\d{9}[\dX]$/.test(digits)) return weightedSum(digits, index => 10 - index) % 11 === 0 ? digits : undefined
  return undefined
}

/** Tell whether an identifier is meant as an ISBN: it says so, or has the 13 figures of one. */
export function claimsIsbn(identifier: string): boolean {
  return /^(?:urn:)?isbn\b/i.test(identifier) || /^97[89](?:[\s\u2010-\u2013-]?\d){10}$/.test(identifier.trim())
}

/** An identifier as a reader knows it: an ISBN by its name, with the hyphens that it was given, anything else as it is. */
export function identifierWords(identifier: string): string {
  if (isbnOf(identifier) === undefined) return identifier
  return `ISBN\u00A0${identifier.replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)\s*/i, '').replaceAll('-', '\u2011')}`
}

function weightedSum(digits: string, weight: (index: number) => number): number {
  return Array.from(digits).reduce((sum, digit, index) => sum + weight(index) * (digit === 'X' ? 10 : Number(digit)), 0)
}
