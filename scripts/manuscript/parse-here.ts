/** Parsing with the nesting judged: what is too deep for the stack, here or in a later stage, is a fault of the text. */
import type {Nodes, Root} from 'mdast'
import {parse} from './parse.ts'

/** `deep`: nested too deep, from that place on; `slow`: not done within the limit, most likely because of that place. */
export type Parsed =
  | {readonly tree: Root; readonly fault?: undefined}
  | {readonly fault: 'deep' | 'slow'; readonly place?: LinePlace; readonly tree?: undefined}

export type LinePlace = {readonly line: number; readonly column: number}

/** In nodes. Deeper than any text is, and shallow enough for every stage that walks the tree by recursion. */
export const maximumDepth = 200

/** Parse a text in this thread; with `math`, dollars enclose formulas. */
export async function parseHere(text: string, math = false): Promise<Parsed> {
  const parser = math ? (await import('./parse-formulas.ts')).parseFormulas : parse
  try {
    return judgeDepth(parser(text))
  } catch (error) {
    // The parser throws nothing of its own: this is the stack.
    if (error instanceof RangeError) return {fault: 'deep', ...firstDeepLine(text)}
    throw error
  }
}

/** Walk level by level, without recursion. */
function judgeDepth(tree: Root): Parsed {
  let level: readonly Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maximumDepth) return {fault: 'deep', ...startOf(level[0])}
    level = level.flatMap((node): readonly Nodes[] => 'children' in node ? node.children : [])
  }
  return {tree}
}

function startOf(node: Nodes | undefined): {readonly place?: LinePlace} {
  const start = node?.position?.start
  return start ? {place: {line: start.line, column: start.column}} : {}
}

/** More than 32 container marks before the text of a line, or an indent of more than 200. */
export const deepLine = /^(?:(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){33}|[ \t]{200})/m

/** Where the stack gave out there is no tree that could tell: then the line with the most marks does. */
function firstDeepLine(text: string): {readonly place?: LinePlace} {
  const found = deepLine.exec(text)
  return {place: {line: found ? text.slice(0, found.index).split('\n').length : lineOfMost(text, /^[ \t>*+-]*|[*_~[\]()<:]/g), column: 1}}
}

/** The line in which a pattern finds the most characters. */
function lineOfMost(text: string, pattern: RegExp): number {
  const counts = text.split('\n').map(line => line.match(pattern)?.join('').length ?? 0)
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0)) + 1
}
