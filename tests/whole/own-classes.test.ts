import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {isOwnClass, openClasses} from '../../scripts/template/own-classes.ts'
import {classesByFile} from '../template/class-names.ts'
import {composeHostile} from '../text/hostile/faults.ts'
import {letters} from '../text/hostile/manuscripts.ts'
import {editionsOf, faultsOfEditions, wordsOf} from './edition-words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch({})
})
afterAll(() => browser.close())

/** Every name in the style sheets, the templates and the code. */
const names = [...new Set([...classesByFile.sheets, ...classesByFile.written, ...classesByFile.pages, ...classesByFile.code].flatMap(([, found]) => found))].toSorted()

test('what an author gives a class of the program’s own stands once, in its place, in every edition', {timeout: 120_000}, async () => {
  let count = 0
  const word = () => letters(count++)
  const blocks = names.map(name => `<p class="${name}">${word()}</p>\n\nWords <span class="${name}">${word()}</span> words.\n\n<div class="${name}">\n\n${word()}\n\n</div>\n\n:::aside{.${name}}\n${word()}\n:::`)
  const text = `---\ntitle: T\nlang: en\n---\n\n# One\n\n${blocks.join('\n\n')}\n\n## Two {.${names.join(' .')}}\n\n${word()}\n`
  const {files, pamphlet} = await composeHostile(text) ?? {}
  if (!files || !pamphlet) throw new Error('Expected a pamphlet')
  const expected = wordsOf(pamphlet)
  expect(expected).toEqual({text: Array.from({length: count}, (_, index) => letters(index)), notes: [], imprint: []})
  expect(await faultsOfEditions(expected, await editionsOf(pamphlet, files, browser))).toEqual([])
  expect(pamphlet.messages.filter(({ruleId}) => ruleId === 'own-class')).toHaveLength(names.filter(isOwnClass).length * 5)
  expect(names.length).toBeGreaterThan(120)
  expect(names).toEqual(expect.arrayContaining([...openClasses]))
})
