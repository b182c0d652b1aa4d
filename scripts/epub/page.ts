/** A page of the EPUB in the sense of a file: one XHTML file on its way to text. */
import type {Element, ElementContent} from 'hast'

/** One XHTML file; `filename` is relative to the package file, `matter` tells which part of a book it belongs to. */
export type Page = {
  readonly filename: string
  readonly title: string
  readonly matter: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter'
  readonly children: readonly ElementContent[]
}

/** List every element below the nodes, in the order of the text. */
export function elementsIn(nodes: readonly ElementContent[]): readonly Element[] {
  const found: Element[] = []
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return
    found.push(node)
    node.children.forEach(look)
  }
  nodes.forEach(look)
  return found
}

/** Put a line end after each block, for those who look into the file. */
export function onLines(blocks: readonly ElementContent[]): readonly ElementContent[] {
  return blocks.flatMap((block, index): ElementContent[] => index === 0 ? [block] : [{type: 'text', value: '\n'}, block])
}
