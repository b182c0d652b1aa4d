/** HTML from outside as a tree that is no deeper than what walks it can bear. */
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {ImportFault} from './imported.ts'

const deepest = 150

/** What a text may open before the tree is made: pages leave some elements open, and those are closed for them. */
const mostOpen = 3_000

/** Elements that stand in each other only where somebody closes them. */
const counted = /<(\/?)(div|span|section|article|aside|blockquote|ul|ol|dl|table|b|i|u|em|strong|font|center|sup|sub|small|big|tt|ins|del|details|figure|fieldset|form|main|header|footer|nav|button|object|svg|g|math|mrow)\b/gi

/** Parse a page, or with `fragment` a part of one. Throws ImportFault where it is nested without end: parsing would end in the stack. */
export function parseHtml(text: string, options: {readonly fragment?: boolean} = {}): Root {
  if (mostOpenIn(text) > mostOpen) throw tooDeep()
  const tree = parsed(withoutSubset(text), options)
  refuseDeep(tree)
  return tree
}

function parsed(text: string, options: {readonly fragment?: boolean}): Root {
  try {
    return fromHtml(text, options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooDeep()
  }
}

/** Throw an ImportFault where elements stand too deep inside each other. */
export function refuseDeep(tree: Root): void {
  let depth = 0
  // Level by level, without recursion.
  for (let level: readonly (Root | Element)[] = [tree]; level.length > 0 && depth <= deepest; depth++) {
    level = level.flatMap(({children}) => children.flatMap(child => child.type === 'element' ? [child] : []))
  }
  if (depth > deepest) throw tooDeep()
}

function tooDeep(): ImportFault {
  return new ImportFault('elements that are nested too deep', `at most ${deepest} inside each other`, 'Save it again from the program that it was made with.')
}

function mostOpenIn(text: string): number {
  let [open, most] = [0, 0]
  for (const [, closing] of text.matchAll(counted)) {
    open = closing === '' ? open + 1 : Math.max(0, open - 1)
    most = Math.max(most, open)
  }
  return most
}

/** XML may declare entities in its document type, which HTML knows nothing of: the end of them would be text. */
function withoutSubset(text: string): string {
  return text.replace(/^\s*(<\?xml[^>]{0,300}>)?\s*<!DOCTYPE[^[<>]{0,1000}\[[^]*?\]\s*>/i, '$1<!DOCTYPE html>')
}
