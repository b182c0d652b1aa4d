/** Puts together what is found again and again, so that it is said once. */
import type {Place, RuleId} from '../../types.ts'
import type {Finding} from './finding.ts'

/** A finding with its place in the manuscript; what the build itself had to say of a page stands beside the press's own. */
export type PlacedFinding = Omit<Finding, 'rule'> & {readonly rule: RuleId; readonly place?: Place}

/** Findings of one rule and in the same words: the first whose place in the manuscript is known, else the first; and all of them. */
export type Alike = {readonly first: PlacedFinding; readonly all: readonly PlacedFinding[]}

/** Gather findings that say the same, in the order of the first of each. */
export function gather(findings: readonly PlacedFinding[]): readonly Alike[] {
  const groups = Map.groupBy(findings, ({rule, severity, reason, remedy}) => JSON.stringify([rule, severity, reason, remedy]))
  return [...groups.values()].flatMap(all => {
    const first = all.find(({place}) => place) ?? all[0]
    return first ? [{first, all}] : []
  })
}

/** On which pages: `page 3`, `pages 1 to 8, 10 and 12`; undefined where none is meant. */
export function pagesText({all}: Alike): string | undefined {
  const pages = [...new Set(all.flatMap(({page}) => page ?? []))].toSorted((a, b) => a - b)
  const stretches = pages.reduce<readonly (readonly [first: number, last: number])[]>((found, page) => {
    const last = found.at(-1)
    return last?.[1] === page - 1 ? [...found.slice(0, -1), [last[0], page]] : [...found, [page, page]]
  }, [])
  const texts = stretches.flatMap(([first, last]) => first === last ? [String(first)] : last === first + 1 ? [String(first), String(last)] : [`${first} to ${last}`])
  if (texts.length === 0) return undefined
  return `${pages.length === 1 ? 'page' : 'pages'} ${[texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter(Boolean).join(' and ')}`
}

/** Where the same is found in many places, so many of them are named. */
export const mostPlaces = 8

/** The places in the manuscript where the same was found, each once, without that of the first. */
export function otherPlaces({first, all}: Alike): readonly Place[] {
  const key = ({file, line, column}: Place) => JSON.stringify([file, line, column])
  const places = new Map(all.flatMap(({place}) => place ? [[key(place), place] as const] : []))
  if (first.place) places.delete(key(first.place))
  return [...places.values()]
}
