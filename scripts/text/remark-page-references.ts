/**
 * `:page[id]`: a reference to a page. It becomes a link; what it says is the edition's to tell. Who writes "see page
 * :page[id]" means no word twice, nor a page where there is none: the word goes into the link, for the editions with pages.
 */
import type {Root, RootContent} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {PageWords} from './page-words.ts'
import {goesOn, pageWords} from './page-words.ts'

/** Make links of page references: to an id of the pamphlet, or as `:page[02-x.md#id]` to one of a file. */
export function remarkPageReferences({lang}: {readonly lang: string}) {
  const words = pageWords(lang)
  return (tree: Root, file: VFile): void => {
    visit(tree, 'textDirective', (node, index, parent) => {
      if (node.name !== 'page') return
      const target = bracketed(String(file.value).slice(node.position?.start.offset, node.position?.end.offset))
      const href = /#|\.md$/i.test(target) ? target : `#${target}`
      node.data = {...node.data, hName: 'a', hProperties: {href, dataPageRef: wordBefore(parent?.children.slice(0, index) ?? [], words)}}
      node.children = []
    })
  }
}

/** What stands in the brackets, as it was typed: an id may hold what Markdown would take for a mark. */
function bracketed(source: string): string {
  return /\[([^\]]*)\]/.exec(source)?.[1]?.trim() ?? ''
}

/** A number alone: the author's own word stands before the first of a list. */
const numberAlone = '{}'

/** The author's own word before a reference, taken off the text, or the sign that the number is one of a list. */
function wordBefore(siblings: readonly RootContent[], words: PageWords): string {
  const before = siblings.at(-1)
  if (before?.type !== 'text') return ''
  const found = words.atEnd.exec(before.value)
  if (found?.[1]) {
    before.value = before.value.slice(0, found.index)
    return found[1]
  }
  const listed = words.inList.exec(before.value)?.[1] ?? (goesOn(before.value) ? wordOf(siblings.at(-2)) : undefined) ?? ''
  return listed === '' || listed.toLowerCase() === words.single ? '' : numberAlone
}

function wordOf(node: RootContent | undefined): string | undefined {
  const word = node?.data && 'hProperties' in node.data ? node.data.hProperties?.['dataPageRef'] : undefined
  return typeof word === 'string' ? word : undefined
}
