/** The body of an imported text, put in order: its title goes to the metadata, heads follow each other, nothing is empty. */
import type {PhrasingContent, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {takeAuthor} from './authors.ts'
import {takeSubtitle, takeTitle} from './body-titles.ts'
import {withHeads} from './bold-heads.ts'
import {withEdgesOut} from './edges.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {guessed, guessedPart, lost, lostCount} from './imported.ts'
import {plain} from './plain.ts'
import {shiftHeads} from './ranks.ts'
import {readDate} from './text/dates.ts'
import {guessLanguage} from './text/language.ts'
import {withTypedLists} from './typed-lists.ts'

export type Tidied = {readonly metadata: ImportedMetadata; readonly children: RootContent[]; readonly remarks: readonly Remark[]}

/** Put a body in order. Metadata that a style or a tag marked wins over what has to be guessed; `creators`: see `takeAuthor`. */
export function tidyBody(body: readonly RootContent[], given: ImportedMetadata, creators?: readonly string[]): Tidied {
  const tidy = body.map(node => withoutEmpty(withEdgesOut(node))).filter(node => !isEmpty(node)).map(node => isRule(node) ? {type: 'thematicBreak' as const} : node)
    .filter((node, index, all) => node.type !== 'thematicBreak' || all[index - 1]?.type !== 'thematicBreak')
  const {children: whole, count: lists} = withTypedLists(tidy)
  const {title, rest, isBold} = takeTitle(whole, given)
  const {found: authored, rest: unsigned, remarks: signed} = takeAuthor(rest, {...given, ...title}, creators)
  const {date, rest: dated} = takeDate(unsigned, {...given, ...authored})
  const {subtitle, rest: text} = isBold ? takeSubtitle(dated, {...given, ...authored}) : {subtitle: {}, rest: dated}
  const {children, count} = withHeads(text)
  shiftHeads(children)
  tighten(children)
  const lang = given.lang ?? guessLanguage(children.map(plain).join('\n'))
  const front: ImportedMetadata = {...title, ...subtitle, ...authored, ...date}
  const found = {...(given.lang === undefined && lang !== undefined && {lang}), ...front}
  const remarks = [
    ...Object.entries(found).map(([key, value]) => guessedPart(key, value)),
    ...signed,
    ...(count === 0 ? [] : [guessed(`${count} ${count === 1 ? 'head: a short paragraph' : 'heads: short paragraphs'} in bold`)]),
    ...(lists === 0 ? [] : [guessed(`${lists} ${lists === 1 ? 'list: paragraphs that begin' : 'lists: paragraphs that begin'} with a typed mark or number`)]),
    ...withoutDeadLinks(children)
  ]
  return {metadata: {...(lang !== undefined && {lang}), ...given, ...front}, children, remarks}
}

/** A date alone in one of the first paragraphs is the text's. */
function takeDate(children: readonly RootContent[], given: ImportedMetadata) {
  const at = children.slice(0, 4).findIndex(node => node.type === 'paragraph' && readDate(plain(node)))
  const read = readDate(plain(children[at] ?? {type: 'text', value: ''}))
  if (given.date !== undefined || !read) return {date: {}, rest: children}
  return {date: {date: read.date}, rest: children.filter((_, index) => index !== at)}
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
