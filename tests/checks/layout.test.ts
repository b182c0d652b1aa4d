import {expect, test} from 'vitest'
import {layoutMessages} from '../../scripts/checks/layout.ts'
import {format} from '../../scripts/messages.ts'

test('a coarse picture and a line that stands out are warnings with their place', () => {
  const messages = layoutMessages([
    {kind: 'image', at: 'a.md:3:1', naturalWidthPx: 400, widthPx: 384},
    {kind: 'image', at: 'a.md:5:1', naturalWidthPx: 600, widthPx: 384},
    {kind: 'overfull', at: 'b.md:7:2', overPx: 9.6, text: 'https://example.org/a-very-long-address '},
    {kind: 'overfull', at: 'b.md:7:2', overPx: 9.6, text: 'the same block again'}
  ])
  expect(messages.map(message => format(message).split('\n')[0])).toEqual([
    'a.md:3:1: warning: Unexpected resolution of 100 ppi, expected at least 150 ppi (300 for good print) at the printed size (low-resolution)',
    'b.md:7:2: warning: Unexpected line 2.5 mm wider than the type area, expected one that fits: what is beyond is not printed (`https://example.org/a-very-long-address`) (overfull-line)'
  ])
})

test.each([
  ['too-tall', 'too-tall', 'Unexpected block higher than the page, expected one that a page can hold'],
  ['stacked', 'stacked-table', 'Unexpected table that fits on no page, neither upright nor turned: its rows stand below each other as a list, each cell with its head'],
  ['small', 'small-formula', 'Unexpected formula much wider than its line, expected one that can be broken: it is set very small']
] as const)('what is %s is told by its own rule, at its place', (kind, rule, reason) => {
  expect(layoutMessages([{kind, at: 'a.md:3:1'}]).map(message => format(message).split('\n')[0])).toEqual([`a.md:3:1: warning: ${reason} (${rule})`])
})

test.each([
  [undefined, '', 'Shorten the notes, or set their references further apart.'],
  ['figure', ' below a figure that fills it', 'Shorten the note, or call it in the text instead of the figure.'],
  ['turned', ' below a turned table that fills it', 'Shorten the note, or call it in the text; or take a column out, so that the table stands upright.']
] as const)('a note at the end, called in %s, is told with what took its room', (calledIn, where, remedy) => {
  expect(layoutMessages([{kind: 'note-at-end', at: 'a.md:3:1', ...(calledIn && {calledIn})}]).map(format)).toEqual([`a.md:3:1: warning: Unexpected notes that the page of their reference cannot hold${where}, this one stands at the end (crowded-page)\n  ${remedy}`])
})

test('text over text is told with its style sheet, and only where there is one', () => {
  const observations = [{kind: 'hidden', isUnder: true, at: 'a.md:3:1', count: 2}] as const
  expect(layoutMessages(observations)).toEqual([])
  expect(layoutMessages(observations, 'own.css').map(format)).toEqual(['a.md:3:1: warning: Unexpected style that prints 2 blocks of text, this one first, over the text before, expected text that can be read (hidden-text)\n  Look in `own.css` for what moves it there: a margin below nothing, or a place of its own.'])
})
