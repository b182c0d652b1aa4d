/** Directives without their closing line. */
import type {Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Container, Directive} from './directive.ts'

/**
 * Directives that were opened and never closed. Of directives inside each other with as many colons the parser gives a
 * closing line to the outermost, but who wrote it meant the one that was opened last.
 */
export function unclosedIn(tree: Root, source: string): readonly Directive[] {
  const inner = new Set<Directive>()
  const found: Directive[] = []
  visit(tree, 'containerDirective', node => {
    if (inner.has(node)) return
    const chain = chainFrom(node, source)
    for (const each of chain.slice(1)) inner.add(each)
    found.push(...chain.slice(0, chain.filter(each => isUnclosed(each, source)).length))
  })
  return found
}

/** The directive that a directive holds with no fewer colons, so that the first closing line ends the outer one; undefined where there is none. */
export function nestedAlike(node: Directive, source: string): Container | undefined {
  const inner = node.children.find(child => child.type === 'containerDirective')
  return node.type === 'containerDirective' && inner?.type === 'containerDirective' && colonsOf(inner, source) >= colonsOf(node, source) ? inner : undefined
}

/** A directive with those that stand last in it, one inside the other, with as many colons. */
function chainFrom(node: Container, source: string): readonly Container[] {
  const chain: Container[] = []
  for (let next: RootContent | undefined = node; next?.type === 'containerDirective' && colonsOf(next, source) === colonsOf(node, source); next = next.children.at(-1)) chain.push(next)
  return chain
}

function colonsOf({position}: Container, source: string): number {
  return /^:+/.exec(source.slice(position?.start.offset, position?.end.offset))?.[0].length ?? 3
}

/** A block directive without its closing colons takes in everything behind it, up to the end of what it stands in. */
function isUnclosed(node: Container, source: string): boolean {
  if (!node.position) return false
  const {start, end} = node.position
  const last = node.children.at(-1)
  // A closing line at the very end belongs to the innermost directive that ends there.
  if (last?.type === 'containerDirective' && last.position?.end.offset === end.offset) return true
  const text = source.slice(start.offset, end.offset)
  const closing = /(?:^|\n)[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0
  return closing < colonsOf(node, source)
}
