/** Languages by BCP 47. */
import {wordLanguages} from './words.ts'

/** Bring a language tag into its canonical form (`EN-us` → `en-US`); undefined where it is none, or its language unknown. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim())
    return canonical !== undefined && isKnown(new Intl.Locale(canonical).language) ? canonical : undefined
  } catch {
    return undefined
  }
}

/** The canonical form of a tag whose region is one of today: `UK` and `DD` are none, which programs read each in its own way. */
export function exactLanguage(tag: string): string | undefined {
  const canonical = canonicalLanguage(tag)
  return canonical !== undefined && hasTodaysRegion(tag) ? canonical : undefined
}

/** What may be meant by a tag: `en-GB` by `en_UK`, `en` where nobody knows the region. */
export function nearestLanguage(tag: string): string | undefined {
  const canonical = canonicalLanguage(tag.replaceAll('_', '-'))
  return canonical === undefined || hasTodaysRegion(canonical) ? canonical : new Intl.Locale(canonical).language
}

/** The regions that pamphlets name most. As with languages, to load the names of all takes long, so for these it is left out. */
const usualRegions = new Set('AR AT AU BE BR BY CA CH CL CO CY CZ DE DK EG ES FI FR GB GR HK IE IL IN IR IT JP KR LU MX NL NO NZ PE PL PT RU SE TR TW UA US UY VE ZA'.split(' '))

function hasTodaysRegion(tag: string): boolean {
  const region = regionOf(tag)
  if (region === undefined || usualRegions.has(region)) return true
  return new Intl.Locale(`und-${region}`).region === region && new Intl.DisplayNames('en', {type: 'region', fallback: 'none'}).of(region) !== undefined
}

/** The region as it was typed. */
function regionOf(tag: string): string | undefined {
  return /^[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?-([a-z]{2}|\d{3})(?:-|$)/i.exec(tag.trim())?.[1]?.toUpperCase()
}

/**
 * `jp` and `english` are well-formed, and yet no languages. Codes of two letters are few and all have a name here; those
 * of three are too many for that and count as they are; longer ones were reserved and never given. To load the names takes
 * as long as to check all other metadata, so it is left out for the languages of the program.
 */
function isKnown(language: string): boolean {
  if (language.length === 3 || wordLanguages.includes(language)) return true
  return new Intl.DisplayNames('en', {type: 'language', fallback: 'none'}).of(language) !== undefined
}
