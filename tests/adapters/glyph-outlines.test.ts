import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {outlinerOf} from '../../scripts/adapters/glyph-outlines.ts'

const require = createRequire(import.meta.url)
const face = (name: string, family: string) => ({name, family, weight: 400, style: 'normal' as const, bytes: new Uint8Array(readFileSync(require.resolve(name))), source: name, range: ''})
const latin = face('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2', 'Source Serif 4')
const arabic = face('@fontsource/amiri/files/amiri-arabic-400-normal.woff2', 'Amiri')
const outline = outlinerOf([latin, arabic])

/** The first x of each outline's first move, in order. */
const beginnings = (path: string) => [...path.matchAll(/(?:^|h )(-?[\d.]+) -?[\d.]+ m/g)].map(([, x]) => Number(x))

test('a line is outlines side by side, as wide as its letters', () => {
  const [one, two] = [outline('m', 6), outline('mm', 6)]
  expect(two.widthPt).toBeCloseTo(2 * one.widthPt, 6)
  expect(two.path.startsWith(one.path.slice(0, -2))).toBe(true)
  expect(two.path).toMatch(/ h f$/)
})

test('what is large enough is kerned', () => {
  expect(outline('AVAVAV', 20).widthPt / 20).toBeLessThan(outline('AVAVAV', 6).widthPt / 6 - 0.05)
})

test('a script of another face is shaped, from the right, over its spaces', () => {
  const [title, first, second] = [outline('كتاب طويل', 6), outline('كتاب', 6), outline('طويل', 6)]
  expect(title.widthPt).toBeGreaterThan(first.widthPt + second.widthPt)
  // The second word stands on the left.
  expect(beginnings(title.path).slice(0, 3)).toEqual(beginnings(second.path).slice(0, 3))
})

test('a character that no face has leaves a gap', () => {
  expect(outline('\u{13000}', 6)).toEqual({path: '', widthPt: 0})
})
