/** What may have been meant by a name that is not known. */
import {distance} from 'fastest-levenshtein'

/** Longer names are compared by their beginning. */
const compared = 60

/** The nearest of some names, where three letters are wrong at the most, and of a short name not more than a `share` of it. */
export function nearestName(given: string, names: readonly string[], share: number): string | undefined {
  const far = (name: string) => distance(given.slice(0, compared).toLowerCase(), name.slice(0, compared).toLowerCase())
  return names.filter(name => far(name) <= Math.min(3, name.length * share)).toSorted((a, b) => far(a) - far(b))[0]
}
