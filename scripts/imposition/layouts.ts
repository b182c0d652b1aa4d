/** The table of layouts: one line each. */
import type {LayoutName} from '../types.ts'
import {cutAndStack} from './cut-and-stack.ts'
import {gatefold} from './gatefold.ts'
import type {Layout, SheetOrder} from './layout.ts'
import {nUp} from './n-up.ts'
import {saddle} from './saddle.ts'
import {signatures} from './signatures.ts'
import {trifold} from './trifold.ts'
import {zfold} from './zfold.ts'
import {zine} from './zine.ts'

export const layouts: Readonly<Record<LayoutName, Layout>> = {
  saddle,
  signatures,
  zine,
  trifold,
  zfold,
  gatefold,
  'cut-and-stack': cutAndStack,
  'n-up': nUp
}

/** The number of places in an order: the highest position. */
export function placesIn(sheets: readonly SheetOrder[]): number {
  return sheets.flatMap(({front, back = []}) => [...front, ...back].flat()).reduce((most, position) => Math.max(most, position), 0)
}

/**
 * Which page (from 1) stands at each position (from 1, index 0 unused). Blanks go behind the last page; where that is an
 * outer back cover they go before it, because a back cover is behind everything.
 */
export function pagesAt(pages: number, places: number, hasBackCover: boolean): readonly (number | undefined)[] {
  const last = hasBackCover && pages > 1 ? pages : undefined
  const running = last === undefined ? pages : pages - 1
  return Array.from({length: places + 1}, (_, position) => {
    if (position >= 1 && position <= running) return position
    return position === places ? last : undefined
  })
}
