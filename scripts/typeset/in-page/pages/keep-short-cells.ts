/** Keeps short cells of a table on one line. */

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
