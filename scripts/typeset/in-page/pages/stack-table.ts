/** A table that fits on no page becomes a list: its cells below each other, each with the name of its column before it. */

/** Set a table's cells below each other. A table without a head gets no names. */
export function stackTable(table: HTMLTableElement): void {
  const ruleAbove = getComputedStyle(table).borderTop
  table.classList.add('stacked')
  beList(table)
  nameColumns(table)
  if (table.caption) lowerRule(table, ruleAbove)
}

function nameColumns(table: HTMLTableElement): void {
  const heads = headsOf(table)
  if (!heads.some(head => head !== '')) return
  table.classList.add('named')
  // What is pointed to from elsewhere stays where it is.
  if (!table.tHead?.querySelector('[id], a')) table.tHead?.remove()
  for (const group of [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])]) for (const row of group.rows) nameCells(row, heads)
}

/** The rule above a table stands below its caption, as it did before. */
function lowerRule(table: HTMLTableElement, ruleAbove: string): void {
  const first = table.tHead ?? table.tBodies[0]
  if (!first) return
  table.style.borderTop = '0'
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

/** The words over each column, those of heads over each other in one. */
function headsOf(table: HTMLTableElement): readonly string[] {
  const columns: string[] = []
  for (const row of table.tHead?.rows ?? []) {
    let column = 0
    for (const cell of row.cells) {
      const words = wordsOf(cell)
      for (let at = 0; at < cell.colSpan; at++, column++) columns[column] = [columns[column] ?? '', words].filter(part => part !== '').join(', ')
    }
  }
  return columns
}

/** Without the references to notes, which stand once. */
function wordsOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const mark of copy.querySelectorAll('.noteref, .index-mark')) mark.remove()
  return copy.textContent.trim().replaceAll(/\s+/g, ' ')
}

function nameCells(row: HTMLTableRowElement, heads: readonly string[]): void {
  let column = 0
  for (const cell of row.cells) {
    const head = heads[column] ?? ''
    column += cell.colSpan
    if (head === '' || wordsOf(cell) === '' && !cell.querySelector('img')) continue
    const name = Object.assign(document.createElement('span'), {className: 'stacked-name', textContent: `${head}${colon()} `})
    const first = cell.firstElementChild
    if (first?.tagName === 'P') first.prepend(name)
    else cell.prepend(name)
  }
}

function colon(): string {
  return document.documentElement.lang.startsWith('fr') ? '\u00A0:' : ':'
}

/** Numbers, dates and telephone numbers; and what is no longer than a name. */
const figures = /^(?=.{1,22}$)(?=.*\d)\S{0,14}(?:\s\S{1,9}){0,3}$/u
const shortWords = /^.{1,16}$/u

/** Keep what is read at one glance on one line, figures before words, if the table fits its room even so. */
export function keepShortCells(table: HTMLTableElement, widthPx: number): void {
  const cells = [...table.querySelectorAll<HTMLElement>('td, th')].map(cell => ({cell, words: cell.textContent.trim()}))
  for (const kind of [figures, shortWords]) {
    const kept = cells.filter(({cell, words}) => kind.test(words) && !cell.classList.contains('unbroken'))
    for (const {cell} of kept) cell.classList.add('unbroken')
    if (table.scrollWidth > widthPx + 1) for (const {cell} of kept) cell.classList.remove('unbroken')
  }
}
