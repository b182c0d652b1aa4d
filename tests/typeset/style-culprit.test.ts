import {expect, test} from 'vitest'
import {culpritOf, suspectOf} from '../../scripts/typeset/style-culprit.ts'
import {theme} from '../stock.ts'

const culprit = (text: string) => culpritOf({...theme, style: {name: 'own.css', text}})

test.each([
  ['* {position: absolute}', '1:4', 'position: absolute'],
  ['p {color: red}\n  main {display: grid !important}', '2:9', 'display: grid'],
  ['@media print {p {FLOAT: Left}}', '1:18', 'FLOAT: Left'],
  ['p {height: 300vh}', '1:4', 'height: 300vh'],
  ['p {margin: 0 0 -9px}', '1:4', 'margin: 0 0-9px'],
  [':root {--leading: 0px}', '1:8', '--leading: 0px'],
  ['html {zoom: 2} p {columns: 3}', '1:7', 'zoom: 2']
])('%s takes text out of the flow of pages', (text, place, words) => {
  expect(culprit(text)).toEqual({at: `own.css:${place}`, words})
})

test.each([
  'p {color: red; position: relative; display: block; float: none}', '@page {size: A6; margin: 0; height: 3px}', 'p {margin: 1em 0; line-height: 1.4; break-before: page}', 'p {display: none}', ''
])('%s does not', text => {
  expect(culprit(text)).toBeUndefined()
})

test('without a style there is nothing to blame', () => {
  expect(culpritOf(theme)).toBeUndefined()
})

test.each([
  ['p {color: red}\nh2 {position: relative; top: -40px}', {at: 'own.css:2:5', words: 'position: relative'}],
  ['.note {display: none}', {at: 'own.css:1:8', words: 'display: none'}],
  ['p {color: red}', {at: 'own.css:1:1', words: ''}]
])('where a style is to blame, %j is looked at', (text, expected) => {
  expect(suspectOf({...theme, style: {name: 'own.css', text}})).toEqual(expected)
  expect(suspectOf(theme)).toBeUndefined()
})
