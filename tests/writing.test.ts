import {expect, test} from 'vitest'
import {wordLanguages, wordsFor} from '../scripts/words.ts'
import {directionOf, scriptOf, spacesWords} from '../scripts/writing.ts'

test.each([['en', 'ltr'], ['he', 'rtl'], ['ar-EG', 'rtl'], ['FA', 'rtl'], ['az-Arab-IR', 'rtl'], ['zh-Hant-TW', 'ltr'], ['ar-Latn', 'ltr'], ['', 'ltr'], ['yi', 'rtl']])('%s runs %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction)
})

test.each([['zh', 'hans'], ['zh-TW', 'hant'], ['zh-HK', 'hant'], ['zh-Hant-SG', 'hant'], ['zh-CN', 'hans'], ['sr-Latn', 'latn'], ['en', undefined]])('the script of %s is %s', (lang, script) => {
  expect(scriptOf(lang)).toBe(script)
})

test('only some languages set no spaces between words', () => {
  expect(['zh-TW', 'ja', 'ko', 'en'].map(spacesWords)).toEqual([false, false, true, true])
})

test('words differ by region and script where they do, and are English where nothing is known', () => {
  expect(wordsFor('pt-PT').contents).not.toBe(wordsFor('pt-BR').contents)
  expect(wordsFor('zh-TW').contents).toBe('目錄')
  expect(wordsFor('zh').contents).toBe('目录')
  expect(wordsFor('de-AT')).toBe(wordsFor('de'))
  expect(wordsFor('tlh')).toBe(wordsFor('en'))
  expect(wordsFor('constructor')).toBe(wordsFor('en'))
})

test.each(wordLanguages)('%s says every word in its own way', lang => {
  const words = wordsFor(lang)
  const same = Object.entries(words).filter(([key, word]) => lang !== 'en' && Object.entries(wordsFor('en')).some(([other, english]) => other === key && english === word)).map(([key]) => key)
  // French and German share a few with English.
  expect(same.filter(key => !['notes', 'note', 'page', 'pageNumber', 'pageShort', 'figures', 'index'].includes(key))).toEqual([])
})
