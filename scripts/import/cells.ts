/** Cells of a table on their way to Markdown, where each is one line: what stood in blocks is parted by breaks. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toString as textOf} from 'hast-util-to-string'
import type {RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Remark} from './imported.ts'
import {lostCount} from './imported.ts'

type Line = readonly ElementContent[]

/** What was found in cells and cannot stand in one. */
export type CellCounts = {readonly lists: number; readonly tables: number; readonly code: number}

const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'center', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'details', 'summary', 'fieldset', 'legend', 'caption', 'ul', 'ol', 'li', 'pre', 'table', 'hr', 'pamphleteer-label', 'pamphleteer-fence'])

/** Tell what stands by itself from what stands in a line. */
export function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blocks.has(node.tagName)
}

/** Make lines of what stands in cells, which are changed: elements `pamphleteer-break` stand between them. */
export function flattenCells(cells: readonly Element[]): CellCounts {
  const counts = {lists: 0, tables: 0, code: 0}
  for (const cell of cells) {
    visit(cell, 'element', element => {
      if (element.tagName === 'ul' || element.tagName === 'ol') counts.lists++
      if (element.tagName === 'table' && rowsOf(element).flat().length > 1) counts.tables++
      if (element.tagName === 'pre') counts.code++
      // Nothing is displayed inside a line.
      if (element.tagName === 'pamphleteer-formula') element.properties['dataDisplay'] = 'false'
    })
    cell.children = joined(linesOf(cell.children), () => h('pamphleteer-break'))
  }
  return counts
}

/** Do so with all tables that stand in blocks. */
export function flattenTables(nodes: readonly ElementContent[]): CellCounts {
  return flattenCells(tablesIn(nodes).flatMap(rowsOf).flat())
}

function tablesIn(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.flatMap(node => node.type !== 'element' ? [] : node.tagName === 'table' ? [node] : tablesIn(node.children))
}

/** Say what the cells of a text lost. */
export function remarksOfCells(all: readonly CellCounts[]): readonly Remark[] {
  const sum = (key: keyof CellCounts) => all.reduce((count, counts) => count + counts[key], 0)
  return [
    ...lostCount(sum('lists'), 'a list in a cell of a table: its items are lines now', 'lists in cells of tables: their items are lines now'),
    ...lostCount(sum('tables'), 'a table in a cell of a table: its cells stand there with commas between, its rows with semicolons', 'tables in cells of tables: their cells stand there with commas between, their rows with semicolons'),
    ...lostCount(sum('code'), 'a block of code in a cell of a table: its lines are words of code now', 'blocks of code in cells of tables: their lines are words of code now')
  ]
}

/** The break between two lines of a cell, as Markdown has it inside one line. */
export function breakOf(): RootContent {
  return {type: 'html', value: '<br>'}
}

function linesOf(nodes: readonly ElementContent[]): readonly Line[] {
  const lines: Line[] = []
  let running: ElementContent[] = []
  const end = () => {
    if (running.some(node => !isBlank(node))) lines.push(trimmed(running))
    running = []
  }
  for (const node of nodes) {
    const parts = node.type === 'element' ? partsOf(node) : undefined
    if (parts === undefined) running.push(node)
    else {
      end()
      for (const part of parts) lines.push(part)
    }
  }
  end()
  return lines
}

/** The lines of an element; undefined where it stands inside one. */
function partsOf(element: Element): readonly Line[] | undefined {
  const {tagName, children} = element
  if (tagName === 'br') return []
  if (tagName === 'ul' || tagName === 'ol') return itemsOf(element)
  if (tagName === 'table') return tableLines(element)
  if (tagName === 'pre') return textOf(element).split('\n').filter(line => line.trim() !== '').map(line => [h('code', line.trim())])
  if (blocks.has(tagName)) return linesOf(children)
  return holdsBlock(element) ? linesOf(children).map(line => [{...element, children: [...line]}]) : undefined
}

/** Each item begins a line, with its number or a dash; what is no item stands as it is. */
function itemsOf(list: Element): readonly Line[] {
  let number = Number(list.properties.start ?? 1) || 1
  return list.children.flatMap(child => {
    if (child.type !== 'element' || child.tagName !== 'li') return linesOf([child])
    const [first, ...rest] = linesOf(child.children)
    return first === undefined ? [] : [[{type: 'text' as const, value: list.tagName === 'ol' ? `${number++}. ` : '– '}, ...first], ...rest]
  })
}

/** A row within a cell is a part of a sentence; a frame of one cell is none. */
function tableLines(table: Element): readonly Line[] {
  const rows = rowsOf(table)
  const [only, second] = rows.flat()
  if (!second) return only ? linesOf(only.children) : []
  const words = (text: string) => (): ElementContent => ({type: 'text', value: text})
  const texts = rows.map(cells => joined(cells.map(cell => joined(linesOf(cell.children), words(' '))).filter(line => line.length > 0), words(', ')))
  return [joined(texts.filter(line => line.length > 0), words('; '))].filter(line => line.length > 0)
}

function rowsOf({children}: Element): readonly (readonly Element[])[] {
  return children.flatMap(child => child.type !== 'element' ? [] : child.tagName === 'tr' ? [cellsOf(child)] : child.tagName === 'caption' ? [[child]] : rowsOf(child))
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.flatMap(child => child.type === 'element' ? [child] : [])
}

function joined(lines: readonly Line[], between: () => ElementContent): ElementContent[] {
  return lines.flatMap((line, index) => index === 0 ? line : [between(), ...line])
}

function holdsBlock({children}: Element): boolean {
  return children.some(child => child.type === 'element' && (child.tagName === 'br' || blocks.has(child.tagName) || holdsBlock(child)))
}

/** White space between elements. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** A line without white space at its ends. */
function trimmed(line: Line): Line {
  const kept = line.slice(line.findIndex(node => !isBlank(node)), line.findLastIndex(node => !isBlank(node)) + 1)
  const starting = kept.map((node, index) => node.type === 'text' && index === 0 ? {...node, value: node.value.trimStart()} : node)
  return starting.map((node, index) => node.type === 'text' && index === starting.length - 1 ? {...node, value: node.value.trimEnd()} : node)
}
