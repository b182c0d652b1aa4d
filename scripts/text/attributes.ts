/** `{#id .class}` behind a head or a picture: an id and classes of the author's own. */
import type {VFile} from 'vfile'
import {safeId} from './identifiers.ts'
import type {Positioned} from './report.ts'
import {keepWritten} from './written-classes.ts'

/** What such braces give an element, as hast names it. */
export type Attributes = {readonly id?: string; readonly className?: string[]}

const attributes = /^\{((?:\s*[#.][\p{L}\p{N}_][\p{L}\p{N}\p{M}_:-]*)+)\s*\}\s*$/u

/** What begins as attributes do, and cannot be read as such. */
const unread = /^\{\s*(?:[#.][\p{L}\p{N}]|[\w-]+\s*=)[^{}]*\}\s*$/u

/** Read what stands in braces, the braces with it; undefined of what is no attributes. Of several ids the last counts. */
export function attributesIn(braces: string): Attributes | undefined {
  const found = attributes.exec(braces)
  if (!found) return undefined
  const tokens = (found[1] ?? '').trim().split(/\s+|(?=[#.])/u).filter(token => token !== '')
  const id = tokens.findLast(token => token.startsWith('#'))?.slice(1)
  const className = tokens.filter(token => token.startsWith('.')).map(token => token.slice(1))
  return {...(id !== undefined && {id: safeId(id)}), ...(className.length > 0 && {className})}
}

/** Keep of attributes what an author may give, and say what was taken off. */
export function judged({className = [], ...others}: Attributes, node: Positioned, file: VFile): Attributes {
  const kept = keepWritten(className.join(' '), node, file)
  return {...others, ...(kept.length > 0 && {className: kept})}
}

/** Tell whether braces were meant as attributes and cannot be read. */
export function areUnread(braces: string): boolean {
  return unread.test(braces)
}
