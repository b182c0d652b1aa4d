/** Who wrote a text from a word processor or a page: what a line above it says wins over the name that the file has. */
import type {RootContent} from 'mdast'
import {isNoLogin, isPersonName, moreThanName, readByline} from './bylines.ts'
import type {Byline} from './bylines.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {guessed} from './imported.ts'
import {plain} from './plain.ts'
import {readDate} from './text/dates.ts'

/** `remarks` besides those that name the metadata. */
export type Authored = {readonly found: Pick<ImportedMetadata, 'author' | 'date' | 'subtitle'>; readonly rest: readonly RootContent[]; readonly remarks: readonly Remark[]}

const mostFront = 4

/** Take the line out of the first paragraphs, and a subtitle above it. `creators`: the names that a file has; undefined where it is none of a word processor. */
export function takeAuthor(children: readonly RootContent[], given: ImportedMetadata, creators: readonly string[] | undefined): Authored {
  const at = frontOf(children).findIndex(node => isNew(bylineOf(node), given))
  const byline = bylineOf(children[at])
  if (byline) return withByline(children, at, byline, given)
  const named = creators && given.author === undefined && given.title !== undefined ? children.slice(0, 2).findIndex((_, index) => isNameAlone(children, index)) : -1
  if (named !== -1) return withByline(children, named, {author: [plain(children[named] ?? empty)], isAmerican: false, more: ''}, given)
  const author = given.author === undefined ? (creators ?? []).filter(isNoLogin) : []
  return {found: {}, rest: children, remarks: [], ...(author.length > 0 && {found: {author}, remarks: [guessed('the author is the one whose name the file has')]})}
}

const empty = {type: 'text', value: ''} as const

/** The paragraphs above the first head. */
function frontOf(children: readonly RootContent[]): readonly RootContent[] {
  const end = children.findIndex(({type}) => type !== 'paragraph')
  return children.slice(0, Math.min(mostFront, end === -1 ? mostFront : end))
}

function bylineOf(node: RootContent | undefined): Byline | undefined {
  return node?.type === 'paragraph' ? readByline(plain(node).replace(/\s+/g, ' ')) : undefined
}

/** What a style or a page says already is not said otherwise in the text. */
function isNew(byline: Byline | undefined, {author, date}: ImportedMetadata): boolean {
  const names = (all: NonNullable<ImportedMetadata['author']>) => all.map(one => (typeof one === 'string' ? one : one.name).toLowerCase()).join(';')
  return byline !== undefined && (author === undefined || names(author) === names(byline.author)) && (date === undefined || byline.date === undefined || byline.date === date)
}

function withByline(children: readonly RootContent[], at: number, {author, date, more}: Byline, given: ImportedMetadata): Authored {
  const above = children[at - 1]
  const subtitle = at === 1 && above && given.title !== undefined && given.subtitle === undefined && canBeSubtitle(above) ? plain(above) : undefined
  return {
    found: {...(subtitle !== undefined && {subtitle}), ...(given.author === undefined && {author}), ...(given.date === undefined && date !== undefined && {date})},
    rest: children.filter((_, index) => index !== at && (index !== at - 1 || subtitle === undefined)),
    remarks: moreThanName(more)
  }
}

/** A name alone above the day or the first head is the author's. */
function isNameAlone(children: readonly RootContent[], at: number): boolean {
  const [node, next] = [children[at], children[at + 1]]
  return node?.type === 'paragraph' && isPersonName(plain(node)) && next !== undefined && (next.type === 'heading' || readDate(plain(next)) !== undefined)
}

/** Tell a short line that is no sentence. */
export function canBeSubtitle(node: RootContent): boolean {
  const words = node.type === 'paragraph' && node.children.every(({type}) => type === 'text' || type === 'emphasis') ? plain(node) : ''
  return words !== '' && words.length <= 120 && !/[.:;,]$/.test(words) && readDate(words) === undefined
}
