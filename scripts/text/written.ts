/** Text as it stands in the source, and what is found in it. */
import type {Text} from 'mdast'

/** A stretch of text as it stands in the source, with the few signs after it; whether a closing bracket, or two stars, stand in the same block behind it. */
export type Written = {readonly source: string; readonly after: string; readonly node: Text; readonly isBracketBehind: boolean; readonly areStarsBehind: boolean}

/** What was found at an offset, in the words of a message. */
export type Finding = {readonly at: number; readonly actual: string; readonly expected: string; readonly remedy: string}

/** As much of a text as a message has room for. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** What finds markup, and a sign that all of it has: a text without it takes no time, and most have none. */
export type Search = {readonly sign: string; readonly find: (written: Written) => readonly Finding[]}

/** Search a text, in the order of the searches. */
export function findIn(written: Written, searches: readonly Search[]): readonly Finding[] {
  return searches.flatMap(({sign, find}) => written.source.includes(sign) ? find(written) : [])
}
