/** Heads of table cells that stand under several: the printer names those of a cell's first column and first row alone. */
import {PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFString} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'

/** A cell in the grid: its first row and column, from 0, and how many it fills. */
type Cell = {readonly element: PDFDict; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number}

const widest = 1_000

/** Name every head of the cells that fill several columns or rows (ISO 32000-1, table 349). */
export function nameAllHeads(file: PDFDocument): void {
  const elements = file.context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFDict && typeOf(value) === 'Table' ? [value] : [])
  for (const table of elements) {
    const cells = gridOf(rowsIn(table))
    const heads = cells.filter(({element}) => typeOf(element) === 'TH')
    for (const cell of cells) if (cell.rows * cell.columns > 1) addHeads(cell, heads, file)
  }
}

function addHeads(cell: Cell, heads: readonly Cell[], {context}: PDFDocument): void {
  const holder = attributesOf(cell.element).find(attributes => attributes.has(name('Headers')))
  const named = holder?.lookup(name('Headers'))
  if (!holder || !(named instanceof PDFArray)) return
  const known = new Set(named.asArray().map(String))
  const ids = heads.filter(head => isAbove(head, cell) || isBeside(head, cell)).flatMap(({element}) => {
    const id = element.lookup(name('ID'))
    return id instanceof PDFString ? [id] : []
  })
  const missing = ids.filter(id => !known.has(String(id)))
  if (missing.length > 0) holder.set(name('Headers'), context.obj([...named.asArray(), ...missing]))
}

function isAbove(head: Cell, cell: Cell): boolean {
  return scopeOf(head.element) === 'Column' && head.row < cell.row && head.column < cell.column + cell.columns && cell.column < head.column + head.columns
}

function isBeside(head: Cell, cell: Cell): boolean {
  return scopeOf(head.element) === 'Row' && head.column < cell.column && head.row < cell.row + cell.rows && cell.row < head.row + head.rows
}

/** Place the cells of rows, each in the first column that none from above fills. */
function gridOf(rows: readonly PDFDict[]): readonly Cell[] {
  const cells: Cell[] = []
  const filledTo = new Map<number, number>()
  for (const [row, element] of rows.entries()) {
    let column = 0
    for (const kid of kidsOf(element)) {
      while ((filledTo.get(column) ?? 0) > row) column++
      const cell = {element: kid, row, column, rows: spanOf(kid, 'RowSpan'), columns: spanOf(kid, 'ColSpan')}
      cells.push(cell)
      for (let filled = 0; filled < cell.columns; filled++) filledTo.set(column++, row + cell.rows)
    }
  }
  return cells
}

function rowsIn(table: PDFDict): readonly PDFDict[] {
  return kidsOf(table).flatMap(kid => typeOf(kid) === 'TR' ? [kid] : /^T(?:Head|Body|Foot)$/.test(typeOf(kid)) ? kidsOf(kid).filter(row => typeOf(row) === 'TR') : [])
}

function kidsOf(element: PDFDict): readonly PDFDict[] {
  return dictsIn(element, 'K')
}

function attributesOf(element: PDFDict): readonly PDFDict[] {
  return dictsIn(element, 'A')
}

/** Under a key stands one, or an array of several. */
function dictsIn(element: PDFDict, key: string): readonly PDFDict[] {
  const value = element.lookup(name(key))
  const values = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value]
  return values.filter(item => item instanceof PDFDict)
}

function typeOf(element: PDFDict): string {
  return nameIn(element, 'S')
}

function scopeOf(head: PDFDict): string {
  return attributesOf(head).map(attributes => nameIn(attributes, 'Scope')).find(scope => scope !== '') ?? ''
}

function spanOf(cell: PDFDict, key: string): number {
  const span = attributesOf(cell).map(attributes => attributes.lookup(name(key))).find(value => value instanceof PDFNumber)
  return Math.min(widest, Math.max(1, span?.asNumber() ?? 1))
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : ''
}
