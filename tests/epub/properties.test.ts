import type {ElementContent} from 'hast'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import fc from 'fast-check'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {readEpubTemplates} from '../../scripts/adapters/epub-templates.ts'
import type {Chapter, Note, Pamphlet} from '../../scripts/types.ts'
import {metadata, pamphlet as stock} from '../stock.ts'
import {bound, problemsOf, textPagesOf} from './book.ts'
import {noteref} from './hostile.ts'
import {byName, textOf} from './xml.ts'

/** Words that have broken books: markup, quotes, controls, halves of pairs, emoji, right to left, marks, nothing. */
const awkward = fc.constantFrom('<&"\'>', ']]>', '--', '\u0000\u0001\u001F', '\uD83D', '\uDE00\uFFFE\uFFFF', '\u{1F5DE}\u{1F1E9}', 'مرحبا بالعالم', 'שלום', 'e\u0301\u0302', '\u2028\u00A0\u200B', '&amp;', '<!-- x', '<%= x %>', '${x}', '', ' ', '%41', '#', '\r\n\t')
const words = fc.oneof(awkward, fc.string({unit: 'binary', maxLength: 12}), fc.lorem({maxCount: 3}))
const line = fc.array(words, {maxLength: 3}).map(parts => parts.join(' '))
const id = fc.oneof(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom('1917', 'ü', 'a b', '"', 'note', 'toc', 'id', 'constructor', '__proto__', '\u{1F5DE}', '%C3%BC'), line.filter(text => text !== ''))

type Sketch = {id: string; title: string; sections: {id: string; head: string; text: string; note: boolean; link: number}[]}

const sketch: fc.Arbitrary<Sketch> = fc.record({id, title: line, sections: fc.array(fc.record({id, head: line, text: line, note: fc.boolean(), link: fc.nat(20)}), {maxLength: 4})})

/** Build a pamphlet as `compose` would: unique ids, links and notes that fit. The words are as bad as they can be. */
function build(sketches: readonly Sketch[], openings: Pamphlet['openings'], title: string): Pamphlet {
  const taken = new Set<string>()
  const unique = (wanted: string): string => taken.has(wanted) ? unique(`${wanted}x`) : (taken.add(wanted), wanted)
  const named = sketches.map(each => ({...each, id: unique(each.id), sections: each.sections.map(section => ({...section, id: unique(section.id)}))}))
  const ids = [...taken]
  const notes: Note[] = []
  const chapters = named.map((each): Chapter => ({
    id: each.id, title: each.title, heading: h('h2', {id: each.id}, each.title),
    children: each.sections.flatMap((section): ElementContent[] => {
      if (section.note) notes.push({id: `note-${notes.length + 1}`, number: notes.length + 1, references: [`noteref-${notes.length + 1}`], children: [h('p', section.text)]})
      const link = h('a', {href: `#${ids[section.link % ids.length] ?? ''}`, title: section.head}, section.text)
      return [h('h3', {id: section.id}, section.head), h('p', {dataAt: section.text, lang: section.head}, [section.text, link, ...(section.note ? [noteref(notes.length)] : [])])]
    })
  }))
  const text = (value: string) => [{type: 'text' as const, value}]
  const contents = named.map(each => ({id: each.id, title: text(each.title), children: each.sections.map(section => ({id: section.id, title: text(section.head), children: []}))}))
  return {...stock, openings, chapters, contents, notes, metadata: {...metadata, title, subtitle: title, publisher: title, rights: title, description: title, subjects: [title], authors: [{name: title, sort: title, role: title}], identifier: title, series: {name: title, number: title}}}
}

const pamphlets = fc.record({sketches: fc.array(sketch, {minLength: 1, maxLength: 4}), openings: fc.constantFrom('page' as const, 'run-on' as const), title: line})
  .map(({sketches, openings, title}) => build(sketches, openings, title))

const visible = (text: string) => text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replaceAll(/\s+/g, '')

describe('any pamphlet', () => {
  test('gives a package that is XML everywhere and whose links all lead somewhere', async () => {
    await fc.assert(fc.asyncProperty(pamphlets, async pamphlet => {
      expect(problemsOf(await bound(pamphlet))).toEqual([])
    }), {numRuns: 120, seed: 2024})
  })

  test('keeps every word, in order', async () => {
    await fc.assert(fc.asyncProperty(pamphlets, async pamphlet => {
      const book = await bound(pamphlet)
      const sections = textPagesOf(book).flatMap(path => byName(book.xml(path), 'section'))
      const expected = pamphlet.chapters.map(({heading, children}) => plain([...(heading ? [heading] : []), ...children]))
      expect(sections.map(section => visible(textOf(section)))).toEqual(expected)
      expect(sections.length).toBe(pamphlet.chapters.length)
    }), {numRuns: 60, seed: 2025})
  })

  test('keeps every link that leads somewhere', async () => {
    await fc.assert(fc.asyncProperty(pamphlets, async pamphlet => {
      const book = await bound(pamphlet)
      const links = textPagesOf(book).flatMap(path => byName(book.xml(path), 'section').flatMap(section => byName(section, 'a')))
      expect(links.filter(({attributes}) => !attributes.has('href'))).toEqual([])
    }), {numRuns: 60, seed: 2026})
  })

  test('passes the fast checker', async () => {
    await fc.assert(fc.asyncProperty(pamphlets, async pamphlet => {
      const {messages} = await EpubCheck.validate((await bound(pamphlet)).bytes)
      expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
    }), {numRuns: 25, seed: 2027})
  })
})

/** The words of nodes, each node by itself: the halves of a pair in two nodes are two halves. */
function plain(nodes: readonly ElementContent[]): string {
  return nodes.map(node => node.type === 'text' ? visible(node.value) : node.type === 'element' ? plain(node.children) : '').join('')
}

describe('the check itself', () => {
  const templates = readEpubTemplates()
  test.each([
    ['text that is not escaped', {...templates, chapterXHTML: templates.chapterXHTML.replace('<%= title %>', '<%- title %> < &')}],
    ['a link to nowhere', {...templates, tocXHTML: templates.tocXHTML.replaceAll('href="<%= href %>"', 'href="x<%= href %>"')}],
    ['an id that is there twice', {...templates, chapterXHTML: templates.chapterXHTML.replace('</body>', '<p id="the-press"/><p id="the-press"/></body>')}],
    ['an undeclared prefix', {...templates, chapterXHTML: templates.chapterXHTML.replace(/ xmlns:epub="[^"]*"/, '')}],
    ['a file that the manifest forgets', {...templates, contentOPF: templates.contentOPF.replace('of book.items', 'of book.items.slice(0, -1)')}],
    ['a playOrder that starts over', {...templates, tocNCX: templates.tocNCX.replace('playOrder="<%= order %>"', 'playOrder="1"')}]
  ])('sees %s', async (_name, wrong) => {
    expect(problemsOf(await bound(stock, {templates: wrong}))).not.toEqual([])
  })
})
