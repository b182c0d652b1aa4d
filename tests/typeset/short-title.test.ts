import fc from 'fast-check'
import {expect, test} from 'vitest'
import {headRoom, shortTitle} from '../../scripts/typeset/short-title.ts'

test.each([
  ['The press and its readers', 'en', 'The press and its readers'],
  ['The paper mill: how rags were sorted, beaten and drawn into sheets', 'en', 'The paper mill'],
  ['Who paid? What a reader gave for a pamphlet, and what the pedlar kept of it', 'en', 'Who paid?'],
  ['Rags – of linen, of hemp, and of whatever else was sold by the hundredweight', 'en', 'Rags – of linen, of hemp, and of whatever else…'],
  ['On the customs of the hand press, and on the wages that were paid for them', 'en', 'On the customs of the hand press'],
  ['The Proceedings of the Assembly of Printers and Pressmen Concerning the Price of Paper', 'en', 'The Proceedings of the Assembly of Printers…'],
  ['Die Verhandlungen der Versammlung der Drucker und der Setzer über den Preis', 'de', 'Die Verhandlungen der Versammlung der Drucker…'],
  ['印刷機について：紙の値段と読者がそれに払ったもの、そして行商人が手にしたものの歴史', 'ja', '印刷機について'],
  ['紙の値段と読者がそれに払ったものそして行商人が手にしたものの歴史', 'ja', '紙の値段と読者がそれに払ったものそして行商人が手に…']
])('%s is shortened by sense', (title, lang, short) => {
  expect(shortTitle(title, lang, 52)).toBe(short)
})

test('whatever the title, its short form fits, begins as it does, and is not empty', () => {
  fc.assert(fc.property(fc.string({unit: 'grapheme', minLength: 1, maxLength: 120}), fc.integer({min: 24, max: 66}), (title, characters) => {
    const short = shortTitle(title, 'en', characters)
    if (short !== title) expect(short.length).toBeLessThanOrEqual(characters)
    expect(title.startsWith(short.replace(/…$/u, '')) || title.trim().startsWith(short.replace(/…$/u, ''))).toBe(true)
    expect(short).not.toBe('')
  }))
})

test.each([[148, 52], [99, 35], [210, 66], [52, 24]])('a page of %i mm has room for %i characters', (widthMm, characters) => {
  expect(headRoom(widthMm)).toBe(characters)
})
