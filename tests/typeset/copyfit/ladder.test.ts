import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ladderFor, limits} from '../../../scripts/typeset/copyfit/ladder.ts'

test('the ladder of an A5 page takes turns between measure, size and lines', () => {
  expect(ladderFor({lines: 36, hasSize: true}).tighter.map(({lines, measurePercent, sizePercent}) => `${measurePercent} % ${sizePercent} % ${lines}`)).toEqual([
    '1 % 0 % 0', '1 % -0.75 % 0', '2 % -0.75 % 0', '2 % -1.5 % 0', '2 % -1.5 % 1', '3 % -1.5 % 1', '3 % -2.25 % 1', '4 % -2.25 % 1', '4 % -3 % 1', '4 % -3 % 2'
  ])
})

test('every rung changes one thing by one step, away from the theme and within the limits', () => {
  fc.assert(fc.property(fc.integer({min: 2, max: 120}), fc.boolean(), (lines, hasSize) => {
    const {tighter, looser} = ladderFor({lines, hasSize})
    for (const [rungs, sign] of [[tighter, 1], [looser, -1]] as const) {
      let before = {lines: 0, measurePercent: 0, sizePercent: 0}
      for (const rung of rungs) {
        const moved = [rung.lines - before.lines, rung.measurePercent - before.measurePercent, before.sizePercent - rung.sizePercent].filter(change => change !== 0)
        expect(moved).toHaveLength(1)
        expect(Math.sign(moved[0] ?? 0)).toBe(sign)
        expect(Math.abs(lines / (lines + rung.lines) - 1) * 100).toBeLessThanOrEqual(limits.leading + 1e-9)
        expect(Math.abs(rung.measurePercent)).toBeLessThanOrEqual(limits.measure)
        expect(Math.abs(rung.sizePercent)).toBeLessThanOrEqual(hasSize ? limits.size : 0)
        before = rung
      }
    }
  }))
})
