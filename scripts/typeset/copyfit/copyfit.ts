/** Copyfit: makes the number of pages what the editor wants, by changes of the setting that are too small to be seen. */
import type {Composition, Copyfit, FitGoal, PrintPage} from '../../types.ts'
import type {Ladder, Setting} from './ladder.ts'
import {asDesigned, ladderFor} from './ladder.ts'
import type {Missing} from './lines.ts'
import {hasRunt, linesToAdd, linesToCut} from './lines.ts'
import type {Target, Trial} from './search.ts'
import {bestOf, meets, mostPasses, nextRung, targetsFor} from './search.ts'

/** Pages that stand composed in the browser, ready to be printed. */
export type Standing = {
  readonly printPage: Pick<PrintPage, 'design'>
  readonly composition: Pick<Composition, 'count' | 'sections' | 'blanks' | 'ends' | 'pages'>
  readonly close: () => Promise<void>
}

export type Fitting<Pages extends Standing> = {
  readonly goal: FitGoal
  /** The pages as the theme sets them, and how many compositions they took. */
  readonly first: Pages
  readonly passes: number
  /** The head of the chapter that ends on a page. */
  readonly chapterOn: (page: number, pages: Composition['pages']) => string | undefined
  readonly compose: (setting: Setting) => Promise<Pages>
}

export type Fitted<Pages extends Standing> = {readonly pages: Pages; readonly setting: Setting; readonly done: Copyfit}

type Tried = Trial & {readonly composition: Standing['composition']}

/**
 * Fit the pages: compose with other settings until the least change is found that gives the wanted number, at most eight
 * passes in all. Gives the pages to print, with what was done; where the number is out of reach, those that the theme sets.
 * All others are closed.
 */
export async function copyfit<Pages extends Standing>({goal, first, passes, chapterOn, compose}: Fitting<Pages>): Promise<Fitted<Pages>> {
  const ladder = ladderFor({lines: first.printPage.design.lines, hasSize: first.printPage.design.sizePx !== undefined})
  const reach = {tighter: ladder.tighter.length, looser: ladder.looser.length}
  const tried: Tried[] = [trialOf(0, first)]
  const targets = meets(goal, first.composition.count) ? [] : inOrder(targetsFor(goal, first.composition.count), first.composition)
  const next = () => passes + tried.length > mostPasses ? undefined : nextRung(goal, targets, reach, tried)
  let kept = first
  try {
    for (let rung = next(); rung !== undefined; rung = next()) {
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
  const setting = settingAt(ladder, bestOf(goal, tried)?.rung ?? 0)
  return {pages: kept, setting, done: whatWasDone({goal, first, kept, tried, targets, passes: passes + tried.length - 1, chapterOn})}
}

/** What is to be said of pages that had to be made once more, in a simpler way, with the setting that was found before. */
export function madeAnew({done, pages: {composition, printPage}, chapterOn}: {readonly done: Copyfit; readonly pages: Standing; readonly chapterOn: Ended['chapterOn']}): Copyfit {
  const {goal} = done
  const isReached = meets(goal, composition.count)
  return {...done, isReached, asFitted: printPage.design, missed: isReached ? [] : targetsFor(goal, composition.count).map(target => missedBy(target, composition, chapterOn))}
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
  return missingFor({direction, count}, composition).lines
}

function missingFor({direction, count}: Target, composition: Standing['composition']): Missing {
  return direction === 'tighter' ? linesToCut(composition, count) : linesToAdd(composition, count)
}

type Ended = {readonly goal: FitGoal; readonly first: Standing; readonly kept: Standing; readonly tried: readonly Tried[]; readonly targets: readonly Target[]; readonly passes: number; readonly chapterOn: Fitting<Standing>['chapterOn']}

function whatWasDone({goal, first, kept, tried, targets, passes, chapterOn}: Ended): Copyfit {
  const isReached = bestOf(goal, tried) !== undefined
  return {
    goal, isReached, passes,
    pagesAsDesigned: first.composition.count,
    asDesigned: first.printPage.design, asFitted: kept.printPage.design,
    missed: isReached ? [] : targets.map(target => missedBy(target, furthest(target, tried).composition, chapterOn))
  }
}

/** By how many lines a target is missed, and at the ends of which chapters. */
function missedBy(target: Target, composition: Standing['composition'], chapterOn: Ended['chapterOn']): Copyfit['missed'][number] {
  const {lines, ends} = missingFor(target, composition)
  const chapters = ends.flatMap(({page, lines: own}) => {
    const chapter = chapterOn(page, composition.pages)
    return chapter === undefined ? [] : [{chapter, lines: own}]
  })
  return {...target, lines, chapters}
}

/** What came nearest to a target: the last rung tried towards it. */
function furthest({direction}: Target, tried: readonly Tried[]): Tried {
  return tried.reduce((far, trial) => direction === 'tighter' ? (trial.rung < far.rung ? trial : far) : (trial.rung > far.rung ? trial : far))
}
