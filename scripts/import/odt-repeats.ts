/** Rows and cells that an OpenDocument text says only once, though they come again: a spreadsheet's way, which one could abuse. */
import type {Element} from 'xast'
import type {Remark} from './imported.ts'
import {lostCount} from './imported.ts'
import {elementsOf, xmlText} from './office-metadata.ts'

/** No page has more of the same. */
const mostTimes = 64

/** So many elements may repetitions add to a whole document; those in each other multiply. */
const mostAdded = 20_000

export type Repeats = {
  /** How often a row or cell is to stand there. */
  readonly of: (element: Element, kind: 'rows' | 'columns') => number
  readonly remarks: () => readonly Remark[]
}

/** Count repetitions within the bounds of one document; those with words that are left out are told. */
export function repeatsWithin(): Repeats {
  const left = {rows: 0, columns: 0}
  let added = 0
  return {
    of: (element, kind) => {
      const wanted = Number(element.attributes[`table:number-${kind}-repeated`] ?? 1)
      if (!(wanted > 1)) return 1
      const room = Math.floor((mostAdded - added) / sizeOf(element))
      const times = Math.floor(Math.max(1, Math.min(wanted, mostTimes, room + 1)))
      added += (times - 1) * sizeOf(element)
      if (xmlText(element).trim() !== '') left[kind] += Math.floor(wanted) - times
      return times
    },
    remarks: () => [
      ...lostCount(left.rows, 'a row of a table that repeats the one before', 'rows of tables that repeat the one before'),
      ...lostCount(left.columns, 'a cell of a table that repeats the one before', 'cells of tables that repeat the one before')
    ]
  }
}

function sizeOf(element: Element): number {
  return elementsOf(element).reduce((size, child) => size + sizeOf(child), 1)
}
