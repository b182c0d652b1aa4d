/**
 * A table that fits on no page becomes a list of its rows. The first cell of a row leads it; short ones run on behind each
 * other, a long one has lines of its own. Each says the name of its column.
 */
import {signsOf} from './stacked-signs.ts'
import {columnsOf, namesOf, wordsOf} from './table-columns.ts'

/** Set a table's rows below each other. A table without a head gets no names. */
export function stackTable(table: HTMLTableElement): void {
  const ruleAbove = getComputedStyle(table).borderTop
  const columns = columnsOf(table)
  const names = namesOf(table, columns)
  table.classList.add('stacked')
  beList(table)
  if (names.some(name => name !== '')) nameCells(table, names, columns)
  runOn(table, columns)
  if (table.caption) lowerRule(table, ruleAbove)
}

function rowsOf(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap(group => [...group.rows])
}

/** The rule above a table stands below its caption, as it did before. */
function lowerRule(table: HTMLTableElement, ruleAbove: string): void {
  const first = table.tHead ?? table.tBodies[0]
  if (!first) return
  Object.assign(table.style, {borderTop: '0', paddingTop: '0'})
  Object.assign(first.style, {borderTop: ruleAbove, paddingTop: '3px'})
}

/** What is seen as a list is heard as one: an item a row, a paragraph a cell. */
function beList(table: HTMLTableElement): void {
  table.role = 'list'
  for (const group of table.querySelectorAll('thead, tbody, tfoot')) group.role = 'none'
  for (const row of table.rows) row.role = 'listitem'
  for (const cell of table.querySelectorAll('th, td')) cell.role = cell.querySelector('p') ? 'group' : 'paragraph'
  if (table.caption) table.caption.role = 'paragraph'
}

type Columns = ReadonlyMap<HTMLElement, number>

function nameCells(table: HTMLTableElement, names: readonly string[], columns: Columns): void {
  table.classList.add('named')
  // What is pointed to from elsewhere stays where it is.
  if (!table.tHead?.querySelector('[id], a')) table.tHead?.remove()
  for (const row of rowsOf(table)) for (const cell of row.cells) nameCell(cell, names[columns.get(cell) ?? 0] ?? '')
}

function nameCell(cell: HTMLElement, columnName: string): void {
  if (columnName === '' || isEmpty(cell)) return
  const {colon, space} = signsOf(document.documentElement.lang)
  const behind = space === ' ' && staysWith(cell, columnName) ? '\u00A0' : space
  const name = Object.assign(document.createElement('span'), {className: 'stacked-name', textContent: `${columnName}${colon}${behind}`})
  const first = cell.firstElementChild
  if (first?.tagName === 'P') first.prepend(name)
  else cell.prepend(name)
}

/** Of a line: so long may be a single word and the last of its name, to stand on one line with it. */
const lonelyShare = 0.6
/** The width of a letter, in em. */
const letterEm = 0.45

function staysWith(cell: HTMLElement, columnName: string): boolean {
  const words = wordsOf(cell)
  const lineLength = (cell.closest('table')?.clientWidth ?? 0) / (Number.parseFloat(getComputedStyle(cell).fontSize) * letterEm)
  return !words.includes(' ') && (columnName.split(' ').at(-1) ?? '').length + words.length + 3 <= lineLength * lonelyShare
}

function isEmpty(cell: HTMLElement): boolean {
  return wordsOf(cell) === '' && !cell.querySelector('img, input, math')
}

/** In characters, with the name of its column: what is no longer stands with others in a line. */
const shortLength = 44

/** Run short cells on behind each other. A column is set in the same way in all rows. */
function runOn(table: HTMLTableElement, columns: Columns): void {
  const cells = [...columns.keys()]
  const long = new Set(cells.filter(cell => !isShort(cell)).map(cell => columns.get(cell)))
  for (const cell of cells) cell.classList.remove('unbroken')
  if (table.tHead) joinCells([...table.tHead.rows].flatMap(row => [...row.cells]), () => true)
  for (const row of rowsOf(table)) {
    const [lead, ...others] = row.cells
    lead?.classList.toggle('stacked-lead', columns.get(lead) === 0 && !long.has(0) && !isEmpty(lead))
    joinCells(lead && !lead.classList.contains('stacked-lead') ? [lead, ...others] : others, cell => !long.has(columns.get(cell)))
  }
}

function isShort(cell: HTMLElement): boolean {
  return !cell.querySelector('p, ul, ol, dl, pre, blockquote, figure, table, div, img, br, math[display="block"]') && wordsOf(cell).length <= shortLength
}

/** Put short cells that follow each other into one paragraph. */
function joinCells(cells: readonly HTMLElement[], mayJoin: (cell: HTMLElement) => boolean): void {
  let run: HTMLElement | undefined
  for (const cell of cells) {
    if (!mayJoin(cell)) run = undefined
    else if (run) append(cell, run)
    else run = openRun(cell)
  }
}

function openRun(cell: HTMLElement): HTMLElement {
  const run = Object.assign(document.createElement('div'), {className: 'stacked-run', role: 'paragraph'})
  cell.before(run)
  cell.role = 'none'
  run.append(cell)
  return run
}

function append(cell: HTMLElement, run: HTMLElement): void {
  const before = wordsOf(run)
  if (before !== '' && !isEmpty(cell)) run.append(signsOf(document.documentElement.lang).between(before))
  cell.role = 'none'
  run.append(cell)
}
