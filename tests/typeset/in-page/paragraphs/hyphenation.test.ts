import {createRequire} from 'node:module'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Hyphenator, Patterns} from '../../../../scripts/typeset/in-page/paragraphs/hyphenation.ts'
import {hyphenator, smallLetters} from '../../../../scripts/typeset/in-page/paragraphs/hyphenation.ts'
import {rulesOf} from '../../../../scripts/typeset/in-page/paragraphs/languages.ts'

const require = createRequire(import.meta.url)

function hyphenatorFor(language: string): Hyphenator {
  const rules = rulesOf(language)
  if (!rules) throw new Error(`No rules for ${language}`)
  return hyphenator(require(`hyphen/patterns/${rules.patterns}.js`) as Patterns, rules)
}

function cutter(language: string): (word: string, atSentenceStart?: boolean, inCapitals?: boolean) => string {
  const cut = hyphenatorFor(language)
  return (word, atSentenceStart = false, inCapitals = false) => {
    const cuts = new Set(cut(word, atSentenceStart, inCapitals))
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
  const cut = hyphenatorFor('en')
  fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', 'b', 'c', 'e', 'g', 'i', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'y'), minLength: 1, maxLength: 30}), word => {
    for (const at of cut(word, false)) {
      expect(at).toBeGreaterThanOrEqual(2)
      expect(word.length - at).toBeGreaterThanOrEqual(3)
    }
  }))
})

describe('a capital is cut as its small letter', () => {
  test.each([
    ['tr', 'İstanbul’da', 'İs-tan-bul’da'], ['tr', 'İngiltereliler', 'İn-gil-te-re-li-ler'], ['tr', 'Irmaklarımız', 'Ir-mak-la-rı-mız'], ['en', 'İstanbulite', cutter('en')('istanbulite').replace('i', 'İ')]
  ])('%s: %s', (language, word, expected) => {
    expect(cutter(language)(word, true)).toBe(expected)
  })

  test('in a word of capitals, too, where they are said to mean nothing', () => {
    expect(cutter('tr')('İSTASYONDAKİLER', true, true)).toBe('İS-TAS-YON-DA-Kİ-LER')
    expect(cutter('tr')('SIKINTILARIMIZ', true, true)).toBe('SI-KIN-TI-LA-RI-MIZ')
    expect(cutter('tr')('İSTASYONDAKİLER', true)).toBe('İSTASYONDAKİLER')
  })

  test.each(['tr', 'en', 'de', 'el', 'ru'])('%s: whatever the word, inside of it', language => {
    const cut = hyphenatorFor(language)
    const letter = fc.constantFrom(...Array.from('abcçdefgğhıijklmnoöprsştuüvyzßαβγδεικλμνορτυωвгдежик\u0307'))
    fc.assert(fc.property(fc.array(fc.tuple(letter, fc.boolean()), {minLength: 6, maxLength: 24}), letters => {
      const word = letters.map(([small, isCapital]) => isCapital ? capitalOf(small, language) : small).join('')
      const cuts = cut(word, true, true)
      expect(cuts).toEqual(cut(letters.map(([small]) => small).join(''), true, true))
      expect(cuts.every(at => at >= 2 && at <= word.length - 2)).toBe(true)
    }))
  })

  test('and as long', () => {
    const all = Array.from({length: 0x20000}, (_, code) => String.fromCodePoint(code)).filter(letter => /[\p{Lu}\p{Lt}]/u.test(letter))
    expect(all).toContain('İ')
    expect(smallLetters('IĞDIRLI', {dotlessI: true})).toBe('ığdırlı')
    expect(all.filter(letter => [true, false].some(dotlessI => smallLetters(letter, {dotlessI}).length !== letter.length))).toEqual([])
  })
})

/** Letters without a capital of one sign stay; where no language has it otherwise, `ı` does, whose capital is that of `i`. */
function capitalOf(small: string, language: string): string {
  if (small === 'ı' && language !== 'tr') return small
  const capital = small.toLocaleUpperCase(language === 'tr' ? 'tr' : 'en')
  return capital.length === small.length ? capital : small
}
