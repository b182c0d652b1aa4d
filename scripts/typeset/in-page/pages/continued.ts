/**
 * Heads that are repeated where what they stand over goes on on another page: "Lenin (continued)" over subentries of the
 * index, a caption over the rest of its table. `data-continued` on the list or the table holds the word.
 */

const heights = new WeakMap<Element, number>()

/** Measure each head as it will stand on its page; before the text is read, because nothing is written then. */
export function measureContinued(root: ParentNode): void {
  for (const holder of root.querySelectorAll<HTMLElement>('[data-continued]')) {
    const line = lineFor(holder)
    if (!line) continue
    line.style.width = holder.style.width
    if (holder instanceof HTMLTableElement) holder.before(line)
    else holder.prepend(line)
    heights.set(holder, line.getBoundingClientRect().height)
    line.remove()
  }
}

/** The room of the head that stands above a page which begins with this element; 0 where there is none. */
export function continuedPx(beginning: Element | undefined): number {
  const holder = holderOf(beginning)
  return holder && beginning !== holder.firstElementChild ? heights.get(holder) ?? 0 : 0
}

/** Put the head before the element that a page begins with. Gives it, or undefined where there is none. */
export function repeatHead(beginning: HTMLElement): HTMLElement | undefined {
  const holder = continuedPx(beginning) > 0 ? holderOf(beginning) : undefined
  const line = holder && lineFor(holder)
  if (line) beginning.before(line)
  return line
}

function holderOf(element: Element | undefined): HTMLElement | undefined {
  const parent = element?.parentElement
  return parent?.matches('ul[data-continued]') === true ? parent : undefined
}

function lineFor(holder: HTMLElement): HTMLElement | undefined {
  const isTable = holder instanceof HTMLTableElement
  const head = isTable ? holder.caption : holder.previousElementSibling?.querySelector('.term')
  if (!head) return undefined
  const line = document.createElement(isTable ? 'p' : 'li')
  line.className = 'continued'
  const text = isTable ? line : line.appendChild(document.createElement('p'))
  text.append(...plainCopy(head), ` (${holder.dataset['continued'] ?? ''})`)
  return line
}

/** The head's words with their emphasis, without ids and notes, which stand once. */
function plainCopy(head: Element): readonly Node[] {
  return [...withoutIds(head.cloneNode(true)).childNodes]
}

/** Rounding, and borders that are collapsed otherwise in a table of its own. */
const slackPx = 0

/** What stands above the rows of a table where it goes on: its head again, and over that the caption where there is one. */
export function repeatedPx(table: HTMLTableElement, headPx: number): number {
  return headPx + (isParted(table) ? (heights.get(table) ?? 0) + slackPx : 0)
}

/** Tables with a caption are parted at page turns, so that a line may stand above the rest. */
function isParted(table: HTMLTableElement): boolean {
  return heights.has(table) && !table.classList.contains('stacked')
}

/** Part a table with a caption before a row: the rest is a table with the same columns and head. Gives what begins the page. */
export function partTable(row: HTMLElement): HTMLElement | undefined {
  const table = row.closest('table')
  const line = table && isParted(table) ? lineFor(table) : undefined
  if (!table || !line) return undefined
  // Where the table runs over all columns, so does the line: in one of them it would turn no page.
  line.style.columnSpan = getComputedStyle(table).columnSpan
  keepColumns(table)
  const rest = restOf(table, row)
  table.after(line, rest)
  table.style.marginBottom = '0'
  Object.assign(rest.style, {marginTop: '0', breakBefore: 'auto'})
  const height = heights.get(table)
  if (height !== undefined) heights.set(rest, height)
  return line
}

/** Cut a table in a note in two before a row, so that something can stand between them. Gives the rest, which has no head. */
export function cutTable(row: HTMLElement): HTMLElement {
  const table = row.closest('table')
  if (!table) return row
  keepColumns(table)
  const rest = restOf(table, row)
  rest.caption?.remove()
  rest.tHead?.remove()
  table.after(rest)
  table.style.marginBottom = '0'
  rest.style.marginTop = '0'
  return rest
}

/** The columns' widths as they are: without its other rows a table would set them anew. */
function keepColumns(table: HTMLTableElement): void {
  if (table.style.tableLayout === 'fixed') return
  const row = [...table.rows].find(({cells}) => [...cells].every(cell => cell.colSpan === 1))
  const widths = [...row?.cells ?? []].map(cell => cell.getBoundingClientRect().width)
  const columns = document.createElement('colgroup')
  columns.append(...widths.map(width => {
    const column = document.createElement('col')
    column.style.width = `${width}px`
    return column
  }))
  for (const old of table.querySelectorAll(':scope > colgroup')) old.remove()
  if (table.caption) table.caption.after(columns)
  else table.prepend(columns)
  Object.assign(table.style, {tableLayout: 'fixed', width: `${table.getBoundingClientRect().width}px`})
}

/**
 * The rows from one on, in a table with the columns and the head of the first; `data-rest` says so to the tags. The caption
 * goes along unseen: of it the next head is made.
 */
function restOf(table: HTMLTableElement, row: HTMLElement): HTMLTableElement {
  const rest = shell(table)
  rest.dataset['rest'] = ''
  for (const part of table.querySelectorAll(':scope > caption, :scope > colgroup, :scope > thead')) rest.append(withoutIds(part.cloneNode(true)))
  if (rest.caption) rest.caption.hidden = true
  const group = row.parentElement
  if (!group) return rest
  const groups = followers(group)
  const body = shell(group)
  body.append(...[row, ...followers(row)])
  rest.append(body, ...groups)
  return rest
}

function followers(element: Element): readonly Element[] {
  const siblings = [...element.parentElement?.children ?? []]
  return siblings.slice(siblings.indexOf(element) + 1)
}

/** A copy without content; ids stand once. */
function shell<Kind extends HTMLElement>(element: Kind): Kind {
  const copy = document.importNode(element, false)
  copy.removeAttribute('id')
  return copy
}

function withoutIds(copy: Node): Node {
  if (!(copy instanceof Element)) return copy
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  for (const note of copy.querySelectorAll('.noteref, .index-mark')) note.remove()
  return copy
}
