/** Formulas in TeX in a text whose metadata does not ask for formulas. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {pointIn} from './source-points.ts'
import {shown} from './written.ts'

/** Two dollars on either side, or one right at its signs, as a sum of money has none. */
const formula = /(?<![\\$])\$\$([^$]{1,1000})\$\$|(?<![\\$\p{L}\p{N}])\$(?![\s$])([^$\n]{1,300})(?<![\s\\])\$(?![\p{N}$])/gu
/** What no sum of money and no path of a file has: a command with its braces, or between signs. */
const command = /\\[a-zA-Z]{2,20}(?=[\s{}()[\]^_+\-=,.\\]|$)/

/** Say where the first stands, and how many more there are. */
export function reportStrayFormulas(tree: Root, file: VFile): void {
  const found: {readonly typed: string; readonly start: ReturnType<typeof pointIn>}[] = []
  visit(tree, node => {
    if (node.type !== 'paragraph' && node.type !== 'tableCell' && node.type !== 'heading' || !node.position) return
    const {start, end} = node.position
    const source = String(file.value).slice(start.offset, end.offset).replaceAll(/`[^`]*`/g, code => ' '.repeat(code.length))
    for (const match of source.matchAll(formula)) if (command.test(match[1] ?? match[2] ?? '')) found.push({typed: match[0], start: pointIn(source, match.index, start)})
  })
  const [first] = found
  if (!first) return
  const also = found.length === 1 ? '' : ` (and ${found.length - 1} more like it)`
  report(file, 'stray-markup', {position: {start: first.start}}, `Unexpected formula \`${shown(first.typed.replaceAll(/\s+/g, ' '))}\`${also}, expected \`math: true\` in the metadata: it is printed as it was typed`, 'Add `math: true` to the front matter. To keep the signs as text, put a backslash before each dollar.')
}
