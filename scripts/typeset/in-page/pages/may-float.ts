/** Tells what may stand elsewhere than the text has it: figures, turned tables; in columns also boxes, pull quotes, and tables that run over all of them. */
import type {Walk} from './flow.ts'

const figures = 'figure, .turned'
const boxes = '.aside, .pullquote'

/** Whether a block that is read whole may go to the head of a later column or page. `wanted`: its `--float`. */
export function mayFloat(block: HTMLElement, wanted: string, walk: Walk): boolean {
  if (wanted === 'none') return false
  if (block instanceof HTMLTableElement) return isWholeTable(block, walk)
  return walk.chain.length === 1 && (block.matches(figures) || (walk.columns > 1 && isBox(block)))
}

/** Whether a block is set apart without a number or a caption. */
export function isBox(block: HTMLElement): boolean {
  return block.matches(boxes)
}

/** Of a page: a table that runs over columns is parted if it is higher. */
const wholeShare = 1 / 2

/** Whether a table runs over columns, alone or with the box around it that carries its id: it stays whole, and waits for a place. */
export function isWholeTable(table: HTMLTableElement, {chain, columns, box, options: {heightPx}}: Walk): boolean {
  const isOver = box > 0 && columns === 1 && chain.every(each => each === table || each.children.length === 1) && !table.parentElement?.closest('li, blockquote, aside, table')
  return isOver && table.getBoundingClientRect().height <= heightPx * wholeShare
}

/** What stands before a block that floats: a table stands in its box alone. */
export function lastBefore(block: HTMLElement): Element | null {
  const around = block.parentElement
  const isBoxed = block.tagName === 'TABLE' && around?.tagName === 'DIV' && around.children.length === 1
  return (isBoxed ? around : block).previousElementSibling
}
