import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {placeSheets} from '../../scripts/imposition/place.ts'
import type {Job, Plan} from '../../scripts/imposition/plan.ts'
import {planImposition} from '../../scripts/imposition/plan.ts'
import {sheetNames} from '../../scripts/sheet-sizes.ts'
import {layoutNames} from '../../scripts/types.ts'
import {a5, a6, a7, booklet, dl, halfLetter, job} from './jobs.ts'

function planned(request: Job): Plan {
  const {plan, messages} = planImposition(request)
  if (!plan) throw new Error(messages.map(({reason}) => reason).join())
  return plan
}

const rounded = (numbers: readonly number[]) => numbers.map(number => Math.round(number * 1000) / 1000)

describe('the sheet', () => {
  test.each([
    ['two A5 pages', job(8, a5), 'a4', [297, 210]],
    ['two A6 pages', job(8, a6), 'a5', [210, 148]],
    ['two A4 pages', job(8, {widthMm: 210, heightMm: 297}), 'a3', [420, 297]],
    ['two half-letter pages', job(8, halfLetter, {family: 'us'}), 'letter', [279.4, 215.9]],
    ['two letter pages', job(8, {widthMm: 215.9, heightMm: 279.4}, {family: 'us'}), 'tabloid', [431.8, 279.4]],
    ['three panels', job(6, dl, {layout: 'trifold'}), 'a4', [297, 210]],
    ['a zine', job(8, a7, {layout: 'zine'}), 'a4', [297, 210]],
    ['leaves', job(8, a6, {layout: 'cut-and-stack'}), 'a5', [210, 148]],
    ['pages of a size that no sheet was made for', job(8, {widthMm: 300, heightMm: 400}), '600mm x 400mm', [600, 400]]
  ])('for %s', (_, request, name, size) => {
    const {sheetName, arrangement: {sheet, scale}} = planned(request)
    expect([sheetName, [sheet.widthMm, sheet.heightMm], scale]).toEqual([name, size, 1])
  })

  test('is filled where the pages may be scaled, and the scale is known', () => {
    expect(planned(job(8, a5, {layout: 'zine', sheet: 'a4', scale: 'fit'})).arrangement.scale).toBeCloseTo(0.5, 3)
    expect(planned(job(8, a6, {layout: 'saddle', sheet: 'a4', scale: 'fit'})).arrangement.scale).toBeCloseTo(1.414, 2)
  })

  test('takes as many pages as it holds, or as many as are asked for', () => {
    const grid = (given: Parameters<typeof booklet>[0]) => planned(job(40, a7, {layout: 'n-up', ...given})).arrangement.grid
    expect(grid({sheet: 'a4'})).toEqual({columns: 4, rows: 2})
    expect(grid({sheet: 'a4', up: 4})).toEqual({columns: 2, rows: 2})
    expect(grid({sheet: 'a5', up: 9, scale: 'fit'})).toEqual({columns: 3, rows: 3})
  })
})

describe('one leaf', () => {
  const letter = {widthMm: 215.9, heightMm: 279.4}

  test.each([
    ['one page', job(1, letter, {family: 'us'}), 'letter', [215.9, 279.4], 'long', [[1]]],
    ['two pages', job(2, letter, {family: 'us'}), 'letter', [215.9, 279.4], 'long', [[1], [2]]],
    ['two wide pages', job(2, {widthMm: 297, heightMm: 210}), 'a4', [297, 210], 'short', [[1], [2]]],
    ['pages of a size that is no sheet', job(2, dl), 'dl', [99, 210], 'long', [[1], [2]]],
    ['a sheet that was named', job(1, a5, {sheet: 'a4'}), 'a4', [210, 297], 'long', [[1]]]
  ])('of %s is printed as it is', (_, request, name, size, flip, sides) => {
    const plan = planned(request)
    const [placed] = placeSheets(plan)
    expect([plan.layout.name, plan.sheetName, [plan.arrangement.sheet.widthMm, plan.arrangement.sheet.heightMm], plan.flip, plan.sheets.length, plan.blanks]).toEqual(['n-up', name, size, flip, 1, 0])
    expect([placed?.front, placed?.back].flatMap(side => side ? [side.pages.map(({page}) => page)] : [])).toEqual(sides)
    expect(placed?.back?.isTurned ?? false).toBe(false)
  })

  test('turns its back where the author names the other edge', () => {
    const {booklet: {places}, ...request} = {...job(2, a5, {flip: 'short'})}
    const given = {...places, given: {flip: {file: 'a.md'}}}
    const plan = planned({...request, booklet: {...booklet({flip: 'short'}), places: given}})
    expect(placeSheets(plan).map(({back}) => back?.isTurned)).toEqual([true])
  })

  test.each([[1, '1 page, expected at least 3: 3 pages'], [2, '2 pages, expected at least 3: 2 pages']])('of %i pages that is to be folded says what stays blank', (pages, words) => {
    const {plan, messages} = planImposition(job(pages, a5, {layout: 'saddle'}))
    expect(plan?.layout.name).toBe('saddle')
    expect(messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual([['blank-pages', `Unexpected \`layout: saddle\` for ${words} of the sheet stay blank`]])
  })
})

describe('panels', () => {
  test.each([
    ['trifold', dl, [97.667, 99.667, 99.667]],
    ['zfold', dl, [99, 99, 99]],
    ['gatefold', {widthMm: 74, heightMm: 210}, [73.25, 75.25, 75.25, 73.25]]
  ] as const)('of a %s', (layout, page, widths) => {
    const {arrangement: {columns, backColumns, sheet}} = planned(job(6, page, {layout}))
    expect(rounded(columns.map(({lengthMm}) => lengthMm))).toEqual(widths)
    expect(rounded(backColumns.map(({lengthMm}) => lengthMm))).toEqual(widths.toReversed())
    expect(columns.reduce((sum, {lengthMm}) => sum + lengthMm, 0)).toBeCloseTo(sheet.widthMm, 6)
  })

  test('keep their page in the middle, also where they are narrower than it', () => {
    const plan = planned(job(6, dl, {layout: 'trifold'}))
    const flap = placeSheets(plan)[0]?.front.pages.find(({page}) => page === 5)
    const [column] = plan.arrangement.columns
    expect((flap?.trim.leftMm ?? 0) + 49.5).toBeCloseTo((column?.startMm ?? 0) + (column?.lengthMm ?? 0) / 2, 6)
  })
})

describe('creep', () => {
  const shifts = (plan: Plan) => placeSheets(plan).map(({front}) => {
    const fold = plan.arrangement.columns[1]?.startMm ?? 0
    const recto = front.pages.find(({trim}) => trim.leftMm > fold - 20)
    return Math.round((fold - (recto?.trim.leftMm ?? 0)) * 1000) / 1000
  })

  test('moves the pages of each sheet one thickness further to the spine', () => {
    expect(shifts(planned(job(16, a5)))).toEqual([0, 0.1, 0.2, 0.3])
    expect(shifts(planned(job(16, a5, {paper: {name: '', thicknessMm: 0.2}})))).toEqual([0, 0.2, 0.4, 0.6])
    expect(shifts(planned(job(16, a5, {creep: 0.5})))).toEqual([0, 0.5, 1, 1.5])
    expect(shifts(planned(job(16, a5, {creep: false})))).toEqual([0, 0, 0, 0])
  })

  test('begins anew with every signature', () => expect(shifts(planned(job(16, a5, {layout: 'signatures', signature: 2})))).toEqual([0, 0.1, 0, 0.1]))
})

test('a blank is of the paper of the last page on its side of the spread; after a cover alone, of the cover', () => {
  const blanks = (pages: number, hasBackCover: boolean) => placeSheets(planned({...job(pages, a5, {layout: 'saddle'}), hasBackCover})).flatMap(({front, back}) => [front, back].flatMap(side => side?.blanks.map(({page}) => page) ?? []))
  expect(blanks(5, true)).toEqual([3, 4, 3])
  expect(blanks(7, false)).toEqual([6])
  expect(blanks(1, false)).toEqual([1, 1, 1])
  expect(blanks(8, false)).toEqual([])
})

describe('the turn of the backs', () => {
  test.each([
    ['saddle', a5, 'a4', 'short', false], ['saddle', a5, 'a4', 'long', true],
    ['cut-and-stack', a6, 'a4', 'short', true], ['cut-and-stack', a6, 'a4', 'long', false]
  ] as const)('%s, %j on %s, flipped on the %s edge', (layout, page, sheet, flip, isTurned) => {
    const [first] = placeSheets(planned(job(8, page, {layout, sheet, flip})))
    expect([first?.front.isTurned, first?.back?.isTurned]).toEqual([false, isTurned])
  })
})

describe('marks', () => {
  const marks = (given: Parameters<typeof booklet>[0]) => placeSheets(planned(job(8, a5, given))).map(({front, back}) => [front.marks.length, back?.marks.length ?? 0])

  test('stand only where there is room', () => {
    expect(marks({sheet: 'a4'})).toEqual([[0, 0], [0, 0]])
    expect(marks({sheet: 'a3', marks: false})).toEqual([[0, 0], [0, 0]])
    // Three places on each of head and foot, two at each side; the outermost front has the staples.
    expect(marks({sheet: 'a3'})).toEqual([[12, 10], [10, 10]])
  })

  test('a sheet alone is not stapled', () => {
    const one = (given: Parameters<typeof booklet>[0]) => planImposition(job(4, a5, given))
    expect(placeSheets(planned(job(4, a5, {sheet: 'a3'}))).map(({front, back}) => [front.marks.length, back?.marks.length])).toEqual([[10, 10]])
    expect(planImposition(job(8, a5, {sheet: 'a4', marks: true})).messages).toEqual([])
    expect(one({sheet: 'a4', marks: true}).messages.map(({ruleId, remedy}) => [ruleId, remedy])).toEqual([['cannot-impose', 'Write `sheet: sra4`, or `marks: auto`.']])
  })

  test('are cut marks at the edges, a dashed fold mark between', () => {
    const [sheet] = placeSheets(planned(job(8, a5, {sheet: 'a3'})))
    const atHead = sheet?.back?.marks.filter(({from, to}) => from[0] === to[0] && from[1] > 200)
    expect(atHead?.map(({from: [x], isDashed}) => [x, isDashed])).toEqual([[62, false], [210, true], [358, false]])
  })

  test('keep clear of the bleed', () => {
    for (const {front} of placeSheets(planned(job(8, a5, {sheet: 'a3'})))) {
      for (const {from, to} of front.marks.filter(({isDashed}) => isDashed)) for (const [, y] of [from, to]) expect(y <= 43.5 - 3 || y >= 253.5 + 3).toBe(true)
    }
  })
})

describe('what cannot be', () => {
  test.each([
    ['a zine of 9 pages', job(9, a7, {layout: 'zine'}), 'Unexpected 9 pages for the layout `zine`, expected at most 8', 'Write `layout: saddle`, which takes them, or shorten the text by 1 page.'],
    ['a tri-fold of 8', job(8, dl, {layout: 'trifold'}), 'Unexpected 8 pages for the layout `trifold`, expected at most 6', 'Write `layout: gatefold`, which takes them, or shorten the text by 2 pages.'],
    ['A5 on A5', job(8, a5, {sheet: 'a5'}), 'Unexpected sheet `a5`, expected one that holds 2 pages of 148 × 210 mm', 'Write `sheet: a4`; or `page: 105mm x 148mm`, which fits on a5; or `scale: fit` with `sheet: a5` (the pages come out at 70 %).'],
    ['a zine of A5', job(8, a5, {layout: 'zine'}), 'Unexpected pages of 148 × 210 mm, expected a size of which a sheet holds 4 × 2', 'Write `page: 74.25mm x 105mm`, which fits on a4; or `scale: fit` with `sheet: a4` (the pages come out at 50 %).'],
    ['a tri-fold of DL on Letter', job(6, dl, {layout: 'trifold', sheet: 'letter', family: 'us'}), 'Unexpected sheet `letter`, expected one that holds 3 pages of 99 × 210 mm', 'Write `sheet: legal`; or `page: 93.13mm x 215.9mm`, which fits on letter; or `scale: fit` with `sheet: letter` (the pages come out at 94 %).'],
    ['marks without room', job(6, dl, {layout: 'zfold', marks: true}), 'Unexpected `marks: true` on the sheet `a4`, expected 6 mm beside the pages', 'Write `sheet: sra4`, or `marks: auto`.']
  ])('%s', (_, request, reason, remedy) => {
    const {plan, messages} = planImposition(request)
    expect(plan).toBeUndefined()
    expect(messages).toEqual([{ruleId: 'cannot-impose', severity: 'error', reason, remedy, place: {file: 'pamphlet.yaml'}}])
  })

  test.each([
    ['saddle', {signature: 4}, 'Unexpected `signature` for the layout `saddle`, expected the layout `signatures`', 'Write `layout: signatures`, or leave `signature` out.'],
    ['saddle', {up: 4}, 'Unexpected `up` for the layout `saddle`, expected the layout `cut-and-stack` or `n-up`: `saddle` has 2 pages on a side', 'Write `layout: n-up`, or leave `up` out.'],
    ['saddle', {feed: 'first'}, 'Unexpected `feed` for the layout `saddle`, expected fronts and backs in files of their own', 'Write `duplex: manual`, or leave `feed` out.'],
    ['n-up', {creep: 0.2}, 'Unexpected `creep` for the layout `n-up`, expected sheets that lie in one another', 'Write `layout: saddle`, or leave `creep` out.']
  ] as const)('what changes nothing in the layout %s is told: %j', (layout, given, reason, remedy) => {
    const [key = ''] = Object.keys(given)
    const asked = {...booklet().places, given: {[key]: {file: 'a.md', line: 5}}}
    expect(planImposition(job(8, a5, {layout, ...given, places: asked})).messages).toEqual([{ruleId: 'idle-setting', severity: 'warning', reason, remedy, place: {file: 'a.md', line: 5}}])
    // What is a default has been asked for by nobody.
    expect(planImposition(job(8, a5, {layout, ...given})).messages).toEqual([])
  })

  test('what changes something, or could not, is not told', () => {
    const given = Object.fromEntries((['signature', 'up', 'feed', 'creep'] as const).map(key => [key, {file: 'a.md'}]))
    const messages = (change: Parameters<typeof booklet>[0]) => planImposition(job(40, a6, {...change, places: {...booklet().places, given}})).messages.map(({reason}) => reason.split(' ')[1])
    expect(messages({layout: 'signatures', signature: 4, duplex: 'manual'})).toEqual(['`up`'])
    expect(messages({layout: 'n-up', up: 4, creep: false, duplex: 'manual'})).toEqual([])
  })

  test('a booklet too thick for staples is made, with a warning', () => {
    const {plan, messages} = planImposition(job(104, a5, {layout: 'saddle'}))
    expect(plan?.layout.name).toBe('saddle')
    expect(messages.map(({reason}) => reason)).toEqual(['Unexpected 26 sheets (2.6 mm) to be stapled through the fold, expected at most 2.5 mm'])
    expect(planImposition(job(100, a5, {layout: 'saddle'})).messages).toEqual([])
  })

  test('pages too small to be read are made, with a warning that names what keeps them larger', () => {
    const told = (pages: number, page: typeof a5, given: Parameters<typeof booklet>[0]) => planImposition(job(pages, page, {scale: 'fit', ...given})).messages.map(({ruleId, reason, remedy}) => [ruleId, reason, remedy])
    expect(told(8, a5, {layout: 'zine', sheet: 'a4'})).toEqual([['small-pages', 'Unexpected scale of 50 % on the sheet `a4`, expected at least 70 % for text that can be read', 'Write `page: 74.25mm x 105mm`, whose text is set for the sheet.']])
    expect(told(8, {widthMm: 210, heightMm: 297}, {sheet: 'a5'})[0]?.[2]).toBe('Write `page: 105mm x 148mm`, whose text is set for the sheet; or `sheet: a3`.')
    expect(told(8, a5, {sheet: 'a5'})).toEqual([])
  })

  test('who asks for no layout gets one that holds', () => {
    expect([planned(job(100, a5)).layout.name, planned(job(104, a5)).layout.name]).toEqual(['saddle', 'signatures'])
  })
})

describe('any pamphlet', () => {
  const sizes = fc.record({widthMm: fc.double({min: 50, max: 250, noNaN: true}), heightMm: fc.double({min: 50, max: 300, noNaN: true})})
  const bookletSettings = fc.record({
    layout: fc.constantFrom(...layoutNames), sheet: fc.oneof(fc.constantFrom(...sheetNames), fc.tuple(fc.integer({min: 60, max: 700}), fc.integer({min: 60, max: 1000})).map(([width, height]) => `${width}mm x ${height}mm`)), flip: fc.constantFrom('short' as const, 'long' as const), creep: fc.double({min: 0, max: 1, noNaN: true}),
    scale: fc.constantFrom('none' as const, 'fit' as const), signature: fc.option(fc.integer({min: 1, max: 32}), {nil: 'auto' as const}), marks: fc.constantFrom('auto' as const, true, false), up: fc.option(fc.integer({min: 1, max: 16}), {nil: undefined})
  })
  const jobs = fc.record({pages: fc.integer({min: 1, max: 120}), page: sizes, bleedMm: fc.double({min: 0, max: 10, noNaN: true}), hasBackCover: fc.boolean(), direction: fc.constantFrom('ltr' as const, 'rtl' as const), booklet: bookletSettings.map(({up, ...given}) => booklet({...given, ...(up !== undefined && {up})}))})

  test('is either imposed, every page once and nothing outside the sheet, or refused with a way out', () => {
    fc.assert(fc.property(jobs, request => {
      const {plan, messages} = planImposition(request)
      if (!plan) {
        expect(messages.map(({ruleId, remedy}) => [ruleId, remedy?.startsWith('Write `')])).toEqual([['cannot-impose', true]])
        return
      }
      const {sheet} = plan.arrangement
      const sides = placeSheets(plan).flatMap(({front, back}) => back ? [front, back] : [front])
      const all = sides.flatMap(({pages}) => pages)
      expect(all.map(({page}) => page).toSorted((a, b) => a - b)).toEqual(Array.from({length: request.pages}, (_, index) => index + 1))
      for (const {clip} of all) {
        expect(Math.min(clip.leftMm, clip.bottomMm, clip.widthMm, clip.heightMm)).toBeGreaterThanOrEqual(0)
        expect(clip.leftMm + clip.widthMm).toBeLessThanOrEqual(sheet.widthMm + 1e-6)
        expect(clip.bottomMm + clip.heightMm).toBeLessThanOrEqual(sheet.heightMm + 1e-6)
      }
      for (const {marks} of sides) for (const {from, to} of marks) for (const [x, y] of [from, to]) expect(Math.min(x, y, sheet.widthMm - x, sheet.heightMm - y)).toBeGreaterThan(-1e-6)
    }), {numRuns: 500})
  })

  test('shows no page on another\'s panel', () => {
    fc.assert(fc.property(jobs, request => {
      const {plan} = planImposition(request)
      for (const {front, back} of plan ? placeSheets(plan) : []) {
        for (const {pages} of back ? [front, back] : [front]) {
          for (const [index, {clip: a}] of pages.entries()) for (const {clip: b} of pages.slice(index + 1)) {
            const across = Math.min(a.leftMm + a.widthMm, b.leftMm + b.widthMm) - Math.max(a.leftMm, b.leftMm)
            const down = Math.min(a.bottomMm + a.heightMm, b.bottomMm + b.heightMm) - Math.max(a.bottomMm, b.bottomMm)
            expect(Math.min(across, down)).toBeLessThan(1e-6)
          }
        }
      }
    }), {numRuns: 300})
  })
})

describe('a number of pages on a side that no sheet has room for', () => {
  const told = (page: typeof a5, given: Parameters<typeof booklet>[0]) => planImposition(job(16, page, given)).messages.map(({ruleId, severity, reason, remedy}) => [ruleId, severity, reason, remedy])

  test('is told with the nearest that there is room for', () => {
    expect(told(a7, {layout: 'n-up', up: 7, sheet: 'a4'})).toEqual([['cannot-impose', 'error', 'Unexpected sheet `a4`, expected one that holds 7 pages of 74 × 105 mm', 'Write `up: 8` with `sheet: a4`; or `scale: fit` with `sheet: a4` (the pages come out at 57 %).']])
    expect(told(a6, {layout: 'cut-and-stack', up: 64})[0]?.[3]).toMatch(/^Write `up: 4` with `sheet: a4`/)
    for (const up of [7, 64]) {
      const [, number = '', sheet = ''] = /`up: (\d+)` with `sheet: (\w+)`/.exec(String(told(a6, {layout: 'n-up', up})[0]?.[3])) ?? []
      expect(told(a6, {layout: 'n-up', up: Number(number), sheet})).toEqual([])
    }
  })

  test('is told where pages are made smaller for it than for one or two more', () => {
    expect(told(a5, {layout: 'n-up', up: 7, sheet: 'a4', scale: 'fit'})).toEqual([['small-pages', 'warning', 'Unexpected `up: 7`, of which the pages come out at 29 % on the sheet `a4`, expected a number that fills rows', 'Write `up: 8`: they come out at 50 %.']])
    expect([1, 2, 3, 4, 6, 8, 9, 12, 16, 64].flatMap(up => told(a5, {layout: 'n-up', up, sheet: 'a4', scale: 'fit'}))).toEqual([])
  })
})
