import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {expect, test} from 'vitest'
import {printValues} from '../../scripts/typeset/values.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'

const text = '## One\n\nA[^a].\n\n## Two\n\nB[^b].\n\n[^a]: First[^c].\n[^b]: Second[^a].\n[^c]: Third.\n'

test('a note of a note stands at the end of the same chapter', () => {
  const values = printValues(composeMarkdown({'a.md': text}, {notes: 'chapter'}), name => name, '')
  const sections = (values['text'] ?? []).filter((node): node is Element => node.type === 'element')
  expect(sections.map(section => textOf(section).replaceAll('\n', ''))).toEqual(['OneA1.Notes1First2.2Third.', 'TwoB3.Notes3Second1.'])
})

test.each([['auto', 0], ['brief', 0], ['short', 1], ['full', 1]] as const)('of front matter %s, two chapters have %i contents', (frontmatter, count) => {
  expect(printValues(composeMarkdown({'a.md': text}, {frontmatter}), name => name, '')['contents']).toHaveLength(count)
})

test.each([
  ['short', '# One\n\n## A\n\n## B\n', 1], ['full', '# One\n\n## A\n', 1], ['short', '# One\n\n### C\n', 1], ['short', '# One\n', 0], ['auto', '# One\n\n## A\n\n## B\n', 0]
] as const)('of front matter %s, a single chapter with sections (%j) has %i contents', (frontmatter, source, count) => {
  expect(printValues(composeMarkdown({'a.md': source}, {frontmatter}), name => name, '')['contents']).toHaveLength(count)
})

test('a paragraph below a head within the chapter takes no initial', () => {
  const values = printValues(composeMarkdown({'a.md': `# One\n\n## Two\n\n${'The committee met on the first Tuesday of the month and heard '.repeat(6)}.\n`}), name => name, '')
  const [section] = (values['text'] ?? []).filter((node): node is Element => node.type === 'element')
  expect(section?.children.flatMap(node => node.type === 'element' && node.tagName === 'p' ? [node.properties.className] : [])).toEqual([undefined])
})

test.each([
  ['The committee', 'opening', undefined], ['"We never', 'opening', undefined], ['7 men', 'opening', undefined], ['1917 was', 'opening-number', '1917'],
  ['12,000 men', undefined, undefined], ['and so', undefined, undefined], ['*The* committee', undefined, undefined], ['“we never', undefined, undefined]
])('a chapter that begins with %s takes the initial %s', (words, className, initial) => {
  const values = printValues(composeMarkdown({'a.md': `# One\n\n${words} ${'met on the first Tuesday of the month and heard '.repeat(6)}.\n`}), name => name, '')
  const [section] = (values['text'] ?? []).filter((node): node is Element => node.type === 'element')
  const paragraph = section?.children.find(node => node.type === 'element' && node.tagName === 'p')
  const [first] = paragraph?.type === 'element' ? paragraph.children : []
  expect(paragraph?.type === 'element' ? paragraph.properties.className : undefined).toEqual(className === undefined ? undefined : [className])
  expect(first?.type === 'element' && first.tagName === 'span' ? textOf(first) : undefined).toBe(initial)
})

test('an imprint of the publisher alone is left out where the theme names the publisher, and what an author wrote stays', () => {
  const imprint = (source: string, stated: {readonly rights?: string}, template: string) => {
    const {metadata: {rights: _1, identifier: _2, back: _3, ...metadata}, ...composed} = composeMarkdown({'a.md': source})
    return (printValues({...composed, metadata: {...metadata, publisher: 'Local 41', ...stated}}, name => name, template)['imprint'] ?? []).map(node => node.type === 'element' ? textOf(node).trim() : '')
  }
  const template = '<p class="block-publisher" data-fill="publisher"></p><div data-fill="imprint"></div>'
  expect(imprint('Text.\n', {}, template)).toEqual([])
  expect(imprint('Text.\n', {}, '<div data-fill="imprint"></div>')).toEqual(['Local 41'])
  expect(imprint('Text.\n', {rights: 'CC0'}, template)).toEqual(['Local 41', 'CC0'])
  expect(imprint('Text.\n\n:::imprint\nLocal 41\n:::\n', {}, template)).toEqual(['Local 41'])
})

test.each([
  ['https://local41.example.org/night-rate', 'local41|.example|.org/|[night-rate]'],
  ['https://example.org/', 'example|.org'],
  ['https://marbeck-history.example.org/papers/12', '[marbeck-history]|.example|.org/|papers/|12'],
  ['https://example.org/a-path-of-so-many-words-that-no-line-holds-it', 'example|.org/|a-path-of-so-many-words-that-no-line-holds-it']
])('the address %s breaks behind slashes and before dots, never at a hyphen: %s', (link, expected) => {
  const composed = composeMarkdown({'a.md': 'Text.\n'})
  const value = printValues({...composed, metadata: {...composed.metadata, back: {link}}}, name => name, '')['linkText'] ?? []
  expect(value.map(node => node.type === 'text' ? node.value : node.type !== 'element' ? '' : node.tagName === 'wbr' ? '|' : `[${textOf(node)}]`).join('')).toBe(expected)
})

test('a name stands in the imprint that has the verso of the title to itself', () => {
  const template = '<p data-fill="publisher"></p><div data-fill="imprint"></div>'
  const composed = composeMarkdown({'a.md': 'Text.\n'})
  const {rights: _rights, identifier: _identifier, ...metadata} = composed.metadata
  const imprint = (form: 'short' | 'full') => printValues({...composed, metadata: {...metadata, publisher: 'Local 41'}}, name => name, template, form)['imprint'] ?? []
  expect([imprint('short'), imprint('full')].map(nodes => nodes.length)).toEqual([0, 1])
})

test.each([[7, 0], [8, 1]])('%i figures make %i lists of figures', (count, lists) => {
  const figures = Array.from({length: count}, (_, index) => `![Words.](images/map.png "Figure ${index + 1} has a caption.")`).join('\n\n')
  expect(printValues(composeMarkdown({'a.md': figures}), name => name, '')['figures']).toHaveLength(lists)
})
