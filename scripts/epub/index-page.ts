/** The page of the index: its entries as links to their places in the text. */
import {h} from 'hastscript'
import {indexId, indexList, linkedPlaces} from '../template/index-list.ts'
import type {Pamphlet} from '../types.ts'
import type {Words} from '../words.ts'
import {clean} from './clean.ts'
import {container, type Page} from './page.ts'

export const indexFile = 'index.xhtml'

/** Make the page, where the pamphlet has an index. */
export function indexPages({index}: Pamphlet, words: Words): readonly Page[] {
  if (index.length === 0) return []
  const list = indexList(index, words, linkedPlaces)
  const entries = clean([{...list, properties: {'epub:type': 'index-entry-list'}}], {pathOf: name => name, raise: 0})
  const section = container('section', {className: ['index'], 'epub:type': 'index', role: 'doc-index', ariaLabelledBy: [indexId]}, [h('h1', {id: indexId}, words.index), ...entries])
  return [{filename: indexFile, title: words.index, matter: 'backmatter', children: [section]}]
}
