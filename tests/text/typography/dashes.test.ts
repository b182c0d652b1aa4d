import {describe, expect, test} from 'vitest'
import {languages, typeset} from './typeset.ts'

describe('dashes by language', () => {
  const table = [
    ['en-US', 'a word--word, word -- word, word --- word', 'a word—word, word—word, word—word'],
    ['en-US', 'word - word', 'word~– word'],
    ['en-US', '"Yes," -- he said -- "no."', '“Yes,”—he said—“no.”'],
    ['en-US', '-- Karl Marx', '— Karl Marx'],
    ['en-US', 'What!--he cried, and--', 'What!—he cried, and—'],
    ['en-GB', 'a word--word, word -- word, word --- word', 'a word—word, word~– word, word~— word'],
    ['en-GB', 'word - word', 'word~– word'],
    ['fr', 'mot -- mot - mot --- mot', 'mot — mot — mot — mot'],
    ['de', 'Wort -- Wort - Wort, Berlin--Paris', 'Wort~– Wort~– Wort, Berlin–Paris'],
    ['de', 'Ein- und Ausgang', 'Ein- und Ausgang'],
    ['es', '--Hola --dijo-- adiós', '—Hola —dijo— adiós'],
    ['it', 'uno -- due', 'uno — due'],
    ['pt-BR', 'um -- dois', 'um — dois'],
    ['pt-PT', 'um -- dois', 'um~– dois'],
    ['ru', 'Москва -- столица, я - не он — да', 'Москва~— столица, я~— не~он~— да'],
    ['uk', 'Київ -- столиця', 'Київ~— столиця'],
    ['pl', 'tak -- nie', 'tak~– nie'],
    ['nl', 'een -- twee', 'een~– twee'],
    ['el', 'ένα -- δύο', 'ένα~– δύο'],
    ['tr', 'bir -- iki', 'bir~– iki']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('ranges in all languages', () => {
  const table = [
    ['1914-1918, 1914-18, 1914--1918, 1914 -- 1918, 1870 - 1924', '1914–1918, 1914–18, 1914–1918, 1914 – 1918, 1870 – 1924'],
    ['(12-15), 3-1, 50-100, $10-20, 12-15%', '(12–15), 3–1, 50–100, $10–20, 12–15%'],
    ['§§ 112-115', '§§~112–115']
  ] as const
  test.each(languages.flatMap(lang => table.map(row => [lang, ...row] as const)))('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed).replaceAll('~–', ' –')).toBe(expected)
  })

  test('pages, by the language\'s abbreviation', () => {
    expect([typeset('en-GB', 'pp. 112-115'), typeset('de', 'S. 112-115'), typeset('ru', 'с. 112-115')]).toEqual(['pp.~112–115', 'S.~112–115', 'с.~112–115'])
  })
})

describe('dashes in pairs are equal, whatever stands beside them', () => {
  const table = [
    ['en-US', 'Then -- on August 1 -- 165 boxes went.', 'Then—on August~1—165 boxes went.'],
    ['en-US', 'We lost -- in 1964 -- 11 members; paid $400 -- 17 of us -- and left.', 'We lost—in 1964—11 members; paid $400—17 of us—and left.'],
    ['en-US', 'On the 3 -- 4 of us -- were out. We met on August 1 -- 165 came. It was 1964 -- 11 members.', 'On the 3—4 of us—were out. We met on August~1—165 came. It was 1964—11 members.'],
    ['en-US', 'We won -- at last -- in 1914 -- 1918 was bad. Pages 12 -- 14, 18 -- 20. In 1,200 -- 1,400 homes', 'We won—at last—in 1914~– 1918 was bad. Pages 12~– 14, 18~– 20. In 1,200~– 1,400 homes'],
    ['en-US', 'Then - on August 1 - 165 boxes went. It is x - y, 2 - 1.', 'Then~– on August~1~– 165 boxes went. It is x - y, 2 - 1.'],
    ['fr', 'Puis -- le 1 -- 165 tracts. De 1914 -- 1918', 'Puis — le 1 — 165 tracts. De 1914 – 1918'],
    ['ru', 'Потом -- 1 -- 165 листовок', 'Потом~— 1~— 165 листовок'],
    ['de', 'Dann -- am 1. -- 165 Hefte, 1914 -- 1918', 'Dann~– am 1.~– 165 Hefte, 1914~– 1918']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('ranges that are more than figures', () => {
  const table = [
    ['en-GB', '£18,000-£22,000, £18,000-22,000, $5-$10, £1.5m-£2m', '£18,000–£22,000, £18,000–22,000, $5–$10, £1.5m–£2m'],
    ['en-GB', '10:30am-1pm, 6-8pm, 6.30-8 p.m., 10am-noon, 10.30-11.15, 10:30-11:15', '10:30am–1pm, 6–8pm, 6.30–8~p.m., 10am–noon, 10.30–11.15, 10:30–11:15'],
    ['en-GB', 'Mon-Fri, Mon.-Fri., MON-FRI, Monday-Friday, Jan-Mar, June-July, 15 May-3 June', 'Mon–Fri, Mon.–Fri., MON–FRI, Monday–Friday, Jan–Mar, June–July, 15~May–3~June'],
    ['en-GB', 'pH 6-8, a mob 20-30 strong', 'pH 6–8, a mob 20–30 strong'],
    ['en-GB', 'Mar-a-Lago, Sun-Times, May-tree, sun-sat, Mon-Mon, Mon-June', 'Mar-a-Lago, Sun-Times, May-tree, sun-sat, Mon-Mon, Mon-June'],
    ['de', 'Mo-Fr 18.00-20.00 Uhr, Mai-Juni, 12.-15. Mai, 18.000-22.000 €', 'Mo–Fr 18.00–20.00_Uhr, Mai–Juni, 12.–15.~Mai, 18.000–22.000_€'],
    ['de', '09.00-17.00 Uhr, 09-17 Uhr, 09:00-17:00, (09.00-12.30)', '09.00–17.00_Uhr, 09–17_Uhr, 09:00–17:00, (09.00–12.30)'],
    ['de', 'so-so, Do-It-Yourself', 'so-so, Do-It-Yourself'],
    ['fr', 'lundi-vendredi, Lun-ven, 18h-20h30, 18-20h', 'lundi–vendredi, Lun–ven, 18h–20h30, 18–20h'],
    ['ru', 'пн-пт, январь-март', 'пн–пт, январь–март']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('a spaced hyphen behind a year or an hour', () => {
  const table = [
    ['ru', 'В 1917 - 25 человек', 'В~1917~— 25 человек'],
    ['uk', 'о 5:30 - 150; в 1905 - 214, в 1906 - 312 людей', 'о~5:30~— 150; в~1905~— 214, в~1906~— 312 людей'],
    ['es', 'En 1908 - 412 hombres', 'En 1908 — 412 hombres'],
    ['en-GB', '2017 - 25 = 1992, x = 2017 - 25, 1905 - 1917', '2017 - 25 = 1992, x = 2017 - 25, 1905~– 1917'],
    ['en-GB', 'They won 2 - 1; pp. 12 - 15', 'They won 2 - 1; pp.~12~– 15']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('ranges with a space on either side', () => {
  const table = [
    ['en-GB', 'Open 7.30 - 9.30 pm, 6 - 8 pm, 19:30 - 21:00, 10 am - noon', 'Open 7.30~– 9.30~pm, 6~– 8~pm, 19:30~– 21:00, 10~am~– noon'],
    ['en-GB', '3 - 4 hours, 10% - 20%, $5 - $10', '3~– 4 hours, 10%~– 20%, $5~– $10'],
    ['en-GB', '8 - 3 hours, 3 - 2 = 1, won 2 - 1, £7 - £5', '8 - 3 hours, 3 - 2 = 1, won 2 - 1, £7~– £5'],
    ['fr', '19:30 - 21:00, 3 - 4 heures, 18h - 20h', '19:30 – 21:00, 3 – 4 heures, 18h – 20h'],
    ['de', '19.30 - 21.00 Uhr, 3 - 4 Tage, 3,5-4 Std.', '19.30~– 21.00_Uhr, 3~– 4 Tage, 3,5–4_Std.'],
    ['en-GB', '3.5-4 hrs, 5\'-6\', 1872-3, 1925-6, 2020-1, 1879-3', '3.5–4~hrs, 5′–6′, 1872–3, 1925–6, 2020-1, 1879-3']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('a hyphen before a mark that ends a parenthesis', () => {
  const table = [
    ['fr', 'Dit-il - sans rire -, et voilà. Il vint - sans rire -; voilà.', 'Dit-il — sans rire —, et voilà. Il vint — sans rire —; voilà.'],
    ['de', 'Vater sagt - so heißt es -, er komme.', 'Vater sagt~– so heißt es~–, er komme.'],
    ['de', 'Ein -, zwei -.', 'Ein -, zwei -.']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('ranges in Roman numerals', () => {
  const table = [
    ['uk', 'XIX-XX ст., XIX - XX ст.', 'XIX–XX ст., XIX~– XX ст.'],
    ['ru', 'I-II вв.', 'I–II вв.'],
    ['es', 'Siglos XIX-XX', 'Siglos~XIX–XX'],
    ['en-GB', 'I-V curves, X-ray, XX-XIX, XL-XXL, CD-II, X-X-IV', 'I-V curves, X-ray, XX-XIX, XL-XXL, CD-II, X-X-IV'],
    ['uk', 'С. 44-51, P. 203-219', 'С.~44–51, P.~203–219']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('a spaced hyphen at the end of a line', () => {
  const table = [
    ['de', 'der Fluch -\u2028Wir weben', 'der Fluch~–\u2028Wir weben'],
    ['en-GB', 'but then -', 'but then~–'],
    ['fr', 'et puis -', 'et puis —'],
    ['en-GB', 'A -', 'A -'],
    ['en-GB', '5 -', '5 -'],
    ['en-GB', '- one\u2028- two', '- one\u2028- two']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})

describe('what is no dash', () => {
  const table = [
    'Tel. 03726/12 34-56, 030/123-456, +49 3726 12-34-56, 0161 12-34, Phone 12-34, Mob. 77-78',
    '555-1234, +1 212-555-1234, tel. 12-34, 0171-12345',
    'ISBN 978-0-14-044, ISSN 1050-1912',
    '2024-01-15, 2024-11, 01-02, 15-1-1918',
    'A4-210, B-52, AK-47, 737-800, 12345-6789, x1-2',
    '1918-1914, 1234-5678, 10-year, 1.2-3, 1:2-3, f(1-2)',
    '2 - 1, x - y, 5 - x',
    'a-b, self-made, -a, a- b, a -b',
    '----, -----, - - -, <-- and -->, ==--==, <!-- a -->, a ->b',
    'run it with --strict or --out'
  ] as const
  test.each(languages.filter(lang => lang !== 'es').flatMap(lang => table.map(text => [lang, text] as const)))('%s: %s', (lang, text) => {
    expect(typeset(lang, text).replaceAll('~', ' ')).toBe(text)
  })
})
