/** Steps with what must be known of the tree before anything is written into it. */
import {columnStepOf} from './column-boxes.ts'
import type {ComposedSection} from './compose-pages.ts'
import type {Point} from './find-line.ts'
import {pointOf} from './find-line.ts'
import type {FlowItem} from './flow.ts'
import type {Kept} from './neighbours.ts'
import {keptFrom} from './neighbours.ts'
import type {Step} from './steps.ts'
import {stepsOf} from './steps.ts'

export type Place = Step & {
  readonly begins: FlowItem
  /** The item before it, where there is one. */
  readonly above: FlowItem | undefined
  /** Where a turn goes that stands inside a block. */
  readonly point: Point | undefined
  /** The number of its page. */
  readonly number: number
  /** How far it is from the foot of the item before to the top of its page, as if pages stood on each other. */
  readonly fromAbovePx: number
  /** What must stay as it is where columns or pages are left free in front of it. */
  readonly kept: readonly Kept[]
}

/** A figure out of the text's order, with the box that it had. */
export type Afloat = {readonly block: HTMLElement; readonly topPx: number; readonly leftPx: number; readonly widthPx: number}

/** Find the places of a section's steps, in the order of the text. */
export function placesOf(section: ComposedSection): readonly Place[] {
  const {element, items, pages, firstPage} = section
  const originPx = element.getBoundingClientRect().top
  const bottoms = bottomsOf(section)
  return stepsOf(pages, items).flatMap(step => {
    const [begins, above] = [items[step.item], step.before === undefined ? undefined : items[step.before]]
    if (!begins) return []
    const point = step.turn === 'none' ? undefined : pointOf(begins.start, originPx)
    const fromAbovePx = (pages[step.page]?.topPx ?? 0) - (bottoms.get(step.before ?? -1) ?? 0)
    return [{...step, begins, above, point, number: firstPage + step.page, fromAbovePx, kept: keptBehind(step, begins)}]
  })
}

function keptBehind({skips, emptyPages}: Step, {start}: FlowItem): readonly Kept[] {
  return skips + emptyPages.length > 0 && start.kind === 'block' ? keptFrom(start.outer) : []
}

/** The foot of each item in its section, as if pages stood on each other. */
export function bottomsOf({items, pages}: ComposedSection): ReadonlyMap<number, number> {
  return new Map(pages.flatMap(page => page.placed.map(({item, topPx}) => [item, page.topPx + topPx + (items[item]?.heightPx ?? 0)])))
}

/** Find the figures that are set elsewhere than the text has them. */
export function afloatIn({element, items, pages}: ComposedSection): readonly Afloat[] {
  const origin = element.getBoundingClientRect()
  return pages.flatMap(page => page.placed.filter(({isAfloat}) => isAfloat).flatMap(({item, topPx, column}) => {
    const block = items[item]?.block
    const box = block?.getBoundingClientRect()
    return block && box ? [{block, topPx: page.topPx + topPx, leftPx: box.left - origin.left + (column ?? 0) * columnStepOf(block), widthPx: box.width}] : []
  }))
}
