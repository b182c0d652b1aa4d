import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {NoteShape, PageInput} from '../../../../scripts/typeset/in-page/pages/plan-page.ts'
import {planPage} from '../../../../scripts/typeset/in-page/pages/plan-page.ts'

const note = (lines: number): NoteShape => ({heightPx: lines * 15, lineBottomsPx: Array.from({length: lines}, (_, index) => (index + 1) * 15)})
const page: PageInput = {heightPx: 360, separatorPx: 15, limitPx: 360, floorPx: 0, leastTextPx: 54, carried: [], references: []}
const at = (line: number, lines: number) => ({topPx: line * 18, bottomPx: (line + 1) * 18, note: note(lines)})

describe('a page', () => {
  test('without notes is all text', () => {
    expect(planPage(page)).toEqual({taken: 0, textBottomPx: 360, allotmentsPx: []})
  })

  test('takes a note whole while there is room', () => {
    expect(planPage({...page, references: [at(3, 4)]})).toEqual({taken: 1, textBottomPx: 285, allotmentsPx: [60]})
  })

  test('splits the last note where it does not fit, and ends the text at its reference', () => {
    expect(planPage({...page, references: [at(15, 10)]})).toMatchObject({taken: 1, allotmentsPx: [45]})
  })

  test('sends a reference on when not two lines of its note fit', () => {
    expect(planPage({...page, references: [at(3, 4), at(17, 10)]})).toEqual({taken: 1, textBottomPx: 285, allotmentsPx: [60]})
  })

  test('does not cut through a line with two references', () => {
    expect(planPage({...page, references: [at(10, 9), at(10, 9)]})).toMatchObject({taken: 0, textBottomPx: 180})
  })

  test('lets notes share the room when what refers to them cannot leave', () => {
    const plan = planPage({...page, floorPx: 180, references: [at(9, 20), at(9, 20)]})
    expect(plan).toMatchObject({taken: 2, allotmentsPx: [150, 15]})
  })

  test('says so when there is no room at all', () => {
    expect(planPage({...page, floorPx: 350, references: [at(18, 3)]})).toBeUndefined()
  })

  test('leaves some text above a long rest', () => {
    expect(planPage({...page, carried: [note(40)]})).toEqual({taken: 0, textBottomPx: 60, allotmentsPx: [285]})
  })
})

const shape = fc.integer({min: 1, max: 40}).map(note)
const input: fc.Arbitrary<PageInput> = fc.record({
  carried: fc.array(shape, {maxLength: 3}),
  references: fc.array(fc.tuple(fc.integer({min: 0, max: 19}), fc.integer({min: 1, max: 40})), {maxLength: 6})
    .map(list => list.toSorted((a, b) => a[0] - b[0]).map(([line, lines]) => at(line, lines))),
  limitPx: fc.integer({min: 60, max: 360}),
  floorPx: fc.integer({min: 0, max: 60})
}).map(some => ({...page, ...some}))

test('notes and text never take more than the page; every taken note begins on it', () => {
  fc.assert(fc.property(input, given => {
    const plan = planPage(given)
    if (!plan) return
    const notesPx = plan.allotmentsPx.reduce((sum, px) => sum + px, 0)
    expect(plan.textBottomPx + notesPx + (notesPx > 0 ? given.separatorPx : 0)).toBeLessThanOrEqual(given.heightPx + 0.01)
    expect(plan.allotmentsPx).toHaveLength(given.carried.length + plan.taken)
    expect(plan.allotmentsPx.slice(given.carried.length).every(px => px > 0)).toBe(true)
    for (const {bottomPx} of given.references.slice(0, plan.taken)) expect(bottomPx).toBeLessThanOrEqual(plan.textBottomPx + 0.5)
  }), {numRuns: 1000})
})
