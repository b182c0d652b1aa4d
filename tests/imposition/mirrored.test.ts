import {expect, test} from 'vitest'
import {layouts} from '../../scripts/imposition/layouts.ts'
import {mirrored} from '../../scripts/imposition/mirrored.ts'
import {placeSheets} from '../../scripts/imposition/place.ts'
import {planImposition} from '../../scripts/imposition/plan.ts'
import {layoutNames, type LayoutName} from '../../scripts/types.ts'
import {a5, a6, a7, dl, job} from './jobs.ts'

test.each<[LayoutName, number, unknown]>([
  ['saddle', 8, [[[[1, 8]], [[7, 2]]], [[[3, 6]], [[5, 4]]]]],
  ['zine', 8, [[[[2, 3, 4, 5], [1, 8, 7, 6]], undefined]]],
  ['trifold', 6, [[[[1, 6, 5]], [[4, 3, 2]]]]],
  ['zfold', 6, [[[[1, 5, 4]], [[6, 3, 2]]]]],
  ['gatefold', 8, [[[[2, 1, 8, 3]], [[7, 6, 5, 4]]]]]
])('%s of %i pages, read from right to left', (name, pages, expected) => {
  const sheets = mirrored(layouts[name]).order(pages, {grid: {columns: 2, rows: 1}, signature: 'auto'})
  expect(sheets.map(({front, back}) => [front, back])).toEqual(expected)
})

test.each(layoutNames)('%s, mirrored twice, is as it was', name => {
  const [layout, twice] = [layouts[name], mirrored(mirrored(layouts[name]))]
  const choices = {grid: {columns: 2, rows: 2}, signature: 2}
  expect(twice.order(6, choices)).toEqual(layout.order(6, choices))
  expect([twice.narrowColumns, twice.isMirrored]).toEqual([layout.narrowColumns, false])
})

const sizes = {saddle: a5, signatures: a5, zine: a7, trifold: dl, zfold: dl, gatefold: {widthMm: 74, heightMm: 210}, 'cut-and-stack': a6, 'n-up': a6}

// Creep, narrow panels and bleed as well: the sheets of the one are those of the other in a mirror.
test.each(layoutNames)('%s: every page stands where it would in a mirror', name => {
  const placed = (direction: 'ltr' | 'rtl') => {
    const {plan} = planImposition({...job(6, sizes[name], {layout: name, sheet: 'a4', creep: 0.5}), direction})
    if (!plan) throw new Error('Expected a plan')
    const width = plan.arrangement.sheet.widthMm
    const mirror = (leftMm: number, widthMm: number) => direction === 'ltr' ? leftMm : width - leftMm - widthMm
    const round = (mm: number) => Math.round(mm * 1e6) / 1e6 + 0
    return placeSheets(plan).map(({front, back}) => [front, back].map(side => side?.pages.map(({page, isTurned, trim, clip}) => [page, isTurned, ...[trim, clip].flatMap(({leftMm, bottomMm, widthMm, heightMm}) => [mirror(leftMm, widthMm), bottomMm, widthMm, heightMm].map(round))]).toSorted((a, b) => Number(a[0]) - Number(b[0]))))
  }
  expect(placed('rtl')).toEqual(placed('ltr'))
})
