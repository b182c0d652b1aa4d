import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Measure} from '../../../../scripts/typeset/in-page/paragraphs/break.ts'
import {breakLines} from '../../../../scripts/typeset/in-page/paragraphs/break.ts'
import type {Fragment} from '../../../../scripts/typeset/in-page/paragraphs/fragments.ts'
import {breakable, gap, growthOf} from '../../../../scripts/typeset/in-page/paragraphs/fragments.ts'
import {planOf} from '../../../../scripts/typeset/in-page/paragraphs/plan.ts'
import {defaultSettings} from '../../../../scripts/typeset/in-page/paragraphs/settings.ts'
import {numbers} from './text.ts'

const style = {emPx: 10, spacePx: 4}

/** Widths in px; `-` after a width is a place for a hyphen, `~` one in a name, `+` one behind two letters, `=` one of the author's, `/` the author's line end. */
function fragments(text: string): readonly Fragment[] {
  const marks = text.split(' ')
  return marks.map((mark, index) => {
    const isLast = index === marks.length - 1
    const kind = isLast || mark.endsWith('/') ? gap.forced : mark.endsWith('-') ? gap.hyphen : mark.endsWith('~') ? gap.nameHyphen : mark.endsWith('+') ? gap.stubHyphen : mark.endsWith('=') ? gap.hardHyphen : gap.space
    const extent = {width: Number.parseFloat(mark), letters: Number.parseFloat(mark) * 2, hangStart: 0, hangEnd: 0, gapWidth: kind === gap.hyphen || kind === gap.nameHyphen ? 4 : 0, gapEm: 0, hyphenHang: 2}
    return {
      source: {node: 0, from: index * 2, to: index * 2 + 1}, extent, firstExtent: extent, gap: kind,
      ...(kind === gap.space && {space: {node: 0, from: index * 2 + 1, to: index * 2 + 2, style, firstStyle: style}})
    }
  })
}

function lines(list: readonly Fragment[], measure: Measure) {
  return breakLines(breakable(list, false, true), measure, defaultSettings)
}

const paragraph = fc.array(fc.record({width: fc.integer({min: 5, max: 60}), end: fc.constantFrom('', '', '-', '-', '=')}), {minLength: 1, maxLength: 120})
  .map(words => words.map(({width, end}) => `${width}${end}`).join(' '))
const isHyphen = (fragment: Fragment | undefined) => fragment?.gap === gap.hyphen || fragment?.gap === gap.hardHyphen

describe('any paragraph', () => {
  test('goes into lines that follow each other, fit, and have no three hyphens in a row', () => {
    fc.assert(fc.property(paragraph, fc.integer({min: 90, max: 400}), (text, width) => {
      const list = fragments(text)
      const found = lines(list, {widths: [width - 20, width], leastLast: 30})
      fc.pre(found !== undefined)
      expect(found[0]?.first).toBe(0)
      expect(found.at(-1)?.last).toBe(list.length - 1)
      found.slice(1).forEach((line, index) => expect(line.first).toBe((found[index]?.last ?? 0) + 1))
      for (const line of found) expect(line.ratio).toBeGreaterThanOrEqual(-1)
      const hyphens = found.map(line => isHyphen(list[line.last]) ? '-' : ' ').join('')
      expect(hyphens).not.toContain('---')
    }))
  })

  test('keeps a hyphen away from a line that may have none', () => {
    fc.assert(fc.property(paragraph, fc.integer({min: 90, max: 300}), fc.nat(8), (text, width, line) => {
      const list = fragments(text)
      const found = lines(list, {widths: [width], leastLast: 30, noHyphenAt: new Set([line])})
      const last = found?.[line]?.last
      if (last !== undefined) expect(isHyphen(list[last])).toBe(false)
    }))
  })

  test('never gets more letter-spacing than the limit', () => {
    fc.assert(fc.property(paragraph, fc.integer({min: 90, max: 300}), (text, width) => {
      const list = fragments(text)
      const sums = breakable(list, false, true)
      const found = breakLines(sums, {widths: [width], leastLast: 30}, defaultSettings) ?? []
      for (const {tracking} of planOf({fragments: list, text: sums, widths: [width]}, found, defaultSettings).lines) {
        expect(Math.abs(tracking)).toBeLessThanOrEqual(0.02 + 1e-9)
      }
    }))
  })
})

test('a first line with a style of its own ends in a hyphen only where it would be very loose without', () => {
  const words = Array.from({length: 10}, () => '14').join(' ')
  const text = `${words} 18- 30 ${words} 14 ${words}`
  const first = (width: number, hasFirstLine: boolean) => breakLines(breakable(fragments(text), hasFirstLine, true), {widths: [width], leastLast: 0}, defaultSettings)?.[0]?.last
  expect([first(202, false), first(202, true)]).toEqual([10, 9])
  const narrow = (hasFirstLine: boolean) => breakLines(breakable(fragments('20 60- 30 20 20 20'), hasFirstLine, true), {widths: [86], leastLast: 0}, defaultSettings)?.[0]?.last
  expect([narrow(false), narrow(true)]).toEqual([1, 1])
})

test('each line has its own width', () => {
  const found = lines(fragments(Array.from({length: 60}, () => '20').join(' ')), {widths: [100, 100, 300], leastLast: 0})
  expect(found?.slice(0, 3).map(line => line.last - line.first + 1)).toEqual([4, 4, 13])
})

test('a last line is not shorter than it may be, where there is a choice', () => {
  const text = Array.from({length: 21}, () => '8').join(' ')
  const last = (leastLast: number) => lines(fragments(text), {widths: [116], leastLast})?.at(-1)
  expect(last(0)).toMatchObject({first: 20, last: 20})
  expect((last(14)?.last ?? 0) - (last(14)?.first ?? 0)).toBeGreaterThan(0)
})

test('a paragraph is set in one line more only where none of them is loose', () => {
  const words = (count: number) => fragments(Array.from({length: count}, () => '15').join(' '))
  const into = (list: readonly Fragment[], width: number) => {
    const best = lines(list, {widths: [width], leastLast: 20})?.length ?? 0
    return {best, more: lines(list, {widths: [width], leastLast: 20, count: best + 1})}
  }
  const long = into(words(240), 460)
  expect(long.more?.length).toBe(long.best + 1)
  expect(Math.max(...long.more?.map(({ratio}) => ratio) ?? [])).toBeLessThanOrEqual(defaultSettings.loosenedTolerance)
  expect(into(words(12), 110).more).toBeUndefined()
})

test('a name is broken only where a line would be loose otherwise', () => {
  const ends = (text: string) => lines(fragments(text), {widths: [100], leastLast: 0})?.map(({last}) => last)
  // A line that is stretched a little is borne; not one whose spaces are half as wide again, or as wide as three.
  expect(ends('22 22 41.2 2~ 38 22 20 20 20')).toEqual([2, 6, 8])
  expect(ends('22 22 33 8~ 40 22 20 20 20')).toEqual([3, 6, 8])
  expect(ends('40 43 6~ 40 20 20 20 20')?.[0]).toBe(2)
  expect(ends('22 22 40 40~ 40 12 22 22')).toEqual([2, 5, 7])
  // A name alone is wider than its line; that in the line before stays whole.
  expect(ends('22 22 40~ 40 90~ 40 20 20')).toEqual([1, 3, 4, 7])
})

test('in a narrow measure a line is loose only where none of its neighbours can help', () => {
  const next = numbers(11)
  const texts = Array.from({length: 200}, () => Array.from({length: 60}, () => `${5 + Math.floor(next() * 30)}${next() < 0.4 ? '-' : ''}`).join(' '))
  const looseOf = (settings: typeof defaultSettings) => texts.reduce((sum, words) => {
    const text = breakable(fragments(words), false, true)
    const found = breakLines(text, {widths: [170], leastLast: 0}, settings) ?? []
    return sum + found.filter(line => growthOf(text, line, settings) > settings.looseGrowth).length
  }, 0)
  expect(looseOf(defaultSettings)).toBeLessThan(0.95 * looseOf({...defaultSettings, looseCost: 0}))
})

test('a hyphen stands behind two letters only where another would leave a line much looser', () => {
  const first = (text: string) => lines(fragments(text), {widths: [100], leastLast: 0})?.[0]?.last
  // The line to the second hyphen is a little more even than that to the first.
  expect([first('20 20 20 20- 4- 20 20 20 20'), first('20 20 20 20- 4+ 20 20 20 20'), first('20 20 20 20+ 4- 20 20 20 20')]).toEqual([4, 3, 4])
})

test('the author\'s line ends stay', () => {
  expect(lines(fragments('20 20/ 20 20'), {widths: [400], leastLast: 0})?.map(line => line.last)).toEqual([1, 3])
})

test('a word wider than its line has no breaks', () => {
  expect(lines(fragments('20 500 20'), {widths: [100], leastLast: 0})).toBeUndefined()
})

test('plans say where the lines are cut and which of them stay open', () => {
  const list = fragments('30 30 30 30- 30 30')
  const text = breakable(list, false, true)
  const found = [{first: 0, last: 1, ratio: 0.5}, {first: 2, last: 3, ratio: -0.5}, {first: 4, last: 5, ratio: 0}]
  const {lines: plans, cuts} = planOf({fragments: list, text, widths: [100]}, found, defaultSettings)
  expect(cuts).toEqual([{node: 0, from: 3, to: 4, hyphen: false}, {node: 0, from: 7, to: 7, hyphen: true}])
  expect(plans.map(plan => plan.isOpen)).toEqual([false, false, true])
  expect(plans[0]?.tracking).toBeGreaterThan(0)
  expect(plans[1]).toMatchObject({hyphen: true, hangEndPx: 2})
  expect(plans[1]?.tracking).toBeLessThan(0)
  expect(plans[2]).toMatchObject({tracking: 0, restPx: 36})
})

test('a line whose spaces would be holes stays open', () => {
  const list = fragments('30 30 30 30 30')
  const found = [{first: 0, last: 1, ratio: 1}, {first: 2, last: 3, ratio: 12}, {first: 4, last: 4, ratio: 0}]
  const {lines: plans} = planOf({fragments: list, text: breakable(list, false, true), widths: [100]}, found, defaultSettings)
  expect(plans.map(plan => plan.isOpen)).toEqual([false, true, true])
  expect(plans[1]).toMatchObject({tracking: 0, restPx: 36})
})

test('the tightest space is still one to what reads a PDF, in the narrowest of the themes', () => {
  const {spaceShrink, wideSpaceShrink, tracking} = defaultSettings
  // Alegreya's space is 0.197 em; Poppler parts words from a gap of 0.1 em on.
  expect(0.197 * (1 - spaceShrink) - 2 * tracking).toBeGreaterThan(0.11)
  expect(0.23 * (1 - wideSpaceShrink) - 2 * tracking).toBeGreaterThan(0.11)
})
