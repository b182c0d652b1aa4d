import {expect, test} from 'vitest'
import {isSignature, standsAboveGreeting} from '../../../../scripts/typeset/in-page/pages/letter.ts'

test.each(['Ty Isaf,\nJune 9th 1874', '3 May 1874.', 'The Union Office', '١٨٧٤', 'To the Committee'])('%s may stand above a salutation', words => {
  expect(standsAboveGreeting(words)).toBe(true)
})

test.each(['He went home.', 'It was in 1874 that he wrote to his own brother.', 'And then:', 'word '.repeat(40)])('%s is text', words => {
  expect(standsAboveGreeting(words)).toBe(false)
})

test.each(['Yours fraternally,', 'Ana Ruiz', 'for the Strike Committee', 'Mit solidarischen Grüßen', 'London, 4 May 1926'])('%s may stand below a letter', words => {
  expect(isSignature(words)).toBe(true)
})

test.each(['He went home.', 'Who did?', 'And then:', '* * *', 'word '.repeat(13)])('%s is no signature', words => {
  expect(isSignature(words)).toBe(false)
})
