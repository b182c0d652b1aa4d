import {expect, test} from 'vitest'
import {message} from '../../scripts/messages.ts'
import type {ShownBlock} from '../../scripts/preview/state.ts'
import {placeOf, shownMessage} from '../../scripts/preview/state.ts'

const linking = {folder: '/m', template: 'vscode://file/{path}:{line}:{column}'}
const block = (file: string, line: number, page: number): ShownBlock => ({page, box: {leftPx: line, topPx: 0, widthPx: 1, heightPx: 1}, file, line, words: '', link: ''})
const blocks = [block('a.md', 1, 3), block('a.md', 8, 3), block('a.md', 8, 4), block('b.md', 1, 5)]

test.each([
  ['a.md', 8, 3, 8], ['a.md', 7, 3, 1], ['a.md', 99, 3, 8], ['b.md', 2, 5, 1]
])('a message at %s:%i stands on page %i', (file, line, page, leftPx) => {
  expect(shownMessage(message('mixed-quotes', {file, line}, 'Unexpected x, expected y'), blocks, linking)).toMatchObject({page, box: {leftPx}, link: `vscode://file/m/${file}:${line}:1`})
})

test.each([[{file: 'a.md'}], [{file: 'c.md', line: 4}], [{file: 'a.md', line: 0}]])('a message at %j stands on no page', place => {
  const shown = shownMessage(message('missing-lang', place, 'Unexpected x, expected y'), blocks, linking)
  expect(shown).not.toHaveProperty('page')
  expect(shown).not.toHaveProperty('box')
})

test.each([['a.md:1:2', {file: 'a.md', line: 1, column: 2}], ['a:b:3.md:10:1', {file: 'a:b:3.md', line: 10, column: 1}], ['a.md', undefined], ['', undefined]])('the place %j', (at, place) => {
  expect(placeOf(at)).toEqual(place)
})
