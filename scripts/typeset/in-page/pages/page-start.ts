/** What stands on a page before any of its text: figures that waited for it, and where the text begins below them. */
import {footFor} from './foot.ts'
import type {PlacedItem, RunTask} from './model.ts'
import {onGrid} from './stack.ts'
import type {Way} from './way.ts'

export type Start = {
  readonly way: Way
  /** Figures from before, at the page's top. */
  readonly above: readonly PlacedItem[]
  /** Where the text begins. */
  readonly fromPx: number
  /** Figures that must wait for yet another page. */
  readonly left: readonly number[]
}

/** Figures leave so much of a page to its text, but for one that is higher. */
const figureShare = 0.8

/** Figures that waited go to the top, as many as find room with some text. */
export function startPage(task: RunTask, way: Way): Start {
  const above: PlacedItem[] = []
  let y = way.leadPx
  for (const item of way.waiting) {
    const bottomPx = y + (task.items[item]?.heightPx ?? 0)
    if (!hasRoom(task, way, bottomPx, above.length === 0)) break
    above.push({item, topPx: y})
    y = bottomPx + task.shape.leadingPx
  }
  return {way, above, fromPx: above.length > 0 ? onGrid(y, task.shape.leadingPx) : y + repeatOf(task, way), left: way.waiting.slice(above.length)}
}

/** The first figure goes up in any case, unless the note that goes on would find no room below it. */
function hasRoom({notes, shape}: RunTask, {rest}: Way, bottomPx: number, isFirst: boolean): boolean {
  if (!isFirst && bottomPx > shape.heightPx * figureShare) return false
  const textPx = onGrid(bottomPx + shape.leadingPx, shape.leadingPx)
  return !rest || footFor({rest, own: []}, notes, shape, shape.heightPx - textPx) !== undefined
}

function repeatOf({items}: RunTask, {first}: Way): number {
  return items[first]?.repeatPx ?? 0
}
