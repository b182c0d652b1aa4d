import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import {pamphlet} from '../stock.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {bound, textPagesOf} from './book.ts'
import {content, domFaults, named, outlineOf, sectionsOf, squeezed} from './dom-outline.ts'
import {serifTheme} from './printed.ts'
import {chapter, everything, note, noteref, withChapters} from './hostile.ts'
import {byName, elementsOf, textOf} from './xml.ts'

test.each(['page', 'run-on'] as const)('what goes in comes out, element by element and word by word (%s)', async openings => {
  const notes = pamphlet.notes
  const kitchen = chapter('all', 'All', everything)
  const chapters = [...pamphlet.chapters, kitchen]
  const book = await bound(withChapters(chapters, {openings, notes}))
  const sections = sectionsOf(book)
  expect(sections).toHaveLength(chapters.length)
  sections.forEach((section, index) => {
    const outline = outlineOf(content(chapters[index] ?? kitchen), openings === 'page' ? 1 : 0)
    expect(elementsOf(section).slice(1).map(named)).toEqual(outline.names)
    expect(squeezed(textOf(section))).toBe(outline.text)
  })
})

test.each<[string, (element: Element) => void]>([
  ['an element', element => void (element.children = element.children.filter(child => child.type !== 'element' || child.tagName !== 'kbd'))],
  ['a word', element => element.children.forEach(child => child.type === 'text' && (child.value = child.value.replace('WWW', '')))],
  ['what an attribute says', element => {
    delete element.properties.scope
  }]
])('a book that lost %s does not pass', async (_name, lose) => {
  const children = structuredClone([...everything])
  visit({type: 'root', children}, 'element', lose)
  const comesOut = async (nodes: readonly ElementContent[]) => {
    const [section] = sectionsOf(await bound(withChapters([chapter('all', 'All', nodes)])))
    return section && {names: elementsOf(section).slice(1).map(named), text: squeezed(textOf(section))}
  }
  const outline = outlineOf(content(chapter('all', 'All', everything)), 1)
  expect(await comesOut(everything)).toEqual(outline)
  expect(await comesOut(children)).not.toEqual(outline)
})

test('what goes in comes out of a manuscript in six languages, notes too', async () => {
  const manuscript = await read('tests/fixtures/whole/stress', realDisk)
  if (!('metadata' in manuscript)) throw new Error('Expected a manuscript')
  const whole = compose(manuscript, await enginesFor(manuscript))
  // It holds code, whose face is cut down: the stock theme's is no true font.
  const book = await bound(whole, {}, serifTheme)
  expect(sectionsOf(book)).toHaveLength(6)
  expect(domFaults(whole, book)).toEqual([])
})

test('SVG and MathML keep namespace, case and the attributes that the library would have taken', async () => {
  const book = await bound(withChapters([chapter('all', 'All', everything)]))
  const page = book.xml('OEBPS/chapter-1.xhtml')
  const [svg] = byName(page, 'svg')
  expect(svg).toMatchObject({namespace: 'http://www.w3.org/2000/svg'})
  expect(Object.fromEntries(svg?.attributes ?? [])).toMatchObject({viewBox: '0 0 40 20', preserveAspectRatio: 'xMidYMid', 'aria-label': 'A box'})
  expect(byName(page, 'linearGradient')[0]?.attributes.get('gradientUnits')).toBe('userSpaceOnUse')
  expect(Object.fromEntries(byName(page, 'path')[0]?.attributes ?? [])).toEqual({d: 'M0 0h40v20H0z', 'stroke-width': '2', fill: '#999'})
  expect(byName(page, 'mfrac')[0]?.namespace).toBe('http://www.w3.org/1998/Math/MathML')
  expect(byName(page, 'math')[0]?.attributes.get('display')).toBe('block')
  const item = byName(book.xml('OEBPS/content.opf'), 'item').find(({attributes}) => attributes.get('id') === 'chapter-1')
  expect(item?.attributes.get('properties')).toBe('mathml svg')
})

test('an SVG file in the manifest has no property: only SVG inside a page has one', async () => {
  const book = await bound(pamphlet)
  const item = byName(book.xml('OEBPS/content.opf'), 'item').find(({attributes}) => attributes.get('media-type') === 'image/svg+xml')
  expect(item?.attributes.has('properties')).toBe(false)
})

test('every word stands once, notes in the file that refers to them first', async () => {
  const book = await bound(pamphlet)
  const words = textPagesOf(book).map(path => textOf(byName(book.xml(path), 'body')[0] ?? book.xml(path))).join(' ')
  for (const word of ['wood', 'platen', 'emphasis', 'Lisez', 'paragraphs', '1641']) expect(words.split(word)).toHaveLength(2)
  expect(byName(book.xml('OEBPS/chapter-1.xhtml'), 'aside').map(({attributes}) => attributes.get('id'))).toEqual(['note-1'])
  expect(byName(book.xml('OEBPS/chapter-2.xhtml'), 'aside').map(({attributes}) => attributes.get('id'))).toEqual(['note-2'])
})

test('what XML forbids is taken out, and nothing else', async () => {
  const bad = 'a\u0000b\u0008c\u000Bd\uFFFEe\uD800f\u001Bg'
  const book = await bound(withChapters([{id: 'x', title: bad, heading: h('h2#x', bad), children: [h('p', {title: bad}, [`${bad} \u{1F5DE} ا]]>`])]}]))
  const page = book.xml('OEBPS/chapter-1.xhtml')
  expect(byName(page, 'p').map(textOf)).toEqual(['abcdefg \u{1F5DE} ا]]>'])
  expect(byName(page, 'p')[0]?.attributes.get('title')).toBe('abcdefg')
  expect(byName(page, 'h1').map(textOf)).toEqual(['abcdefg'])
})

test('our own notes on elements are dropped, classes and languages stay', async () => {
  const text = (await bound(pamphlet)).text('OEBPS/chapter-1.xhtml')
  expect(text).not.toContain('data-')
  const second = (await bound(pamphlet)).text('OEBPS/chapter-2.xhtml')
  expect(second).toContain('<span lang="fr" xml:lang="fr">')
  expect(second).toContain('<th class="right" scope="col">')
})

test('only elements that are never filled are closed in themselves, so that HTML parsers read the same tree', async () => {
  const book = await bound(withChapters([chapter('all', 'All', everything)]))
  const closed = [...book.text('OEBPS/chapter-1.xhtml').matchAll(/<([\w]+)[^<>]*\/>/g)].map(match => match[1])
  expect(new Set(closed)).toEqual(new Set(['meta', 'link', 'br', 'wbr', 'col', 'img', 'hr']))
})

test('a note is a footnote with its number, and a labelled way back to each reference', async () => {
  const book = await bound({...pamphlet, metadata: {...pamphlet.metadata, lang: 'de'}})
  const page = book.xml('OEBPS/chapter-1.xhtml')
  const [aside] = byName(page, 'aside')
  expect(Object.fromEntries(aside?.attributes ?? [])).toEqual({id: 'note-1', 'epub:type': 'footnote', role: 'doc-footnote'})
  const links = aside ? byName(aside, 'a') : []
  expect(links.map(({attributes}) => Object.fromEntries(attributes))).toEqual([
    {href: '#noteref-1', role: 'doc-backlink', 'aria-label': 'Zurück zum Text (1.1)'},
    {href: '#noteref-1-2', role: 'doc-backlink', 'aria-label': 'Zurück zum Text (1.2)'}
  ])
  const references = byName(page, 'a').filter(({attributes}) => attributes.get('epub:type') === 'noteref')
  expect(references.map(({attributes}) => attributes.get('role'))).toEqual(['doc-noteref', 'doc-noteref'])
})

test('notes that hold no paragraph, that stand in notes, or that nothing refers to have their place', async () => {
  const list = h('ul', [h('li', 'in a list')])
  const book = await bound(withChapters([
    chapter('a', 'A', [h('p', ['x', noteref(1)])]),
    chapter('b', 'B', [h('p', ['y', noteref(2)])]),
    chapter('c', 'C', [h('p', 'z')])
  ], {
    notes: [
      note(1, [list]),
      note(2, [h('p', 'two')]),
      note(3, [h('p', 'from a note')]),
      note(4, [h('p', ['a ring', noteref(5)])]),
      note(5, [h('p', ['a ring', noteref(4)])]),
      note(6, [h('p', 'alone')], [])
    ].map(each => each.number === 1 ? {...each, children: [list, h('p', ['see', noteref(3)])]} : each)
  }))
  const places = textPagesOf(book).map(path => byName(book.xml(path), 'aside').map(({attributes}) => attributes.get('id')))
  expect(places).toEqual([['note-1', 'note-3'], ['note-2'], ['note-4', 'note-5', 'note-6']])
  const [first] = byName(book.xml('OEBPS/chapter-1.xhtml'), 'aside')
  expect(first?.children.filter(child => typeof child !== 'string').map(({name}) => name)).toEqual(['p', 'ul', 'p'])
})

test('notes of the epigraph and the imprint stand on their pages', async () => {
  const book = await bound(withChapters([chapter('a', 'A', [h('p', 'x')])], {
    epigraph: h('div.epigraph', [h('p', ['Said', noteref(1)])]),
    imprint: [h('p', ['Printed', noteref(2)])],
    notes: [note(1, [h('p', 'one')]), note(2, [h('p', 'two')])]
  }))
  expect(byName(book.xml('OEBPS/epigraph.xhtml'), 'aside')).toHaveLength(1)
  expect(byName(book.xml('OEBPS/imprint.xhtml'), 'aside')).toHaveLength(1)
})

test('an epigraph in the text says what it is, and the number of a note is no part of a name', async () => {
  const composed = composeMarkdown({'a.md': '# One[^a]\n\n:::epigraph\nWords of another.\n:::\n\n:::aside[A box[^b]]\nBeside.\n:::\n\nText.\n\n[^a]: Note.\n[^b]: Note.\n'})
  const book = await bound(composed, {}, serifTheme)
  const sections = textPagesOf(book).flatMap(path => elementsOf(book.xml(path)))
  const found = sections.map(({name, attributes}) => [name, attributes.get('epub:type'), attributes.get('role'), attributes.get('aria-label')])
  expect(found).toContainEqual(['div', 'epigraph', 'doc-epigraph', undefined])
  expect(found).toContainEqual(['aside', 'sidebar', undefined, 'A box'])
  expect(found).toContainEqual(['section', 'chapter', 'doc-chapter', 'One'])
})
