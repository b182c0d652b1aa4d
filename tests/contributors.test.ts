/** Who stands as an author, and how the others are named. */
import {expect, test} from 'vitest'
import {contributions, roleCode, writers, writersInLine} from '../scripts/contributors.ts'
import {wordLanguages} from '../scripts/words.ts'

const authors = [
  {name: 'Ada Press'}, {name: 'Bo Type', role: 'illustrator'}, {name: 'Cy Ink', role: 'ill'}, {name: 'Di Stone', role: 'Author'},
  {name: 'Ed Rule', role: 'edt'}, {name: 'Flo Leaf', role: 'Translator'}, {name: 'Gus Bed', role: 'woodcuts'}, {name: 'Hal Ray', role: 'pht'}
]

test('authors are those who wrote it', () => {
  expect(writers({authors})).toEqual(['Ada Press', 'Di Stone'])
})

test('the others are named by what they did, those who did the same together', () => {
  expect(contributions({authors, lang: 'en-GB'})).toEqual(['Illustrated by Bo Type, Cy Ink', 'Edited by Ed Rule', 'Translated by Flo Leaf', 'woodcuts Gus Bed', 'Photographer: Hal Ray'])
  expect(contributions({authors: authors.slice(0, 5), lang: 'de-AT'})).toEqual(['Illustriert von Bo Type, Cy Ink', 'Herausgegeben von Ed Rule'])
})

test.each([
  ['herausgegeben von der', 'Stadtteilversammlung', 'herausgegeben von der Stadtteilversammlung'],
  ['Photographs:', 'Hal Ray', 'Photographs: Hal Ray'], ['sous la direction d’', 'Ada Press', 'sous la direction d’Ada Press'], ['监制：', '张三', '监制：张三']
])('a part in words of one\'s own stands as it is written: %s', (role, name, line) => {
  expect(contributions({authors: [{name, role}], lang: 'de'})).toEqual([line])
})

test('a name is not read as a pattern', () => {
  expect(contributions({authors: [{name: '$& {}', role: 'drawn by'}], lang: 'en'})).toEqual(['drawn by $& {}'])
})

test.each(wordLanguages)('%s says it in words of its own', lang => {
  const roles = ['editor', 'translator', 'illustrator'].map(role => contributions({authors: [{name: 'N', role}], lang})[0])
  expect(new Set(roles).size).toBe(3)
  expect(roles.every(line => line?.includes('N'))).toBe(true)
  if (!lang.startsWith('en')) expect(roles).not.toContain('Edited by N')
})

test.each([[undefined, 'aut'], ['', 'aut'], ['writer', 'aut'], ['Illustrator', 'ill'], ['TRL', 'trl'], ['cover designer', 'cov'], ['drew it', undefined]])('the code of %j is %s', (role, code) => {
  expect(roleCode({name: 'N', ...(role !== undefined && {role})})).toBe(code)
})

test.each([['de', 'Ada Press, Di Stone'], ['ar', 'Ada Press، Di Stone'], ['fa-IR', 'Ada Press، Di Stone'], ['ja', 'Ada Press、Di Stone']])('their names have the commas of the language: %s', (lang, line) => {
  expect(writersInLine({authors, lang})).toBe(line)
  expect(contributions({authors: authors.slice(1, 3), lang})[0]).toContain(line.replace('Ada Press', 'Bo Type').replace('Di Stone', 'Cy Ink'))
})
