/** Finds, step by step, the end of the text on one page: what is planned is laid out, looked at and planned again. */
import {dropCapDepth} from './drop-cap.ts'
import type {BlockOnPage, Foot} from './foot.ts'
import {placeFoot} from './foot.ts'
import {turnHollow} from './hollow.ts'
import type {WaitingNote} from './notes.ts'
import type {PagePlan, Reference} from './plan-page.ts'
import {planPage} from './plan-page.ts'
import {linesOf} from './references.ts'
import {textBottom} from './text-bottom.ts'
import type {View} from './view.ts'

/** A reference that stands on the page as long as no room is taken from it. */
export type Candidate = {readonly note: WaitingNote; readonly reference: Reference; readonly isOn: (page: number) => boolean}

export type PageTask = {
  readonly view: View
  readonly page: number
  readonly blocks: readonly BlockOnPage[]
  readonly carried: readonly WaitingNote[]
  readonly candidates: readonly Candidate[]
  readonly separatorPx: number
  readonly leadingPx: number
}

export type SettledPage = {
  readonly foot: Foot | undefined
  readonly reservePx: number
  readonly taken: readonly Candidate[]
  readonly plan: PagePlan
  /** Notes that fit on no page. */
  readonly unplaced: readonly WaitingNote[]
  readonly problem?: string
}

type Attempt = {limitPx: number; floorPx: number; candidates: readonly Candidate[]; unplaced: readonly WaitingNote[]; lastPageTries: number; runtTries: number; good: Good | undefined; isFinal: boolean}

/** A state that holds, to come back to when something better cannot be had. */
type Good = Pick<Attempt, 'limitPx' | 'floorPx' | 'candidates' | 'unplaced'>

const mostAttempts = 60

/** Settle a page: where its text ends, which notes it takes, and a box of the right height at its foot. */
export function settlePage(task: PageTask): SettledPage {
  const state: Attempt = {limitPx: task.view.columns.heightPx, floorPx: 0, candidates: task.candidates, unplaced: [], lastPageTries: 0, runtTries: 0, good: undefined, isFinal: false}
  let foot: Foot | undefined
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const plan = planFor(task, state)
    if (!plan && (comeBack(state) || giveUpOne(state))) continue
    if (!plan) break
    foot?.remove()
    const tried = tryPlan(task, plan)
    foot = tried.foot
    const better = next(task, state, plan, tried)
    if (!better && !tried.isReserved && comeBack(state)) continue
    if (!better) return finished(task, state, plan, foot, tried.isReserved)
    Object.assign(state, better)
  }
  foot?.remove()
  return {...notSettled, unplaced: [...state.unplaced, ...state.candidates.map(({note}) => note)]}
}

const notSettled = {foot: undefined, reservePx: 0, taken: [], plan: {taken: 0, textBottomPx: 0, allotmentsPx: []}, problem: 'the page did not settle'}

type Tried = {readonly foot: Foot | undefined; readonly isEmpty: boolean; readonly isReserved: boolean}

function tryPlan(task: PageTask, plan: PagePlan): Tried {
  const {view, page, blocks} = task
  const reservePx = view.columns.heightPx - plan.textBottomPx
  const isEmpty = plan.textBottomPx < 1 && blocks.length > 0
  if (isEmpty) return {foot: undefined, isEmpty, isReserved: false}
  if (reservePx <= 0.5) return {foot: undefined, isEmpty, isReserved: true}
  const foot = placeFoot(view, {page, reservePx, leastPx: notesPx(task, plan)}, blocks)
  return {foot, isEmpty, isReserved: foot !== undefined}
}

function next(task: PageTask, state: Attempt, plan: PagePlan, {isEmpty, isReserved}: Tried): Partial<Attempt> | undefined {
  if (isEmpty) return raiseFloor(task, state)
  return isReserved ? improve(task, state, plan) : lower(task, state, plan)
}

function planFor({view, separatorPx, leadingPx, carried}: PageTask, {limitPx, floorPx, candidates}: Attempt): PagePlan | undefined {
  const heightPx = view.columns.heightPx
  const references = candidates.map(({reference}) => reference)
  return planPage({heightPx, separatorPx, limitPx: Math.max(limitPx, floorPx), floorPx, leastTextPx: 3 * leadingPx, carried: carried.map(({shape}) => shape), references})
}

/** What was tried did not do: take the last state that held, as it is. */
function comeBack(state: Attempt): boolean {
  if (!state.good || state.isFinal) return false
  Object.assign(state, state.good, {isFinal: true})
  return true
}

/** Too many notes for what must stay on the page: the last of them goes to the end. */
function giveUpOne(state: Attempt): boolean {
  const bound = state.candidates.findLastIndex(({reference}) => reference.bottomPx <= state.floorPx + 0.5)
  const given = state.candidates[Math.max(0, bound)]
  if (!given) return false
  state.candidates = state.candidates.filter(candidate => candidate !== given)
  state.unplaced = [...state.unplaced, given.note]
  return true
}

/** No place for the box: try with less text, above a drop cap or below it. */
function lower({leadingPx, blocks}: PageTask, {limitPx, floorPx}: Attempt, plan: PagePlan): Partial<Attempt> | undefined {
  const bottomPx = Math.min(limitPx, plan.textBottomPx)
  const last = blocks.findLast(({topPx}) => topPx < bottomPx - 2)
  const depthPx = last ? dropCapDepth(last.block) : 0
  if (last && depthPx > 0 && bottomPx < last.topPx + depthPx) {
    if (last.topPx > Math.max(floorPx, 3 * leadingPx)) return {limitPx: last.topPx}
    if (floorPx < last.topPx + depthPx) return {floorPx: last.topPx + depthPx}
  }
  return bottomPx - leadingPx > floorPx + leadingPx ? {limitPx: bottomPx - leadingPx} : undefined
}

/** What the layout made of the plan, and what to try instead; undefined where it is good. */
function improve(task: PageTask, state: Attempt, plan: PagePlan): Partial<Attempt> | undefined {
  const {view, page, leadingPx, blocks} = task
  const bottomPx = textBottom(view, page, blocks, leadingPx)
  if (bottomPx < 1 && blocks.length > 0) return raiseFloor(task, state)
  const staying = state.candidates.filter(({isOn}) => isOn(page))
  const taken = state.candidates.slice(0, plan.taken)
  const extra = staying.find(candidate => !taken.includes(candidate))
  if (extra) return tooMany(task, state, plan, extra)
  if (taken.some(candidate => !staying.includes(candidate))) return {candidates: staying, limitPx: Math.min(state.limitPx, bottomPx)}
  return loneLine(task, state) ?? (state.isFinal ? undefined : betterEnd(task, state, plan, bottomPx))
}

/** Above a float the layout may leave one line of a paragraph alone, on this page or the next. */
function loneLine(task: PageTask, state: Attempt): Partial<Attempt> | undefined {
  const {view, page, blocks, leadingPx} = task
  const last = blocks.findLast(({block}) => view.textBoxes(block).some(place => place.page === page))
  if (last?.block.tagName !== 'P') return undefined
  const lines = linesOf(view, last.block, leadingPx)
  const here = lines.filter(line => line.page === page).length
  const before = lines.filter(line => line.page < page).length
  const {orphans, widows} = leastLines(last.block)
  const after = lines.length - here - before
  if (after === 0 || (after >= widows && before + here >= orphans && here > 1)) return undefined
  if (comeBack(state)) return {}
  const limitPx = before + here > orphans && here > 1 ? textBottom(view, page, [last], leadingPx) - leadingPx : last.topPx
  return limitPx >= Math.max(state.floorPx, 1) && limitPx < state.limitPx ? {limitPx} : undefined
}

function leastLines(block: HTMLElement): {readonly orphans: number; readonly widows: number} {
  const {orphans, widows} = getComputedStyle(block)
  return {orphans: Number(orphans) || 2, widows: Number(widows) || 2}
}

function raiseFloor({view, leadingPx}: PageTask, state: Attempt): Partial<Attempt> | undefined {
  if (comeBack(state)) return {}
  const {floorPx, candidates} = state
  const heightPx = view.columns.heightPx
  if (floorPx >= heightPx) return undefined
  const first = candidates[0]?.reference.bottomPx ?? heightPx
  return {floorPx: Math.min(heightPx, Math.max(floorPx + leadingPx, Math.min(first, heightPx))), limitPx: heightPx}
}

/** A line stands higher than it was thought to: end the text above it, or keep what cannot leave. */
function tooMany({view, leadingPx}: PageTask, {floorPx, limitPx}: Attempt, plan: PagePlan, extra: Candidate): Partial<Attempt> {
  const next = Math.min(limitPx, plan.textBottomPx) - leadingPx
  if (next > floorPx) return {limitPx: next}
  return {floorPx: Math.min(view.columns.heightPx, Math.max(floorPx + leadingPx, extra.reference.bottomPx))}
}

/** What the notes of a plan take, separator included. */
function notesPx({separatorPx}: PageTask, {allotmentsPx}: PagePlan): number {
  const heightPx = allotmentsPx.reduce((total, allotted) => total + allotted, 0)
  return heightPx > 0 ? separatorPx + heightPx : 0
}

/** No chapter ends with one or two lines alone, and no rest of a note is left over behind its last line. */
function betterEnd(task: PageTask, state: Attempt, plan: PagePlan, bottomPx: number): Partial<Attempt> | undefined {
  const {view, page, leadingPx} = task
  const end = view.end()
  const canGive = bottomPx > state.floorPx + 4 * leadingPx
  if (!end || !canGive) return undefined
  if (end.page === page && hasRest(task, state, plan) && state.lastPageTries < 6) {
    return {limitPx: Math.min(state.limitPx, bottomPx) - (state.lastPageTries === 0 ? 3 : 1) * leadingPx, lastPageTries: state.lastPageTries + 1, good: {...state}}
  }
  if (end.page === page + 1 && end.bottomPx < 2.5 * leadingPx && state.runtTries < 3) {
    return {limitPx: bottomPx - leadingPx, runtTries: state.runtTries + 1, good: {...state}}
  }
  return undefined
}

function hasRest({carried}: PageTask, {candidates}: Attempt, plan: PagePlan): boolean {
  const notes = [...carried, ...candidates.slice(0, plan.taken).map(({note}) => note)]
  return notes.some(({shape}, index) => (plan.allotmentsPx[index] ?? 0) < shape.heightPx - 0.01)
}

/** Once the text has found its end, a note that was split may use the room that is left over. */
function finished(task: PageTask, state: Attempt, plan: PagePlan, foot: Foot | undefined, isReserved: boolean): SettledPage {
  const settled = withFullRoom(task, state, plan, foot, isReserved)
  if (settled.foot) turnHollow(task.view, task.page, task.blocks, settled.foot)
  return settled
}

function withFullRoom(task: PageTask, state: Attempt, plan: PagePlan, foot: Foot | undefined, isReserved: boolean): SettledPage {
  const {view, page, blocks, leadingPx} = task
  const taken = state.candidates.slice(0, plan.taken)
  const base = {taken, unplaced: state.unplaced}
  const reservePx = view.columns.heightPx - plan.textBottomPx
  if (!isReserved) return {foot: undefined, reservePx: 0, taken: [], plan, unplaced: [...state.unplaced, ...taken.map(({note}) => note)], problem: 'no place for the notes held'}
  if (!hasRest(task, state, plan)) return {...base, foot, reservePx, plan}
  const bottomPx = textBottom(view, page, blocks, leadingPx)
  const fuller = planFor(task, {...state, candidates: taken, limitPx: bottomPx, floorPx: bottomPx})
  const fullerPx = fuller ? notesPx(task, fuller) : 0
  if (fuller?.taken !== plan.taken || fullerPx <= reservePx + 1) return {...base, foot, reservePx, plan}
  foot?.remove()
  const larger = placeFoot(view, {page, reservePx: fullerPx, leastPx: fullerPx}, blocks)
  if (larger) return {...base, foot: larger, reservePx: fullerPx, plan: fuller}
  return {...base, foot: placeFoot(view, {page, reservePx, leastPx: notesPx(task, plan)}, blocks), reservePx, plan}
}
