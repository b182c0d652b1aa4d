/** Runs inside the page, behind the compositor: hands over what it did. It uses nothing from outside itself. */
import type {Composition} from '../../types.ts'

/** Where things stand in a print, by their id. */
export type PrintedPlaces = {readonly count: number; readonly pages: Readonly<Record<string, number>>}

/** What a print tells, and whether the page numbers in the text were right in it. */
export type Placed = {readonly composition: Composition; readonly isSettled: boolean}

declare global {
  /** Where the compositor's script leaves its record. */
  var pamphletComposition: Composition | undefined
  /** Where it leaves, instead, what makes a record of a print. */
  var pamphletPlaced: ((places: PrintedPlaces) => Placed) | undefined
}

/** Give the compositor's record. */
export function takeComposition(): Composition {
  if (!globalThis.pamphletComposition) throw new Error('Expected composed pages')
  return globalThis.pamphletComposition
}

/** Give the record of pages that the browser broke. */
export function takePlaced(places: PrintedPlaces): Placed {
  if (!globalThis.pamphletPlaced) throw new Error('Expected marked pages')
  return globalThis.pamphletPlaced(places)
}
