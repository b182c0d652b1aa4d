import {expect, test} from 'vitest'
import {demerits} from '../../../../scripts/typeset/in-page/pages/demerits.ts'
import type {Weighed} from '../../../../scripts/typeset/in-page/pages/demerits.ts'
import {noFoot} from '../../../../scripts/typeset/in-page/pages/foot.ts'
import {line, lines, note, shape} from './made.ts'

const full: Weighed = {
  task: {items: [...lines(10), line({penalty: 30})], notes: [note(4)], shape, leadPx: 0, startsOnRecto: true},
  foot: noFoot, end: {end: 5, bottomPx: 100, isForced: false, tooTall: []}, isOpen: false, grownLines: 0, grownHeads: 0, loweredLines: 0, loosenedLines: 0, lackingLines: 0, facingLines: 0, waiting: 0, hasText: true, isOfFigures: false, isLoneLine: false
}
const split = (to: number) => ({parts: [{note: 0, from: 0, to}], heightPx: 40, rest: {note: 0, from: to}})

test('a full page has none', () => {
  expect(demerits(full)).toBe(0)
})

test('each fault weighs more than the one before', () => {
  const faults: readonly Partial<Weighed>[] = [
    {grownLines: 1}, {lackingLines: 1}, {waiting: 1}, {end: {...full.end, end: 10}, hasText: true, waiting: 0}, {lackingLines: 2}, {isOpen: true, end: {...full.end, bottomPx: 20}},
    {hasText: false}, {foot: split(1)}, {isLoneLine: true}, {end: {...full.end, isForced: true}}, {end: {...full.end, tooTall: [1]}}
  ]
  const weights = faults.map(fault => demerits({...full, ...fault}))
  expect(weights).toEqual(weights.toSorted((a, b) => a - b))
  expect(new Set(weights).size).toBe(weights.length)
})

test('a note that is split between two lines and two weighs less than one with a line alone', () => {
  expect(demerits({...full, foot: split(2)})).toBeLessThan(demerits({...full, foot: split(3)}))
  expect(demerits({...full, foot: split(3)})).toBe(demerits({...full, foot: split(1)}))
})

test('a note of four lines is rather set whole above two lines lacking, one of five is not', () => {
  const ofFive: Weighed = {...full, task: {...full.task, notes: [note(5)]}}
  expect(demerits({...full, foot: split(2)})).toBeGreaterThan(demerits({...full, lackingLines: 2}))
  expect(demerits({...full, foot: split(2)})).toBeLessThan(demerits({...full, lackingLines: 3}))
  expect(demerits({...ofFive, foot: split(2)})).toBeLessThan(demerits({...full, lackingLines: 2}))
})

test('the rest of a note goes over no second page beside text, where it is short', () => {
  const again = (lines: number): number => demerits({...full, task: {...full.task, notes: [note(lines)]}, foot: {parts: [{note: 0, from: 2, to: 4}], heightPx: 40, rest: {note: 0, from: 4}}})
  expect(again(6)).toBeGreaterThan(demerits({...full, lackingLines: 4}))
  expect(again(20)).toBeLessThan(demerits({...full, lackingLines: 2}))
})

test('a last page with the rest of a note alone weighs more than one with a line or two above it', () => {
  const last = (bottomPx: number): number => demerits({...full, isOpen: true, end: {...full.end, bottomPx}, foot: {parts: [{note: 0, from: 2, to: 4}], heightPx: 40, rest: undefined}})
  expect(last(0)).toBeGreaterThan(last(20))
  expect(demerits({...full, isOpen: true, end: {...full.end, bottomPx: 0}})).toBe(0)
})

test('wider gaps cost more beyond three of them, and less than the lines that they take up', () => {
  const grown = (grownLines: number): number => demerits({...full, grownLines})
  expect(grown(4) - grown(3)).toBeGreaterThan(grown(3) - grown(2))
  expect(grown(4)).toBeLessThan(demerits({...full, lackingLines: 4}))
})

test('a hole costs no less where the page before gives two lines of its own to it', () => {
  const lacking = (lackingLines: number): number => demerits({...full, lackingLines})
  expect(lacking(14)).toBeLessThan(lacking(12) + lacking(2))
})

test('two lines apart from the facing page weigh more than a hole that makes it end there', () => {
  expect(demerits({...full, lackingLines: 2, facingLines: 2})).toBeGreaterThan(demerits({...full, lackingLines: 7}))
})
