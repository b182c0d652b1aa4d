import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {parse, walk, type Rule} from 'css-tree'
import {describe, expect, test} from 'vitest'
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

const templates = new URL('../../templates/', import.meta.url)
const themes = readdirSync(templates).filter(name => existsSync(new URL(`${name}/epub.css`, templates)))
const sheets = [['base', base] as const, ...themes.map(name => [name, readFileSync(new URL(`${name}/epub.css`, templates), 'utf8')] as const)]

/** What a style sheet says, rule by rule: the selector's own parts, and `property: value` in order. */
function rulesOf(css: string) {
  const rules: {readonly parts: readonly string[]; readonly says: readonly string[]}[] = []
  walk(parse(css, {parseValue: false}), {visit: 'Rule', enter: (rule: Rule) => {
    const [parts, says] = [[] as string[], [] as string[]]
    walk(rule.prelude, node => {
      if (node.type === 'TypeSelector' || node.type === 'PseudoElementSelector' || node.type === 'PseudoClassSelector' || node.type === 'AttributeSelector') parts.push(node.type === 'AttributeSelector' ? `[${node.name.name}]` : node.name)
    })
    rule.block.children.forEach(node => {
      if (node.type === 'Declaration') says.push(`${node.property}: ${node.value.type === 'Raw' ? node.value.value.trim() : ''}${node.important === false ? '' : ' !important'}`)
      if (node.type === 'Rule' || node.type === 'Raw') says.push('a rule in a rule')
    })
    rules.push({parts, says})
  }})
  return rules
}

/** What known readers make of a style sheet: one line for each rule that one of them would get wrong. */
function quirksOf(css: string): readonly string[] {
  const has = (says: readonly string[], property: string, value = '') => says.some(said => said.startsWith(`${property}: ${value}`))
  return rulesOf(css).flatMap(({parts, says}) => [
    // Readers of EPUB 2 and Kindles know the old names of breaks alone.
    ...(['before', 'after', 'inside'].filter(side => has(says, `break-${side}`) !== has(says, `page-break-${side}`)).map(side => `break-${side} has no twin`)),
    // Apple Books and Kobo: the word of WebKit.
    ...(has(says, 'hyphens') && !has(says, '-webkit-hyphens') ? ['hyphens without -webkit-hyphens'] : []),
    // Who does not know `start` would centre or justify; the last that is known wins.
    ...(has(says, 'text-align', 'start') && !has(says, 'text-align', 'left') ? ['start without left'] : []),
    ...(has(says, 'text-align', 'end') ? ['end, which old readers do not know'] : []),
    // Kindles cut off what stands out to the left of its box.
    ...(has(says, 'text-indent', '-') && !has(says, 'padding-left') ? ['a hanging line without room'] : []),
    // Pages flow; Kindles know no properties of one's own and no rules in rules.
    ...says.filter(said => /^(?:position|float|--|z-index)|var\(|!important|a rule in a rule|^(?:width|height|line-height): [\d.]+px/.test(said)),
    // Kobo puts a span around every sentence; only its own text is meant to be a first letter.
    ...parts.filter(part => ['span', 'first-letter', 'first-line', 'before', 'after', 'root', 'has', 'is', 'where', 'not'].includes(part)).map(part => `a selector of ${part}`)
  ])
}

describe('what known readers would get wrong', () => {
  test.each(sheets)('is not in the style sheet of %s', (_name, css) => {
    expect(quirksOf(css)).toEqual([])
  })

  test.each([
    'h1 {break-after: avoid}', 'p {page-break-before: always}', 'p {hyphens: none}', 'p {text-align: start}', 'p {text-align: end}', 'p {text-indent: -1em}',
    'p {position: fixed}', ':root {color: red}', 'p {color: var(--ink)}', 'p {--ink: red}', 'p {color: red; em {color: blue}}', 'p {margin: 0 !important}', 'p span {color: red}', 'p::first-letter {color: red}', ':is(h1, h2) {margin: 0}'
  ])('is found in %s', css => {
    expect(quirksOf(css)).not.toEqual([])
  })
})
