/** Tables on their way to Markdown, where each has one row of heads, and a caption stands in a directive. */
import type {Element, ElementContent, Parents, Root} from 'hast'
import {h} from 'hastscript'
import {toString as textOf} from 'hast-util-to-string'
import type {PhrasingContent, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {flattenCells, remarksOfCells} from './cells.ts'
import type {CellCounts} from './cells.ts'
import {alignColumns} from './alignment.ts'
import type {State} from './figures.ts'
import type {Remark} from './imported.ts'
import {guessed, lostCount} from './imported.ts'

/** Put the tables of a tree, which is changed, in order. */
export function tidyTables(tree: Root): readonly Remark[] {
  let guesses = 0
  let headless = 0
  const cells: CellCounts[] = []
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || !parent || index === undefined) return undefined
    if (!isBox(element)) cells.push(flattenCells(elementsIn(element, ['td', 'th'])))
    if (!isBox(element) && giveHeads(element)) guesses++
    if (!isBox(element) && !hasHeads(element)) headless++
    plainHeads(element)
    alignColumns(elementsIn(element, ['tr']))
    const put = isBox(element) ? contentOf(element) : withFences(element)
    parent.children.splice(index, 1, ...put)
    return isBox(element) ? index : index + put.length
  })
  return [
    ...guesses === 0 ? [] : [guessed(`the heads of ${guesses === 1 ? 'a table' : `${guesses} tables`}: the first row`)],
    ...lostCount(headless, 'a table without heads', 'tables without heads', ': the row that Markdown has for them is empty, write heads there'),
    ...remarksOfCells(cells)
  ]
}

/** A table of one cell is a frame around words. */
function isBox(table: Element): boolean {
  return elementsIn(table, ['td', 'th']).length === 1
}

function contentOf(table: Element): ElementContent[] {
  const [cell] = elementsIn(table, ['td', 'th'])
  const blocks = cell?.children ?? []
  return blocks.some(child => child.type === 'element' && /^(?:p|ul|ol|table|h[1-6]|blockquote|div|pre)$/.test(child.tagName)) ? blocks : [{type: 'element', tagName: 'p', properties: {}, children: blocks}]
}

/** Word processors seldom say which row has the heads: a first row of words in every cell is taken for it. */
function giveHeads(table: Element): boolean {
  const [first, second] = elementsIn(table, ['tr'])
  if (!first || !second || elementsIn(table, ['th']).length > 0) return false
  const cells = elementsIn(first, ['td'])
  if (cells.length === 0 || !cells.every(cell => /\p{L}/u.test(textOf(cell)))) return false
  for (const cell of cells) cell.tagName = 'th'
  return true
}

/** Whether its first row is one of heads, as Markdown has it. */
function hasHeads(table: Element): boolean {
  const [first] = elementsIn(table, ['tr'])
  return first === undefined || elementsIn(first, ['th']).length > 0
}

/** The theme sets heads apart; bold on top of that says nothing. */
function plainHeads(table: Element): void {
  for (const cell of elementsIn(table, ['th'])) unwrapBold(cell)
}

function unwrapBold(parent: Element): void {
  const [only, second] = parent.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  if (only?.type !== 'element' || second) return
  if (only.tagName === 'p') unwrapBold(only)
  if (only.tagName === 'strong' || only.tagName === 'b') parent.children = only.children
}

function elementsIn({children}: Parents, names: readonly string[]): readonly Element[] {
  return children.flatMap(child => child.type !== 'element' ? [] : names.includes(child.tagName) ? [child] : elementsIn(child, names))
}

/** A caption stands in the brackets of a directive, whose fences stand around the table: elements for `labelOf` and `fence`. */
function withFences(table: Element): ElementContent[] {
  const caption = elementsIn(table, ['caption'])[0]
  if (!caption || textOf(caption).trim() === '') return [table]
  table.children = table.children.filter(child => child !== caption)
  return [h('pamphleteer-label', {dataName: 'table'}, caption.children), table, h('pamphleteer-fence')]
}

/** The opening fence of a directive, with the words for its brackets. */
export function labelOf(state: State, label: Element): RootContent {
  const words = state.toFlow(state.all(label)).flatMap((block, index) => block.type === 'paragraph' ? [...index === 0 ? [] : [{type: 'text' as const, value: ' '}], ...block.children] : [])
  const opening = `:::${String(label.properties['dataName'])}`
  if (words.length === 0) return {type: 'paragraph', children: [{type: 'html', value: opening}]}
  return {type: 'paragraph', children: [{type: 'html', value: `${opening}[`}, ...words.flatMap(inLabel), {type: 'html', value: ']'}]}
}

/** The closing fence. */
export function fence(): RootContent {
  return {type: 'paragraph', children: [{type: 'html', value: ':::'}]}
}

/** A label stands on one line, and a bracket of its words must not end it. */
function inLabel(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'break') return [{type: 'text', value: ' '}]
  if (node.type !== 'text') return [node]
  return node.value.replace(/\s+/g, ' ').split(/([[\]])/).filter(part => part !== '').map(part => part === '[' || part === ']' ? {type: 'html', value: `\\${part}`} : {type: 'text', value: part})
}

/** Tell a line that only opens or closes a directive from a paragraph. */
export function isFence(node: RootContent): boolean {
  const [first] = node.type === 'paragraph' ? node.children : []
  return first?.type === 'html' && first.value.startsWith(':::')
}
