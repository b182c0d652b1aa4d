import {expect, test} from 'vitest'
import {headsOf, spineMessages, spineTitle} from '../../../scripts/pdf/press/spine-title.ts'
import type {Author} from '../../../scripts/types.ts'
import {metadata} from '../../stock.ts'

const mm = 72 / 25.4
/** Every character is half its size wide, and its outline says the words and their size. */
const outline = (text: string, sizePt: number) => ({path: `${sizePt} ${text}`, widthPt: text.length * sizePt / 2})
const spine = (widthMm: number, heightMm = 210) => ({left: 148 * mm, bottom: 0, right: (148 + widthMm) * mm, top: heightMm * mm})
const authors: readonly Author[] = [{name: 'Ann Lee'}, {name: 'Bo Dee'}]
const book = {title: 'On Spines', authors, lang: 'en-GB'}
const wordsOn = (widthMm: number, change: Partial<typeof book> = {}) => spineTitle(spine(widthMm), {...book, ...change}, outline)
const setOn = (widthMm: number, change: Partial<typeof book> = {}) => wordsOn(widthMm, change).title?.path

test.each([
  [4.9, undefined],
  [5, '8.5 Ann Lee, Bo Dee    On Spines'],
  [6, '11.25 Ann Lee, Bo Dee    On Spines'],
  [30, '16 Ann Lee, Bo Dee    On Spines']
])('a spine of %f mm: %s', (widthMm, words) => expect(setOn(widthMm)).toBe(words))

test('a long line is set smaller, then without the authors, then not at all', () => {
  expect(setOn(10, {title: 'x'.repeat(50)})).toBe(`15.25 Ann Lee, Bo Dee    ${'x'.repeat(50)}`)
  expect(setOn(10, {title: 'x'.repeat(110)})).toBe(`8 Ann Lee, Bo Dee    ${'x'.repeat(110)}`)
  expect(setOn(10, {title: 'x'.repeat(120)})).toBe(`8.75 ${'x'.repeat(120)}`)
  expect(setOn(10, {title: 'x'.repeat(200)})).toBeUndefined()
  expect(setOn(10, {authors: []})).toBe('16 On Spines')
  expect(setOn(10, {title: '', authors: []})).toBeUndefined()
})

test('who drew it or put it into another language is no author', () => {
  expect(setOn(6, {authors: [{name: 'Cy Pen', role: 'illustrator'}, {name: 'Ann Lee', role: 'author'}, {name: 'Bo Dee', role: 'trl'}]})).toBe('11.25 Ann Lee    On Spines')
  expect(setOn(6, {authors: [{name: 'Cy Pen', role: 'editor'}]})).toBe('11.25 On Spines')
})

test('what has no room is told at its place, with a way out; where nothing is wanted, nothing is said', () => {
  const place = {file: 'a.md', line: 4}
  const told = (...[widthMm, change = {}]: Parameters<typeof wordsOn>) => spineMessages(wordsOn(widthMm, change), {...book, ...change, print: {...metadata.print, places: {cover: place}}}).map(({ruleId, severity, reason, place: {line}}) => [ruleId, severity, reason.split(',')[0], line])
  expect(told(10, {title: 'x'.repeat(120)})).toEqual([['spine-title', 'warning', 'Unexpected title that leaves no room on the spine for the authors’ names', 4]])
  expect(told(10, {title: 'x'.repeat(200)})).toEqual([['spine-title', 'warning', 'Unexpected title that is too long for the spine at 6 pt', 4]])
  expect([told(10), told(4, {title: 'x'.repeat(200)}), told(10, {title: '', authors: []}), told(10, {title: 'x'.repeat(120), authors: []})]).toEqual([[], [], [], []])
})

test.each([['en', 'right'], ['en-US', 'right'], ['nl', 'right'], ['sv', 'right'], ['ru', 'right'], ['de', 'left'], ['fr-CA', 'left'], ['es-MX', 'left'], ['it', 'left'], ['pl', 'left'], ['ar', 'left'], ['he', 'left'], ['az-Arab', 'left']] as const)('in %s the heads of its letters are on the %s', (lang, side) => {
  expect(headsOf(lang)).toBe(side)
})

test('it stands in the middle of the spine, whichever way it runs', () => {
  for (const lang of ['en', 'de']) {
    const {path = '', matrix = [0, 0, 0, 0, 0, 0]} = wordsOn(10, {lang}).title ?? {}
    const sizePt = Number(path.split(' ')[0])
    const half = outline(path.slice(path.indexOf(' ') + 1), sizePt).widthPt / 2
    const [, along, up, , x, y] = matrix
    // From the line's left end its middle is half its length along; the middle of the capitals is a third of the size up.
    expect(x + up * sizePt * 0.34).toBeCloseTo(153 * mm, 6)
    expect(y + along * half).toBeCloseTo(105 * mm, 6)
    expect([along, up]).toEqual(lang === 'en' ? [-1, 1] : [1, -1])
  }
})
