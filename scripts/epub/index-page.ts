/** The page of the index: its entries as links to their places in the text, by the numbers of the printed pages. */
import {h} from 'hastscript'
import {indexId, indexList, linkedPlaces, pagedPlaces, type SetPlaces} from '../template/index-list.ts'
import type {Pages, Pamphlet} from '../types.ts'
import type {Words} from '../words.ts'
import {clean} from './clean.ts'
import {container, type Page} from './page.ts'

export const indexFile = 'index.xhtml'

type PrintedPlaces = Pick<Pages, 'folios' | 'parts'>

/** Make the page, where the pamphlet has an index; `pages` is the printed edition, if there is one. */
export function indexPages({index}: Pamphlet, pages: PrintedPlaces | undefined, words: Words): readonly Page[] {
  if (index.length === 0) return []
  const list = indexList(index, words, pages ? printedPlaces(pages, words) : linkedPlaces)
  const entries = clean([{...list, properties: {'epub:type': 'index-entry-list'}}], {pathOf: name => name, raise: 0})
  const section = container('section', {className: ['index'], 'epub:type': 'index', role: 'doc-index', ariaLabelledBy: [indexId]}, [h('h1', {id: indexId}, words.index), ...entries])
  return [{filename: indexFile, title: words.index, matter: 'backmatter', children: [section]}]
}

/** Entries are marked in places that the program names: they are among its parts. */
function printedPlaces({folios, parts}: PrintedPlaces, words: Words): SetPlaces {
  return pagedPlaces(new Map(parts.map(({id, page}) => [id, page])), page => folios[page - 1] ?? String(page), words)
}
