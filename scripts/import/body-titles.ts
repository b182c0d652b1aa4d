/** The title of a text that comes with heads or looks: which head or bold paragraph it is. */
import type {RootContent} from 'mdast'
import {canBeSubtitle} from './authors.ts'
import {boldHead} from './bold-heads.ts'
import {isByline} from './bylines.ts'
import type {ImportedMetadata} from './imported.ts'
import {plain} from './plain.ts'

type Taken = {readonly title: Pick<ImportedMetadata, 'title'>; readonly rest: readonly RootContent[]; readonly isBold?: boolean}

/** The first head is the title where it is the only one of its rank and nothing else said the title. `isBold`: only its look says so. */
export function takeTitle(children: readonly RootContent[], given: ImportedMetadata): Taken {
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

/** A short first paragraph wholly in bold is the title where nothing has the style of a head, or where subtitle, author or another head follows. */
function takeBoldTitle(first: RootContent, rest: readonly RootContent[], given: ImportedMetadata): Taken {
  const [next] = rest
  const isFront = next !== undefined && (canBeSubtitle(next) || isByline(plain(next)) || isHead(next))
  const isAlone = next?.type === 'paragraph' && !rest.some(({type}) => type === 'heading')
  const head = given.title === undefined && (isFront || isAlone) ? boldHead(first) : undefined
  return head ? {title: {title: plain(head)}, rest, isBold: true} : {title: {}, rest: [first, ...rest]}
}

/** A short line between a title in bold and the first head is its subtitle. */
export function takeSubtitle(children: readonly RootContent[], given: ImportedMetadata): {readonly subtitle: Pick<ImportedMetadata, 'subtitle'>; readonly rest: readonly RootContent[]} {
  const [first, second] = children
  const isMeant = given.subtitle === undefined && first !== undefined && second !== undefined && canBeSubtitle(first) && isHead(second)
  return isMeant ? {subtitle: {subtitle: plain(first)}, rest: children.slice(1)} : {subtitle: {}, rest: children}
}

function isHead(node: RootContent): boolean {
  return node.type === 'heading' || boldHead(node) !== undefined
}

/** What stands between the bars and dashes of a page's title. */
function partsOf(title: string): readonly string[] {
  return title.toLowerCase().split(/\s+(?:[|·•»:–—-]|::)\s+|:\s/).map(part => part.trim())
}
