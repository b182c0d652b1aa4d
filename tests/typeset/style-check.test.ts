import {expect, test} from 'vitest'
import {checkStyle} from '../../scripts/typeset/style-check.ts'
import {theme} from '../stock.ts'

const said = (text: string) => checkStyle({...theme, style: {name: 'own.css', text}}).map(({ruleId, reason, place}) => [ruleId, reason.split(',')[0], place.line, place.column])

test.each(['@page {background: linear-gradient(#fff, #eee)}', '@page :left {background-image: repeating-conic-gradient(red, blue)}', '@page {background: #eee url(data:image/png;base64,AA)}'])('%s is told: the browser would print none of it', css => {
  expect(said(css)).toEqual([['bad-style', 'Unexpected picture or gradient behind `@page`', 1, css.indexOf('{') + 2]])
})

test.each(['@page {background: #eee}', '@page {margin: 2cm; background-color: rgb(1 2 3)}', 'blockquote {background: linear-gradient(#fff, #eee)}'])('%s is what it says', css => {
  expect(said(css)).toEqual([])
})

test.each([
  ['h2 {color: blue\n.x {margin: 1em}\n@page {size: banana}\n', [['bad-style', 'Unexpected `{` that is never closed', 1, 4]]],
  ['p {colr: red}\n@media print {\nh2 {color: blue;\n.x {margin: 1em}\n', [['bad-style', 'Unexpected `{` that is never closed', 2, 14], ['bad-style', 'Unexpected `{` that is never closed', 3, 4], ['bad-style', 'Unexpected `colr: red`', 1, 4]]]
])('of a block that is never closed, only its brace is told: %j', (css, expected) => {
  expect(said(css)).toEqual(expected)
})

test('a declaration over lines is quoted in one', () => {
  expect(said('p {\n  color: blue\n  margin: 1em;\n}')).toContainEqual(['bad-style', 'Unexpected `color: blue margin: 1em`', 2, 3])
})
