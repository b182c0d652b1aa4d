/** The ranks of the heads of an imported text. */
import type {RootContent} from 'mdast'

const depths = [2, 3, 4, 5, 6, 6] as const

/**
 * Chapters have rank 2: the pamphlet's title is the only head above them. No rank is skipped on the way down,
 * and none begins a text but the highest. The heads are changed.
 */
export function shiftHeads(children: readonly RootContent[]): void {
  const heads = children.flatMap(node => node.type === 'heading' ? [node] : [])
  const ranks = [...new Set(heads.map(({depth}) => depth))].toSorted((a, b) => a - b)
  const first = heads.findIndex(({depth}) => depth === ranks[0])
  for (const [index, head] of heads.entries()) head.depth = index < first ? 2 : depths[ranks.indexOf(head.depth)] ?? 6
}
