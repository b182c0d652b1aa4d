/** Inside a line of plain text: `*stress*` and `_stress_` as people write them in emails, and all else as it stands. */
import type {PhrasingContent} from 'mdast'

const stress = /(?<![\p{L}\p{N}*_])([*_])(?=[\p{L}\p{N}"“„«])([^*_\n]{0,200}?[\p{L}\p{N}.!?"”»])\1(?![\p{L}\p{N}*_])/gu

/** Turn a line into mdast. */
export function inline(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let end = 0
  for (const match of text.matchAll(stress)) {
    if (match.index > end) nodes.push({type: 'text', value: text.slice(end, match.index)})
    nodes.push({type: 'emphasis', children: [{type: 'text', value: match[2] ?? ''}]})
    end = match.index + match[0].length
  }
  return end < text.length ? [...nodes, {type: 'text', value: text.slice(end)}] : nodes
}
