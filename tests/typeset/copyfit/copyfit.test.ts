import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Composition, Design, FitGoal} from '../../../scripts/types.ts'
import {copyfit, madeAnew} from '../../../scripts/typeset/copyfit/copyfit.ts'
import type {Setting} from '../../../scripts/typeset/copyfit/ladder.ts'
import {asDesigned, ladderFor} from '../../../scripts/typeset/copyfit/ladder.ts'
import {composition} from '../../stock.ts'

/** A compositor without a browser: so many lines of text as the theme sets it, of which a setting makes more or fewer. */
type Text = {readonly lines: number; readonly frontPages?: number; readonly hasBackCover?: boolean}

const design: Design = {lines: 36, leadingPx: 18, measurePx: 372, sizePx: 14.4}

function composed({lines, frontPages = 2, hasBackCover = false}: Text, setting: Setting): Composition {
  const room = design.lines + setting.lines
  const set = Math.ceil(lines * (1 + setting.sizePercent / 100) / (1 + setting.measurePercent / 100))
  const pages = Math.ceil(set / room)
  const last = frontPages + pages
  const back = last % 2 === 1 ? last + 1 : last + 2
  const sections: readonly (readonly [string, number, number])[] = [['cover', 1, frontPages], ['main', frontPages + 1, last], ...hasBackCover ? [['back-cover', back, back] as const] : []]
  return {...composition(sections, {}, hasBackCover && back > last + 1 ? [last + 1] : []), ends: [{page: last, lines: set - (pages - 1) * room, room, pages}]}
}

async function fit(text: Text, goal: FitGoal, spent = 1) {
  const open = new Set<Setting>()
  const settings: Setting[] = []
  const compose = (setting: Setting) => {
    open.add(setting)
    settings.push(setting)
    return {composition: composed(text, setting), printPage: {design: {...design, lines: design.lines + setting.lines}}, close: () => Promise.resolve(void open.delete(setting)), setting}
  }
  const {pages, done} = await copyfit({goal, first: compose(asDesigned), passes: spent, chapterOn: page => `Chapter to page ${page}`, compose: setting => Promise.resolve(compose(setting))})
  return {count: pages.composition.count, setting: pages.setting, done, settings, open: [...open]}
}

describe('copyfit', () => {
  test('leaves alone what is right', async () => {
    const {done, settings} = await fit({lines: 36 * 6}, {multipleOf: 4})
    expect([done.isReached, done.passes, settings.length]).toEqual([true, 1, 1])
  })

  test.each([
    ['drops a page that a few lines are too many for', {lines: 36 * 10 + 6}, {multipleOf: 4}, 12, '1 % -0.75 % 0'],
    ['grows into the next page where that is nearer', {lines: 36 * 9 - 5}, {multipleOf: 4}, 12, '-2 % 0.75 % 0'],
    ['makes a number of pages', {lines: 36 * 9 - 5}, {pages: 10}, 10, '4 % -3 % 2']
  ])('%s', async (_, text, goal, count, expected) => {
    const {setting: {measurePercent, sizePercent, lines}, ...found} = await fit(text, goal)
    expect([found.count, `${measurePercent} % ${sizePercent} % ${lines}`]).toEqual([count, expected])
  })

  test('says by how many lines it cannot, and leaves the pages as the theme sets them', async () => {
    const {count, setting, done} = await fit({lines: 36 * 8}, {multipleOf: 8})
    expect([count, setting]).toEqual([10, asDesigned])
    expect(done.missed.map(({direction, count: wanted}) => `${direction} ${wanted}`)).toEqual(['tighter 8', 'looser 16'])
    expect(done.missed.every(({lines}) => lines > 0)).toBe(true)
    expect(done.missed[1]?.chapters).toEqual([{chapter: 'Chapter to page 12', lines: 32}])
  })

  test('finds the least change that does, in eight passes at most, and closes all pages but those it gives', async () => {
    const texts = fc.record({lines: fc.integer({min: 1, max: 3000}), frontPages: fc.integer({min: 0, max: 5}), hasBackCover: fc.boolean()})
    const goals = fc.oneof(fc.constantFrom(4, 8, 16).map(multipleOf => ({multipleOf})), fc.integer({min: 1, max: 90}).map(pages => ({pages})))
    await fc.assert(fc.asyncProperty(texts, goals, async (text, goal) => {
      const found = await fit(text, goal)
      const isMet = (count: number) => 'pages' in goal ? count === goal.pages : count % goal.multipleOf === 0
      expect(found.done.passes).toBeLessThanOrEqual(8)
      expect(found.open).toEqual([found.setting])
      expect(found.done.isReached).toBe(isMet(found.count))
      if (!found.done.isReached) {
        expect(found.setting).toEqual(asDesigned)
        const {tighter, looser} = ladderFor({lines: design.lines, hasSize: true})
        expect([...tighter, ...looser].filter(setting => isMet(composed(text, setting).count))).toEqual([])
      }
    }), {numRuns: 300})
  })

  test('composes no more than eight times, with what was spent before', async () => {
    const found = await fit({lines: 36 * 9 - 5}, {pages: 10}, 7)
    expect([found.done.passes, found.settings.length - 1]).toEqual([8, 1])
    expect(await fit({lines: 36 * 9 - 5}, {pages: 10}, 8)).toMatchObject({count: 11, done: {isReached: false, passes: 8}})
  })

  test('says of pages that were made once more whether the setting of the others fits them too', async () => {
    const {done} = await fit({lines: 36 * 9 - 5}, {pages: 10})
    const made = (lines: number) => madeAnew({done, pages: {composition: composed({lines}, asDesigned), printPage: {design}, close: () => Promise.resolve()}, chapterOn: () => undefined})
    expect(made(36 * 8)).toMatchObject({isReached: true, missed: [], asFitted: design, asDesigned: done.asDesigned, passes: done.passes})
    expect(made(36 * 8 + 2)).toMatchObject({isReached: false, missed: [{direction: 'tighter', count: 10, lines: 2}]})
  })

  test('closes what stands when a composition fails', async () => {
    let closed = 0
    const close = () => {
      closed++
      return Promise.resolve()
    }
    const first = {composition: composed({lines: 36 * 10 + 6}, asDesigned), printPage: {design}, close}
    await expect(copyfit({goal: {multipleOf: 4}, first, passes: 1, chapterOn: () => undefined, compose: () => Promise.reject(new Error('gone'))})).rejects.toThrow('gone')
    expect(closed).toBe(1)
  })
})
