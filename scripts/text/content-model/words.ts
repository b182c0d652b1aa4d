/** Words and blocks inside each other: three ways to give each of them a place of its own. */
import type {Element, ElementContent} from 'hast'
import {isBlank, isBlock, runsOf, structures} from './kinds.ts'

/** What becomes of a node when its element is pushed into what it holds: it stays out of it, it is entered, or it is held. */
export type Fate = 'out' | 'enter' | 'held'

/**
 * Push an element into what it holds: `<b>x<p>y</p></b>` becomes `<b>x</b><p><b>y</b></p>`. Structures are entered, for
 * they hold no words of their own. The first copy keeps the element's id.
 */
export function pushDown(shell: Element, fateOf: (node: ElementContent) => Fate): ElementContent[] {
  let copies = 0
  const copy = (children: readonly ElementContent[]): Element => {
    const {id, ...properties} = shell.properties
    copies += 1
    return {...shell, properties: id !== undefined && copies === 1 ? shell.properties : properties, children: [...children]}
  }
  const push = (children: readonly ElementContent[], isStructure: boolean): ElementContent[] =>
    runsOf(children, node => isStructure || fateOf(node) !== 'held').flatMap(run => {
      if (!run.belongs) return run.nodes.every(isBlank) ? run.nodes : [copy(run.nodes)]
      return run.nodes.map(node => node.type !== 'element' || fateOf(node) === 'out' ? node : {...node, children: push(node.children, structures.has(node.tagName))})
    })
  const pushed = push(shell.children, false)
  return copies === 0 && shell.properties.id !== undefined ? [copy([]), ...pushed] : pushed
}

/** Part an element of words at the blocks in it: `<p>x<table>…</table>y</p>` becomes a paragraph, a table and a paragraph. */
export function partAtBlocks(shell: Element): ElementContent[] {
  const {id, ...properties} = shell.properties
  const runs = runsOf(shell.children, isBlock)
  const first = runs.find(run => !run.belongs && !run.nodes.every(isBlank))
  return runs.flatMap(run => {
    if (run.belongs) return run.nodes
    return run.nodes.every(isBlank) ? [] : [{...shell, properties: run === first && id !== undefined ? shell.properties : properties, children: [...run.nodes]}]
  })
}

/** Leave nothing but words: what a block holds stays, with a space (in code, a line end) between one and the next. */
export function wordsOf(children: readonly ElementContent[], between: string): ElementContent[] {
  const words = children.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element' || !isBlock(node)) return [node]
    const held = wordsOf(node.children, between)
    // What is transparent stays around its words.
    return [{type: 'text', value: between}, ...(node.tagName === 'a' || node.tagName === 'ins' || node.tagName === 'del' ? [{...node, children: held}] : held), {type: 'text', value: between}]
  })
  return trimmed(words, between)
}

/** Without the spaces at both ends, and those that follow on another. */
function trimmed(words: readonly ElementContent[], between: string): ElementContent[] {
  const isBetween = (node: ElementContent | undefined) => node?.type === 'text' && node.value === between
  const single = words.filter((node, index) => !(isBetween(node) && (index === 0 || isBetween(words[index - 1]))))
  return isBetween(single.at(-1)) ? single.slice(0, -1) : single
}
