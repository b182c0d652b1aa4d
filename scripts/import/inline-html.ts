/** HTML in a line of Markdown. What makes Markdown of a tree takes it for a block of its own wherever no paragraph is around it. */
import type {Emphasis, PhrasingContent, Root} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'

const mark = '<pamphleteer-inline>'

/** Hold HTML and the words in it together, as something that stands in a line, until `releaseInline`. */
export function inlineHtml(children: readonly PhrasingContent[]): Emphasis {
  return {type: 'emphasis', children: [{type: 'html', value: mark}, ...children]}
}

/** Put what was held where it stands; the tree is changed. */
export function releaseInline(tree: Root): Root {
  visit(tree, 'emphasis', ({children: [first, ...children]}, index, parent) => {
    if (first?.type !== 'html' || first.value !== mark || !parent || index === undefined) return undefined
    parent.children.splice(index, 1, ...children)
    return [SKIP, index]
  })
  return tree
}
