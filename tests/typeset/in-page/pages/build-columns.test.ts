import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {beginningOfColumns} from '../../../../scripts/typeset/in-page/pages/build-columns.ts'
import type {BuiltPage, Item} from '../../../../scripts/typeset/in-page/pages/model.ts'
import {built, counts, figure, line, lines, note, range} from './made.ts'

/** How many items each column of a page has. */
const columns = (page: BuiltPage | undefined): readonly number[] => {
  const found = Map.groupBy(page?.placed ?? [], ({column}) => column ?? -1)
  return [...found.entries()].toSorted(([a], [b]) => a - b).map(([, own]) => own.length)
}

/** Items of one column that stand on each other. */
const overlapping = ({placed}: BuiltPage, items: readonly Item[]) => placed.filter(({item, topPx, column}, index) =>
  placed.slice(index + 1).some(other => other.column === column && other.topPx < topPx + (items[item]?.heightPx ?? 0) - 0.02 && topPx < other.topPx + (items[other.item]?.heightPx ?? 0) - 0.02))

const inTwo = (count: number) => lines(count, {columns: 2})
const spanner = line({gapPx: 10})

describe('columns', () => {
  test('are told from a single one, and begin with the head above them', () => {
    expect([lines(2), inTwo(2), [...lines(3), ...inTwo(2)], [...lines(3), spanner, line({columns: 2, breakBefore: 'never'})]].map(items => beginningOfColumns({items}))).toEqual([undefined, 0, 3, 3])
  })

  test('go on below text of one column, which keeps its notes and the figures at its foot', () => {
    const text = lines(4).map((item, index) => index === 1 ? {...item, notes: [0]} : item)
    const {pages, endnotes} = built([...text, ...inTwo(6)], [note(1)])
    expect(endnotes).toEqual([])
    expect(pages.map(({placed, notes}) => [placed.length, notes.length])).toEqual([[10, 1]])
    expect(pages[0]?.placed.slice(4).map(({topPx}) => topPx)).toEqual([40, 50, 60, 40, 50, 60])
  })

  test.each([[2, [1, 1]], [7, [4, 3]], [12, [6, 6]], [20, [10, 10]]])('of %i lines are balanced', (count, expected) => {
    expect(columns(built(inTwo(count)).pages[0])).toEqual(expected)
  })

  test('fill the page first where their text goes on', () => {
    const run = built(inTwo(26))
    expect(run.pages.map(columns)).toEqual([[10, 10], [3, 3]])
  })

  test('stand at the same height side by side', () => {
    const [page] = built(inTwo(4)).pages
    expect(page?.placed).toEqual([{item: 0, topPx: 0, column: 0}, {item: 1, topPx: 10, column: 0}, {item: 2, topPx: 0, column: 1}, {item: 3, topPx: 10, column: 1}])
  })

  describe('with a figure that the rest of one has no room for', () => {
    const inColumns = {columns: 2, box: 1}
    const tall = figure(50, {...inColumns, gapWithoutFloatPx: 0})
    const placed = (items: readonly Item[]) => built(items).pages.map(page => page.placed.map(({item, topPx, column, isAfloat = false}) => [item, column, topPx, isAfloat]))

    test('go on behind it, and begin the next with it', () => {
      const [page] = placed([...inTwo(7), tall, ...inTwo(20)])
      expect(page?.slice(6, 12)).toEqual([[6, 0, 60, false], [8, 0, 70, false], [9, 0, 80, false], [10, 0, 90, false], [7, 1, 0, true], [11, 1, 60, false]])
    })

    test.each<[string, readonly Item[]]>([
      ['where it may not float', [...inTwo(7), {...tall, floats: false}, ...inTwo(20)]],
      ['where the hole is small', [...inTwo(9), tall, ...inTwo(20)]],
      ['where what is behind it keeps with it', [...inTwo(7), tall, line({...inColumns, breakBefore: 'never'}), ...inTwo(19)]],
      ['where nothing would stand below it', [...inTwo(7), tall, ...inTwo(2)]],
      ['where another would overtake it', [...inTwo(7), tall, line(inColumns), figure(10, inColumns), ...inTwo(20)]],
      ['where no page has room for it above some lines', [...inTwo(17), {...tall, heightPx: 70}, ...inTwo(20)]]
    ])('have it in its place %s', (_, items) => expect(placed(items).flat().filter(([, , , isAfloat]) => isAfloat === true)).toEqual([]))

    test('begin the next page with it where it is the last', () => {
      const [first, second] = placed([...inTwo(17), tall, ...inTwo(20)])
      expect(first?.slice(16)).toEqual([[16, 1, 60, false], [18, 1, 70, false], [19, 1, 80, false], [20, 1, 90, false]])
      expect(second?.slice(0, 2)).toEqual([[17, 0, 0, true], [21, 0, 60, false]])
    })

    test('carry it past a column that it does not fit in', () => {
      const [first, second] = placed([line(), line(), line(), line({heightPx: 30}), ...inTwo(1), {...tall, heightPx: 55}, ...inTwo(20)])
      expect(first?.slice(4)).toEqual([[4, 0, 60, false], [6, 0, 70, false], [7, 0, 80, false], [8, 0, 90, false], [9, 1, 60, false], [10, 1, 70, false], [11, 1, 80, false], [12, 1, 90, false]])
      expect(second?.[0]).toEqual([5, 0, 0, true])
    })

    test('lose nothing, whatever stands around it', () => {
      fc.assert(fc.property(fc.array(fc.oneof(fc.constant(inTwo(3)), fc.integer({min: 5, max: 90}).map(px => [figure(px, inColumns)]), fc.integer({min: 5, max: 60}).map(px => [figure(px, {...inColumns, isBox: true})]), fc.integer({min: 5, max: 60}).map(px => [figure(px, {box: 1})]), fc.constant([spanner])), {minLength: 1, maxLength: 30}), parts => {
        const items = parts.flat()
        const {pages} = built(items)
        expect(pages.flatMap(page => page.placed.map(({item}) => item)).toSorted((a, b) => a - b)).toEqual(range(0, items.length))
        for (const page of pages) expect(overlapping(page, items)).toEqual([])
      }), {numRuns: 1000, seed: 1917})
    })

    test('are headed by it even before a box', () => {
      const box = figure(30, {...inColumns, isBox: true})
      expect(placed([...inTwo(7), tall, line(inColumns), box, ...inTwo(20)])[0]?.filter(([item]) => item === 7 || item === 9)).toEqual([[7, 1, 0, true], [9, 1, 60, false]])
    })
  })

  test('are balanced above and below what runs over all of them', () => {
    const [page] = built([...inTwo(4), spanner, ...inTwo(6)]).pages
    expect(page?.placed.map(({topPx}) => topPx)).toEqual([0, 10, 0, 10, 30, 40, 50, 60, 40, 50, 60])
    expect(page?.placed.map(({column}) => column)).toEqual([0, 0, 1, 1, undefined, 0, 0, 0, 1, 1, 1])
  })

  describe('with a figure over all of them that its page has no room for', () => {
    const wide = figure(40, {box: 1})
    const fill = (...items: readonly Item[]) => built(items).pages.map(page => [columns(page), page.placed.find(({isAfloat}) => isAfloat)])

    test('go on behind it to the foot of the page, and below it on the next', () => {
      expect(fill(...inTwo(12), wide, ...inTwo(18))).toEqual([[[10, 10], undefined], [[1, 5, 5], {item: 12, topPx: 0, isAfloat: true}]])
    })

    test('leave some lines to stand below it', () => {
      expect(fill(...inTwo(12), wide, ...inTwo(8))).toEqual([[[7, 7], undefined], [[1, 3, 3], {item: 12, topPx: 0, isAfloat: true}]])
    })

    test('go on to the figure of one column that it waits behind, and leave no hole before either', () => {
      const tall = figure(50, {columns: 2, box: 1, gapWithoutFloatPx: 0})
      const {pages} = built([...inTwo(16), tall, ...inTwo(2), wide, ...inTwo(40)])
      expect(pages.slice(0, 3).map(page => [columns(page), page.placed.filter(({isAfloat}) => isAfloat).map(({item}) => item)])).toEqual([[[10, 10], []], [[5, 10], [16]], [[1, 5, 5], [19]]])
    })

    test('do not overtake another figure', () => {
      const {pages} = built([...inTwo(12), wide, ...inTwo(2), figure(10, {columns: 2}), ...inTwo(18)])
      const [first = 0, second = 0] = [12, 15].map(wanted => pages.findIndex(({placed}) => placed.some(({item}) => item === wanted)))
      expect(second).toBeGreaterThanOrEqual(first)
    })

    test('lose nothing', () => {
      fc.assert(fc.property(fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 60}), fc.integer({min: 10, max: 90}), (before, after, heightPx) => {
        const items = [...inTwo(before), figure(heightPx, {box: 1}), ...inTwo(after)]
        const {pages} = built(items)
        expect(pages.flatMap(({placed}) => placed.map(({item}) => item)).toSorted((a, b) => a - b)).toEqual(range(0, items.length))
        for (const page of pages) expect(overlapping(page, items)).toEqual([])
      }))
    })
  })

  test('keep a head at its distance from its text: what the grid adds stands above it', () => {
    const head = line({columns: 2, gapPx: 10, heightPx: 15, onGrid: false, isHead: true})
    const [page] = built([...inTwo(2), head, line({columns: 2, breakBefore: 'never'}), ...inTwo(20)]).pages
    expect(page?.placed.slice(1, 4).map(({topPx}) => topPx)).toEqual([10, 35, 50])
  })

  test('keep what must not be parted', () => {
    const items = [...inTwo(4), ...lines(3, {columns: 2, breakBefore: 'never'})]
    // Lines 3 to 6 are one piece.
    expect(columns(built(items).pages[0])).toEqual([3, 4])
  })

  test('take two lines of text at least along with what runs over them', () => {
    const run = built([...inTwo(16), spanner, ...inTwo(6)])
    expect(counts(run)).toEqual([16, 7])
    expect(run.pages[1]?.placed[0]).toEqual({item: 16, topPx: 0})
  })

  test('take a head along where the lines below it that may not be parted have no room', () => {
    const whole = inTwo(4).map((item, index) => index === 3 ? item : {...item, breakBefore: 'never' as const})
    const {pages} = built([...inTwo(12), spanner, ...whole])
    expect(pages.map(({placed}) => placed.map(({item}) => item))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16]])
  })

  test('let what no page could hold together begin on the page where it stands', () => {
    expect(counts(built([...inTwo(4), ...lines(25, {breakBefore: 'never'})]))).toEqual([12, 7, 10])
  })

  test('part what no column could hold', () => {
    expect(built(lines(26, {columns: 2, breakBefore: 'never'})).pages.map(columns)).toEqual([[10, 10], [3, 3]])
  })

  test('give way to an item higher than they are, which is named', () => {
    expect(built([line({columns: 2, heightPx: 120}), ...inTwo(2)])).toMatchObject({tooTall: [0]})
  })

  test('have no notes at their foot: all stand at the end', () => {
    expect(built(inTwo(4).map((item, index) => index === 1 ? {...item, notes: [0]} : item), [note(2)]).endnotes).toEqual([0])
  })
})
