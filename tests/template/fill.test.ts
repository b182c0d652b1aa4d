import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
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
  ['<!-- gone --><p>x</p>', '<p>x</p>']
])('%s', (template, expected) => {
  expect(show(template, ['short'])).toBe(expected)
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
