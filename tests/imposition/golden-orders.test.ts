import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import type {OrderChoices, Rows, SheetOrder} from '../../scripts/imposition/layout.ts'
import {layouts} from '../../scripts/imposition/layouts.ts'
import {layoutNames, type LayoutName} from '../../scripts/types.ts'
import {read} from './folding.ts'

/** Every order as a line for a person to read: rows with `/` between them, the back behind `|`, sheets with `,`, signatures with `;`. */
const table = new URL('golden/orders.txt', import.meta.url).pathname
const counts = Array.from({length: 16}, (_, index) => 4 * (index + 1))
const grids = [{columns: 2, rows: 1}, {columns: 2, rows: 2}]

const rowsText = (rows: Rows) => rows.map(row => row.join(' ')).join(' / ')
const sheetText = ({front, back}: SheetOrder) => back ? `${rowsText(front)} | ${rowsText(back)}` : rowsText(front)
const orderText = (sheets: readonly SheetOrder[]) => [...Map.groupBy(sheets, ({signature}) => signature).values()].map(all => all.map(sheetText).join(', ')).join('; ')

function linesOf(name: LayoutName, choices: OrderChoices): readonly string[] {
  const {most = Infinity, order} = layouts[name]
  return counts.map(pages => `${pages}: ${pages > most ? `no room for more than ${most}` : orderText(order(pages, choices))}`)
}

const sections = layoutNames.flatMap(name => (layouts[name].grid ? [layouts[name].grid] : name === 'n-up' || name === 'cut-and-stack' ? grids : grids.slice(0, 1))
  .map(grid => ({title: `${name}, ${grid.columns} by ${grid.rows}`, name, grid})))

test('the orders of 4 to 64 pages in every layout are those of the table', async () => {
  const text = sections.map(({title, name, grid}) => `${title}\n${linesOf(name, {grid, signature: 'auto'}).join('\n')}\n`).join('\n')
  await expect(text).toMatchFileSnapshot(table)
})

const rowsOf = (text: string): Rows => text.split(' / ').map(row => row.split(' ').map(Number))
const sheetsOf = (order: string): readonly SheetOrder[] => order.split('; ').flatMap((all, signature) => all.split(', ').map((sheet, depth) => {
  const [front = '', back] = sheet.split(' | ')
  return {front: rowsOf(front), ...(back !== undefined && {back: rowsOf(back)}), signature, depth}
}))

/** What the table says is folded, cut and read, whatever the program says. */
test.each(sections)('the table of $title reads from 1 to n', ({title, name}) => {
  const section = readFileSync(table, 'utf8').split('\n\n').find(part => part.startsWith(`${title}\n`)) ?? ''
  const lines = section.trimEnd().split('\n').slice(1)
  expect(lines).toHaveLength(counts.length)
  for (const line of lines.filter(each => !each.includes('no room'))) {
    const [pages = '', order = ''] = line.split(': ')
    expect(read(name, sheetsOf(order)).slice(0, Number(pages))).toEqual(Array.from({length: Number(pages)}, (_, index) => index + 1))
  }
})
