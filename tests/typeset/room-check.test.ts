import {expect, test} from 'vitest'
import {checkRoom} from '../../scripts/typeset/room-check.ts'
import {pamphlet, theme} from '../stock.ts'

const said = (text: string) => checkRoom(pamphlet, {...theme, style: {name: 'own.css', text}}).map(({ruleId, reason, place}) => [ruleId, reason, place.line, place.column])

test.each([
  ['@page {margin: 900mm}', '0 × 0', 8],
  ['@page :left {margin-left: 14cm}', '', 14],
  ['@page {margin-top: 90%; margin-bottom: 9%}', '', 25]
])('%s leaves no page to set a text on', (css, room, column) => {
  const [found, ...others] = said(css)
  expect(others).toEqual([])
  expect(found).toEqual(['no-room', expect.stringContaining(`leave ${room}`), 1, column])
})

test.each(['@page {margin: 2cm}', '@page front {margin: 900mm}', '@page {size: 500mm 500mm; margin: 200mm}', 'p {margin: 900mm}', '@page {margin: 0}'])('%s leaves one', css => {
  expect(said(css)).toEqual([])
})
