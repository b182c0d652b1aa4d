import {expect, test} from 'vitest'
import {headsOf, spineTitle} from '../../../scripts/pdf/press/spine-title.ts'

const mm = 72 / 25.4
/** Every character is half its size wide, and its outline says the words and their size. */
const outline = (text: string, sizePt: number) => ({path: `${sizePt} ${text}`, widthPt: text.length * sizePt / 2})
const spine = (widthMm: number, heightMm = 210) => ({left: 148 * mm, bottom: 0, right: (148 + widthMm) * mm, top: heightMm * mm})
const book = {title: 'On Spines', authors: [{name: 'Ann Lee'}, {name: 'Bo Dee'}], lang: 'en-GB'}
const setOn = (widthMm: number, change: Partial<typeof book> = {}) => spineTitle(spine(widthMm), {...book, ...change}, outline)?.path

test.each([
  [4.9, undefined],
  [5, '8.5 Ann Lee, Bo Dee    On Spines'],
  [6, '11.25 Ann Lee, Bo Dee    On Spines'],
  [30, '16 Ann Lee, Bo Dee    On Spines']
])('a spine of %f mm: %s', (widthMm, words) => expect(setOn(widthMm)).toBe(words))

test('a long line is set smaller, then without the authors, then not at all', () => {
  expect(setOn(10, {title: 'x'.repeat(50)})).toBe(`15.25 Ann Lee, Bo Dee    ${'x'.repeat(50)}`)
  expect(setOn(10, {title: 'x'.repeat(100)})).toBe(`10.5 ${'x'.repeat(100)}`)
  expect(setOn(10, {title: 'x'.repeat(200)})).toBeUndefined()
  expect(setOn(10, {authors: []})).toBe('16 On Spines')
  expect(setOn(10, {title: '', authors: []})).toBeUndefined()
})

test.each([['en', 'right'], ['en-US', 'right'], ['nl', 'right'], ['sv', 'right'], ['ru', 'right'], ['de', 'left'], ['fr-CA', 'left'], ['es-MX', 'left'], ['it', 'left'], ['pl', 'left'], ['ar', 'left'], ['he', 'left'], ['az-Arab', 'left']] as const)('in %s the heads of its letters are on the %s', (lang, side) => {
  expect(headsOf(lang)).toBe(side)
})

test('it stands in the middle of the spine, whichever way it runs', () => {
  for (const lang of ['en', 'de']) {
    const {path = '', matrix = [0, 0, 0, 0, 0, 0]} = spineTitle(spine(10), {...book, lang}, outline) ?? {}
    const sizePt = Number(path.split(' ')[0])
    const half = outline(path.slice(path.indexOf(' ') + 1), sizePt).widthPt / 2
    const [, along, up, , x, y] = matrix
    // From the line's left end its middle is half its length along; the middle of the capitals is a third of the size up.
    expect(x + up * sizePt * 0.34).toBeCloseTo(153 * mm, 6)
    expect(y + along * half).toBeCloseTo(105 * mm, 6)
    expect([along, up]).toEqual(lang === 'en' ? [-1, 1] : [1, -1])
  }
})
