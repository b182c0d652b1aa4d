import {expect, test} from 'vitest'
import {smallestLettering} from '../../scripts/typeset/lettering.ts'

const drawing = (content: string, root = 'viewBox="0 0 400 300"') => ({widthPx: 400, bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${content}</svg>`)})

test.each<[string, string, string | undefined, number | undefined]>([
  ['in attributes', '<text font-size="12">a</text><text font-size="9.5px">b</text>', undefined, 9.5],
  ['in a style sheet', '<style>text {font-size: 12px} .small {font-size:11.5px}</style><text>a</text>', undefined, 11.5],
  ['in a style attribute', '<text style="font-size: 10px; fill: red">a</text>', undefined, 10],
  ['by the drawing’s own units', '<text font-size="30">a</text>', 'viewBox="0 0 1200 900"', 10],
  ['not where there is no lettering', '<style>text {font-size: 12px}</style><path d="M0 0"/>', undefined, undefined],
  ['not in other units', '<text font-size="1.2em">a</text>', undefined, undefined],
  ['not where a size is none', '<text font-size="0">a</text>', undefined, undefined]
])('finds the smallest lettering %s', (_, content, root, expected) => {
  expect(smallestLettering(drawing(content, root))).toBe(expected)
})
