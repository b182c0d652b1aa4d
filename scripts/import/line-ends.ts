/** Two line ends behind each other: who writes a page by hand means a new paragraph. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import {isBlank, isBlock} from './cells.ts'

const holders = new Set(['body', 'div', 'section', 'article', 'main', 'blockquote', 'center'])

/** Make paragraphs of what stands between; the tree is changed. */
export function partParagraphs(tree: Root): void {
  tree.children = [...partedIn(tree.children.filter(child => child.type !== 'doctype'))]
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || element.tagName === 'pre' || element.tagName === 'table') return SKIP
    if (holders.has(element.tagName)) element.children = [...partedIn(element.children)]
    if (element.tagName !== 'p' || element.properties.className !== undefined) return undefined
    const [first = [], ...others] = runsIn(element.children)
    if (others.length === 0) return undefined
    parent.children.splice(index, 1, {...element, children: [...first]}, ...others.map(run => h('p', [...run])))
    return [SKIP, index + others.length + 1]
  })
}

/** Where there is such a place, the words around it stand in paragraphs, and blocks between them. */
function partedIn(children: readonly ElementContent[]): readonly ElementContent[] {
  const runs = runsIn(children)
  return runs.length < 2 ? children : runs.flatMap(wrapped)
}

function wrapped(run: readonly ElementContent[]): readonly ElementContent[] {
  const blocks: ElementContent[] = []
  let words: Element | undefined
  for (const node of run) {
    if (isBlock(node)) {
      words = undefined
      blocks.push(node)
    } else {
      if (!words) blocks.push(words = h('p'))
      words.children.push(node)
    }
  }
  return blocks
}

/** What stands between two line ends or more that nothing parts. */
function runsIn(children: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const runs: ElementContent[][] = [[]]
  let ends: ElementContent[] = []
  for (const node of children) {
    if (isEnd(node) || ends.length > 0 && isBlank(node)) {
      ends.push(node)
      continue
    }
    if (ends.filter(isEnd).length > 1) runs.push([])
    else runs.at(-1)?.push(...ends)
    ends = []
    runs.at(-1)?.push(node)
  }
  return runs.filter(run => run.some(node => !isBlank(node)))
}

function isEnd(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br'
}
