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
