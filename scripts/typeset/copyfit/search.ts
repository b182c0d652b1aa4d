/** Looks for the least change that gives the wanted number of pages: which rung of the ladder to compose next. Pure. */
import type {FitGoal} from '../../types.ts'

/** What came of a rung: below 0 tighter, above 0 looser, 0 the theme's own. `hasRunt`: a page holds a line or two alone. */
export type Trial = {readonly rung: number; readonly count: number; readonly hasRunt: boolean}

/** A number of pages that would do, and where on the ladder it must lie. */
export type Target = {readonly direction: 'tighter' | 'looser'; readonly count: number}

/** How many rungs there are each way. */
export type Reach = Readonly<Record<Target['direction'], number>>

/** So many compositions at most, with those that the pages took before copyfit began. */
export const mostPasses = 8

/** Tell whether a number of pages is what is wanted. */
export function meets(goal: FitGoal, count: number): boolean {
  return 'pages' in goal ? count === goal.pages : count % goal.multipleOf === 0
}

/** The next numbers of pages that would do, from one that does not; the tighter one first. */
export function targetsFor(goal: FitGoal, count: number): readonly Target[] {
  if ('pages' in goal) return [{direction: goal.pages < count ? 'tighter' : 'looser', count: goal.pages}]
  const below = count - count % goal.multipleOf
  const looser: Target = {direction: 'looser', count: below + goal.multipleOf}
  return below === 0 ? [looser] : [{direction: 'tighter', count: below}, looser]
}

/**
 * The rung to compose next; undefined where nothing more is to be learnt. Of each target, in order, the furthest rung is
 * tried first: where even that does not reach it, the next target has its turn; else the nearest rung that does is closed in
 * on from both sides. `trials` holds at least the theme's own setting.
 */
export function nextRung(goal: FitGoal, targets: readonly Target[], reach: Reach, trials: readonly Trial[]): number | undefined {
  for (const target of targets) {
    const sign = target.direction === 'tighter' ? -1 : 1
    const step = nextStep(goal, target, reach[target.direction], trials.filter(({rung}) => rung === 0 || Math.sign(rung) === sign))
    if (step === 'found') return undefined
    if (step !== 'out of reach') return sign * step
  }
  return undefined
}

function nextStep(goal: FitGoal, {direction, count}: Target, end: number, trials: readonly Trial[]): number | 'found' | 'out of reach' {
  const hasReached = (trial: Trial) => direction === 'tighter' ? trial.count <= count : trial.count >= count
  const byStep = trials.toSorted((a, b) => Math.abs(a.rung) - Math.abs(b.rung))
  const reached = byStep.find(hasReached)
  if (!reached) return trials.some(({rung}) => Math.abs(rung) === end) ? 'out of reach' : end
  const nearest = Math.abs(reached.rung)
  const below = byStep.findLast(trial => Math.abs(trial.rung) < nearest)
  if (below && nearest - Math.abs(below.rung) > 1) return between(below, reached, count)
  return beyond(goal, nearest, end, trials)
}

/** The rung between two where the number should be, if pages went evenly with rungs. */
function between(below: Trial, reached: Trial, count: number): number {
  const [from, to] = [Math.abs(below.rung), Math.abs(reached.rung)]
  const share = (below.count - count) / (below.count - reached.count)
  return Math.min(to - 1, Math.max(from + 1, Math.round(from + share * (to - from))))
}

/** Past the nearest rung: one further where that leaves a runt, as long as the number of pages stays. */
function beyond(goal: FitGoal, nearest: number, end: number, trials: readonly Trial[]): number | 'found' | 'out of reach' {
  const at = (step: number) => trials.find(({rung}) => Math.abs(rung) === step)
  for (let step = nearest; step <= end; step++) {
    const trial = at(step)
    if (!trial) return step
    if (!meets(goal, trial.count)) break
    if (!trial.hasRunt) return 'found'
  }
  return trials.some(trial => meets(goal, trial.count)) ? 'found' : 'out of reach'
}

/** The least change that meets the goal, one without a runt before one with; undefined where there is none. */
export function bestOf(goal: FitGoal, trials: readonly Trial[]): Trial | undefined {
  return trials.filter(({count}) => meets(goal, count)).toSorted((a, b) => Number(a.hasRunt) - Number(b.hasRunt) || Math.abs(a.rung) - Math.abs(b.rung))[0]
}
