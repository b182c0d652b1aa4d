import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import type {Picture} from '../../scripts/adapters/pdfium.ts'
import {openPages} from '../../scripts/adapters/pdfium.ts'
import {changesText, compare} from '../../scripts/diff/compare.ts'
import {pairPages} from '../../scripts/diff/pair.ts'
import {changedBoxes} from '../../scripts/diff/picture.ts'
import {wordChanges} from '../../scripts/diff/words.ts'
import {UsageError} from '../../scripts/types.ts'

async function pdf(pages: readonly string[], width = 300): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) document.addPage([width, 200]).drawText(text, {x: 20, y: 150, size: 12, font})
  return document.save()
}

async function changes(old: Uint8Array, fresh: Uint8Array) {
  const [oldPages, newPages] = [await openPages(old), await openPages(fresh)]
  if (!oldPages || !newPages) throw new Error('no PDF')
  return compare(oldPages, newPages)
}

describe('pages', () => {
  test('that are the same are not told', async () => {
    const bytes = await pdf(['One lamp.', 'Two lamps.'])
    expect(await changes(bytes, bytes)).toEqual([])
  })

  test('that changed are told by their words, and shown', async () => {
    const found = await changes(await pdf(['One lamp is lit.', 'Two lamps.']), await pdf(['One lamp was lit.', 'Two lamps.']))
    expect(found).toMatchObject([{old: 1, new: 1, words: ['One lamp [-is-] {+was+} lit.']}])
    const {width, height} = await sharp(found[0]?.picture).metadata()
    expect([width, height]).toEqual([2 * 333 + 72, 222 + 48])
  })

  test('behind a new one are the same pages', async () => {
    const found = await changes(await pdf(['One lamp.', 'Two lamps.']), await pdf(['A preface.', 'One lamp.', 'Two lamps.']))
    expect(found.map(({old, new: fresh}) => [old, fresh])).toEqual([[undefined, 1]])
    expect(changesText(found, {old: 2, new: 3})).toContain('# One page has changed (2 before, 3 now)\n\n## Page 1 is new\n\n![The old page and the new one](page-0001.png)')
  })

  test('of another size are changed as a whole', async () => {
    const found = await changes(await pdf(['One lamp.']), await pdf(['One lamp.'], 320))
    expect(found).toMatchObject([{old: 1, new: 1, words: []}])
    expect(changesText(found, {old: 1, new: 1})).toContain('## Page 1: its looks')
  })

  test('that are too large to be drawn are refused with a message', async () => {
    await expect(changes(await pdf(['One lamp.']), await pdf(['One lamp.', 'Two.'], 300_000))).rejects.toThrow(new UsageError('Unexpected size of page 1, 105833 × 71 mm, expected one of at most 50 million pixels at 80 dots an inch', 'Make the page smaller in the program that it was made with.'))
  })

  test('are shown with the change marked in red, on both sides', async () => {
    const [found] = await changes(await pdf(['One lamp is lit.']), await pdf(['One lamp was lit.']))
    const {data, info} = await sharp(found?.picture).removeAlpha().raw().toBuffer({resolveWithObject: true})
    const isRed = (x: number, y: number) => {
      const at = (y * info.width + x) * info.channels
      return (data[at] ?? 0) > 180 && (data[at + 1] ?? 0) < 60
    }
    const reds = (from: number, to: number) => Array.from({length: (to - from) * info.height}, (_, at) => isRed(from + at % (to - from), Math.floor(at / (to - from)))).filter(Boolean).length
    expect(reds(0, info.width / 2)).toBeGreaterThan(50)
    expect(reds(info.width / 2, info.width)).toBeGreaterThan(50)
  })

  test('of what is no PDF are none', async () => {
    expect(await openPages(new TextEncoder().encode('no PDF'))).toBeUndefined()
    expect(await openPages(new Uint8Array())).toBeUndefined()
  })
})

describe('pairs', () => {
  test.each([
    [['a', 'b'], ['a', 'b'], [[0, 0], [1, 1]]],
    [['a', 'b', 'c'], ['a', 'x', 'c'], [[0, 0], [1, 1], [2, 2]]],
    [['a', 'b'], ['x', 'a', 'b'], [[undefined, 0], [0, 1], [1, 2]]],
    [['a', 'b', 'c'], ['a', 'c'], [[0, 0], [1, undefined], [2, 1]]],
    [['the oil 3'], ['4 the oil'], [[0, 0]]],
    [['a lamp\u0002\nlight'], ['a lamplight'], [[0, 0]]],
    [[], ['a'], [[undefined, 0]]]
  ])('%j and %j', (old, fresh, pairs) => {
    expect(pairPages(old, fresh).map(pair => [pair.old, pair.new])).toEqual(pairs)
  })
})

describe('words', () => {
  test.each([
    ['one two three four five six seven', 'one two three four five six eight', ['… two three four five six [-seven-] {+eight+}']],
    ['a b c', 'b c', ['[-a-] b c']],
    ['a b', 'a b c', ['a b {+c+}']],
    ['a wage-earner', 'a wage\u0002\nearner', []],
    ['same', 'same', []]
  ])('%j and %j', (old, fresh, lines) => {
    expect(wordChanges(old, fresh)).toEqual(lines)
  })
})

test('boxes gather what touches', () => {
  const picture = (marks: readonly (readonly [number, number])[]): Picture => {
    const rgba = new Uint8Array(120 * 60 * 4).fill(255)
    for (const [x, y] of marks) rgba[(y * 120 + x) * 4] = 0
    return {widthPx: 120, heightPx: 60, rgba}
  }
  expect(changedBoxes(picture([]), picture([[1, 1], [13, 7], [110, 50]]))).toEqual([{left: 0, top: 0, width: 18, height: 12}, {left: 108, top: 48, width: 6, height: 6}])
  expect(changedBoxes(picture([[3, 3]]), picture([[3, 3]]))).toEqual([])
})
