/** How the columns of a table are set: Markdown says it once for a column, other formats in every cell. */
import type {Element as HastElement, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {elementsOf, xmlText} from './office-metadata.ts'

export type Alignment = 'right' | 'center'

/** The names that formats have for it; what begins at the left is how columns are set anyway. */
export function alignmentOf(name: string | null | undefined): Alignment | undefined {
  return name === 'right' || name === 'end' ? 'right' : name === 'center' ? 'center' : undefined
}

/** What all of them are; undefined where they differ. */
export function commonOf(all: readonly (Alignment | undefined)[]): Alignment | undefined {
  return all.every(one => one === all[0]) ? all[0] : undefined
}

/** Mark how the cells of a Word part are set, in front of their words: Mammoth keeps nothing else of it. The part is changed. */
export function markCells(tree: Root): void {
  visit(tree, 'element', cell => {
    const paragraphs = cell.name === 'w:tc' ? elementsOf(cell).filter(({name}) => name === 'w:p').filter(paragraph => xmlText(paragraph).trim() !== '') : []
    const alignment = commonOf(paragraphs.map(justification))
    if (alignment === undefined) return
    const words: Element = {type: 'element', name: 'w:t', attributes: {}, children: [{type: 'text', value: `\uE005${alignment}\uE001`}]}
    const first = paragraphs[0]
    first?.children.splice(elementsOf(first)[0]?.name === 'w:pPr' ? first.children.findIndex(({type}) => type === 'element') + 1 : 0, 0, {type: 'element', name: 'w:r', attributes: {}, children: [words]})
  })
}

function justification(paragraph: Element): Alignment | undefined {
  const properties = elementsOf(paragraph).find(({name}) => name === 'w:pPr')
  return properties && alignmentOf(elementsOf(properties).find(({name}) => name === 'w:jc')?.attributes['w:val'])
}

/** Take the marks out of the text again, each for the cell around it. The tree is changed. */
export function readCells(node: HastRoot | HastElement, cell?: HastElement): void {
  for (const child of node.children) {
    if (child.type === 'element') readCells(child, isCell(child) ? child : cell)
    const [mark, alignment] = child.type === 'text' ? /\uE005(\w+)\uE001/.exec(child.value) ?? [] : []
    if (child.type !== 'text' || mark === undefined) continue
    child.value = child.value.replace(mark, '')
    if (cell) cell.properties.align = alignment
  }
}

/** Where all body cells of a column that are not empty are set alike, say so in its first row, and nowhere else. The table is changed. */
export function alignColumns(rows: readonly HastElement[]): void {
  const cells = rows.map(cellsOf)
  const isRegular = cells.flat().every(({properties}) => Number(properties.rowSpan ?? 1) <= 1 && Number(properties.colSpan ?? 1) <= 1)
  const width = Math.max(0, ...cells.map(row => row.length))
  const body = cells.filter(row => row.some(({tagName}) => tagName === 'td'))
  const columns = Array.from({length: isRegular ? width : 0}, (_, column) => {
    const set = body.flatMap(row => isFilled(row[column]) ? [ownAlignment(row[column])] : [])
    return commonOf(set)
  })
  for (const cell of cells.flat()) delete cell.properties.align
  for (const [column, cell] of (cells[0] ?? []).entries()) if (columns[column] !== undefined) cell.properties.align = columns[column]
}

/** As an attribute, a style or a class has it. */
function ownAlignment({properties: {align, style, className}}: HastElement): Alignment | undefined {
  const styled = typeof style === 'string' ? /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i.exec(style)?.[1]?.toLowerCase() : undefined
  const named = Array.isArray(className) ? className.map(name => typeof name === 'string' ? /^(?:(?:has-)?text-(?:align-)?)?(right|center|end)$/.exec(name)?.[1] : undefined).find(name => name !== undefined) : undefined
  return alignmentOf(styled ?? (typeof align === 'string' ? align.toLowerCase() : named))
}

function cellsOf(row: HastElement): readonly HastElement[] {
  return row.children.flatMap(child => child.type === 'element' && isCell(child) ? [child] : [])
}

function isFilled(cell: HastElement | undefined): cell is HastElement {
  return cell?.tagName === 'td' && textOf(cell).trim() !== ''
}

function isCell({tagName}: HastElement): boolean {
  return tagName === 'td' || tagName === 'th'
}
