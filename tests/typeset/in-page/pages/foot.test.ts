import {describe, expect, test} from 'vitest'
import {footFor, noFoot, standAtFoot} from '../../../../scripts/typeset/in-page/pages/foot.ts'
import {note, shape} from './made.ts'

const notes = [note(2), note(3), note(10)]

describe('notes at the foot', () => {
  test('are none where none wait', () => {
    expect(footFor({rest: undefined, own: []}, notes, shape, 0)).toBe(noFoot)
  })

  test('are none that could be where the text itself is too deep', () => {
    expect(footFor({rest: undefined, own: []}, notes, shape, -1)).toBeUndefined()
  })

  test('have their separator above them, and a gap between two', () => {
    expect(footFor({rest: undefined, own: [0, 1]}, notes, shape, 100)).toEqual({parts: [{note: 0, from: 0, to: 2}, {note: 1, from: 0, to: 3}], heightPx: 10 + 16 + 2 + 24, rest: undefined})
  })

  test('begin with the rest from the page before', () => {
    expect(footFor({rest: {note: 2, from: 6}, own: [0]}, notes, shape, 100)?.parts).toEqual([{note: 2, from: 6, to: 10}, {note: 0, from: 0, to: 2}])
  })

  test('are split in the last of them', () => {
    expect(footFor({rest: undefined, own: [0, 2]}, notes, shape, 60)).toEqual({parts: [{note: 0, from: 0, to: 2}, {note: 2, from: 0, to: 4}], heightPx: 60, rest: {note: 2, from: 4}})
  })

  test.each([
    ['before the last of them begins', [0, 2], 28],
    ['where one before the last would be split', [2, 0], 60],
    ['below the separator', [0], 10],
    ['for all of a note of two lines', [0], 18],
    ['for all of a note of three', [1], 26]
  ])('find no room %s', (_, own, roomPx) => {
    expect(footFor({rest: undefined, own}, notes, shape, roomPx)).toBeUndefined()
  })

  test.each([
    // Room for nine lines of ten: one would be alone.
    [82, 8], [74, 8], [66, 7], [90, 10]
  ])('with %i px of room keep %i lines here, and none alone for the next page', (roomPx, kept) => {
    expect(footFor({rest: undefined, own: [2]}, notes, shape, roomPx)?.parts[0]?.to).toBe(kept)
  })

  // Two lines of text, the head of a table, and two rows, of which the first keeps with it; then with both.
  const table = (rows: readonly object[]) => [[...note(3), ...rows.map(row => ({gapPx: 0, heightPx: 8, ...row}))]]
  test.each([
    [34, [{keeps: true}, {}, {}], 2, 26], [42, [{keeps: true}, {}, {}], 4, 42], [42, [{keeps: true}, {keeps: true}, {keeps: true}], 2, 26],
    [58, [{keeps: true}, {keeps: true}, {keeps: true}], 6, 58]
  ])('with %i px of room do not part rows from their head (%j)', (roomPx, rows, to, heightPx) => {
    const foot = footFor({rest: undefined, own: [0]}, table(rows), shape, roomPx)
    expect([foot?.parts[0]?.to, foot?.heightPx]).toEqual([to, heightPx])
  })

  test('go on with a table that no page has room for', () => {
    const rows = Array.from({length: 40}, () => ({keeps: true}))
    expect(footFor({rest: {note: 0, from: 2}, own: []}, table(rows), shape, 50)?.parts[0]).toEqual({note: 0, from: 2, to: 7})
  })
})

test('stand at the very foot, each with its top', () => {
  const foot = footFor({rest: undefined, own: [0, 1]}, notes, shape, 100) ?? noFoot
  expect(standAtFoot(foot, notes, shape)).toEqual({footTopPx: 48, notes: [{note: 0, from: 0, to: 2, topPx: 58}, {note: 1, from: 0, to: 3, topPx: 76}]})
})
