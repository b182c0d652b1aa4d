import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Setting} from '../../scripts/typeset/copyfit/ladder.ts'
import {geometryCss, geometryOf, lengthPx, sizeOf} from '../../scripts/typeset/geometry.ts'
import {readPageRules} from '../../scripts/typeset/page-rules.ts'

const a5 = {name: 'a5', widthMm: 148, heightMm: 210}
const css = ':root {--leading: 18px} @page :right {margin: 10% 15% 12% 11%} @page :left {margin: 10% 11% 12% 15%} @page cover {margin: 5mm}'
const geometry = geometryOf(readPageRules([{text: css, origin: 'theme'}]), {page: a5})
const area = (name: string, side: string) => geometry.areas.find(item => item.name === name && item.side === side)?.area

describe('the sheet', () => {
  test('is a multiple of 8 px with room for the bleed, and the trim on it is exact', () => {
    expect(geometry.sheet).toMatchObject({widthPx: 584, heightPx: 824, trim: {leftPx: 12, topPx: 12}})
    expect(geometry.sheet.trim.widthPx * 0.75).toBeCloseTo(419.528, 3)
    expect(geometry.sheet.trim.heightPx * 0.75).toBeCloseTo(595.276, 3)
  })

  test('of any size holds trim and bleed, in whole multiples of 8 px', () => {
    fc.assert(fc.property(fc.double({min: 50, max: 500, noNaN: true}), fc.double({min: 50, max: 500, noNaN: true}), (widthMm, heightMm) => {
      const {sheet, areas} = geometryOf(readPageRules([{text: css, origin: 'theme'}]), {page: {name: 'x', widthMm, heightMm}})
      expect([sheet.widthPx % 8, sheet.heightPx % 8]).toEqual([0, 0])
      expect(sheet.widthPx - sheet.trim.leftPx - sheet.trim.widthPx).toBeGreaterThanOrEqual(11.98)
      for (const {area: {leftPx, topPx, widthPx, heightPx}} of areas) {
        expect([leftPx, topPx, widthPx, heightPx].every(Number.isInteger)).toBe(true)
        expect(leftPx + widthPx).toBeLessThanOrEqual(sheet.widthPx)
        expect(topPx + heightPx).toBeLessThanOrEqual(sheet.heightPx)
      }
    }))
  })
})

describe('the type area', () => {
  test('is as large on both sides of the spread, a whole number of lines', () => {
    const [left, right] = [area('', 'left'), area('', 'right')]
    expect([left?.widthPx, left?.heightPx]).toEqual([right?.widthPx, right?.heightPx])
    expect((right?.heightPx ?? 1) % geometry.leadingPx).toBe(0)
  })

  test('is mirrored: the inner margin is the same on both', () => {
    const [left, right] = [area('', 'left'), area('', 'right')]
    const innerOfLeft = 12 + geometry.sheet.trim.widthPx - (left?.leftPx ?? 0) - (left?.widthPx ?? 0)
    expect(Math.abs((right?.leftPx ?? 0) - 12 - innerOfLeft)).toBeLessThan(1)
  })

  test('of a named page follows its own rule', () => {
    expect(area('cover', 'right')).toMatchObject({leftPx: 31, topPx: 31})
  })
})

test.each([['20mm', 75.59], ['1in', 96], ['72pt', 96], ['10%', 50], ['0', 0], ['2.54cm', 96], ['6pc', 96], ['40Q', 37.8], ['max(10%, 20mm)', 75.59], ['min(10%, 20mm)', 50], ['max(1em, 12px)', 12], ['max(10%, 60% - 200px)', 100], ['max(10%, 60% - 268px, 1mm + 2mm)', 50], ['max(60% - 1em)', undefined], ['max(1em)', undefined], ['auto', undefined], ['1em', undefined]])('reads %s', (text, px) => {
  const length = lengthPx(text, 500)
  expect(length === undefined ? undefined : Math.round(length * 100) / 100).toBe(px)
})

test.each([['a4', 210, 297], ['a4 landscape', 297, 210], ['100mm 200mm', 100, 200], ['4in', 101.6, 101.6], ['auto', undefined, undefined]])('reads the size %s', (text, width, height) => {
  const size = sizeOf(text)
  expect([size && Math.round(size.widthMm * 10) / 10, size && Math.round(size.heightMm * 10) / 10]).toEqual([width, height])
})

test('margins in one may be the larger of two', () => {
  const {areas, sheet} = geometryOf(readPageRules([{text: '@page {margin: max(5%, 20mm) 10% max(30%, 1mm)}', origin: 'theme'}]), {page: a5})
  expect(areas[0]?.area.topPx).toBe(Math.round(sheet.trim.topPx + 20 / 25.4 * 96))
})

describe('copyfit', () => {
  const fitted = (setting: Setting) => geometryOf(readPageRules([{text: `${css} :root {--size: 14px}`, origin: 'theme'}]), {page: a5, setting})
  const [own, tight] = [fitted({lines: 0, measurePercent: 0, sizePercent: 0}), fitted({lines: 1, measurePercent: 4, sizePercent: -3})]
  const text = ({areas}: typeof own, side: string) => areas.find(item => item.name === '' && item.side === side)?.area ?? {leftPx: 0, topPx: 0, widthPx: 0, heightPx: 0}

  test('sets a line more in the same depth, on a closer grid', () => {
    expect(text(tight, 'right').heightPx).toBe(text(own, 'right').heightPx)
    expect(tight.design.lines).toBe(own.design.lines + 1)
    expect(tight.leadingPx).toBeLessThan(own.leadingPx)
    expect(tight.design.lines * tight.leadingPx).toBeLessThanOrEqual(text(own, 'right').heightPx)
    expect(text(own, 'right').heightPx - tight.design.lines * tight.leadingPx).toBeLessThan(1)
  })

  test('widens the measure into both margins, in whole px, mirrored', () => {
    const wider = text(tight, 'right').widthPx - text(own, 'right').widthPx
    expect(wider).toBe(Math.round(own.design.measurePx * 0.04))
    const moved = ['left', 'right'].map(side => text(own, side).leftPx - text(tight, side).leftPx)
    expect(moved.every(px => px > 0 && px < wider)).toBe(true)
    expect(Math.abs((moved[0] ?? 0) + (moved[1] ?? 0) - wider)).toBeLessThanOrEqual(1)
  })

  test('sets the size, where the theme has one', () => {
    expect(geometryCss(tight)).toContain('--size: 13.58px;')
    expect(geometryCss(geometry)).not.toContain('--size')
  })
})

test('a named page reaches into the bleed as far as its margins are negative, but never beyond the sheet', () => {
  const {sheet: whole, areas} = geometryOf(readPageRules([{text: '@page full {margin: -1in} @page near {margin: -4px}', origin: 'theme'}]), {page: a5})
  expect(areas.find(({name}) => name === 'full')?.area).toEqual({leftPx: 0, topPx: 0, widthPx: whole.widthPx, heightPx: whole.heightPx})
  expect(areas.find(({name}) => name === 'near')?.area).toMatchObject({leftPx: 8, topPx: 8})
})

test('the rules say it all in px', async () => {
  await expect(geometryCss(geometry)).toMatchFileSnapshot('golden/geometry.css')
})

test('panels of a leaflet have the mean of the margins on both sides, and as wide a column as before', () => {
  const rules = readPageRules([{text: css, origin: 'theme'}])
  const dl = {name: 'dl', widthMm: 99, heightMm: 210}
  const [mirrored, even] = [geometryOf(rules, {page: dl}), geometryOf(rules, {page: dl, isEven: ({name}) => name === ''})]
  for (const [index, {name, area, side}] of even.areas.entries()) {
    const before = mirrored.areas[index]
    if (name !== '') expect(area).toEqual(before?.area)
    else {
      expect(Math.abs(area.widthPx - (before?.area.widthPx ?? 0))).toBeLessThanOrEqual(1)
      const {trim} = even.sheet
      const [left, right] = [area.leftPx - trim.leftPx, trim.leftPx + trim.widthPx - area.leftPx - area.widthPx]
      expect([side, Math.abs(left - right) <= 1.5]).toEqual([side, true])
    }
  }
})
