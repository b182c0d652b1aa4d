/** Runs inside the page, behind the compositor: hands over what it did. It uses nothing from outside itself. */
import type {Composition, CompositorInput} from '../../types.ts'
import type {CompositorOptions} from './compositor.ts'

/** Where things stand in a print, by their id. */
export type PrintedPlaces = {readonly count: number; readonly pages: Readonly<Record<string, number>>}

/** What a print tells, and whether the page numbers in the text were right in it. */
export type Placed = {readonly composition: Composition; readonly isSettled: boolean}

/** What the compositor's script leaves for the next text of the page: the compositor itself, with its languages. */
export type StandingCompositor = {
  readonly languages: string
  readonly patterns: CompositorOptions['patterns']
  readonly composeAll: (options: CompositorOptions) => Composition
}

declare global {
  var pamphletCompositor: StandingCompositor | undefined
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

/** Compose a page by the compositor that stands in it already; nothing where none does, or one for other languages. */
export function composeAgain({languages, pages, ...options}: CompositorInput): Composition | undefined {
  const standing = globalThis.pamphletCompositor
  if (pages === 'browser' || standing?.languages !== languages.join()) return undefined
  return standing.composeAll({...options, patterns: standing.patterns})
}

/** Give the record of pages that the browser broke. */
export function takePlaced(places: PrintedPlaces): Placed {
  if (!globalThis.pamphletPlaced) throw new Error('Expected marked pages')
  return globalThis.pamphletPlaced(places)
}
