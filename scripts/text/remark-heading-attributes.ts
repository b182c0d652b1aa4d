/** `# Head {#id .class}`: an id and classes of the author's own on a head. */
import type {Heading, Root} from 'mdast'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import {safeId} from './identifiers.ts'

const attributes = /\s*\{((?:\s*[#.][\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*)+)\s*\}\s*$/u

/** Take the attributes off the text of each head and keep them for the HTML. */
export function remarkHeadingAttributes() {
  return (tree: Root): void => visit(tree, 'heading', applyAttributes)
}

function applyAttributes(heading: Heading): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const found = attributes.exec(last.value)
  if (!found) return
  last.value = last.value.slice(0, found.index)
  if (last.value === '') heading.children.pop()
  const tokens = (found[1] ?? '').trim().split(/\s+|(?=[#.])/u).filter(token => token !== '')
  const id = tokens.findLast(token => token.startsWith('#'))?.slice(1)
  const className = tokens.filter(token => token.startsWith('.')).map(token => token.slice(1))
  heading.data = {
    ...heading.data,
    hProperties: {...heading.data?.hProperties, ...(id !== undefined && {id: safeId(id)}), ...(className.length > 0 && {className})}
  }
}
