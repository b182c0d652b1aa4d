import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildRun} from '../../../../scripts/typeset/in-page/pages/build-run.ts'
import type {BuiltRun, RunTask} from '../../../../scripts/typeset/in-page/pages/model.ts'
import {line, note, pagesOf, range, shape} from './made.ts'
import {columnRuns, runs} from './random-runs.ts'

const many = {numRuns: Number(process.env['BUILDER_RUNS'] ?? 300), seed: 1917}

/** How far rounding may carry a line beyond its place. */
const slackPx = 0.15

function holds(arbitrary: fc.Arbitrary<RunTask>, check: (task: RunTask, run: BuiltRun) => void): void {
  fc.assert(fc.property(arbitrary, task => {
    check(task, buildRun(task))
  }), many)
}

describe.each([['one column', runs], ['columns', columnRuns]])('any run of %s', (_, arbitrary) => {
  test('has every item once', () => {
    holds(arbitrary, ({items}, run) => {
      expect(pagesOf(run).flat().toSorted((a, b) => a - b)).toEqual(range(0, items.length))
    })
  })

  test('keeps the order of the text, and that of its figures', () => {
    holds(arbitrary, ({items}, run) => {
      const all = pagesOf(run).flat()
      for (const floats of [false, true]) {
        const own = all.filter(item => items[item]?.floats === floats)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
    })
  })

  test('moves figures back, never forward', () => {
    holds(arbitrary, ({items}, run) => {
      const pages = pagesOf(run)
      for (const [index, page] of pages.entries()) {
        const later = pages.slice(index + 1).flat().filter(item => items[item]?.floats !== true)
        expect(Math.max(...page)).toBeLessThan(Math.min(...later))
      }
    })
  })

  test('overflows no page but where it says so', () => {
    holds(arbitrary, ({items}, {pages, tooTall}) => {
      const over = pages.flatMap(({placed, footTopPx}) => placed.filter(({item, topPx}) => topPx + (items[item]?.heightPx ?? 0) > footTopPx + slackPx).map(({item}) => item))
      expect(over.filter(item => !tooTall.includes(item))).toEqual([])
    })
  })
})

test('no two items stand on each other', () => {
  holds(runs, ({items}, {pages}) => {
    for (const {placed} of pages) {
      for (const [index, {topPx}] of placed.entries()) {
        const before = placed[index - 1]
        if (before) expect(topPx).toBeGreaterThanOrEqual(before.topPx + (items[before.item]?.heightPx ?? 0) - slackPx)
      }
    }
  })
})

test('body text stands on the grid', () => {
  holds(runs, ({items}, {pages}) => {
    const off = pages.flatMap(({placed}) => placed.filter(({item, topPx}) => items[item]?.onGrid === true && Math.abs(topPx / 10 - Math.round(topPx / 10)) > 0.01))
    expect(off).toEqual([])
  })
})

test('every note is complete, over pages that follow each other', () => {
  holds(runs, ({items, notes}, {pages, endnotes}) => {
    for (const index of items.flatMap(item => item.notes).filter(each => !endnotes.includes(each))) {
      const found = pages.flatMap(({notes: own}, page) => own.filter(part => part.note === index).map(({from, to}) => ({from, to, page})))
      const [first] = found
      expect(found.flatMap(({from, to}) => range(from, to))).toEqual(range(0, notes[index]?.length ?? 0))
      expect(found.map(({page}) => page)).toEqual(range(first?.page ?? 0, (first?.page ?? 0) + found.length))
    }
  })
})

test('every note begins on the page of its item, or is given up', () => {
  holds(runs, ({items}, {pages, endnotes}) => {
    const begun = pages.map(({notes}) => notes.filter(({from}) => from === 0).map(part => part.note))
    const expected = pages.map(({placed}) => placed.toSorted((a, b) => a.item - b.item).flatMap(({item}) => items[item]?.notes ?? []).filter(index => !endnotes.includes(index)))
    expect(begun).toEqual(expected)
  })
})

test('notes end at the very foot of their page', () => {
  holds(runs, ({notes}, {pages}) => {
    for (const {notes: own} of pages.filter(page => page.notes.length > 0)) {
      const last = own.at(-1)
      const lines = notes[last?.note ?? 0]?.slice(last?.from, last?.to) ?? []
      const heightPx = lines.reduce((sum, each, index) => sum + each.heightPx + (index > 0 ? each.gapPx : 0), 0)
      expect((last?.topPx ?? 0) + heightPx).toBeCloseTo(shape.heightPx, 3)
    }
  })
})

describe('twice as many items take twice as long', () => {
  /** How often the builder looks at an item, for each that there is: a measure of its time that no other work on the machine changes. */
  const looksAtEach = (task: RunTask): number => {
    let looks = 0
    const items = task.items.map(item => new Proxy(item, {
      get: (target, key, receiver): unknown => {
        looks++
        return Reflect.get(target, key, receiver)
      }
    }))
    buildRun({...task, items})
    return looks / items.length
  }
  const task = (over: Partial<RunTask>): RunTask => ({items: [], notes: [], shape, leadPx: 0, startsOnRecto: true, ...over})

  const kinds: Readonly<Record<string, (count: number) => RunTask>> = {
    'text with notes and figures': count => task({
      items: range(0, count).map(index => line({
        notes: index % 7 === 0 ? [index / 7] : [], breakBefore: index % 5 === 1 ? 'never' : 'free', gapPx: index % 5 === 0 ? 10 : 0, stretches: index % 5 === 0,
        ...(index % 23 === 3 && {floats: true, heightPx: 45, onGrid: false, notes: []})
      })),
      notes: range(0, count).map(index => note(1 + index % 9))
    }),
    'notes that fit nowhere': count => task({items: range(0, count).map(index => line({notes: [index]})), notes: range(0, count).map(() => note(1, 200))}),
    'lines that nothing may part': count => task({items: range(0, count).map(() => line({breakBefore: 'never'}))}),
    'columns': count => task({items: range(0, count).map(() => line({columns: 3}))})
  }

  test.each(Object.keys(kinds))('of %s', kind => {
    const [some, more] = [1000, 2000].map(count => looksAtEach(kinds[kind]?.(count) ?? task({})))
    expect(more).toBeLessThan((some ?? 0) * 1.1 + 5)
    expect(more).toBeLessThan(12_000)
  })
})
