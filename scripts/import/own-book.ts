/** What a book that this program bound cannot give back, because no e-book holds it. */
import type {ElementContent, Root as HastRoot} from 'hast'
import type {Root} from 'xast'
import {visit} from 'unist-util-visit'
import {isSlug, slugOf} from '../manuscript/slug.ts'
import {elements} from './epub-metadata.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {guessed, lost} from './imported.ts'

type Own = {readonly metadata: Pick<ImportedMetadata, 'slug'>; readonly remarks: readonly Remark[]}

/** Look at a book of the file `name`; of one from elsewhere nothing is said. */
export function ownBook(opf: Root, chapters: readonly ElementContent[], name: string, {title = '', lang}: ImportedMetadata): Own {
  if (!isOwn(opf)) return {metadata: {}, remarks: []}
  const slug = name.replace(/\.epub$/i, '')
  const isNamed = isSlug(slug) && slug !== slugOf(title, lang)
  return {
    metadata: isNamed ? {slug} : {},
    remarks: [
      ...isNamed ? [guessed(`slug: ${slug}, the name of the file`)] : [],
      lost('what the manuscript says of paper and looks, such as `page`, `theme`, `fit` and `booklet`: an e-book has none of it'),
      ...hasNotes({type: 'root', children: [...chapters]}) ? [lost('the names of the notes, which are numbers now')] : []
    ]
  }
}

/** Its package begins with these parts, under these ids. */
function isOwn(opf: Root): boolean {
  const ids = elements(opf, 'item').slice(0, 3).map(({attributes}) => attributes['id'])
  return ids.join(' ') === 'nav ncx css' && /\bibooks: /.test(elements(opf, 'package')[0]?.attributes['prefix'] ?? '')
}

function hasNotes(tree: HastRoot): boolean {
  let found = false
  visit(tree, 'element', ({properties: {role}}) => {
    found ||= role === 'doc-footnote'
  })
  return found
}
