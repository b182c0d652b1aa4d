import {expect, test} from 'vitest'
import {boxesAround} from '../../../scripts/pdf/press/boxes.ts'
import {coverMessages, coverSheets, insideOf, spineOf} from '../../../scripts/pdf/press/cover.ts'
import {drawMarks} from '../../../scripts/pdf/press/marks.ts'
import type {Metadata, PrintColour, PrintSettings} from '../../../scripts/types.ts'
import {metadata} from '../../stock.ts'

const separate = {...metadata, print: {...metadata.print, cover: 'separate' as const}}
const back = {text: 'Back'}

test('a cover of its own takes the first and the last leaf; pages keep their sides', () => {
  const {inside, front, insideFront, insideBack, back: last} = insideOf({count: 12}, {...separate, back})
  expect(inside).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  expect([front, insideFront, insideBack, last]).toEqual([1, 2, 11, 12])
})

test('without a back cover only the first leaf goes; without any cover nothing does', () => {
  const {back: _, ...plain} = separate
  expect(insideOf({count: 9}, plain)).toMatchObject({inside: [3, 4, 5, 6, 7, 8, 9], back: undefined})
  expect(insideOf({count: 9}, {...separate, frontmatter: 'none'})).toMatchObject({isSeparate: false, inside: [1, 2, 3, 4, 5, 6, 7, 8, 9]})
  expect(insideOf({count: 9}, metadata).isSeparate).toBe(false)
})

test('a cover that is asked for in vain is told, with its place', () => {
  const told = (count: number, change: Partial<Metadata>, print: Partial<PrintSettings>) => coverMessages({count, blocks: []}, {...metadata, ...change, print: {...metadata.print, ...print}}).map(({place, reason}) => [place.line, reason.split(',')[0]].join(' '))
  const places = {cover: {file: 'a.md', line: 3}, coverColour: {file: 'a.md', line: 4}}
  const asked = {cover: 'separate', places} as const
  expect(told(3, {}, asked)).toEqual(['3 Unexpected `cover: separate` for 3 pages'])
  expect(told(1, {}, asked)).toEqual(['3 Unexpected `cover: separate` for a single page'])
  expect(told(9, {frontmatter: 'none'}, asked)).toEqual(['3 Unexpected `cover: separate` with `frontmatter: none`'])
  expect(told(9, {}, {cover: 'self', places})).toEqual(['4 Unexpected `coverColour` for a cover that is printed with the pages'])
  expect([told(4, {}, asked), told(9, {}, {cover: 'self', places: {cover: places.cover}}), told(9, {}, {})]).toEqual([[], [], []])
})

test('text inside a back cover that is a file of its own is told, where it begins', () => {
  const onPage = (page: number, change: Partial<Metadata> = {}) => coverMessages({count: 20, blocks: [{at: 'a.md:7:1', page, box: {leftPx: 0, topPx: 0, widthPx: 9, heightPx: 9}}]}, {...separate, ...change}).map(({ruleId, place}) => [ruleId, place.line])
  const {back: _, ...plain} = separate
  expect([onPage(19), onPage(18), coverMessages({count: 20, blocks: []}, plain)]).toEqual([[['text-on-cover', 7]], [], []])
  expect(onPage(19, {print: metadata.print})).toEqual([])
})

test.each([[100, 80, 'uncoated', 5], [101, 80, 'uncoated', 5.1], [200, 115, 'coated', 10.4], [0, 80, 'uncoated', 0]] as const)('%i pages of %i g/m² %s make a spine of %f mm', (pages, gsm, name, mm) => {
  expect(spineOf(pages, gsm, {name})).toBe(mm)
})

const sheet = {widthPx: 584, heightPx: 824, trim: {leftPx: 12, topPx: 12, widthPx: 148 / 25.4 * 96, heightPx: 210 / 25.4 * 96}}

test('the sheet is two pages and the spine wide, with bleed around', () => {
  const [outside, inside] = coverSheets(insideOf({count: 104}, {...separate, back}), sheet, separate)
  const mm = 72 / 25.4
  expect(outside?.boxes.trim.right).toBeCloseTo((148 * 2 + 5) * mm, 6)
  expect(outside?.boxes.bleed.left).toBeCloseTo(-3 * mm, 6)
  expect(outside?.folds.map(x => x / mm)).toEqual([expect.closeTo(148, 6), expect.closeTo(153, 6)])
  expect(outside?.parts.filter(({paper}) => !paper).map(({from}) => from)).toEqual([104, 1])
  expect(inside?.parts.map(({from}) => from)).toEqual([2, 103])
  // The spine has the front's paper, else the back's; inside it is glued.
  const papers = outside?.parts.filter(({paper}) => paper) ?? []
  expect(papers.map(({from}) => from)).toEqual([104, 1])
  for (const {cut} of papers) expect([cut.left / mm, cut.right / mm]).toEqual([expect.closeTo(148, 6), expect.closeTo(153, 6)])
  // The front's trim lies right of the spine.
  expect((outside?.parts[1]?.moveX ?? 0) + 9).toBeCloseTo(153 * mm, 6)
})

test('what is read from right to left has its front on the left of the spine', () => {
  const froms = (lang: string) => coverSheets(insideOf({count: 104}, {...separate, back}), sheet, {...separate, lang}).map(({parts}) => parts.filter(({paper}) => !paper).toSorted((a, b) => a.moveX - b.moveX).map(({from}) => from))
  expect(froms('ar')).toEqual(froms('en').map(side => side.toReversed()))
  expect(froms('en')[0]).toEqual([104, 1])
})

const boxes = boxesAround({left: 10, bottom: 20, right: 430, top: 615}, 3, true)
const line = {path: '0 0 m 5 5 l f', widthPt: 5}
const draw = (marks: typeof metadata.print.marks, colour: PrintColour = 'black') => drawMarks({marks, boxes, colour, slug: {shared: line, own: [line, line]}}).map(({content}) => content).join('\n')

test('every mark stands outside the bleed', () => {
  const content = draw(['crop', 'bleed', 'registration'])
  const {bleed} = boxes
  for (const [, x1, y1, x2, y2] of content.matchAll(/(\S+) (\S+) m (\S+) (\S+) l S/g)) {
    const inside = (x: number, y: number) => x > bleed.left && x < bleed.right && y > bleed.bottom && y < bleed.top
    expect(inside(Number(x1), Number(y1)) || inside(Number(x2), Number(y2))).toBe(false)
  }
})

test('marks are on all plates and each can be left out', () => {
  expect(draw(['crop'])).toContain('/PressAll CS 1 SCN')
  expect(draw(['crop']).match(/ l S/g)).toHaveLength(8)
  expect(draw(['bleed']).match(/ l S/g)).toHaveLength(8)
  expect(draw(['registration']).match(/ l S/g)).toHaveLength(8)
  expect(draw(['bar'])).not.toContain(' S')
  expect(draw(['bar'], 'process')).toContain('1 0 0 0 k')
  expect(draw(['bar'], {spot: 'Red'})).toContain('/PressSpot cs 1 scn')
  expect(draw([])).toBe('')
})

test.each([0, 1, 3, 8, 20])('on a cover whose spine is %f mm thick no mark touches another', spineMm => {
  const mm = 72 / 25.4
  const wide = boxesAround({left: 0, bottom: 0, right: (296 + spineMm) * mm, top: 210 * mm}, 3, true)
  const folds = [148 * mm, (148 + spineMm) * mm]
  const above = (content: string, pattern: RegExp) => [...content.matchAll(pattern)].filter(([, , y]) => Number(y) > wide.bleed.top).map(([, x]) => Number(x))
  const content = drawMarks({marks: ['crop', 'registration', 'bar'], boxes: wide, colour: 'process', slug: {shared: line, own: []}, folds}).map(piece => piece.content).join('\n')
  const crosses = above(content, /(\S+) (\S+) m \S+ \S+ \S+ \S+ \S+ \S+ c/g).map(right => right - 1.6 * mm)
  const patches = above(content, /(\S+) (\S+) \S+ \S+ re f/g)
  expect([crosses.length, patches.length]).toEqual([1, 12])
  for (const x of crosses) {
    for (const fold of folds) expect(Math.abs(x - fold)).toBeGreaterThan(4 * mm)
    for (const patch of patches) expect(x + 2.6 * mm < patch || x - 2.6 * mm > patch + 4 * mm).toBe(true)
  }
  for (const fold of folds) for (const patch of patches) expect(fold < patch || fold > patch + 4 * mm).toBe(true)
})

test('boxes lie in each other', () => {
  expect(boxesAround(boxes.trim, 3, false).media).toEqual(boxes.bleed)
  expect(boxes.bleed.left).toBeCloseTo(10 - 3 * 72 / 25.4)
  expect(boxes.media.left).toBeLessThan(boxes.bleed.left - 28)
})
