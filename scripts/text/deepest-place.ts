/** Where a text is nested deepest, in Markdown and raw HTML: found without recursion, for it is asked where the stack gave out. */
import type {Nodes as HastNodes, Root as HastRoot} from 'hast'
import type {Nodes, Root} from 'mdast'
import type {Point} from 'unist'
import {isVoid} from './close-html.ts'
import {piecesOf} from './raw-pieces.ts'

/** Give the start of the innermost node or tag; undefined where the tree has no places. */
export function deepestPlace(tree: Root): Point | undefined {
  const waiting: {readonly node: Nodes; readonly depth: number}[] = [{node: tree, depth: 0}]
  let deepest = -1
  let place: Point | undefined
  /** Tags that are open go on from node to node. */
  let open = 0
  const reach = (depth: number, start: Point | undefined) => {
    if (depth <= deepest || !start) return
    deepest = depth
    place = start
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node, depth} = next
    reach(depth + open, node.position?.start)
    if (node.type === 'html') open = walkTags(node.value, node.position?.start, open, (inner, start) => reach(depth + inner, start))
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push({node: child, depth: depth + 1})
  }
  return place
}

/** How many elements stand inside each other at most. */
export function depthOf(tree: HastRoot): number {
  const waiting: {readonly node: HastNodes; readonly depth: number}[] = [{node: tree, depth: 0}]
  let deepest = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node, depth} = next
    deepest = Math.max(deepest, depth)
    if ('children' in node) for (const child of node.children) if (child.type === 'element') waiting.push({node: child, depth: depth + 1})
  }
  return deepest
}

/** Walk through the tags of a piece of raw HTML; gives how many are open behind it. */
function walkTags(html: string, start: Point | undefined, before: number, reach: (depth: number, start: Point) => void): number {
  let open = before
  for (const {kind, name, position} of start ? piecesOf(html, start) : []) {
    if (kind === 'opening' && !isVoid(name)) reach(open += 1, position.start)
    if (kind === 'closing') open = Math.max(0, open - 1)
  }
  return open
}
