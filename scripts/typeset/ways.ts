/** The ways in which pages can be made, tried in turn: each gives up something more, and the last leaves the pages to the browser. */
import type {Pamphlet, Theme} from '../types.ts'
import type {GivenUp, PageWay} from '../types.ts'

export type Way = {
  readonly pamphlet: Pamphlet
  readonly theme: Theme
  readonly pages: PageWay
  /** What a reader misses of it; undefined for the first, which gives up nothing. */
  readonly givenUp: GivenUp | undefined
}

/**
 * List the ways. `blamed`: whether the author's style says what may keep pages from being composed; then it is the first
 * to go. Where it is not to blame it stays to the last.
 */
export function waysFor(pamphlet: Pamphlet, theme: Theme, blamed: boolean): readonly Way[] {
  const calm = blamed ? withoutStyle(theme) : theme
  const late = {...pamphlet, metadata: {...pamphlet.metadata, notes: 'end' as const}}
  return [
    {pamphlet, theme, pages: 'rich', givenUp: undefined},
    ...(blamed ? [{pamphlet, theme: calm, pages: 'rich', givenUp: 'style'} as const] : []),
    {pamphlet, theme: calm, pages: 'plain', givenUp: 'figures'},
    ...(hasFeet(pamphlet, theme) ? [{pamphlet: late, theme: calm, pages: 'plain', givenUp: 'notes'} as const] : []),
    {pamphlet: late, theme: calm, pages: 'browser', givenUp: 'pages'}
  ]
}

/** Tell whether there are notes at the feet of pages. */
export function hasFeet({metadata, notes}: Pamphlet, theme: Theme): boolean {
  return metadata.notes === 'foot' && theme.notes !== 'end' && notes.length > 0
}

/** The theme without the author's style sheet. */
export function withoutStyle({name, files, fonts, notes, messages}: Theme): Theme {
  return {name, files, fonts, messages, ...(notes && {notes})}
}

/** What keeps pages plain, behind every other style: one column, upright, each thing where the text has it. */
export const plainStyle = `
main, main :not(.note) {columns: auto !important; column-span: none !important; transform: none !important; --float: none !important; --turn: none !important}
main :not(img, svg, svg *, math *, .note) {position: static !important; max-height: none !important; overflow: visible !important}
main :not(.number, .note) {float: none !important}
main ::first-letter {initial-letter: normal !important}
`
