/** Slugs, page sizes, languages, calendar dates: small tables and what must hold for any text. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {nearestDate, startOf} from '../../scripts/manuscript/calendar.ts'
import {canonicalLanguage} from '../../scripts/language.ts'
import {literal} from '../../scripts/manuscript/literal.ts'
import {defaultPage, pageNames, pageSize} from '../../scripts/manuscript/page-sizes.ts'
import {isSlug, slugFor, slugOf} from '../../scripts/manuscript/slug.ts'

describe('slugs', () => {
  test.each([
    ['Cheap Print & Its Readers', 'cheap-print-its-readers'],
    ['100 Years Ago, Death of Lenin', '100-years-ago-death-of-lenin'],
    ['Don’t Panic: Hitchhiker\'s “Guide”', 'dont-panic-hitchhikers-guide'],
    ['Straße, Æsir, smørrebrød, Łódź, œuvre', 'strasse-aesir-smorrebrod-lodz-oeuvre'],
    ['Ça n’est pas été', 'ca-nest-pas-ete'],
    ['Что делать? Ёж и йод', 'chto-delat-ezh-i-yod'],
    ['Україна й Європа', 'ukrayina-y-yevropa'],
    ['Ἡ Πολιτεία τοῦ Πλάτωνος', 'i-politeia-toy-platonos'],
    ['日本 History', 'history'],
    ['日本', 'pamphlet'],
    ['', 'pamphlet'],
    ['---', 'pamphlet'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-pamphlet'],
    ['Com1', 'com1-pamphlet'],
    ['E=mc²; ½', 'e-mc2-1-2'],
    ['İstanbul', 'istanbul'],
    ['word '.repeat(20), 'word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word'],
    ['a'.repeat(200), 'a'.repeat(80)]
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  test('German umlauts become two letters in German alone', () => {
    const title = 'Rettet den Färberturm: Größe, Öl und U\u0308bel'
    expect([slugOf(title, 'de-AT'), slugOf(title, 'sv'), slugOf(title)]).toEqual(['rettet-den-faerberturm-groesse-oel-und-uebel', 'rettet-den-farberturm-grosse-ol-und-ubel', 'rettet-den-farberturm-grosse-ol-und-ubel'])
  })

  test.each([
    ['Cheap Print', 'draft', 'cheap-print'], ['Что делать?', 'draft', 'chto-delat'], ['Ἡ Πολιτεία', 'draft', 'i-politeia'], ['日本 History', 'draft', 'history'], ['1984', 'draft', '1984'],
    ['عربي', 'ar', 'ar'], ['中国 2024', 'The Plan', 'the-plan'], ['日本', '日本', 'pamphlet-26d83134'], ['---', '---', 'pamphlet-fb21d87d']
  ])('of a pamphlet: %s in %s', (title, name, slug) => {
    expect(slugFor(title, 'und', name)).toBe(slug)
    expect(isSlug(slugFor(title, 'und', name))).toBe(true)
  })

  test('of two titles that no Latin letters spell are not alike', () => {
    const made = ['日本', '中国', 'كتاب', 'ספר', 'हिन्दी', '한국'].flatMap(title => [slugFor(title, 'und', title), slugFor(title, 'und', '東京')])
    expect(new Set(made).size).toBe(made.length)
  })

  test('of any text is one', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 200}), title => {
      const slug = slugOf(title)
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(isSlug(slug)).toBe(true)
      expect(slugOf(slug)).toBe(slug)
    }), {numRuns: 1_000})
  })
})

describe('page sizes', () => {
  test.each([
    ['a7', 74, 105], ['a6', 105, 148], ['a5', 148, 210], ['a4', 210, 297], ['half-letter', 139.7, 215.9], ['digest', 139.7, 215.9],
    ['letter', 215.9, 279.4], ['dl', 99, 210], ['120mm x 190mm', 120, 190], ['12cm×19cm', 120, 190], ['5.5in x 8.5in', 139.7, 215.9],
    ['5.5 x 8.5 in', 139.7, 215.9], ['12.34cm x 190mm', 123.4, 190], ['50mm x 500mm', 50, 500], ['A5', 148, 210]
  ])('%s', (text, widthMm, heightMm) => {
    expect(pageSize(text)).toMatchObject({widthMm, heightMm})
  })

  test('the name of a size leads to the same size', () => {
    for (const text of [...pageNames, '5.5 × 8.5 in', '120mm x 19cm']) {
      const size = pageSize(text)
      expect(size && pageSize(size.name)).toEqual(size)
    }
  })

  test.each(['', 'b5', 'a', '120', '120mm', '120 x 190', '-120mm x 190mm', '120mm x 190pt', '49.9mm x 190mm', '120mm x 500.1mm', '99999mm x 1mm', '120mm x 190mm x 3mm', 'NaNmm x 190mm'])('%j is none', text => {
    expect(pageSize(text)).toBeUndefined()
  })

  test('Letter where CLDR says so', () => {
    for (const region of ['US', 'CA', 'MX', 'CO', 'VE', 'CL', 'PH', 'GT', 'CR', 'PA', 'DO', 'SV', 'NI', 'PR', 'BZ']) expect(defaultPage(`en-${region}`).name).toBe('half-letter')
    for (const region of ['GB', 'AU', 'IN', 'DE', 'BR', 'AR']) expect(defaultPage(`en-${region}`).name).toBe('a5')
    expect(defaultPage('en').name).toBe('a5')
    expect(defaultPage('es-419').name).toBe('a5')
  })
})

describe('languages', () => {
  test.each([
    ['en', 'en'], ['EN-gb', 'en-GB'], ['zh-hant-tw', 'zh-Hant-TW'], ['en-UK', 'en-GB'], ['iw', 'he'], ['grc', 'grc'], ['qaa', 'qaa'], [' fr ', 'fr'], ['de-1996', 'de-1996']
  ])('%s is %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical)
  })

  test.each(['', 'e', 'english', 'jp', 'en_US', 'en-', 'en--US', 'x', '1', 'de-DE-1996-1996', 'français'])('%j is none', tag => {
    expect(canonicalLanguage(tag)).toBeUndefined()
  })

  test('every language of two letters that ISO 639-1 has', () => {
    const codes = 'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
    expect(codes.split(' ').filter(code => canonicalLanguage(code) === undefined)).toEqual([])
  })

  test('any text is a language or none', () => {
    fc.assert(fc.property(fc.string(), tag => {
      const canonical = canonicalLanguage(tag)
      if (canonical !== undefined) expect(canonicalLanguage(canonical)).toBe(canonical)
    }))
  })
})

describe('calendar', () => {
  test.each([
    ['1917', '1917-01-01'], ['1917-10', '1917-10-01'], ['2024-02-29', '2024-02-29'], ['0001', '0001-01-01'], ['9999-12-31', '9999-12-31']
  ])('%s begins on %s', (date, day) => {
    expect(startOf(date)?.toISOString()).toBe(`${day}T00:00:00.000Z`)
  })

  test.each(['', '17', '0000', '1900-02-29', '2024-00', '2024-04-31', '2024-1', '+2024', '20240115', '2024-01-15T00', ' 2024'])('%j is none', date => {
    expect(startOf(date)).toBeUndefined()
  })

  test.each([
    ['2025-02-30', 'a day from `01` to `28`: that month has no other'], ['2024-04-31', 'a day from `01` to `30`: that month has no other'], ['2024-13', 'a month from `01` to `12`'],
    ['2024-00-01', 'a month from `01` to `12`'], ['2024-02-29', undefined], ['0000-13', undefined], ['15.01.2024', undefined], ['2024', undefined]
  ])('in place of %s it has %s', (date, expected) => {
    expect(nearestDate(date)).toBe(expected)
  })
})

describe('words in messages', () => {
  test('are short, on one line and harmless', () => {
    expect(literal('a')).toBe('`a`')
    expect(literal('a\nb\u001B[0m`')).toBe('`a\\nb\\u{1b}[0m\\u{60}`')
    expect(literal('\u{1F600}'.repeat(81))).toBe(`\`${'\u{1F600}'.repeat(80)}…\``)
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 300}), value => {
      expect(literal(value)).toMatch(/^`[^`\p{Cc}\p{Cs}]*`$/u)
    }))
  })
})
