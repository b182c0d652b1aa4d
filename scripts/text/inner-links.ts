/**
 * Links in links, on their way through the parser: it would end the outer link for good where the inner one begins, and
 * what stands behind would be no link. So inner links bear another name there, and are parted from the outer ones later.
 */
import type {Element, Root, RootContent} from 'hast'
import {visit} from 'unist-util-visit'
import {piecesOf} from './raw-pieces.ts'

/** Of one letter, as `a`, so that all behind it keeps its place; an element that may not stay, so nobody's own is left by that name. */
const disguise = 'x'

/** Disguise the links that stand in others; every link of the tree's raw HTML has its closing tag. */
export function disguiseInnerLinks(tree: Root): void {
  disguiseIn(tree.children, 0)
}

/** Give disguised links their name back. */
export function revealInnerLinks(tree: Root): void {
  visit(tree, 'element', node => {
    if (node.tagName === disguise) node.tagName = 'a'
  })
}

/** Walk through nodes inside `depth` links; a link of raw HTML begins in one of them and ends in another. */
function disguiseIn(nodes: readonly RootContent[], depth: number): void {
  let open = depth
  for (const node of nodes) {
    if (node.type === 'raw') open = disguiseInRaw(node, open)
    if (node.type === 'element') disguiseElement(node, open)
  }
}

function disguiseElement(node: Element, depth: number): void {
  const isLink = node.tagName === 'a'
  disguiseIn(node.children, isLink ? depth + 1 : depth)
  if (isLink && depth > 0) node.tagName = disguise
}

/** Disguise the tags of a piece of raw HTML; gives the number of links that are open behind it. */
function disguiseInRaw(raw: {value: string}, depth: number): number {
  let open = depth
  raw.value = piecesOf(raw.value, {line: 1, column: 1}).map(({name, kind, value}) => {
    if (name !== 'a') return value
    if (kind === 'closing') open -= 1
    const isInner = open > 0
    if (kind === 'opening') open += 1
    return isInner ? value.replace(/a/i, disguise) : value
  }).join('')
  return Math.max(0, open)
}
