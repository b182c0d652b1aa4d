/**
 * `:page[id]`: a reference to a page. It becomes a link; what it says is the edition's to tell. Who writes "see page
 * :page[id]" means no word twice, nor a page where there is none: the word goes into the link, for the editions with pages.
 */
import type {Root, RootContent} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {wordsFor} from '../words.ts'

/** Make links of page references: to an id of the pamphlet, or as `:page[02-x.md#id]` to one of a file. */
export function remarkPageReferences({lang}: {readonly lang: string}) {
  const word = wordBefore(lang)
  return (tree: Root, file: VFile): void => {
    visit(tree, 'textDirective', (node, index, parent) => {
      if (node.name !== 'page') return
      const target = bracketed(String(file.value).slice(node.position?.start.offset, node.position?.end.offset))
      const href = /#|\.md$/i.test(target) ? target : `#${target}`
      node.data = {...node.data, hName: 'a', hProperties: {href, dataPageRef: takeWord(parent?.children[(index ?? 0) - 1], word)}}
      node.children = []
    })
  }
}

/** What stands in the brackets, as it was typed: an id may hold what Markdown would take for a mark. */
function bracketed(source: string): string {
  return /\[([^\]]*)\]/.exec(source)?.[1]?.trim() ?? ''
}

/** The words for "page" of a language, in the plural too, at the end of a text. */
function wordBefore(lang: string): RegExp {
  const {page, pageNumber, pageShort} = wordsFor(lang)
  const known = [page, pageNumber, pageShort, 'p.', 'pp.'].filter(name => !name.includes('{}')).map(name => name.replaceAll('.', String.raw`\.`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])((?:${known.join('|')})[ns]?)[\s\u00A0]+$`, 'iu')
}

/** Take the author's own word for "page" off the text before a reference. */
function takeWord(before: RootContent | undefined, word: RegExp): string {
  if (before?.type !== 'text') return ''
  const found = word.exec(before.value)
  if (!found?.[1]) return ''
  before.value = before.value.slice(0, found.index)
  return found[1]
}
