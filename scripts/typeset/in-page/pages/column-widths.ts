/**
 * The widths of a table's columns. A browser shares the room out by the longest line of each column, its head's among
 * them, so that a long head over short figures leaves the text beside it too little. Here the rows come first, and
 * heads break.
 */

/** What one column asks for, in px: its longest word, its rows without a break, its head without one. */
export type ColumnNeeds = {readonly leastPx: number; readonly rowsPx: number; readonly headPx: number}

/** Share the room, in px, between the columns; null where that cannot be without breaking words. */
export function shareWidth(columns: readonly ColumnNeeds[], roomPx: number): readonly number[] | null {
  const wanted = columns.map(({leastPx, rowsPx}) => Math.max(leastPx, rowsPx))
  const sparePx = roomPx - sum(wanted)
  const widths = sparePx >= 0 ? giveSpare(wanted, columns.map(({headPx}) => headPx), sparePx) : takeIn(columns, wanted, roomPx)
  return sum(widths) > roomPx + 0.5 ? null : widths
}

/** Every row stands on one line: what is left goes to the heads while it lasts, the shortest lack first, then to all alike. */
function giveSpare(wanted: readonly number[], heads: readonly number[], sparePx: number): readonly number[] {
  const widths = [...wanted]
  let left = sparePx
  for (const index of [...heads.keys()].toSorted((one, other) => lack(one) - lack(other))) {
    if (lack(index) <= 0 || lack(index) > left) continue
    left -= lack(index)
    widths[index] = heads[index] ?? 0
  }
  const totalPx = sum(widths)
  return widths.map(width => width + left * width / totalPx)

  function lack(index: number): number {
    return (heads[index] ?? 0) - (widths[index] ?? 0)
  }
}

/** Columns that ask for less than their share have what they ask for; the others share the rest by the length of their text, none less than its longest word. */
function takeIn(columns: readonly ColumnNeeds[], wanted: readonly number[], roomPx: number): readonly number[] {
  const settled = new Map<number, number>()
  for (let round = 0; round <= columns.length; round++) {
    const open = [...wanted.keys()].filter(index => !settled.has(index))
    const leftPx = roomPx - sum([...settled.values()])
    const perPx = leftPx / sum(open.map(index => wanted[index] ?? 0))
    const given = open.flatMap(index => {
      const [asks, least] = [wanted[index] ?? 0, columns[index]?.leastPx ?? 0]
      return asks <= leftPx / open.length ? [[index, asks] as const] : least > asks * perPx ? [[index, least] as const] : []
    })
    if (given.length === 0) return wanted.map((asks, index) => settled.get(index) ?? asks * perPx)
    for (const [index, width] of given) settled.set(index, width)
  }
  return [...settled.values()]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Give a table's columns the widths in which it is lowest, or no higher with fewer lines broken; as the browser has them where that is no gain. */
export function settleWidths(table: HTMLTableElement): void {
  const {width: roomPx, height: beforePx} = table.getBoundingClientRect()
  if (!isPlain(table) || !breaks(table, roomPx)) return
  const widths = shareWidth(needsOf(table), roomPx)
  if (!widths) return
  const linesBeforePx = linesPx(table)
  const cells = [...table.rows[0]?.cells ?? []]
  for (const [index, cell] of cells.entries()) Object.assign(cell.style, {width: `${widths[index] ?? 0}px`, boxSizing: 'border-box'})
  const gainPx = beforePx - table.getBoundingClientRect().height
  if (gainPx > 0 || (gainPx > -0.1 && linesPx(table) < linesBeforePx - 1)) return
  for (const cell of cells) cell.style.removeProperty('width')
}

/** The height of all that stands in a table's cells, as if they stood below each other. */
function linesPx(table: HTMLTableElement): number {
  return sum([...table.rows].flatMap(({cells}) => [...cells]).map(cell => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    return range.getBoundingClientRect().height
  }))
}

/** Whether each row has each column once, and nobody said how wide they are. */
function isPlain(table: HTMLTableElement): boolean {
  const rows = [...table.rows]
  const cells = rows.flatMap(row => [...row.cells])
  const count = rows[0]?.cells.length ?? 0
  return count > 1 && (table.tBodies[0]?.rows.length ?? 0) > 0 && rows.every(row => row.cells.length === count)
    && cells.every(cell => cell.colSpan === 1 && cell.rowSpan === 1 && cell.style.width === '') && !table.querySelector('col, table')
}

/** Whether something in the table stands on more lines than it has to. */
function breaks(table: HTMLTableElement, roomPx: number): boolean {
  return columnsAt(table, 'max-content', [], table.rows[0]).reduce((total, width) => total + width, 0) > roomPx + 0.5
}

function needsOf(table: HTMLTableElement): readonly ColumnNeeds[] {
  const bodies = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])]
  const least = columnsAt(table, 'min-content', [], table.rows[0])
  const heads = table.tHead ? columnsAt(table, 'max-content', bodies, table.tHead.rows[0]) : []
  const rows = columnsAt(table, 'max-content', table.tHead ? [table.tHead] : [], table.tBodies[0]?.rows[0])
  // What is as wide as it has to be to the last fraction of a px may break all the same.
  return least.map((leastPx, index) => ({leastPx, rowsPx: (rows[index] ?? 0) + 0.25, headPx: heads[index] ?? 0}))
}

/** The widths of the columns, in px, if the table were as wide as this, without these groups of rows. */
function columnsAt(table: HTMLTableElement, width: string, hidden: readonly HTMLElement[], row: HTMLTableRowElement | undefined): readonly number[] {
  const own = table.style.width
  for (const group of hidden) group.style.display = 'none'
  table.style.width = width
  const widths = [...row?.cells ?? []].map(cell => cell.getBoundingClientRect().width)
  table.style.width = own
  for (const group of hidden) group.style.removeProperty('display')
  return widths
}
