/** Tables without their row of hyphens, with too short a one, or with empty lines between their rows: Markdown takes them for paragraphs. */
import type {Paragraph, Parents, Root, RootContent, Table} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {linesOf} from './source-points.ts'

/** A line of a paragraph that is a row: a bar at either end, none with a backslash. */
const row = /^[ \t>]*\|.*(?<!\\)\|[ \t]*$/
const hyphens = /^[ \t>]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/

/** Say which paragraphs are tables that lack something; they stay as they are. */
export function remarkStrayTables() {
  return (tree: Root, file: VFile): void => visit(tree, node => {
    if (node.type === 'paragraph') reportRows(node, file)
    else if ('children' in node && node.type !== 'table') reportParted(node, file)
  })
}

function reportRows(paragraph: Paragraph, file: VFile): void {
  const lines = linesOf(paragraph, String(file.value)).map(({text}) => text)
  if (lines.length < 2 || !lines.every(line => row.test(line))) return
  const [head = '', second = ''] = lines
  const [columns, given] = [columnsOf(head), columnsOf(second)]
  if (!hyphens.test(second)) report(file, 'unreadable-table', paragraph, 'Unexpected rows between bars without a row of hyphens below the first, expected a table with one: they are set as a paragraph', `Write \`|${'---|'.repeat(Math.min(columns, 12))}\` below the heads.`)
  else if (given !== columns) report(file, 'unreadable-table', paragraph, `Unexpected ${given} ${given === 1 ? 'column' : 'columns'} in the row of hyphens, expected ${columns}, as many as the head has: the rows are set as a paragraph`, `Write \`|${'---|'.repeat(Math.min(columns, 12))}\` below the heads.`)
}

/** Single rows one behind the other, or behind a table. */
function reportParted({children}: Parents, file: VFile): void {
  let run: Paragraph[] = []
  let above: RootContent | undefined
  for (const child of [...children, undefined]) {
    if (child?.type === 'paragraph' && isRow(child, run.length === 0 ? above : undefined, file)) run.push(child)
    else {
      const [first] = run
      if (first && (run.length > 1 || above?.type === 'table')) tellParted(first, file)
      run = []
      above = child
    }
  }
}

/** Right behind a table whose rows have no bars at their ends one needs none, either, where it has as many columns. */
function isRow(paragraph: Paragraph, above: RootContent | undefined, file: VFile): boolean {
  const [line, ...others] = linesOf(paragraph, String(file.value)).map(({text}) => text)
  if (line === undefined || others.length > 0) return false
  const isBare = above?.type === 'table' && isBarless(above, file) && /\S[ \t]+\|[ \t]+\S/.test(line) && columnsOf(`|${line}|`) === above.align?.length
  return isBare || (row.test(line) && columnsOf(line) > 1)
}

function isBarless({position}: Table, file: VFile): boolean {
  return String(file.value).charAt(position?.start.offset ?? -1) !== '|'
}

function tellParted(first: Paragraph, file: VFile): void {
  report(file, 'unreadable-table', first, 'Unexpected empty lines between the rows of a table, expected none: they are set as paragraphs', 'Take the empty lines out, so that each row stands right below the one before.')
}

/** The cells between the bars. */
function columnsOf(line: string): number {
  return line.replaceAll(/\\\|/g, '').split('|').length - 2
}
