import {h} from 'hastscript'
import {expect, test} from 'vitest'
import type {ContentsEntry} from '../../scripts/types.ts'
import {pamphlet} from '../stock.ts'
import {bound, problemsOf} from './book.ts'
import {chapter, noteref, withChapters} from './hostile.ts'
import {byName, textOf, type XmlElement} from './xml.ts'

const text = (value: string) => ({type: 'text' as const, value})
const entry = (id: string, title: ContentsEntry['title'], children: readonly ContentsEntry[] = []): ContentsEntry => ({id, title, children})

const chapters = [
  chapter('a', 'A', [h('h3#a1', 'A1'), h('h4#a11', 'A11'), h('h3#a2', 'A2'), h('h3#empty', ''), h('h4#below', 'Below')]),
  chapter('b', 'B', [h('p', 'x')])
]
const contents = [
  entry('a', [text('A '), h('em', {id: 'twice'}, '1 < 2'), h('a', {href: '#b'}, ' linked'), h('img', {src: 'x.png', alt: ' pictured'}), h('br'), text('and on'), noteref(1)], [
    entry('a1', [text('A1')], [entry('a11', [text('A11')])]), entry('a2', [text('A2')]), entry('empty', [text(' ')], [entry('below', [text('Below')])])
  ]),
  entry('nowhere', [text('Nowhere')], [entry('b', [text('B')])])
]

/** The nested list as text: `A(B C)`. */
function shape(list: XmlElement): string {
  return list.children.flatMap(child => {
    if (typeof child === 'string' || child.name !== 'li') return []
    const inner = child.children.flatMap(node => typeof node !== 'string' && node.name === 'ol' ? [`(${shape(node)})`] : [])
    const label = child.children.flatMap(node => typeof node !== 'string' && node.name === 'a' ? [textOf(node)] : [])
    return [[...label, ...inner].join('')]
  }).join(' ')
}

test('the contents are nested; a head without words and one that is nowhere leave their sections to their parents', async () => {
  const book = await bound(withChapters(chapters, {contents}))
  const [nav] = byName(book.xml('OEBPS/toc.xhtml'), 'nav')
  const [list] = nav ? byName(nav, 'ol') : []
  expect(list && shape(list)).toBe('A 1 < 2 linked pictured and on(A1(A11) A2 Below) B')
  expect(problemsOf(book)).toEqual([])
})

test('labels keep phrasing and drop links, ids, pictures and notes', async () => {
  const book = await bound(withChapters(chapters, {contents}))
  expect(book.text('OEBPS/toc.xhtml')).toContain('<a href="chapter-1.xhtml#a">A <em>1 &#x3C; 2</em> linked pictured and on</a>')
})

test('the NCX says the same, numbered through, with its depth', async () => {
  const book = await bound(withChapters(chapters, {contents}))
  const ncx = book.xml('OEBPS/toc.ncx')
  expect(byName(ncx, 'navPoint').map(({attributes}) => attributes.get('playOrder'))).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(byName(ncx, 'navLabel').map(textOf).map(label => label.trim())).toEqual(['A 1 < 2 linked pictured and on', 'A1', 'A11', 'A2', 'Below', 'B'])
  expect(byName(ncx, 'meta').map(({attributes}) => attributes.get('content')).slice(1, 2)).toEqual(['3'])
})

test('the identifiers of package and NCX are the same', async () => {
  const book = await bound(pamphlet)
  const [identifier] = byName(book.xml('OEBPS/content.opf'), 'dc:identifier').map(textOf)
  expect(byName(book.xml('OEBPS/toc.ncx'), 'meta')[0]?.attributes.get('content')).toBe(identifier)
})

test('labels and landmarks are in the language of the pamphlet', async () => {
  const book = await bound({...pamphlet, metadata: {...pamphlet.metadata, lang: 'fr-CA'}})
  const page = book.xml('OEBPS/toc.xhtml')
  expect(byName(page, 'h1').map(textOf)).toEqual(['Table des matières'])
  const landmarks = byName(page, 'a').filter(({attributes}) => attributes.has('epub:type'))
  expect(landmarks.map(({attributes, children}) => [attributes.get('epub:type'), attributes.get('href'), children[0]])).toEqual([
    ['titlepage', 'title-page.xhtml', 'Page de titre'],
    ['toc', 'toc.xhtml#toc', 'Table des matières'],
    ['bodymatter', 'chapter-1.xhtml', 'Début du texte'],
    ['copyright-page', 'imprint.xhtml', 'Mentions légales'],
    ['colophon', 'colophon.xhtml', 'Colophon']
  ])
})
