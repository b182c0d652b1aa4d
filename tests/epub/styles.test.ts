import {readFileSync} from 'node:fs'
import {parse, walk} from 'css-tree'
import {expect, test} from 'vitest'
import {epubStyles} from '../../scripts/epub/styles.ts'
import {theme} from '../stock.ts'

const base = readFileSync(new URL('../../templates/epub/base.css', import.meta.url), 'utf8')

test('the theme comes after the base, the author last', () => {
  const style = {name: 'own.css', text: 'p {margin: 1em}'}
  const css = epubStyles('base {}', {...theme, style})
  const order = ['base {}', 'p {margin: 0}', 'p {margin: 1em}'].map(part => css.indexOf(part))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('the author\'s rules cannot reach outside the EPUB', () => {
  const style = {name: 'own.css', text: '@import "https://example.org/a.css";\np {background: URL( \'https://example.org/b.png\' ) red; src: url(c.woff2)}\n@import url(d.css)'}
  const css = epubStyles('', {...theme, files: new Map(), style})
  expect(css).not.toMatch(/@import|url\(|example/i)
  expect(css).toContain('red')
})

test.each([
  ['p {color: red; colour 3px} q {margin: 0}', 'p{color:red}q{margin:0}'],
  ['p {color: red', 'p{color:red}'],
  ['p {color: red}} q {margin: 0}', 'p{color:red}'],
  ['@media print {p {--own: {a}; margin: 0', '@media print{p{--own: {a};margin:0}}'],
  ['p:: {color: red}\nq {margin: 0}', 'q{margin:0}']
])('of %j the EPUB gets what parses', (text, expected) => {
  const css = epubStyles('', {...theme, files: new Map(), style: {name: 'own.css', text}})
  expect(css.trim()).toBe(expected)
  const errors: string[] = []
  parse(css, {onParseError: error => errors.push(error.message)})
  expect(errors).toEqual([])
})

test('a sound style sheet goes in as it was written', () => {
  const text = '/* Mine */\np {\n  margin: 1em\n}\n'
  expect(epubStyles('', {...theme, files: new Map(), style: {name: 'own.css', text}})).toBe(text)
})

test('the base style sheet parses, has no absolute sizes and leaves the body to the reader', () => {
  const errors: string[] = []
  const units = new Set<string>()
  const selectors = new Set<string>()
  walk(parse(base, {onParseError: error => errors.push(error.message)}), node => {
    if (node.type === 'Dimension') units.add(`${node.value === '1' ? '1' : ''}${node.unit}`)
    if (node.type === 'TypeSelector') selectors.add(node.name)
  })
  expect(errors).toEqual([])
  // A rule may be 1px thin: that is a line, not a size.
  expect([...units].filter(unit => !['em', '1em', 'vh', '1px'].includes(unit))).toEqual([])
  expect([...selectors]).not.toContain('body')
  // Pictures alone have a ground of their own.
  expect(base.replace(/^img, svg \{[^}]*\}/m, '')).not.toMatch(/font-family|background|(?:^|[\s;])color\s*:|@import|url\(/)
})
