import {describe, expect, test} from 'vitest'
import type {Item} from '../../../../scripts/typeset/in-page/pages/model.ts'
import {bottom, built, counts, figure, headed, line, lines, note, pagesOf, paragraph, parts, range, shape, table, tops} from './made.ts'

describe('text', () => {
  test('fills pages of ten lines', () => {
    const run = built(lines(25))
    expect(counts(run)).toEqual([10, 10, 5])
    expect(tops(run.pages[0])).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90])
  })

  test('of nothing is one empty page', () => {
    expect(built([])).toMatchObject({pages: [{placed: [], first: undefined}], tooTall: [], endnotes: []})
  })

  test('begins below its lead', () => {
    expect(tops(built(lines(2), [], {leadPx: 30}).pages[0])).toEqual([30, 40])
  })

  test('leaves no first line of a paragraph alone', () => {
    expect(counts(built([...paragraph(9), ...paragraph(9)]))).toEqual([9, 9])
  })

  test('leaves no last line of a paragraph alone', () => {
    expect(counts(built([...paragraph(11), ...paragraph(5)]))).toEqual([9, 7])
  })

  test('keeps with its head', () => {
    const run = built([...paragraph(7), ...headed(paragraph(6))])
    expect(counts(run)).toEqual([7, 7])
    expect(tops(run.pages[1])[0]).toBe(0)
  })

  test.each([[11, [8, 3]], [12, [9, 3]], [13, [10, 3]], [14, [9, 5]], [21, [9, 9, 3]]])('of %i lines does not end with a line or two alone', (count, expected) => {
    expect(counts(built(lines(count)))).toEqual(expected)
  })

  test('would rather not end in a hyphen', () => {
    expect(counts(built([...lines(10), line({penalty: 30}), ...lines(6)]))).toEqual([9, 8])
  })

  test('that nothing may part is parted all the same, where the page is full', () => {
    const run = built([line(), ...lines(14, {breakBefore: 'never'})])
    expect(counts(run)).toEqual([10, 5])
    expect(run.tooTall).toEqual([])
  })

  test('that no page can hold stands alone, and is named', () => {
    const run = built([line(), line({heightPx: 130}), line()])
    expect(pagesOf(run)).toEqual([[0], [1], [2]])
    expect(run.tooTall).toEqual([1])
  })

  test('that is too tall only below the lead and the grid is named as well', () => {
    const run = built([line({heightPx: 85})], [], {leadPx: 15})
    expect([counts(run), run.tooTall]).toEqual([[1], [0]])
  })
})

describe('the grid', () => {
  test('takes in text again below what stands off it, which is centred in the rest', () => {
    const run = built([line(), line({heightPx: 13, gapPx: 5, onGrid: false}), line({gapPx: 5})])
    // From 15 to 28, with text from 33, is set on from 40: 3 px more above, 4 below.
    expect(tops(run.pages[0])).toEqual([0, 18, 40])
  })

  test('leaves what stands at the very top where it is', () => {
    expect(tops(built([line({heightPx: 13, onGrid: false}), line()]).pages[0])).toEqual([0, 20])
  })
})

describe('a page that lacks lines', () => {
  test('has one gap wider for each line, from the top', () => {
    const items = [...lines(3), ...headed(lines(1)), ...headed(lines(1)), ...lines(1), line({heightPx: 30, onGrid: false}), ...lines(6)]
    const run = built(items)
    expect(counts(run)[0]).toBe(8)
    expect(tops(run.pages[0])).toEqual([0, 10, 20, 40, 50, 70, 80, 90])
    const short = built([...items.slice(0, 7), line({heightPx: 30, onGrid: false}), ...lines(6)])
    expect(tops(short.pages[0])).toEqual([0, 10, 20, 50, 60, 80, 90])
    expect(short.pages[0]).toMatchObject({shortLines: 0})
  })

  test('lacks as many as the page that it faces', () => {
    // The verso must lack a line; the recto could be full, and is not.
    const items = [...lines(9), ...headed(lines(1)), ...lines(33)].map(item => ({...item, stretches: false}))
    const [verso, recto] = built(items, [], {startsOnRecto: false}).pages
    expect([verso?.shortLines, recto?.shortLines]).toEqual([1, 1])
  })

  test('has a longer paragraph, where the page that it faces is full', () => {
    // The recto has room for one of two lines that stay together.
    const items = [...paragraph(10), ...paragraph(9), ...paragraph(2), ...lines(20)]
    const plain = built(items, [], {startsOnRecto: false})
    expect([plain.pages.slice(0, 2).map(({shortLines}) => shortLines), plain.loosened]).toEqual([[2, 2], []])
    const looser = built(items, [], {startsOnRecto: false, mayLoosen: item => item === 10})
    expect([looser.pages.slice(0, 2).map(({shortLines}) => shortLines), looser.loosened]).toEqual([[0, 0], [10]])
  })

  test('would rather lack one more than have a last word at its head', () => {
    expect(counts(built([...lines(10), line({penalty: 30}), line({breakBefore: 'never'}), ...lines(12)]))[0]).toBe(9)
  })

  test('lets the block that ends it down to its foot', () => {
    const items = [...lines(6), line({gapPx: 5, heightPx: 12, onGrid: false, stretches: true}), line({gapPx: 10, heightPx: 40, onGrid: false}), ...lines(12)]
    const run = built(items)
    expect(counts(run)[0]).toBe(7)
    expect(run.pages[0]).toMatchObject({shortLines: 0})
    expect(bottom(run.pages[0] ?? {placed: [], first: 0, notes: [], footTopPx: 0, shortLines: 0}, items)).toBe(shape.heightPx)
  })

  test('on a run\'s first recto asks nothing of the verso behind it', () => {
    const items = [...lines(9), ...headed(lines(1)), ...lines(33)].map(item => ({...item, stretches: false}))
    const [recto, verso] = built(items, [], {startsOnRecto: true}).pages
    expect([recto?.shortLines, verso?.shortLines]).toEqual([1, 0])
  })
})

describe('notes', () => {
  const withNotes = (count: number, at: Readonly<Record<number, readonly number[]>>) => lines(count).map((item, index) => ({...item, notes: at[index] ?? []}))

  test('stand at the foot of the page, below their separator', () => {
    const [page] = built(withNotes(4, {1: [0], 2: [1]}), [note(2), note(1)]).pages
    // Three lines of 8 px, 2 px between the notes, 10 px of separator.
    expect(page).toMatchObject({footTopPx: 64, notes: [{note: 0, from: 0, to: 2, topPx: 74}, {note: 1, from: 0, to: 1, topPx: 92}]})
  })

  test('take the text its room', () => {
    expect(counts(built(withNotes(20, {0: [0]}), [note(3)]))[0]).toBe(6)
  })

  test('begin on the page of their reference, and go on to the next', () => {
    const run = built(withNotes(20, {6: [0]}), [note(14)])
    const [first, second] = parts(run)
    expect(pagesOf(run)[0]).toContain(6)
    expect(first).toEqual([[0, 0, first?.[0]?.[2]]])
    expect(second?.[0]?.slice(0, 2)).toEqual([0, first?.[0]?.[2]])
  })

  test('go with their reference to the next page where but one line of them would find room', () => {
    const run = built(withNotes(20, {7: [0]}), [note(14)])
    expect(pagesOf(run)[0]).not.toContain(7)
    for (const part of parts(run).flat()) expect(part[2] - part[1]).toBeGreaterThanOrEqual(2)
  })

  test('of three lines, with room for two of them, are not split', () => {
    expect(parts(built(withNotes(20, {6: [0]}), [note(3)])).flat()).toEqual([[0, 0, 3]])
  })

  test.each([[5, [[0, 0, 3], [0, 3, 5]]], [4, [[0, 0, 2], [0, 2, 4]]]])('of %i lines, with room for three of them, leave none alone', (count, expected) => {
    expect(parts(built(withNotes(20, {5: [0]}), [note(count)])).flat()).toEqual(expected)
  })

  test('of one page are whole but the last', () => {
    const run = built(withNotes(16, {6: [0, 1]}), [note(2), note(9)])
    const page = parts(run).findIndex(own => own.length > 0)
    expect(parts(run)[page]?.[0]).toEqual([0, 0, 2])
    expect(parts(run)[page]?.[1]?.slice(0, 2)).toEqual([1, 0])
  })

  test('longer than a page go on over several, with the text above them', () => {
    const run = built(withNotes(40, {0: [0]}), [note(25)])
    const own = parts(run).filter(each => each.length > 0).flat()
    expect(own.length).toBeGreaterThan(2)
    expect(own.flatMap(([, from, to]) => range(from, to))).toEqual(range(0, 25))
  })

  test('of a chapter\'s last page go on behind its text', () => {
    const run = built(withNotes(3, {2: [0]}), [note(20)])
    expect(counts(run)).toEqual([3, 0, 0].slice(0, run.pages.length))
    expect(run.pages.slice(1).map(({first}) => first)).toEqual(run.pages.slice(1).map(() => undefined))
    expect(parts(run).flat().at(-1)?.[2]).toBe(20)
  })

  test('that fit nowhere are given up, and only those', () => {
    // A line as high as the page leaves its note no room; the long note elsewhere is not in the way.
    const items = [...withNotes(3, {0: [0]}), line({heightPx: 95, notes: [1]}), ...lines(3)]
    const run = built(items, [note(12), note(1)])
    expect([run.endnotes, run.tooTall]).toEqual([[1], []])
    expect(parts(run).flat().at(-1)).toEqual([0, expect.any(Number), 12])
  })

  test('with a line that no page can hold are given up', () => {
    expect(built(withNotes(3, {1: [0]}), [[{gapPx: 0, heightPx: 8}, {gapPx: 0, heightPx: 95}]]).endnotes).toEqual([0])
  })

  test('of one line that are too many are given up from the longest on', () => {
    expect(built([line({notes: [0, 1, 2]})], [note(5), note(12), note(4)]).endnotes).toEqual([1])
  })

  test('are found room beside a figure that waits, or before it', () => {
    const run = built([...lines(3), line({notes: [0]}), figure(90), ...lines(12)], [note(15)])
    expect([run.endnotes, run.tooTall]).toEqual([[], []])
    expect(parts(run).flat().at(-1)?.[2]).toBe(15)
  })

  test('that were split where gaps grow are the same when they are placed', () => {
    // The text leaves 0.05 px less than a line: gaps may grow by that line, and the note keeps all its own.
    const items = [...lines(3), ...headed(lines(2)), ...lines(20)].map((item, index) => index === 1 ? {...item, notes: [0]} : item)
    const run = built(items, [note(1, 10.05)])
    expect(parts(run).flat()).toEqual([[0, 0, 1]])
  })
})

describe('figures for the foot', () => {
  const foot = (heightPx: number, over: Partial<Item> = {}): Item => figure(heightPx, {toFoot: true, ...over})

  test('stand at the foot of their page, below the text that comes after them', () => {
    const run = built([...lines(3), foot(30), ...lines(12, {gapWithoutFloatPx: 0})])
    expect(pagesOf(run)[0]).toEqual([0, 1, 2, 4, 5, 6, 3])
    expect(tops(run.pages[0])).toEqual([0, 10, 20, 30, 40, 50, 70])
  })

  test('stand above the notes of their page', () => {
    const run = built([...lines(2), foot(30), line({notes: [0]}), ...lines(12)], [note(1)])
    const [page] = run.pages
    expect(page?.placed.at(-1)).toEqual({item: 2, topPx: (page?.footTopPx ?? 0) - 30, isAfloat: true})
  })

  test('go to the foot of the next page where there is no room', () => {
    const run = built([...lines(8), foot(30), ...lines(12)])
    expect(pagesOf(run)[0]).toEqual([...range(0, 8), 9, 10])
    expect(pagesOf(run)[1]?.at(-1)).toBe(8)
    expect(tops(run.pages[1]).at(-1)).toBe(70)
  })

  test('stand in their order, and nothing that comes behind one stands above it', () => {
    const run = built([...lines(2), foot(10), foot(10), figure(10), ...lines(20, {gapWithoutFloatPx: 0})])
    expect(pagesOf(run)[0]).toEqual([0, 1, ...range(5, 9), 2, 3])
    expect(pagesOf(run)[1]?.[0]).toBe(4)
  })

  test('go to the top where no text is left to stand above them', () => {
    expect(tops(built([...lines(9), foot(60)]).pages[1])).toEqual([0])
  })
})

describe('figures', () => {
  test('wait one behind another, where a page ends behind both', () => {
    const whole = lines(4).map((item, index) => index === 0 ? item : {...item, breakBefore: 'never' as const})
    expect(pagesOf(built([...lines(8), figure(50), ...lines(2), figure(90), ...whole]))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 9, 10], [8, 12, 13, 14, 15], [11]])
  })

  test('have two lines of text below them, or none', () => {
    const below = [line({gapPx: 10, gapWithoutFloatPx: 0}), ...lines(11)]
    const onItsPage = (heightPx: number) => pagesOf(built([...lines(8), figure(heightPx), ...below])).find(page => page.includes(8))?.length
    expect([onItsPage(80), onItsPage(70)]).toEqual([1, 3])
  })

  test('that find no room go to the top of the next page, and the text goes on', () => {
    const run = built([...lines(6), figure(50), ...lines(10, {gapWithoutFloatPx: 0})])
    expect(pagesOf(run)[0]).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9, 10])
    expect(pagesOf(run)[1]?.[0]).toBe(6)
    // The figure, a line of white, and text on the grid.
    expect(tops(run.pages[1]).slice(0, 2)).toEqual([0, 60])
  })

  test('stay where there is room', () => {
    expect(pagesOf(built([...lines(2), figure(30), ...lines(2)]))).toEqual([[0, 1, 2, 3, 4]])
  })

  test('keep their order: a small one does not overtake a large one', () => {
    const run = built([...lines(5), figure(60), ...lines(1), figure(15), ...lines(12)])
    const all = pagesOf(run).flat()
    expect(pagesOf(run)[0]).not.toContain(7)
    expect(all.indexOf(7)).toBeGreaterThan(all.indexOf(5))
  })

  test('that wait at the end of the text get a page of their own', () => {
    const run = built([...lines(8), figure(60), figure(60)])
    expect(pagesOf(run)).toEqual([range(0, 8), [8], [9]])
  })

  test('higher than a page are named', () => {
    const run = built([...lines(8), figure(120), ...lines(4)])
    expect(run.tooTall).toEqual([8])
  })
})

describe('what stands behind all of the text', () => {
  const imprint = line({clears: true, breakBefore: 'never'})

  test.each([
    ['the last figure', [...lines(8), figure(50)], [[0, 1, 2, 3, 4, 5, 6, 7], [8, 9]]],
    ['a figure that waits past the end of the text', [...lines(6), figure(50), ...lines(3)], [[0, 1, 2, 3, 4, 5, 7, 8], [6, 9, 10]]]
  ])('comes behind %s', (_, text, expected) => expect(pagesOf(built([...text, imprint]))).toEqual(expected))

  test('stands above no figure for the foot of a page', () => {
    expect(pagesOf(built([...lines(8), figure(50, {toFoot: true}), imprint])).flat().at(-1)).toBe(9)
  })
})

describe('tables', () => {
  test('leave room for their head, which is repeated', () => {
    const items = table(22)
    const run = built(items)
    expect(counts(run)).toEqual([10, 9, 4])
    expect(run.pages.map(page => tops(page)[0])).toEqual([0, 10, 10])
  })

  test('have no row alone below their head, or at their end', () => {
    expect(counts(built([...lines(8), ...table(4), ...lines(10)]))[0]).toBe(8)
    expect(counts(built(table(10)))).toEqual([9, 2])
  })

  test('are not parted by a figure that waits: it needs room above what comes next', () => {
    const run = built([...lines(5), figure(60), ...table(8), ...lines(3)])
    expect(pagesOf(run)[0]).toEqual(range(0, 5))
    expect(pagesOf(run)[1]?.slice(0, 2)).toEqual([5, 6])
  })
})

test('no page is deeper than its area', () => {
  const items = [...paragraph(14), ...headed(paragraph(9)), figure(40), ...paragraph(22)]
  for (const page of built(items).pages) expect(bottom(page, items)).toBeLessThanOrEqual(shape.heightPx)
})
