/** Copyfit: makes the number of pages what the editor wants, by changes of the setting that are too small to be seen. */
import type {Composition, Copyfit, FitGoal, PrintPage} from '../../types.ts'
import type {Ladder, Setting} from './ladder.ts'
import {asDesigned, ladderFor} from './ladder.ts'
import {hasRunt, linesToAdd, linesToCut} from './lines.ts'
import type {Target, Trial} from './search.ts'
import {bestOf, meets, mostPasses, nextRung, targetsFor} from './search.ts'

/** Pages that stand composed in the browser, ready to be printed. */
export type Standing = {
  readonly printPage: Pick<PrintPage, 'design'>
  readonly composition: Pick<Composition, 'count' | 'sections' | 'blanks' | 'ends'>
  readonly close: () => Promise<void>
}

export type Fitting<Pages extends Standing> = {
  readonly goal: FitGoal
  /** The pages as the theme sets them, and how many compositions they took. */
  readonly first: Pages
  readonly passes: number
  readonly compose: (setting: Setting) => Promise<Pages>
}

type Tried = Trial & {readonly composition: Standing['composition']}

/**
 * Fit the pages: compose with other settings until the least change is found that gives the wanted number, at most eight
 * passes in all. Gives the pages to print, with what was done; where the number is out of reach, those that the theme sets.
 * All others are closed.
 */
export async function copyfit<Pages extends Standing>({goal, first, passes, compose}: Fitting<Pages>): Promise<{readonly pages: Pages; readonly done: Copyfit}> {
  const ladder = ladderFor({lines: first.printPage.design.lines, hasSize: first.printPage.design.sizePx !== undefined})
  const reach = {tighter: ladder.tighter.length, looser: ladder.looser.length}
  const tried: Tried[] = [trialOf(0, first)]
  const targets = meets(goal, first.composition.count) ? [] : inOrder(targetsFor(goal, first.composition.count), first.composition)
  let kept = first
  try {
    for (let rung = nextRung(goal, targets, reach, tried); rung !== undefined && passes + tried.length - 1 < mostPasses; rung = nextRung(goal, targets, reach, tried)) {
      const pages = await compose(settingAt(ladder, rung))
      tried.push(trialOf(rung, pages))
      const isBetter = bestOf(goal, tried)?.rung === rung
      await (isBetter ? kept : pages).close()
      if (isBetter) kept = pages
    }
  } catch (error) {
    await kept.close()
    throw error
  }
  return {pages: kept, done: whatWasDone({goal, first, kept, tried, targets, passes})}
}

function trialOf(rung: number, {composition}: Standing): Tried {
  return {rung, count: composition.count, hasRunt: hasRunt(composition), composition}
}

function settingAt({tighter, looser}: Ladder, rung: number): Setting {
  return (rung < 0 ? tighter[-rung - 1] : looser[rung - 1]) ?? asDesigned
}

/** The target that asks for fewer lines first. */
function inOrder(targets: readonly Target[], composition: Standing['composition']): readonly Target[] {
  return targets.toSorted((a, b) => linesFor(a, composition) - linesFor(b, composition))
}

function linesFor({direction, count}: Target, composition: Standing['composition']): number {
  return direction === 'tighter' ? linesToCut(composition, count) : linesToAdd(composition, count)
}

type Ended = {readonly goal: FitGoal; readonly first: Standing; readonly kept: Standing; readonly tried: readonly Tried[]; readonly targets: readonly Target[]; readonly passes: number}

function whatWasDone({goal, first, kept, tried, targets, passes}: Ended): Copyfit {
  const isReached = bestOf(goal, tried) !== undefined
  return {
    goal, isReached, passes: passes + tried.length - 1,
    pagesAsDesigned: first.composition.count,
    asDesigned: first.printPage.design, asFitted: kept.printPage.design,
    missed: isReached ? [] : targets.map(target => ({...target, lines: linesFor(target, furthest(target, tried).composition)}))
  }
}

/** What came nearest to a target: the last rung tried towards it. */
function furthest({direction}: Target, tried: readonly Tried[]): Tried {
  return tried.reduce((far, trial) => direction === 'tighter' ? (trial.rung < far.rung ? trial : far) : (trial.rung > far.rung ? trial : far))
}
