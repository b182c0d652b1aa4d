/** The columns of a table: which cells stand in each of them, and the words over it. */

/** The column that each cell of a table begins in, from 0: cells that reach down from above take their places. */
export function columnsOf(table: HTMLTableElement): ReadonlyMap<HTMLTableCellElement, number> {
  const groups = [...(table.tHead ? [table.tHead] : []), ...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])]
  return new Map(groups.flatMap(({rows}) => columnsOfRows([...rows])))
}

function columnsOfRows(rows: readonly HTMLTableRowElement[]): readonly (readonly [HTMLTableCellElement, number])[] {
  const found: (readonly [HTMLTableCellElement, number])[] = []
  /** By column: the first row that no cell from above reaches into. */
  const free: number[] = []
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while ((free[column] ?? 0) > index) column++
      found.push([cell, column])
      const end = cell.rowSpan === 0 ? rows.length : index + cell.rowSpan
      for (let at = 0; at < cell.colSpan; at++, column++) free[column] = end
    }
  }
  return found
}

/** The words over each column, those of heads over each other in one. */
export function namesOf(table: HTMLTableElement, columns: ReadonlyMap<HTMLElement, number>): readonly string[] {
  const names: string[] = []
  for (const cell of [...table.tHead?.rows ?? []].flatMap(row => [...row.cells])) {
    const [column, words] = [columns.get(cell) ?? 0, wordsOf(cell)]
    for (let at = column; at < column + cell.colSpan; at++) names[at] = [names[at] ?? '', words].filter(part => part !== '').join(', ')
  }
  return names
}

/** The words of a cell without the references to notes, which stand once. */
export function wordsOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const mark of copy.querySelectorAll('.noteref, .index-mark')) mark.remove()
  return copy.textContent.trim().replaceAll(/\s+/g, ' ')
}
