/** `:page[id]`: a reference to a page. It becomes a link; what it says is the edition's to tell. */
import type {Root} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** Make links of page references: to an id of the pamphlet, or as `:page[02-x.md#id]` to one of a file. */
export function remarkPageReferences() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'textDirective', node => {
      if (node.name !== 'page') return
      const target = bracketed(String(file.value).slice(node.position?.start.offset, node.position?.end.offset))
      const href = /#|\.md$/i.test(target) ? target : `#${target}`
      node.data = {...node.data, hName: 'a', hProperties: {href, dataPageRef: ''}}
      node.children = []
    })
  }
}

/** What stands in the brackets, as it was typed: an id may hold what Markdown would take for a mark. */
function bracketed(source: string): string {
  return /\[([^\]]*)\]/.exec(source)?.[1]?.trim() ?? ''
}
