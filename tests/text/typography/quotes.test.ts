import {describe, expect, test} from 'vitest'
import {typeset} from './typeset.ts'

/** Two levels in every language: the language, and `"k 'l' m"` and `"k "l" m"` in it. */
const levels = [
  ['en', '“k ‘l’ m”', '“k “l” m”'],
  ['en-US', '“k ‘l’ m”', '“k “l” m”'],
  ['en-GB', '“k ‘l’ m”', '“k “l” m”'],
  ['fr', '«~k “l” m~»', '«~k “l” m~»'],
  ['fr-CH', '«_k ‹l› m_»', '«_k ‹l› m_»'],
  ['de', '„k ‚l‘ m“', '„k ‚l‘ m“'],
  ['de-AT', '„k ‚l‘ m“', '„k ‚l‘ m“'],
  ['de-CH', '«k ‹l› m»', '«k ‹l› m»'],
  ['es', '«k “l” m»', '«k “l” m»'],
  ['it', '«k “l” m»', '«k “l” m»'],
  ['pt-PT', '«k “l” m»', '«k “l” m»'],
  ['pt-BR', '“k ‘l’ m”', '“k “l” m”'],
  ['pt', '“k ‘l’ m”', '“k “l” m”'],
  ['ru', '«k „l“ m»', '«k „l“ m»'],
  ['uk', '«k „l“ m»', '«k „l“ m»'],
  ['pl', '„k «l» m”', '„k «l» m”'],
  ['el', '«k “l” m»', '«k “l” m»'],
  ['tr', '“k ‘l’ m”', '“k “l” m”'],
  ['nl', '“k ‘l’ m”', '“k “l” m”'],
  ['eo', '“k ‘l’ m”', '“k “l” m”']
] as const

test.each(levels)('two levels in %s', (lang, mixed, doubled) => {
  expect([typeset(lang, '"k \'l\' m"'), typeset(lang, '"k "l" m"')]).toEqual([mixed, doubled])
})

describe('English', () => {
  const table = [
    ['He said, "Yes," and "no."', 'He said, “Yes,” and “no.”'],
    ['\'He said "no" to me.\'', '‘He said “no” to me.’'],
    ['("a") ["b"] {"c"} a/"b"', '(“a”) [“b”] {“c”} a/“b”'],
    ['said--"no"--and "yes--"', 'said—“no”—and “yes—”'],
    ['said—"no"—and "but—" he', 'said—“no”—and “but—” he'],
    ['"...and so on..."', '“…and so on…”'],
    ['\'"Yes," he said, "go,"\' she said.', '‘“Yes,” he said, “go,”’ she said.'],
    ['"\'Tis so," he said.', '“’Tis so,” he said.'],
    // Apostrophes.
    ['don\'t, O\'Neill, l\'homme, dogs\' and cats\'', 'don’t, O’Neill, l’homme, dogs’ and cats’'],
    ['\'Tis the \'90s: rock \'n\' roll', '’Tis the ’90s: rock ’n’ roll'],
    ['"Get \'em in \'17," he said.', '“Get ’em in ’17,” he said.'],
    ['the workers\' councils', 'the workers’ councils'],
    ['\'the workers\' councils\' of 1917', '‘the workers’ councils’ of 1917'],
    ['the \'old Bolsheviks\' and the \'new\' ones', 'the ‘old Bolsheviks’ and the ‘new’ ones'],
    ['in \'17 the workers\' councils', 'in ’17 the workers’ councils'],
    ['\'50 years on\' and more', '‘50 years on’ and more'],
    ['\'I saw \'im,\' he said.', '‘I saw ’im,’ he said.'],
    ['the words \'er\' and \'tis\'', 'the words ‘er’ and ‘tis’'],
    ['bought \'balmed heads', 'bought ’balmed heads'],
    ['said \'Arry. He met \'Enry, with \'Liza', 'said ’Arry. He met ’Enry, with ’Liza'],
    ['\'Ow much? \'E\'s gone; \'Arry too', '’Ow much? ’E’s gone; ’Arry too'],
    ['\'Ow!\' he said. The \'Old Hall\' is shut.', '‘Ow!’ he said. The ‘Old Hall’ is shut.'],
    ['He said, \'It goes on.', 'He said, ‘It goes on.'],
    // Feet and inches.
    ['He is 6\'2" tall, with a 12" record.', 'He is 6′2″ tall, with a 12″ record.'],
    ['"I am 6\'2" tall," he said.', '“I am 6′2″ tall,” he said.'],
    ['"He is 6\'2", she said. "Really?"', '“He is 6′2”, she said. “Really?”'],
    ['“a 12" record”', '“a 12″ record”'],
    ['12" record, a 3½" disk, "The Train", a 7" single', '12″ record, a 3½″ disk, “The Train”, a 7″ single'],
    ['12" x 14", 5\' wide, 48°51\'24"N', '12″~×~14″, 5′ wide, 48°51′24″N'],
    ['"It was 1917" and "page 12"', '“It was 1917” and “page 12”'],
    ['so it was in 1917"', 'so it was in 1917”'],
    ['1\'000\'000', '1’000’000'],
    // Speeches that go on in the next paragraph, or come from the one before.
    ['"This goes on. He said \'no\' to me.', '“This goes on. He said ‘no’ to me.'],
    ['\'This goes on.', '‘This goes on.'],
    ['It ends here," he said.', 'It ends here,” he said.'],
    // What the author has set stays.
    ['“curly” ‘marks’ „as“ «they» ‹are›', '“curly” ‘marks’ „as“ «they» ‹are›'],
    ['old “Bolsheviks" and "new” ones', 'old “Bolsheviks” and “new” ones'],
    ['old ‘Bolsheviks\' and so on', 'old ‘Bolsheviks’ and so on'],
    // Nobody can tell: a ditto mark, a mark alone.
    ['"', '"'],
    ['a " b', 'a " b'],
    ['a \' b', 'a \' b']
  ] as const
  test.each(table)('%s', (typed, expected) => {
    expect([typeset('en-US', typed), typeset('en-GB', typed)]).toEqual([expected, expected])
  })
})

describe('other languages', () => {
  const table = [
    ['fr', 'd\'"État", l\'"Humanité"', 'd’«~État~», l’«~Humanité~»'],
    ['fr', '"Aujourd\'hui", dit-il', '«~Aujourd’hui~», dit-il'],
    ['fr', '\'mot\' seul', '“mot” seul'],
    ['fr', '« Il dit "oui" »', '«~Il dit “oui”~»'],
    ['fr', 'rock \'n\' roll', 'rock ’n’ roll'],
    ['de', '"Wort"-Bildung, Marx\' Werk, geht\'s, \'s ist', '„Wort“-Bildung, Marx’ Werk, geht’s, ’s ist'],
    ['de', '»Wort« und "nein"', '»Wort« und „nein“'],
    ['de', '„Wort" und "Wort“', '„Wort“ und „Wort“'],
    ['it', 'un po\' di dell\'"Unità" nel \'68', 'un po’ di dell’«Unità» nel ’68'],
    ['es', '¿"Qué" es?', '¿«Qué» es?'],
    ['ru', 'Д\'Артаньян сказал: "Слово "да" и \'нет\'".', 'Д’Артаньян сказал: «Слово „да“ и~„нет“».'],
    ['uk', 'м\'яч, "п\'ять"', 'м’яч, «п’ять»'],
    ['nl', '\'s avonds in \'t huis, \'s-Gravenhage', '’s avonds in ’t huis, ’s-Gravenhage'],
    ['el', 'σ\' αυτό "το"', 'σ’ αυτό «το»'],
    ['tr', 'Türkiye\'nin "sözü"', 'Türkiye’nin “sözü”'],
    ['pl', '“tak" i „nie"', '“tak” i~„nie”']
  ] as const
  test.each(table)('%s: %s', (lang, typed, expected) => {
    expect(typeset(lang, typed)).toBe(expected)
  })
})
