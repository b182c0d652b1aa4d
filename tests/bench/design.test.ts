import {expect, test} from 'vitest'
import {bareStyle} from '../../scripts/bench/design.ts'

test('a bare style has the faces, the margins and the measure of the other, and nothing else', () => {
  const css = ':root {--leading: 18px} @page {margin: 1cm; @top-center {content: "x"}} html {font: 14px serif} .text p {text-align: justify; color: red} main {columns: 2 16em; border: 1px solid} .opening::first-letter {initial-letter: 3}'
  expect(bareStyle(css)).toBe(':root{--leading: 18px}@page{margin:1cm;@top-center{content:"x"}}html{font:14px serif}.text p{text-align:justify}main{columns:2 16em}.opening::first-letter{}')
})
