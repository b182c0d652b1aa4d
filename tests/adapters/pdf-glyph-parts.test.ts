import {expect, test} from 'vitest'
import {joinParts, sayTwins, twinsMeant} from '../../scripts/adapters/pdf-glyph-parts.ts'

const map = (...pairs: readonly string[]) => `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${pairs.length} beginbfchar\n${pairs.join('\n')}\nendbfchar\n`

test('a part of a letter joins', () => {
  expect(joinParts(map('<0041> <0000>', '<02BC> <0061>'))).toBe(map('<0041> <200D>', '<02BC> <0061>'))
})

test('the apostrophe is one where the text has no letter like it, and a code is no character', () => {
  expect(sayTwins(map('<02BC> <0061>', '<0041> <02BC>'), twinsMeant('Lenin’s'))).toBe(map('<02BC> <0061>', '<0041> <2019>'))
  expect(sayTwins(map('<0041> <02BC>', '<0042> <00B5>'), twinsMeant('здоровʼя μ'))).toBe(map('<0041> <02BC>', '<0042> <03BC>'))
})
