import fc from 'fast-check'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {placesOf, resolveLinks} from '../../scripts/epub/links.ts'
import type {Page} from '../../scripts/epub/page.ts'

const page = (filename: string, children: Page['children']): Page => ({filename, title: '', matter: 'bodymatter', children})

/** Resolve the links of two pages: `a.xhtml` with the given content and `b.xhtml` with the targets. */
function resolved(children: Page['children']) {
  const pages = [page('a.xhtml', children), page('b.xhtml', [h('p#there'), h('p', {id: 'ça'}), h('p', {id: '1917'})])]
  const places = placesOf(pages)
  return pages.map(each => resolveLinks(each, places))[0]?.children
}

const link = (href: string) => {
  const [first] = resolved([h('p#here', [h('a', {href})])]) ?? []
  const inner = first?.type === 'element' ? first.children[0] : undefined
  return inner?.type === 'element' ? inner.properties.href : undefined
}

test.each([
  ['#here', '#here'],
  ['#there', 'b.xhtml#there'],
  ['#ça', 'b.xhtml#id'],
  ['#%C3%A7a', 'b.xhtml#id'],
  ['#1917', 'b.xhtml#id-2'],
  ['#nowhere', undefined],
  ['#', undefined],
  ['#%', undefined],
  ['', undefined],
  ['other.md', undefined],
  ['b.xhtml#there', undefined],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['http://', undefined],
  ['https://example.org', 'https://example.org'],
  ['https://example.org/%zz?a=1&b=[2]#x#y', 'https://example.org/%25zz?a=1&b=%5B2%5D#x%23y'],
  ['https://пример.example/путь', 'https://xn--e1afmkfd.example/%D0%BF%D1%83%D1%82%D1%8C'],
  ['mailto:ada@example.org?subject=Hello world', 'mailto:ada@example.org?subject=Hello%20world'],
  ['tel:+4912345', 'tel:+4912345'],
  ['tel:', undefined],
  ['mailto:#x', undefined],
  ['magnet:?xt=urn:btih:c12', undefined],
  ['geo:1,2', undefined],
  ['HTTP://Example.org/A', 'http://example.org/A'],
  ['http:example.org', 'http://example.org/'],
  ['https:///example.org', 'https://example.org/'],
  ['http://[::1]:8080/[x]', 'http://[::1]:8080/%5Bx%5D'],
  ['http://user:pa@ss@example.org/', 'http://user:pa%40ss@example.org/'],
  ['http://a!b/', undefined],
  ['http://a.b/\u0001\uD800', 'http://a.b/%01%EF%BF%BD']
])('a link to %j becomes %j', (href, expected) => {
  expect(link(href)).toBe(expected)
})

test('of two elements with one id the first keeps it; no given name is taken by a made one', () => {
  const [, second, third, fourth] = resolved([h('p', {id: 'id'}), h('p', {id: 'x'}), h('p', {id: 'x'}), h('p', {id: 'ü'})]) ?? []
  expect([second, third, fourth].map(node => node?.type === 'element' ? node.properties.id : undefined)).toEqual(['x', undefined, 'id-2'])
})

test('labels and table heads have to stand in the same file', () => {
  const [first] = resolved([h('p', {id: 'here', ariaLabelledBy: ['there', 'here'], ariaDescribedBy: ['there']})]) ?? []
  expect(first).toMatchObject({properties: {id: 'here', ariaLabelledBy: ['here']}})
  expect(first?.type === 'element' && 'ariaDescribedBy' in first.properties).toBe(false)
})

test('an address on the web is always one that RFC 3986 allows', () => {
  fc.assert(fc.property(fc.oneof(fc.webUrl({withQueryParameters: true, withFragments: true}), fc.string({unit: 'binary'}).map(text => `https://example.org/${text}`)), href => {
    const found = link(href)
    expect(found === undefined || /^[a-z]+:(?:\/\/\[[\da-f:]+\])?(?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*)?$/.test(found)).toBe(true)
  }), {numRuns: 300, seed: 7})
})
