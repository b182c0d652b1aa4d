/** Tables: alignment as classes (EPUB knows no `align`), scopes on head cells, captions, and the dates of a time line as row heads. */
import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {rowsOf} from './table-rows.ts'

/** Prepare every table for reading aloud and for print. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, _index, parent) => {
      if (element.tagName === 'table') nameRows(element)
      if (element.tagName === 'tr') prepareRow(element, parent?.type === 'element' && parent.tagName === 'thead')
      if (hasClass(element, 'timeline') || hasClass(element, 'captioned')) setCaption(element)
      if (!hasClass(element, 'timeline')) return
      visit(element, 'element', child => {
        if (child.tagName === 'table') prepareTimeline(child)
      })
    })
  }
}

/** Below an empty corner stand the heads of the rows: nothing else names that column. */
function nameRows(table: Element): void {
  const [head, ...rows] = rowsOf(table)
  const corner = head?.[0]
  const firsts = rows.flatMap(([first]) => first ? [first] : [])
  if (corner?.tagName !== 'th' || isSaid(corner) || !head?.slice(1).some(cell => cell.tagName === 'th' && isSaid(cell))) return
  if (firsts.length === 0 || !firsts.every(cell => isSaid(cell) && cell.properties.rowSpan === undefined && cell.properties.colSpan === undefined)) return
  for (const cell of firsts) cell.tagName = 'th'
}

/** Whether a cell holds words or a picture. */
function isSaid(cell: Element): boolean {
  return toString(cell).trim() !== '' || cell.children.some(child => child.type === 'element')
}

function setAlignment(cell: Element): void {
  const {align, ...properties} = cell.properties
  cell.properties = properties
  if (typeof align === 'string') properties.className = [...classes(cell), align]
}

/** A head beside other cells tells of their row, one among heads of its column; above the heads of rows may be an empty cell. */
function prepareRow(row: Element, isHead: boolean): void {
  const cells = row.children.filter(child => child.type === 'element')
  const others = cells.filter(({tagName}) => tagName === 'td')
  const leads = others.length > 0 && (cells[0]?.tagName === 'th' || others.some(cell => toString(cell).trim() !== ''))
  for (const cell of cells) {
    setAlignment(cell)
    if (cell.tagName === 'th') cell.properties.scope ??= leads && !isHead ? 'row' : 'col'
  }
}

/** The label of a directive becomes the caption of the table in it. */
function setCaption(directive: Element): void {
  const label = directive.children.find(child => child.type === 'element' && classes(child).includes('table-caption'))
  const table = directive.children.find(child => child.type === 'element' && child.tagName === 'table')
  if (label?.type !== 'element' || table?.type !== 'element') return
  directive.children = directive.children.filter(child => child !== label)
  table.children.unshift({type: 'element', tagName: 'caption', properties: {}, children: label.children})
}

function prepareTimeline(table: Element): void {
  table.properties.className = [...classes(table), 'timeline']
  visit(table, 'element', row => {
    const first = row.tagName === 'tr' ? row.children.find(child => child.type === 'element') : undefined
    if (first?.type !== 'element' || first.tagName !== 'td') return
    first.tagName = 'th'
    first.properties.scope = 'row'
  })
}

function hasClass(element: Element, name: string): boolean {
  return element.tagName === 'div' && classes(element).includes(name)
}

function classes(element: Element): readonly string[] {
  const value = element.properties.className
  return Array.isArray(value) ? value.map(String) : []
}
