import {createRequire} from 'node:module'
import fc from 'fast-check'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes, Root} from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {parse} from '../../scripts/manuscript/parse.ts'

type Example = {readonly markdown: string; readonly html: string; readonly section: string; readonly number: number}

/** The package shows tabs as arrows. */
const examples = (createRequire(import.meta.url)('commonmark-spec') as {tests: readonly Example[]}).tests
  .map(example => ({...example, markdown: example.markdown.replaceAll('→', '\t'), html: example.html.replaceAll('→', '\t')}))

/** Where GFM and front matter say otherwise than CommonMark. */
const exceptions = new Map([
  [96, 'a file that begins with `---` begins with front matter'],
  [98, 'a file that begins with `---` begins with front matter'],
  [356, 'stars between figures are a sum'],
  [602, 'GFM: a bare address is a link'],
  [606, 'GFM: a bare e-mail address is a link'],
  [608, 'GFM: a bare address is a link'],
  [611, 'GFM: a bare address is a link'],
  [612, 'GFM: a bare e-mail address is a link']
])

const toHtml = unified().use(remarkRehype, {allowDangerousHtml: true}).use(rehypeStringify, {allowDangerousHtml: true}).freeze()
const plain = unified().use(remarkParse).freeze()

/** Write HTML in one way: how characters are escaped and white space between blocks do not count. */
function canonical(html: string): string {
  const write = unified().use(rehypeStringify)
  return write.stringify(fromHtml(html.trim(), {fragment: true})).replaceAll(/>\s+</g, '><')
}

function htmlOf(tree: Root): string {
  return canonical(toHtml.stringify(toHtml.runSync(structuredClone(tree))))
}

describe('CommonMark 0.31.2', () => {
  test('all 652 examples are there', () => {
    expect(examples).toHaveLength(652)
  })

  test.each(examples.filter(({number}) => !exceptions.has(number)).map(example => [example.number, example.section, example] as const))('example %i (%s)', (_number, _section, {markdown, html}) => {
    const tree = parse(markdown)
    expect(htmlOf(tree)).toBe(canonical(html))
    expect(tree).toEqual(plain.parse(markdown))
  })

  test.each([...exceptions])('example %i still is an exception: %s', number => {
    const example = examples.find(one => one.number === number)
    expect(htmlOf(parse(example?.markdown ?? ''))).not.toBe(canonical(example?.html ?? ''))
  })
})

function typesIn(tree: Nodes): readonly string[] {
  return [tree.type, ...('children' in tree ? tree.children.flatMap(typesIn) : [])]
}

const directiveTypes = ['textDirective', 'leafDirective', 'containerDirective']
const directivesIn = (text: string, names?: readonly string[]) => typesIn(parse(text, names)).filter(type => directiveTypes.includes(type))

describe('directives', () => {
  test.each([
    '10:30am', 'Lenin:the', 'a:b[c]', ':smile:', 'a :b{c=d} e', 'see ::name here', 'x :::name', '- a:b', '`:a`', ':a[*b*]{.c}', '::', ':::', ':::\ntext\n:::', '::name and more'
  ])('`%s` is text', text => {
    expect(directivesIn(text)).toEqual([])
    expect(parse(text)).toEqual(plain.parse(text))
  })

  test('the markup inside what looks like a label stays markup', () => {
    expect(parse(':the[*x*]').children[0]).toMatchObject({type: 'paragraph', children: [
      {type: 'text', value: ':the['}, {type: 'emphasis', children: [{type: 'text', value: 'x'}]}, {type: 'text', value: ']'}
    ]})
  })

  test('blocks are directives', () => {
    expect(directivesIn(':::verse\nA line.\n:::\n\n::pagebreak\n\n> ::figure{src="a.png"}')).toEqual(['containerDirective', 'leafDirective', 'leafDirective'])
  })

  test('a known name with brackets makes a text directive, and only that name', () => {
    const text = 'At 10:30am the :abbr[*HTML*]{title="x"} and :abb[r] and a:abbreviation[x].'
    expect(directivesIn(text, ['abbr'])).toEqual(['textDirective'])
    expect(typesIn(parse(text, ['abbr'])).filter(type => type === 'emphasis')).toHaveLength(1)
    expect(directivesIn(':abbr', ['abbr', 'x'])).toEqual([])
    expect(directivesIn(':page[a], :index[b] and :index, homepage:80, \\:page[c], :pages[d]')).toEqual(['textDirective', 'textDirective'])
    expect(directivesIn('::abbr[x] b', ['abbr'])).toEqual([])
  })

  test('without block directives, every text is as CommonMark has it', () => {
    const piece = fc.constantFrom(':', ':a', ':the[', ']', '{', '}', '*', '_', ' ', 'a', '10:30', '`', '[', '\n', '"', '=', '\\', '\u00E9', '\u{1F600}')
    fc.assert(fc.property(fc.array(piece, {maxLength: 30}), pieces => {
      // A letter in front keeps lines from being blocks; `::name` at the start of one is tested above.
      const text = `x${pieces.join('').replaceAll('\n', '\nx')}`
      expect(parse(text)).toEqual(plain.parse(text))
    }), {numRuns: 300})
  })
})

describe('GFM and front matter', () => {
  test('tables, footnotes, strikethrough, task lists', () => {
    const types = typesIn(parse('|a|\n|-|\n|b|\n\n~~c~~[^1]\n\n- [x] d\n\n[^1]: e'))
    expect(types).toEqual(expect.arrayContaining(['table', 'delete', 'footnoteReference', 'footnoteDefinition']))
  })

  test('front matter is YAML at the very start', () => {
    expect(parse('---\ntitle: x\n---\n\na').children[0]).toMatchObject({type: 'yaml', value: 'title: x'})
    expect(typesIn(parse('a\n\n---\ntitle: x\n---\n'))).not.toContain('yaml')
  })
})

const inlineOf = (text: string) => {
  const [first] = parse(text).children
  return first?.type === 'paragraph' ? first.children.map(child => child.type === 'text' ? child.value : child.type) : []
}

describe('signs inside words', () => {
  test.each([
    ['2*3*4 is 24', ['2*3*4 is 24']],
    ['x = 2**3**2', ['x = 2**3**2']],
    ['A *bold move * and then 2*3 is six', ['A *bold move * and then 2*3 is six']],
    ['CO~2~, H~2~O, 10~20~30, ä~b~ö', ['CO~2~, H~2~O, 10~20~30, ä~b~ö']],
    ['*2*, un*be*lievable', ['emphasis', ', un', 'emphasis', 'lievable']],
    ['~gone~ and ~~gone~~', ['delete', ' and ', 'delete']],
    ['a~~b~~c', ['a', 'delete', 'c']]
  ])('%s', (text, expected) => {
    expect(inlineOf(text)).toEqual(expected)
  })
})

describe('indents of verse', () => {
  const kindsIn = (text: string) => parse(text).children.flatMap(child => 'children' in child ? [child.type, ...child.children.map(({type}) => type)] : [child.type])

  test('a stanza may begin with four spaces or a tab', () => {
    expect(kindsIn(':::verse\n    *One*\n\ttwo\n\n\t\tThree\n:::\n\n    code\n')).toEqual(['containerDirective', 'paragraph', 'paragraph', 'code'])
  })

  test('its words and their places are those of the source', () => {
    const source = ':::verse\n    One *two*\n:::\n'
    const [verse] = parse(source).children
    const stanza = verse && 'children' in verse ? verse.children[0] : undefined
    expect(stanza).toMatchObject({type: 'paragraph', children: [{value: 'One '}, {type: 'emphasis', position: {start: {line: 2, column: 9, offset: 17}}}]})
  })

  test.each([
    ['outside', ':::verse\nOne\n:::\n\n    code\n', ['containerDirective', 'paragraph', 'code']],
    ['in one that nothing closes', ':::verse\nOne\n\n    code\n', ['containerDirective', 'paragraph', 'code']],
    ['in a fence', '```\n:::verse\n\n    code\n:::\n```\n', ['code']]
  ])('%s an indent is code', (_where, text, expected) => {
    expect(kindsIn(text)).toEqual(expected)
  })
})
