import {PDFArray, PDFDict, PDFDocument, PDFName, PDFString} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {nameAllHeads} from '../../scripts/adapters/pdf-table-heads.ts'

type Cell = {readonly id?: string; readonly scope?: string; readonly columns?: number; readonly rows?: number; readonly headers?: readonly string[]}

/** Make a table of such cells, as the printer writes it, and tell the heads that each cell names then. */
async function headsOf(rows: readonly (readonly Cell[])[]): Promise<readonly (readonly string[])[]> {
  const file = await PDFDocument.create()
  const {context} = file
  const cellOf = ({id, scope, columns = 1, rows: high = 1, headers}: Cell) => context.register(context.obj({
    S: scope === undefined ? 'TD' : 'TH',
    ...(id !== undefined && {ID: PDFString.of(id)}),
    A: [...(scope === undefined ? [] : [{O: 'Table', Scope: scope}]), ...(headers ? [{O: 'Table', Headers: headers.map(each => PDFString.of(each))}] : []), {O: 'Table', RowSpan: high}, {O: 'Table', ColSpan: columns}]
  }))
  const cells = rows.map(row => row.map(cellOf))
  context.register(context.obj({S: 'Table', K: [{S: 'TBody', K: cells.map(row => ({S: 'TR', K: row}))}]}))
  nameAllHeads(file)
  return cells.flat().flatMap(ref => {
    const attributes = context.lookup(ref, PDFDict).lookup(PDFName.of('A'), PDFArray)
    const named = attributes.asArray().flatMap(each => each instanceof PDFDict && each.has(PDFName.of('Headers')) ? [each.lookup(PDFName.of('Headers'), PDFArray)] : [])
    return named.map(list => list.asArray().flatMap(each => each instanceof PDFString ? [each.asString()] : []))
  })
}

const [year, wages, men, women]: readonly Cell[] = [{scope: 'Column', id: 'year', rows: 2}, {scope: 'Column', id: 'wages', columns: 2}, {scope: 'Column', id: 'men'}, {scope: 'Column', id: 'women'}]
const heads: readonly (readonly Cell[])[] = [[year ?? {}, wages ?? {}], [men ?? {}, women ?? {}]]

test('a cell under two heads names both, and the one above them once', async () => {
  expect(await headsOf([...heads, [{scope: 'Row', id: '1910'}, {columns: 2, headers: ['wages', 'men', '1910']}]])).toEqual([['wages', 'men', '1910', 'women']])
})

test('a cell beside two heads names both', async () => {
  expect(await headsOf([...heads, [{scope: 'Row', id: 'a'}, {rows: 2, headers: ['wages', 'men', 'a']}, {headers: ['wages', 'women', 'a']}], [{scope: 'Row', id: 'b'}, {headers: ['wages', 'women', 'b']}]])).toEqual([['wages', 'men', 'a', 'b'], ['wages', 'women', 'a'], ['wages', 'women', 'b']])
})

test('a cell that fills one place stays as it is, and so does one that names no heads', async () => {
  expect(await headsOf([...heads, [{scope: 'Row', id: 'a'}, {headers: ['men']}, {}], [{columns: 3}]])).toEqual([['men']])
})

test('a cell as wide as a number can say ends', async () => {
  expect(await headsOf([[{scope: 'Column', id: 'a', columns: 2 ** 40}, {scope: 'Column', id: 'b'}], [{columns: 2 ** 40, headers: ['a']}]])).toEqual([['a']])
})
