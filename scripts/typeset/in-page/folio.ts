/** How pages are counted: the same in the page, where references are filled, and outside. */

/** The folio of a page (from 1): with `countsFromText` roman figures before the text's first page, and from 1 on it. */
export function folioOf(page: number, firstTextPage: number, countsFromText: boolean): string {
  if (!countsFromText) return String(page)
  return page < firstTextPage ? roman(page) : String(page - firstTextPage + 1)
}

/** Lower-case roman numerals, for front matter of fewer than 4,000 pages. */
export function roman(number: number): string {
  const table = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const
  let left = number
  return table.map(([value, letters]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return letters.repeat(times)
  }).join('')
}
