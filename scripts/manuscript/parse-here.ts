/** Parsing with the nesting judged: what is too deep for the stack, here or in a later stage, is a fault of the text. */
import type {Nodes, Root} from 'mdast'
import {parse} from './parse.ts'

/** `deep`: nested too deep, from that line on; `slow`: not done within the limit. */
export type Parsed =
  | {readonly tree: Root; readonly fault?: undefined}
  | {readonly fault: 'deep'; readonly line?: number; readonly tree?: undefined}
  | {readonly fault: 'slow'; readonly tree?: undefined}

/** In nodes. Deeper than any text is, and shallow enough for every stage that walks the tree by recursion. */
export const maximumDepth = 200

/** Parse a text in this thread; with `math`, dollars enclose formulas. */
export async function parseHere(text: string, math = false): Promise<Parsed> {
  const parser = math ? (await import('./parse-formulas.ts')).parseFormulas : parse
  try {
    return judgeDepth(parser(text))
  } catch (error) {
    // The parser throws nothing of its own: this is the stack.
    if (error instanceof RangeError) return {fault: 'deep'}
    throw error
  }
}

/** Walk level by level, without recursion. */
function judgeDepth(tree: Root): Parsed {
  let level: readonly Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maximumDepth) return {fault: 'deep', line: level[0]?.position?.start.line ?? 1}
    level = level.flatMap((node): readonly Nodes[] => 'children' in node ? node.children : [])
  }
  return {tree}
}
