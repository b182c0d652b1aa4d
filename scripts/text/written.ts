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
