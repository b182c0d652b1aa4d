import {createRequire} from 'node:module'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Patterns} from '../../../../scripts/typeset/in-page/paragraphs/hyphenation.ts'
import {hyphenator} from '../../../../scripts/typeset/in-page/paragraphs/hyphenation.ts'
import {rulesOf} from '../../../../scripts/typeset/in-page/paragraphs/languages.ts'

const require = createRequire(import.meta.url)

function cutter(language: string): (word: string, atSentenceStart?: boolean) => string {
  const rules = rulesOf(language)
  if (!rules) throw new Error(`No rules for ${language}`)
  const cut = hyphenator(require(`hyphen/patterns/${rules.patterns}.js`) as Patterns, rules)
  return (word, atSentenceStart = false) => {
    const cuts = new Set(cut(word, atSentenceStart))
    return word.split(/(?:)/u).map((letter, index) => cuts.has(index) ? `-${letter}` : letter).join('')
  }
}

describe('words are cut', () => {
  test.each([
    ['en', 'hyphenation', 'hy-phen-ation'], ['en-US', 'representatives', 'rep-re-sen-ta-tives'], ['en-GB', 'government', 'gov-ern-ment'],
    ['de', 'zwischenmenschlich', 'zwi-schen-mensch-lich'], ['fr', 'gouvernement', 'gou-ver-ne-ment'], ['es', 'independencia', 'in-de-pen-den-cia'],
    ['it', 'rivoluzionario', 'ri-vo-lu-zio-na-rio'], ['pt', 'revolucionário', 're-vo-lu-ci-o-ná-rio'], ['ru', 'правительство', 'пра-ви-тель-ство'],
    ['uk', 'революційний', 'ре-во-лю-цій-ний'], ['pl', 'rewolucyjny', 're-wo-lu-cyjny'], ['el', 'κυβέρνηση', 'κυ-βέρ-νη-ση'],
    ['tr', 'hükümetler', 'hü-kü-met-ler'], ['nl', 'gouvernementele', 'gou-ver-ne-men-tele']
  ])('%s: %s', (language, word, expected) => {
    expect(cutter(language)(word)).toBe(expected)
  })

  test.each([
    ['en', 'undertake', 'un-der-take'], ['en', 'antique', 'an-tique'], ['fr', 'connaissait', 'connais-sait'],
    ['ru', 'необыкновенная', 'необык-но-вен-ная'], ['de', 'unternehmungslustige', 'un-ter-neh-mungs-lus-tige']
  ])('%s: %s, by what patterns say of the start of a word', (language, word, expected) => {
    expect(cutter(language)(word)).toBe(expected)
  })

  test('with what stands around them', () => {
    expect(cutter('en')('“expedient;”')).toBe('“ex-pe-di-ent;”')
    expect(cutter('fr')('l’indépendance')).toBe('l’in-dé-pen-dance')
  })

  test('by the language before its region, and not at all where no patterns are known', () => {
    expect(rulesOf('es-MX')?.patterns).toBe('es')
    expect(rulesOf('en-GB')?.patterns).toBe('en-gb')
    expect(rulesOf('tlh')).toBeUndefined()
    expect(rulesOf('')).toBeUndefined()
  })
})

describe('words stay whole', () => {
  const cut = cutter('en')
  test.each(['Massachusetts', 'NATO', 'UNESCO', 'McDonald', '1234567', 'B2Bbusiness', 'self-government', 'https://example.org/government', 'editor@example.org', 'there'])('%s', word => {
    expect(cut(word)).toBe(word)
  })

  test('a capital says nothing at the start of a sentence, nor in German', () => {
    expect(cut('Government', true)).toBe('Gov-ern-ment')
    expect(cutter('de')('Regierung')).toBe('Re-gie-rung')
  })
})

test('two letters stay before a hyphen in every language, and three behind it but in Greek', () => {
  const tags = ['en', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'uk', 'pl', 'tr', 'nl', 'sv', 'fi', 'cs', 'hu']
  expect(tags.map(tag => [rulesOf(tag)?.leastBefore, rulesOf(tag)?.leastAfter])).toEqual(tags.map(() => [2, 3]))
  expect(rulesOf('el')).toMatchObject({leastBefore: 2, leastAfter: 2})
})

test('and whatever the word', () => {
  const rules = rulesOf('en')
  if (!rules) throw new Error('No rules')
  const cut = hyphenator(require('hyphen/patterns/en-us.js') as Patterns, rules)
  fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', 'b', 'c', 'e', 'g', 'i', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'y'), minLength: 1, maxLength: 30}), word => {
    for (const at of cut(word, false)) {
      expect(at).toBeGreaterThanOrEqual(2)
      expect(word.length - at).toBeGreaterThanOrEqual(3)
    }
  }))
})
