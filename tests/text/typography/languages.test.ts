import {describe, expect, test} from 'vitest'
import {languageFor} from '../../../scripts/text/typography/languages.ts'

describe('tags', () => {
  const table = [
    ['en', 'en-US'], ['EN-us', 'en-US'], ['en-CA', 'en-US'], ['en-Latn-US', 'en-US'], ['en_US', 'en-US'],
    ['en-AU', 'en-GB'], ['en-IE', 'en-GB'], ['en-001', 'en-GB'],
    ['fr-FR', 'fr'], ['fr-CA', 'fr'], ['de-AT', 'de'], ['de-LI', 'de-CH'], ['es-MX', 'es'],
    ['pt', 'pt-BR'], ['pt-AO', 'pt-PT'], ['ru-RU', 'ru'], ['nl-BE', 'nl'],
    ['', 'eo'], ['constructor', 'eo'], ['x-private', 'eo'], ['zh-Hans', 'eo'], ['zh-TW', 'zh-Hant']
  ] as const
  test.each(table)('%s is set as %s', (tag, same) => {
    expect(languageFor(tag)).toBe(languageFor(same))
  })

  test('lines of their own', () => {
    const tags = ['en-US', 'en-GB', 'fr', 'fr-CH', 'de', 'de-CH', 'es', 'it', 'pt-PT', 'pt-BR', 'ru', 'uk', 'pl', 'el', 'tr', 'nl', 'he', 'yi', 'ar', 'fa', 'ja', 'zh-Hant', 'eo']
    expect(new Set(tags.map(languageFor)).size).toBe(tags.length)
  })
})
