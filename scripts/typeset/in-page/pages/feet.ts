/** Figures at a page's foot: above its notes, below its text, in the text's order. */
import type {PlacedItem, RunTask} from './model.ts'

/** The room that figures take at the foot of a page, a line of white above each included. */
export function feetHeight({items, shape: {leadingPx}}: RunTask, figures: readonly number[]): number {
  return figures.reduce((sum, item) => sum + leadingPx + (items[item]?.heightPx ?? 0), 0)
}

/** Stand figures above the height where a page's notes begin. */
export function standFeet(task: RunTask, figures: readonly number[], footTopPx: number): readonly PlacedItem[] {
  return figures.map((item, index) => ({item, topPx: footTopPx - feetHeight(task, figures.slice(index)) + task.shape.leadingPx, isAfloat: true}))
}
