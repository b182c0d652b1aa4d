import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {elementsIn} from '../../scripts/elements.ts'
import {formatDate} from '../../scripts/template/dates.ts'
import {fill} from '../../scripts/template/fill.ts'
import {qrCode} from '../../scripts/template/qr-code.ts'

const show = (template: string, conditions: readonly string[] = []) => unified().use(rehypeStringify)
  .stringify(fill(template, {title: [h('em', 'T')], link: [{type: 'text', value: 'https://example.org/?a=1&b="'}], none: []}, new Set(conditions)))
  .replaceAll(/<\/?(?:html|head|body)>/g, '')

test.each([
  ['<p data-fill="title">x</p>', '<p><em>T</em></p>'],
  ['<p data-fill="none">x</p><p>y</p>', '<p>y</p>'],
  ['<div data-if="none"><p>x</p></div>', ''],
  ['<div data-if="title"><p data-fill="none"></p>y</div>', '<div>y</div>'],
  ['<p data-for="full">x</p><p data-for="short">y</p><p data-for="none short">z</p>', '<p>y</p><p>z</p>'],
  ['<a data-href="link" data-fill="title"></a>', '<a href="https://example.org/?a=1&#x26;b=&#x22;"><em>T</em></a>'],
  ['<p><span data-fill="none"></span> <a data-href="none" data-fill="title"></a></p><p>x</p>', '<p>x</p>'],
  ['<p><span data-fill="none"></span> <span data-fill="title"></span></p>', '<p> <span><em>T</em></span></p>'],
  ['<p><span data-fill="none"></span> y</p><p></p>', '<p> y</p><p></p>'],
  ['<footer>\n<!-- x --><div data-if="none"></div>\n</footer>', ''],
  ['<div class="foot"><p data-fill="none"></p></div>', '<div class="foot"></div>'],
  ['<!-- gone --><p>x</p>', '<p>x</p>']
])('%s', (template, expected) => {
  expect(show(template, ['short'])).toBe(expected)
})

test('a value may be filled in twice, and stays as it was', () => {
  const value = [h('p.first', {hidden: true}, ['One ', h('em', 'word')])]
  const before = structuredClone(value)
  const tree = fill('<div data-fill="value"></div><div data-fill="value"></div>', {value}, new Set())
  const twins = elementsIn(tree).filter(({tagName}) => tagName === 'p' || tagName === 'em')
  expect(twins.map(({tagName}) => tagName)).toEqual(['p', 'em', 'p', 'em'])
  for (const element of twins.slice(0, 2)) {
    element.properties.title = 'changed'
    if (Array.isArray(element.properties.className)) element.properties.className.push('changed')
    for (const child of element.children) if (child.type === 'text') child.value = 'changed'
  }
  expect(value).toEqual(before)
  expect(twins[2]?.children).toEqual(before[0]?.children)
  expect(twins[2]?.properties).toEqual(before[0]?.properties)
})

test('a name that is no value is a fault of the theme', () => {
  expect(() => show('<p data-fill="titel"></p>')).toThrow('titel')
})

test.each([['2024', 'en-GB', '2024'], ['2024-05', 'en-GB', 'May 2024'], ['2024-01-15', 'en-US', 'January 15, 2024'], ['2024-01-15', 'en-GB', '15 January 2024'], ['2024-01-15', 'de', '15. Januar 2024'], ['2024-01-15', 'ar', '15 يناير 2024']])('%s in %s', (date, lang, expected) => {
  expect(formatDate(date, lang)).toBe(expected)
})

test('a code is one path with its quiet zone', () => {
  const code = qrCode('https://example.org/', 'example.org')
  expect(code.properties.viewBox).toBe('0 0 33 33')
  expect(code.properties.ariaLabel).toBe('example.org')
  expect(code.children).toHaveLength(1)
})
