import {expect, test} from 'vitest'
import {isNamed, namesIn} from '../../../../scripts/typeset/in-page/paragraphs/names.ts'

test('a word with a capital inside a sentence is a name, and at the beginning of one only if it is found inside another', () => {
  const names = namesIn('Hardly had Petersen come, when Starbuck, Petersen and Ærøskøbing met. Nobody knew. “Starbuck” they said.')
  expect([...names]).toEqual(['Petersen', 'Starbuck', 'Ærøskøbing'])
  for (const word of ['“Starbuck”', 'Petersen’s', 'Starbuck,']) expect([word, isNamed(word, names)]).toEqual([word, true])
  for (const word of ['Nobody', 'Hardly', 'starbuck', '—', '']) expect([word, isNamed(word, names)]).toEqual([word, false])
})
