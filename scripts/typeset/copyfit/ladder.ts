/**
 * The settings that copyfit may choose from, as a ladder with the theme's own in the middle: every rung changes one thing by
 * one small step, and what has been changed least goes next, so that no change is seen.
 */

/** A setting as its difference from the theme's: whole lines more a page (the leading follows), the others in per cent. */
export type Setting = {readonly lines: number; readonly measurePercent: number; readonly sizePercent: number}

export const asDesigned: Setting = {lines: 0, measurePercent: 0, sizePercent: 0}

/** Nothing is changed by more than this, in per cent of the theme's own. */
export const limits = {leading: 6, measure: 4, size: 3} as const

const steps = {measure: 1, size: 0.75} as const

/** What can be changed in a design: `lines` a page, and whether the theme lets its size be set. */
export type Scope = {readonly lines: number; readonly hasSize: boolean}

/** The rungs in both directions, each further from the theme's setting than the one before. */
export type Ladder = {readonly tighter: readonly Setting[]; readonly looser: readonly Setting[]}

/** Draw the ladder up. Tighter is a line more a page, a wider measure, smaller type. */
export function ladderFor({lines, hasSize}: Scope): Ladder {
  const most = {
    tighter: Math.floor(lines * limits.leading / (100 - limits.leading)),
    looser: Math.floor(lines * limits.leading / (100 + limits.leading))
  }
  const counts = (linesMost: number): Counts => ({measure: limits.measure / steps.measure, size: hasSize ? limits.size / steps.size : 0, lines: linesMost})
  return {tighter: climb(counts(most.tighter), 1), looser: climb(counts(most.looser), -1)}
}

type Counts = Readonly<Record<'measure' | 'size' | 'lines', number>>

function climb(most: Counts, sign: 1 | -1): readonly Setting[] {
  const rungs: Setting[] = []
  const taken = {measure: 0, size: 0, lines: 0}
  for (let lever = leastUsed(taken, most); lever; lever = leastUsed(taken, most)) {
    taken[lever]++
    rungs.push({lines: signed(sign, taken.lines), measurePercent: signed(sign, taken.measure * steps.measure), sizePercent: signed(-sign, taken.size * steps.size)})
  }
  return rungs
}

/** What would be furthest from its limit after one more step; the measure, which is seen least, before the others. */
function leastUsed(taken: Counts, most: Counts): keyof Counts | undefined {
  const levers = (['measure', 'size', 'lines'] as const).filter(lever => taken[lever] < most[lever])
  const share = (lever: keyof Counts) => (taken[lever] + 1) / most[lever]
  return levers.toSorted((a, b) => share(a) - share(b))[0]
}

/** Without the negative zero. */
function signed(sign: number, amount: number): number {
  return amount === 0 ? 0 : sign * amount
}
