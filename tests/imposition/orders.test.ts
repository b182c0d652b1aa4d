import {describe, expect, test} from 'vitest'
import type {Rows, SheetOrder} from '../../scripts/imposition/layout.ts'
import {layouts, pagesAt, placesIn} from '../../scripts/imposition/layouts.ts'
import {signatureSizes} from '../../scripts/imposition/signatures.ts'
import type {LayoutName} from '../../scripts/types.ts'

/** One line a sheet: rows with `/` between them, the back behind `|`. */
const rowsText = (rows: Rows) => rows.map(row => row.join(' ')).join(' / ')
const lines = (sheets: readonly SheetOrder[]) => sheets.map(({front, back}) => back ? `${rowsText(front)} | ${rowsText(back)}` : rowsText(front))
type Choices = {readonly columns?: number; readonly rows?: number; readonly signature?: 'auto' | number}
const order = (name: LayoutName, pages: number, {columns = 2, rows = 1, signature = 'auto'}: Choices = {}) => lines(layouts[name].order(pages, {grid: layouts[name].grid ?? {columns, rows}, signature}))

describe('saddle', () => {
  test.each([
    [1, ['4 1 | 2 3']],
    [4, ['4 1 | 2 3']],
    [5, ['8 1 | 2 7', '6 3 | 4 5']],
    [8, ['8 1 | 2 7', '6 3 | 4 5']],
    [12, ['12 1 | 2 11', '10 3 | 4 9', '8 5 | 6 7']],
    [16, ['16 1 | 2 15', '14 3 | 4 13', '12 5 | 6 11', '10 7 | 8 9']],
    [20, ['20 1 | 2 19', '18 3 | 4 17', '16 5 | 6 15', '14 7 | 8 13', '12 9 | 10 11']],
    [32, ['32 1 | 2 31', '30 3 | 4 29', '28 5 | 6 27', '26 7 | 8 25', '24 9 | 10 23', '22 11 | 12 21', '20 13 | 14 19', '18 15 | 16 17']],
    [64, [
      '64 1 | 2 63', '62 3 | 4 61', '60 5 | 6 59', '58 7 | 8 57', '56 9 | 10 55', '54 11 | 12 53', '52 13 | 14 51', '50 15 | 16 49',
      '48 17 | 18 47', '46 19 | 20 45', '44 21 | 22 43', '42 23 | 24 41', '40 25 | 26 39', '38 27 | 28 37', '36 29 | 30 35', '34 31 | 32 33'
    ]]
  ])('%i pages', (pages, sheets) => expect(order('saddle', pages)).toEqual(sheets))
})

describe('signatures', () => {
  test.each([
    [4, 2, ['4 1 | 2 3']],
    [16, 2, ['8 1 | 2 7', '6 3 | 4 5', '16 9 | 10 15', '14 11 | 12 13']],
    [20, 2, ['8 1 | 2 7', '6 3 | 4 5', '16 9 | 10 15', '14 11 | 12 13', '20 17 | 18 19']],
    [12, 1, ['4 1 | 2 3', '8 5 | 6 7', '12 9 | 10 11']],
    [40, 5, [
      '20 1 | 2 19', '18 3 | 4 17', '16 5 | 6 15', '14 7 | 8 13', '12 9 | 10 11',
      '40 21 | 22 39', '38 23 | 24 37', '36 25 | 26 35', '34 27 | 28 33', '32 29 | 30 31'
    ]],
    [64, 8, [
      '32 1 | 2 31', '30 3 | 4 29', '28 5 | 6 27', '26 7 | 8 25', '24 9 | 10 23', '22 11 | 12 21', '20 13 | 14 19', '18 15 | 16 17',
      '64 33 | 34 63', '62 35 | 36 61', '60 37 | 38 59', '58 39 | 40 57', '56 41 | 42 55', '54 43 | 44 53', '52 45 | 46 51', '50 47 | 48 49'
    ]]
  ])('%i pages in signatures of %i sheets', (pages, signature, sheets) => expect(order('signatures', pages, {signature})).toEqual(sheets))

  test.each([
    [1, [1]], [8, [8]], [9, [5, 5]], [10, [5, 5]], [12, [6, 6]], [16, [8, 8]], [17, [6, 6, 6]], [24, [8, 8, 8]], [25, [5, 5, 5, 5, 5]], [113, Array.from({length: 19}, () => 6)]
  ])('%i sheets fall into signatures with the fewest blanks', (sheets, sizes) => expect(signatureSizes(sheets, 'auto')).toEqual(sizes))

  test('a size that is asked for holds for all but the last', () => expect(signatureSizes(11, 4)).toEqual([4, 4, 3]))
})

describe('sheets that are folded once and again', () => {
  test.each([
    ['zine', 8, ['5 4 3 2 / 6 7 8 1']],
    ['trifold', 6, ['5 6 1 | 2 3 4']],
    ['zfold', 6, ['4 5 1 | 2 3 6']],
    ['gatefold', 8, ['3 8 1 2 | 4 5 6 7']]
  ] as const)('%s', (name, most, sheets) => {
    for (let pages = 1; pages <= most; pages++) expect(order(name, pages)).toEqual(sheets)
    expect(layouts[name].most).toBe(most)
  })

  test('only the upper row of a zine stands on its head', () => {
    expect(Object.values(layouts).filter(({turnedRows}) => turnedRows.length > 0).map(({name, turnedRows}) => [name, turnedRows])).toEqual([['zine', [0]]])
  })
})

describe('cut and stack', () => {
  test.each([
    [4, 2, 1, ['1 3 | 4 2']],
    [8, 2, 1, ['1 5 | 6 2', '3 7 | 8 4']],
    [9, 2, 1, ['1 7 | 8 2', '3 9 | 10 4', '5 11 | 12 6']],
    [8, 2, 2, ['1 3 / 5 7 | 4 2 / 8 6']],
    [16, 2, 2, ['1 5 / 9 13 | 6 2 / 14 10', '3 7 / 11 15 | 8 4 / 16 12']],
    [24, 3, 2, ['1 5 9 / 13 17 21 | 10 6 2 / 22 18 14', '3 7 11 / 15 19 23 | 12 8 4 / 24 20 16']],
    [64, 4, 2, [
      '1 9 17 25 / 33 41 49 57 | 26 18 10 2 / 58 50 42 34', '3 11 19 27 / 35 43 51 59 | 28 20 12 4 / 60 52 44 36',
      '5 13 21 29 / 37 45 53 61 | 30 22 14 6 / 62 54 46 38', '7 15 23 31 / 39 47 55 63 | 32 24 16 8 / 64 56 48 40'
    ]]
  ])('%i pages, %i × %i on a side', (pages, columns, rows, sheets) => expect(order('cut-and-stack', pages, {columns, rows})).toEqual(sheets))
})

describe('n-up', () => {
  test.each([
    [1, 2, 1, ['1 2']],
    [4, 2, 1, ['1 2 | 3 4']],
    [6, 2, 1, ['1 2 | 3 4', '5 6']],
    [16, 2, 2, ['1 2 / 3 4 | 5 6 / 7 8', '9 10 / 11 12 | 13 14 / 15 16']],
    [64, 4, 4, [
      '1 2 3 4 / 5 6 7 8 / 9 10 11 12 / 13 14 15 16 | 17 18 19 20 / 21 22 23 24 / 25 26 27 28 / 29 30 31 32',
      '33 34 35 36 / 37 38 39 40 / 41 42 43 44 / 45 46 47 48 | 49 50 51 52 / 53 54 55 56 / 57 58 59 60 / 61 62 63 64'
    ]]
  ])('%i pages, %i × %i on a side', (pages, columns, rows, sheets) => expect(order('n-up', pages, {columns, rows})).toEqual(sheets))
})

describe('blanks', () => {
  const filled = (pages: number, places: number, hasBack: boolean) => pagesAt(pages, places, hasBack).slice(1).map(page => page ?? '-').join(' ')
  test.each([
    [8, 8, true, '1 2 3 4 5 6 7 8'],
    [6, 8, true, '1 2 3 4 5 - - 6'],
    [6, 8, false, '1 2 3 4 5 6 - -'],
    [5, 8, true, '1 2 3 4 - - - 5'],
    [1, 4, true, '1 - - -'],
    [2, 4, true, '1 - - 2']
  ])('%i pages on %i places, back cover %s', (pages, places, hasBack, expected) => expect(filled(pages, places, hasBack)).toBe(expected))

  test('there are as many places as the highest position', () => {
    expect(placesIn(layouts.saddle.order(5, {grid: {columns: 2, rows: 1}, signature: 'auto'}))).toBe(8)
    expect(placesIn([])).toBe(0)
  })
})
