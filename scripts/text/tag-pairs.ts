/** Which closing tag of raw HTML belongs to which opening tag. */
import type {Part} from './close-html.ts'
import {isPiece} from './close-html.ts'

/** Elements that may leave out their closing tag where the one around them is closed. */
const choices = ['option', 'optgroup']

/** Find the closing tag of every opening tag that has one: both as numbers of parts. */
export function pair(parts: readonly Part[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open = new Map<string, number[]>()
  parts.forEach((part, index) => {
    if (!isPiece(part)) return
    const own = open.get(part.name) ?? []
    open.set(part.name, own)
    if (part.kind === 'opening') own.push(index)
    const opening = part.kind === 'closing' ? own.pop() : undefined
    if (opening === undefined) return
    closings.set(opening, index)
    for (const choice of choices) closeWithin(open.get(choice) ?? [], opening).forEach(inner => closings.set(inner, index))
  })
  return closings
}

/** Take from the open elements those that begin behind an opening tag. */
function closeWithin(open: number[], opening: number): readonly number[] {
  return open.splice(open.findLastIndex(index => index < opening) + 1)
}

/** Tell whether an element overlaps another: begins in it and ends behind it, or the other way round. */
export function overlaps(closings: ReadonlyMap<number, number>, opening: number, closing: number): boolean {
  const isWithin = (index: number) => index > opening && index < closing
  return [...closings].some(([from, to]) => from !== opening && isWithin(from) !== isWithin(to) && (isWithin(from) || isWithin(to)))
}
