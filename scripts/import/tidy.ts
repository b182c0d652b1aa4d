/** The body of an imported text, put in order: its title goes to the metadata, heads follow each other, nothing is empty. */
import type {Heading, Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {ImportedMetadata, Remark} from './imported.ts'
import {guessed, lost, lostCount} from './imported.ts'
import {shiftHeads} from './ranks.ts'
import {readDate} from './text/dates.ts'
import {guessLanguage} from './text/language.ts'

export type Tidied = {readonly metadata: ImportedMetadata; readonly children: RootContent[]; readonly remarks: readonly Remark[]}

/** Put a body in order. Metadata that a style or a tag marked wins over what has to be guessed. */
export function tidyBody(body: readonly RootContent[], given: ImportedMetadata): Tidied {
  const whole = body.map(node => withoutEmpty(node)).filter(node => !isEmpty(node)).map(node => isRule(node) ? {type: 'thematicBreak' as const} : node)
    .filter((node, index, all) => node.type !== 'thematicBreak' || all[index - 1]?.type !== 'thematicBreak')
  const {title, rest} = takeTitle(whole, given)
  const {date, rest: dated} = takeDate(rest, given)
  const {children, count} = withHeads(dated)
  shiftHeads(children)
  tighten(children)
  const lang = given.lang ?? guessLanguage(children.map(plain).join('\n'))
  const found = {...(given.lang === undefined && lang !== undefined && {lang}), ...title, ...date}
  const remarks = [
    ...Object.entries(found).map(([key, value]) => guessed(`${key}: ${value}`)),
    ...(count === 0 ? [] : [guessed(`${count} ${count === 1 ? 'head: a short paragraph' : 'heads: short paragraphs'} in bold`)]),
    ...withoutDeadLinks(children)
  ]
  return {metadata: {...(lang !== undefined && {lang}), ...given, ...title, ...date}, children, remarks}
}

/** The first head is the title where it is the only one of its rank and nothing else said the title. */
function takeTitle(children: readonly RootContent[], given: ImportedMetadata) {
  const at = headOfPage(children, given.title)
  const [first, rest] = [children[at], children.filter((_, index) => index !== at)]
  if (first?.type === 'paragraph') return takeBoldTitle(first, rest, given)
  if (first?.type !== 'heading') return {title: {}, rest: children}
  const text = plain(first)
  const isAlone = !rest.some(node => node.type === 'heading' && node.depth <= first.depth)
  const isSame = text.toLowerCase() === given.title?.toLowerCase()
  // A head without a word is no title.
  if (text.trim() === '') return {title: {}, rest: children}
  if (isSame) return {title: {}, rest}
  // Sites put their own name beside that of the page.
  if (partsOf(given.title ?? '').includes(text.toLowerCase())) return {title: {title: text}, rest}
  return given.title === undefined && isAlone ? {title: {title: text}, rest} : {title: {}, rest: children}
}

/** A page's own head may stand below a line such as its section's name; else the first block is asked. */
function headOfPage(children: readonly RootContent[], title = ''): number {
  const at = children.slice(0, 5).findIndex(node => node.type === 'heading' && node.depth === 1 && partsOf(title).includes(plain(node).toLowerCase()))
  return Math.max(0, at)
}

/** Where nothing has the style of a head, a short first paragraph wholly in bold is the title. */
function takeBoldTitle(first: Paragraph, rest: readonly RootContent[], given: ImportedMetadata) {
  const head = given.title === undefined && !rest.some(({type}) => type === 'heading') && rest[0]?.type === 'paragraph' ? boldHead(first) : undefined
  return head ? {title: {title: plain(head)}, rest} : {title: {}, rest: [first, ...rest]}
}

/** What stands between the bars and dashes of a page's title. */
function partsOf(title: string): readonly string[] {
  return title.toLowerCase().split(/\s+(?:[|·•»:–—-]|::)\s+|:\s/).map(part => part.trim())
}

/** A date alone in one of the first paragraphs is the text's. */
function takeDate(children: readonly RootContent[], given: ImportedMetadata) {
  const at = children.slice(0, 4).findIndex(node => node.type === 'paragraph' && readDate(plain(node)))
  const read = readDate(plain(children[at] ?? {type: 'text', value: ''}))
  if (given.date !== undefined || !read) return {date: {}, rest: children}
  return {date: {date: read.date}, rest: children.filter((_, index) => index !== at)}
}

/** Where a text has no heads, short paragraphs wholly in bold are meant as such. */
function withHeads(children: readonly RootContent[]): {readonly children: RootContent[]; readonly count: number} {
  if (children.some(({type}) => type === 'heading')) return {children: [...children], count: 0}
  const heads = children.map((node, index) => node.type === 'paragraph' && isText(children[index + 1]) ? boldHead(node) : undefined)
  return {children: children.map((node, index) => heads[index] ?? node), count: heads.filter(head => head !== undefined).length}
}

function isText(node: RootContent | undefined): boolean {
  return node !== undefined && ['paragraph', 'list', 'blockquote'].includes(node.type)
}

function boldHead({children}: Paragraph): Heading | undefined {
  const [only, second] = children
  if (only?.type !== 'strong' || second) return undefined
  const text = plain(only)
  return text.length > 100 || /[.,;:]$/.test(text) ? undefined : {type: 'heading', depth: 2, children: only.children}
}

/** A list whose items are a paragraph each is set without space between them. */
function tighten(children: RootContent[]): void {
  visit({type: 'root', children}, 'list', list => {
    const isTight = list.children.every(item => item.children.filter(({type}) => type === 'paragraph').length <= 1)
    list.spread &&= !isTight
    for (const item of list.children) item.spread &&= !isTight
  })
}

/** Word processors leave breaks at the ends of paragraphs, and bold heads. */
function withoutEmpty(node: RootContent): RootContent {
  if (node.type !== 'paragraph' && node.type !== 'heading') return node
  const children = [...node.children]
  while (isBlank(children.at(-1))) children.pop()
  while (isBlank(children[0])) children.shift()
  const [only, second] = children.filter(({type}) => type !== 'html')
  const bare = node.type === 'heading' && only?.type === 'strong' && !second ? [...only.children, ...children.filter(child => child !== only)] : children
  return {...node, children: bare}
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node !== undefined && (node.type === 'break' || node.type === 'text' && node.value.trim() === '')
}

/** A row of stars or dashes is a break in the thought. */
function isRule(node: RootContent): boolean {
  return node.type === 'paragraph' && /^(?:(?:[*•·#_~=–—⁂-]\s*){3,}|⁂)$/.test(plain(node))
}

function isEmpty(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return (node.type === 'paragraph' || node.type === 'heading') && node.children.length === 0
}

/** What heads and figures are named, as links lead there. */
function namesIn(children: RootContent[]): ReadonlySet<string> {
  const names = new Set<string>()
  visit({type: 'root', children}, 'html', ({value}) => {
    const [, name] = /^(?: |:::figure)?\{(#[a-z\d-]+)[ }]/.exec(value) ?? []
    if (name !== undefined) names.add(name)
  })
  return names
}

/** A link leads to where a reader can go; places inside the text that are no head or figure have lost their names on the way. */
function withoutDeadLinks(children: RootContent[]): readonly Remark[] {
  const dead: string[] = []
  const names = namesIn(children)
  visit({type: 'root', children}, 'link', (node, index, parent) => {
    if (/^(?:https?:|mailto:|tel:)/i.test(node.url.trim()) || names.has(node.url) || !parent || index === undefined) return undefined
    if (node.url !== '') dead.push(node.url.slice(0, 60))
    parent.children.splice(index, 1, ...node.children)
    return index
  })
  const inside = dead.filter(url => url.startsWith('#'))
  return [
    ...lostCount(inside.length, 'a link inside the text', 'links inside the text', ': write `[words](#id)`, and `{#id}` behind a head'),
    ...dead.filter(url => !url.startsWith('#')).map(url => lost(`a link to ${url}: its words stay`))
  ]
}

/** The words of a node. */
export function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath' || node.type === 'math') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plain).join('').trim() : ''
}
