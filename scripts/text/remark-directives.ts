/** The directives of the dialect: what each becomes in HTML. A directive is one function and one line of the table. */
import {distance} from 'fastest-levenshtein'
import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {verseIndents} from './verse-indents.ts'

type Directive = Extract<RootContent, {type: 'containerDirective' | 'leafDirective'}>
type Container = Extract<RootContent, {type: 'containerDirective'}>

const directives: Readonly<Record<string, (node: Directive, source: string) => void>> = {
  epigraph,
  verse,
  pullquote: node => element(node, 'aside', ['pullquote']),
  figure,
  aside,
  table: node => captioned(node, 'captioned'),
  timeline: node => captioned(node, 'timeline'),
  pagebreak: node => element(node, 'div', ['pagebreak']),
  imprint: node => element(node, 'div', ['imprint'])
}

/** The names that the dialect knows, in alphabetical order. */
export const directiveNames: readonly string[] = Object.keys(directives).toSorted()

/** Give every known directive its HTML; report the others and keep what they hold. */
export function remarkDirectives() {
  return (tree: Root, file: VFile): void => {
    for (const node of unclosedIn(tree, String(file.value))) reportUnclosed(file, node)
    visit(tree, (node): void => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
      const apply = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined
      if (apply) apply(node, String(file.value))
      else reportUnknown(file, node)
    })
  }
}

/**
 * Directives that were opened and never closed. Of directives inside each other with as many colons the parser gives a
 * closing line to the outermost, but who wrote it meant the one that was opened last.
 */
function unclosedIn(tree: Root, source: string): readonly Directive[] {
  const inner = new Set<Directive>()
  const found: Directive[] = []
  visit(tree, 'containerDirective', node => {
    if (inner.has(node)) return
    const chain = chainFrom(node, source)
    for (const each of chain.slice(1)) inner.add(each)
    found.push(...chain.slice(0, chain.filter(each => isUnclosed(each, source)).length))
  })
  return found
}

/** A directive with those that stand last in it, one inside the other, with as many colons. */
function chainFrom(node: Container, source: string): readonly Container[] {
  const chain: Container[] = []
  for (let next: RootContent | undefined = node; next?.type === 'containerDirective' && colonsOf(next, source) === colonsOf(node, source); next = next.children.at(-1)) chain.push(next)
  return chain
}

function colonsOf({position}: Container, source: string): number {
  return /^:+/.exec(source.slice(position?.start.offset, position?.end.offset))?.[0].length ?? 3
}

/** A block directive without its closing colons takes in everything behind it, up to the end of what it stands in. */
function isUnclosed(node: Container, source: string): boolean {
  if (!node.position) return false
  const {start, end} = node.position
  const last = node.children.at(-1)
  // A closing line at the very end belongs to the innermost directive that ends there.
  if (last?.type === 'containerDirective' && last.position?.end.offset === end.offset) return true
  const text = source.slice(start.offset, end.offset)
  const closing = /(?:^|\n)[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0
  return closing < colonsOf(node, source)
}

function reportUnclosed(file: VFile, node: Directive): void {
  report(file, 'unclosed-directive', node, `Unexpected directive \`${node.name}\` that is never closed, expected a line \`:::\` at its end`, 'Write three colons on a line of their own behind the block.')
}

function reportUnknown(file: VFile, node: Directive): void {
  const nearest = directiveNames.toSorted((a, b) => distance(node.name, a) - distance(node.name, b))[0] ?? ''
  report(file, 'unknown-directive', node, `Unexpected directive \`${node.name}\`, expected one of ${directiveNames.map(name => `\`${name}\``).join(', ')}`, `Did you mean \`${nearest}\`? To keep colons as text, put a backslash before the first.`)
  element(node, 'div', [])
}

/** Set what the directive becomes: its element, its own classes and those (and the id) that the author gave it. */
function element(node: Directive, hName: string, className: readonly string[], properties: Readonly<Record<string, string>> = {}): void {
  const {id, class: own} = node.attributes ?? {}
  const classes = [...className, ...(own ?? '').split(/\s+/)].filter(name => name !== '')
  node.data = {...node.data, hName, hProperties: {...properties, ...(id && {id}), ...(classes.length > 0 && {className: classes})}}
}

/** An epigraph: its last paragraph, or the last line of its last paragraph, is the source where it starts with a dash. */
function epigraph(node: Directive): void {
  element(node, 'div', ['epigraph'])
  if (node.type !== 'containerDirective') return
  const last = node.children.at(-1)
  if (last?.type === 'paragraph') takeSource(node, last)
  for (const child of node.children) if (child.type === 'paragraph') keepVerse(child)
}

function takeSource(node: Container, last: Paragraph): void {
  const lines = splitLines(last.children)
  const source = lines.at(-1)
  if (!source || !takeDash(source)) return
  const by: Paragraph = {type: 'paragraph', children: [...source], data: {hProperties: {className: ['by']}}}
  if (lines.length > 1) last.children = joinLines(lines.slice(0, -1))
  else node.children.pop()
  node.children.push(by)
}

/** Longer lines are prose that the author's editor wrapped. */
const verseLine = 64

/** A motto from a poem keeps its lines: there are some, none is long, and each begins with a capital, as no wrapped prose does. */
function keepVerse(paragraph: Paragraph): void {
  const lines = splitLines(paragraph.children)
  const words = lines.map(line => wordsOf(line).trim())
  const isVerse = lines.length > 1 && words.every(text => text.length <= verseLine && /^[\p{P}\s]*\p{Lu}/u.test(text))
  if (isVerse) paragraph.children = lines.flatMap((line, index): readonly PhrasingContent[] => index === 0 ? line : [{type: 'break'}, ...line])
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => 'value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '').join('')
}

/** Cut a leading dash off a line; tell whether there was one. */
function takeDash(line: PhrasingContent[]): boolean {
  const first = line[0]
  if (first?.type !== 'text' || !/^\s*(?:—|–|--)/.test(first.value)) return false
  first.value = first.value.replace(/^\s*(?:—|–|-{2,3})\s*/, '')
  return true
}

/** Verse: a paragraph is a stanza, a line of the source is a line, and stands in as far as it did there. */
function verse(node: Directive, source: string): void {
  element(node, 'div', ['verse'])
  if (node.type !== 'containerDirective') return
  const stanzas = node.children.filter(child => child.type === 'paragraph').filter(child => !isLabel(child))
  const indents = verseIndents(node, stanzas, source)
  for (const stanza of stanzas) {
    const lines = splitLines(stanza.children)
    const first = stanza.position?.start.line ?? 0
    // Where a link or code goes over a line end, which line is which cannot be told.
    const isPlain = stanza.position?.end.line === first + lines.length - 1
    stanza.data = {...stanza.data, hProperties: {className: ['stanza']}}
    stanza.children = lines.flatMap((line, index): PhrasingContent[] => {
      const indent = isPlain ? indents.get(first + index) ?? 0 : 0
      const span: PhrasingContent = {type: 'emphasis', children: line, data: {hName: 'span', hProperties: {className: ['line', ...(indent > 0 ? [`indent-${indent}`] : [])]}}}
      return index === 0 ? [span] : [{type: 'break'}, span]
    })
  }
}

/** Split phrasing content at its hard and soft line ends; an inline element that spans lines is repeated on each. */
function splitLines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    const [first = [], ...rest] = splitNode(child)
    lines.at(-1)?.push(...first)
    lines.push(...rest.map(part => [...part]))
  }
  return lines.filter(line => line.length > 0)
}

/** Split one node: a list of lines, each with what the node leaves on it. */
function splitNode(node: PhrasingContent): readonly (readonly PhrasingContent[])[] {
  if (node.type === 'break') return [[], []]
  if (node.type === 'text') return node.value.split('\n').map(value => value === '' ? [] : [{...node, value}])
  if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return [[node]]
  return splitLines(node.children).map(children => [{...node, children}])
}

function joinLines(lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return lines.flatMap((line, index): readonly PhrasingContent[] => index === 0 ? line : [{type: 'text', value: '\n'}, ...line])
}

/** A figure: `src` and `alt` make the picture, what it holds is the caption. */
function figure(node: Directive): void {
  const {src, alt} = node.attributes ?? {}
  element(node, 'figure', [])
  const caption = captionOf(node)
  const image: RootContent = {type: 'image', url: src ?? '', alt: alt ?? '', ...(node.position && {position: node.position})}
  const children = [src ? image : undefined, caption].filter(child => child !== undefined)
  Object.assign(node, {type: 'containerDirective', children})
}

function captionOf(node: Directive): RootContent | undefined {
  if (node.children.length === 0) return undefined
  const blocks: RootContent[] = node.type === 'leafDirective' ? [{type: 'paragraph', children: node.children}] : node.children
  return {type: 'blockquote', children: blocks.filter(isFlow), data: {hName: 'figcaption'}}
}

function isFlow(node: RootContent): node is Extract<RootContent, {type: 'paragraph' | 'list' | 'table' | 'code' | 'blockquote'}> {
  return ['paragraph', 'list', 'table', 'code', 'blockquote'].includes(node.type)
}

/** Around a table; its label is the table's caption. */
function captioned(node: Directive, name: string): void {
  element(node, 'div', [name])
  const [label] = node.children
  if (label?.type === 'paragraph' && isLabel(label)) label.data = {...label.data, hProperties: {className: ['table-caption']}}
}

/** A boxed aside; its label is the title. */
function aside(node: Directive): void {
  element(node, 'aside', ['aside'])
  const [label] = node.children
  if (label?.type === 'paragraph' && isLabel(label)) label.data = {...label.data, hProperties: {className: ['aside-title']}}
}

/** Tell whether a paragraph is what stands in the brackets after a directive's name. */
function isLabel(node: Paragraph): boolean {
  return node.data?.directiveLabel === true
}
