/** Notes that fit on no page of a run: known before any page is built, because every item could have a page of its own. */
import {footFor} from './foot.ts'
import type {NoteShape, PageShape, RunTask} from './model.ts'
import {onGrid} from './stack.ts'

/** Find them, in the order of the text. */
export function homelessNotes(task: RunTask): readonly number[] {
  return task.items.flatMap((_, index) => homelessIn(task, index))
}

/** Of an item's notes, the longest give way until the others begin below it on a page that holds nothing else. */
function homelessIn({items, notes, shape, leadPx}: RunTask, index: number): readonly number[] {
  const item = items[index]
  if (!item || item.notes.length === 0) return []
  const topPx = item.repeatPx + (index === 0 ? leadPx : 0)
  const roomPx = shape.heightPx - (item.onGrid ? onGrid(topPx, shape.leadingPx) : topPx) - item.heightPx
  const homeless = new Set(item.notes.filter(note => hasTallLine(notes[note] ?? [], shape)))
  const housed = () => item.notes.filter(note => !homeless.has(note))
  while (housed().length > 0 && !footFor({rest: undefined, own: housed()}, notes, shape, roomPx)) homeless.add(longest(housed(), notes))
  return [...homeless]
}

/** A line that is higher than the page below the separator. */
function hasTallLine(note: NoteShape, {heightPx, separatorPx}: PageShape): boolean {
  return note.some(line => line.heightPx > heightPx - separatorPx)
}

function longest(candidates: readonly number[], notes: readonly NoteShape[]): number {
  const length = (note: number) => (notes[note] ?? []).reduce((sum, line) => sum + line.heightPx + line.gapPx, 0)
  return candidates.reduce((a, b) => length(b) > length(a) ? b : a)
}
