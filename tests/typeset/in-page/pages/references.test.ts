import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {mergeSpans, numbersOf, spansOf} from '../../../../scripts/template/page-spans.ts'
import {folioOf} from '../../../../scripts/typeset/in-page/folio.ts'
import {settle} from '../../../../scripts/typeset/in-page/pages/references.ts'

const pages = new Map([['a', 4], ['b', 6], ['c', 7], ['a..c', 9]])
const plain = (text: string) => text === '' ? [] : text.split(' ').map(part => {
  const [from = '', to = from] = part.split('-')
  return {id: part, from: Number(from), to: Number(to)}
})

describe('spans', () => {
  test('are pages of ids, and of ranges between two', () => {
    expect(spansOf('a b..c', pages)).toEqual([{id: 'a', from: 4, to: 4}, {id: 'b', from: 6, to: 7}])
    expect(spansOf('c..a', pages)).toEqual([{id: 'a', from: 4, to: 7}])
  })

  test('of an id with dots in it are its own', () => {
    expect(spansOf('a..c', pages)).toEqual([{id: 'a..c', from: 9, to: 9}])
  })

  test('of what stands nowhere are none', () => {
    expect(spansOf('x a..x', pages)).toEqual([])
    expect(spansOf('', pages)).toEqual([])
  })

  test.each([
    ['12 14 15 16', '12 14-16'],
    ['14 15', '14 15'],
    ['14-15', '14-15'],
    ['14-15 16', '14-16'],
    ['3 3 3', '3'],
    ['9 2 5-7 6', '2 5-7 9'],
    ['2-9 3-4', '2-9'],
    ['1-3 2-5 6-8', '1-8'],
    ['', '']
  ])('%s become %s', (before, after) => {
    expect(mergeSpans(plain(before)).map(({from, to}) => from === to ? `${from}` : `${from}-${to}`).join(' ')).toBe(after)
  })

  test('hold every page that they were made of, and no other, once', () => {
    const span = fc.tuple(fc.integer({min: 1, max: 60}), fc.nat(5)).map(([from, length]) => ({id: `${from}`, from, to: from + length}))
    const pagesOf = (spans: readonly {readonly from: number; readonly to: number}[]) => spans.flatMap(({from, to}) => Array.from({length: to - from + 1}, (_, index) => from + index))
    fc.assert(fc.property(fc.array(span, {maxLength: 12}), spans => {
      expect(pagesOf(mergeSpans(spans))).toEqual([...new Set(pagesOf(spans))].toSorted((a, b) => a - b))
    }))
  })
})

test('numbers are folios', () => {
  expect(numbersOf(plain('3 9 10 11'), page => folioOf(page, 9, true)).map(({text}) => text)).toEqual(['iii', '1–3'])
})

describe('settling', () => {
  /** A text whose pages move when a number in it gets wider or narrower, as `next` has it. */
  const moving = (first: number, next: (filled: number) => number) => {
    const state = {filled: 0, builds: 0, isHeld: false}
    const pages = settle<number>({
      build: () => {
        state.builds++
        return state.builds === 1 ? first : state.isHeld ? 99 : next(state.filled)
      },
      fill: built => {
        const changes = built !== state.filled
        state.filled = built
        return changes
      },
      hold: () => void (state.isHeld = true)
    })
    return {...state, pages}
  }

  test('builds once where nothing is to be filled', () => {
    expect(moving(0, () => 0)).toEqual({filled: 0, builds: 1, isHeld: false, pages: 0})
  })

  test('builds until the numbers stay', () => {
    expect(moving(10, filled => Math.max(8, filled - 1))).toEqual({filled: 8, builds: 4, isHeld: false, pages: 8})
  })

  test('holds what never comes to rest, and ends with the numbers of the last pages', () => {
    expect(moving(10, filled => filled === 10 ? 9 : 10)).toEqual({filled: 99, builds: 6, isHeld: true, pages: 99})
  })
})
