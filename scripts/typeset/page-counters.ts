/**
 * Folios and running heads as counter styles: a table with one text a page. Chromium knows neither `string-set` nor
 * counters that restart in margin boxes, but it shows a page counter in any counter style.
 */
import type {PagePatch} from '../types.ts'
import type {PageKnowledge} from './knowledge.ts'

/** Write both tables; before anything is known of the pages, folios count and heads are empty. */
export function pageCounters(knowledge: PageKnowledge | undefined): string {
  const folios = knowledge?.folios.map((folio, index) => knowledge.quiet.has(index + 1) ? '' : folio) ?? []
  const last = folios.findLast(folio => folio !== '')
  return counterStyle('folios', folios) + counterStyle('running-heads', knowledge?.heads ?? []) + lastFolio(last ?? '')
}

/** What the page gets once its pages are known. */
export function patchOf(knowledge: PageKnowledge): PagePatch {
  return {counters: pageCounters(knowledge), folios: Object.fromEntries(knowledge.pageMap.map(({id, folio}) => [id, folio]))}
}

/** The last folio that is printed, on every page: `counter(page, folios) " / " counter(page, last-folio)`. */
function lastFolio(folio: string): string {
  return `@counter-style last-folio {system: cyclic; symbols: ${cssString(folio)}; suffix: ""}\n`
}

function counterStyle(name: string, texts: readonly string[]): string {
  if (texts.length === 0) return `@counter-style ${name} {system: cyclic; symbols: ""; suffix: ""}\n`
  return `@counter-style ${name} {system: fixed 1; symbols: ${texts.map(cssString).join(' ')}; suffix: ""}\n`
}

/** Quote text for CSS. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f<]/g, character => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`
}
