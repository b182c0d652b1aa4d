import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {readFileSync} from 'node:fs'
import type {Element} from 'hast'
import {describe, expect, test} from 'vitest'
import type {Theme} from '../../scripts/types.ts'
import {web} from '../../scripts/web/web.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {metadata, pamphlet, theme as stockTheme} from '../stock.ts'

const theme: Theme = {...stockTheme, files: new Map([...stockTheme.files, ['web.html', readFileSync('templates/common/web.html', 'utf8')]])}
const html = (changes = {}) => new TextDecoder().decode(web({...pamphlet, ...changes}, theme).bytes)
const elements = (text: string): readonly Element[] => {
  const found: Element[] = []
  visit(fromHtml(text), 'element', element => {
    found.push(element)
  })
  return found
}

describe('the file', () => {
  test('is what a person can review', async () => {
    await expect(html()).toMatchFileSnapshot('golden/stock.html')
  })

  test('has its name, its type and its facts', () => {
    const {name, mediaType, facts} = web(pamphlet, theme)
    expect({name, mediaType, facts}).toEqual({name: 'cheap-print-its-readers.html', mediaType: 'text/html', facts: {lang: 'en-GB', chapters: 2, notes: 2, images: 1, fonts: 1}})
  })

  test('refers to nothing outside itself', () => {
    const addresses = elements(html()).flatMap(({tagName, properties: {src, href}}) => tagName === 'a' ? [] : [src, href]).filter(address => address !== undefined)
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter(address => !address.startsWith('data:'))).toEqual([])
    expect(html()).not.toMatch(/url\((?!"data:)/)
  })

  test('has no script, no handler, and a policy that forbids both', () => {
    const found = elements(html())
    expect(found.filter(({tagName, properties}) => tagName === 'script' || Object.keys(properties).some(name => name.startsWith('on')))).toEqual([])
    expect(found.find(({properties}) => properties.httpEquiv !== undefined)?.properties.content).toContain("default-src 'none'")
  })
})

test('the number of a note is no part of a name', () => {
  const text = new TextDecoder().decode(web(composeMarkdown({'a.md': '# One[^a]\n\n:::table[A list[^b]]\n| A | B |\n| --- | --- |\n| 1 | 2 |\n:::\n\n# Two\n\nText.\n\n[^a]: Note.\n[^b]: Note.\n'}), theme).bytes)
  const found = elements(text)
  expect(found.filter(({properties: {className}}) => String(className) === 'chapter').map(({properties: {ariaLabel, ariaLabelledBy}}) => [ariaLabel, ariaLabelledBy])).toEqual([['One', undefined], [undefined, ['two']]])
  expect(found.find(({properties: {className}}) => String(className) === 'scroll')?.properties.ariaLabel).toBe('A list')
})

test('what has no words for a name has none', () => {
  const text = new TextDecoder().decode(web(composeMarkdown({'a.md': '# One\n\n| | |\n| --- | --- |\n| 1 | 2 |\n\n<table><tr><td>1</td></tr></table>\n\n<aside><p class="aside-title"><img src="" alt=""></p>Text.</aside>\n'}), theme).bytes)
  expect(text.match(/class="scroll"/g)).toHaveLength(2)
  expect(text).not.toContain('aria-label=""')
})

test('what the metadata leaves out leaves no element without words', () => {
  const {subtitle: _1, publisher: _2, date: _3, rights: _4, series: _5, epigraph: _6, back: _7, ...plain} = metadata
  const {epigraph: _8, ...composed} = composeMarkdown({'a.md': '# One\n\nText.\n'})
  const text = new TextDecoder().decode(web({...composed, metadata: {...plain, authors: []}}, theme).bytes)
  expect(elements(text).filter(element => ['p', 'span', 'div', 'header', 'footer'].includes(element.tagName) && textOf(element).trim() === '')).toEqual([])
})

test.each([[{}, false], [{rights: 'CC0'}, true]])('with %o beside the publisher, whom the head names, the foot has an imprint: %s', (stated, isThere) => {
  const {publisher: _1, rights: _2, ...plain} = metadata
  const common = readFileSync('templates/common/web.html', 'utf8')
  const text = new TextDecoder().decode(web({...composeMarkdown({'a.md': '# One\n\nText.\n'}), metadata: {...plain, publisher: 'Local 41', ...stated}}, {...theme, files: new Map([...theme.files, ['web.html', common]])}).bytes)
  expect(elements(text).some(({properties: {className}}) => String(className) === 'imprint')).toBe(isThere)
  expect(text).toContain('<p class="publisher"><span>Local 41</span>')
})

test('the back cover says what it costs', () => {
  expect(textOf(elements(html({metadata: {...metadata, back: {price: '£2.50'}}})).find(({properties: {className}}) => String(className) === 'price') ?? {type: 'text', value: ''})).toBe('£2.50')
})

describe('a reader who listens or uses keys', () => {
  test('finds one title, ranks without a gap, and every id once', () => {
    const ranks = elements(html()).filter(({tagName}) => /^h[1-6]$/.test(tagName)).map(({tagName}) => Number(tagName.charAt(1)))
    expect(ranks.filter(rank => rank === 1)).toHaveLength(1)
    for (const [index, rank] of ranks.entries()) expect(rank).toBeLessThanOrEqual((ranks[index - 1] ?? 0) + 1)
    const ids = elements(html()).flatMap(({properties: {id}}) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('gets from every reference to its note and back', () => {
    const found = elements(html())
    const ids = new Set(found.map(({properties: {id}}) => id))
    const links = found.flatMap(({tagName, properties: {href}}) => tagName === 'a' && String(href).startsWith('#') ? [String(href).slice(1)] : [])
    expect(links.filter(id => !ids.has(id))).toEqual([])
    expect(found.filter(({properties}) => properties.role === 'doc-backlink').map(({properties}) => properties.href)).toEqual(['#noteref-1', '#noteref-1-2', '#noteref-2'])
  })

  test('hears the language, and of each picture what it shows', () => {
    const found = elements(html())
    expect(found.find(({tagName}) => tagName === 'html')?.properties.lang).toBe('en-GB')
    expect(found.filter(({tagName}) => tagName === 'img').every(({properties}) => typeof properties.alt === 'string')).toBe(true)
  })
})

test('the page holds a face of the fallback where its text has need of it, not where a drawing has', () => {
  const fallbacks = theme.fonts.map(font => ({...font, family: 'Fallback', range: 'U+2602'}))
  const faces = (text: string) => new TextDecoder().decode(web(composeMarkdown({'a.md': text}), {...theme, fonts: [...theme.fonts, ...fallbacks]}).bytes).match(/(?<=@font-face \{font-family: ")[^"]+/g)
  expect(faces('Rain.')).toEqual(['Stock Serif'])
  expect(faces('Rain ☂.')).toEqual(['Stock Serif', 'Fallback'])
})

test('hostile metadata stays text', () => {
  const title = '</title><script>alert(1)</script>"\'&'
  const text = html({metadata: {...metadata, title, publisher: '<img src=x onerror=alert(1)>'}})
  expect(elements(text).filter(({tagName}) => tagName === 'script')).toEqual([])
  expect(elements(text).filter(({tagName}) => tagName === 'h1').map(node => textOf(node))).toEqual([title])
})

test('a style sheet cannot close its element', () => {
  const text = new TextDecoder().decode(web(pamphlet, {...theme, style: {name: 'own.css', text: 'p {color: red} /* </style><script>alert(1)</script> */'}}).bytes)
  expect(elements(text).filter(({tagName}) => tagName === 'script')).toEqual([])
})
