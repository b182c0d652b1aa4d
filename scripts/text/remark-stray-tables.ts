/** Tables without their row of hyphens, or with too short a one: Markdown takes them for a paragraph. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {linesOf} from './source-points.ts'

/** A line of a paragraph that is a row: a bar at either end, none with a backslash. */
const row = /^[ \t>]*\|.*(?<!\\)\|[ \t]*$/
const hyphens = /^[ \t>]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/

/** Say which paragraphs are tables that lack something; they stay as they are. */
export function remarkStrayTables() {
  return (tree: Root, file: VFile): void => visit(tree, 'paragraph', paragraph => {
    const lines = linesOf(paragraph, String(file.value)).map(({text}) => text)
    if (lines.length < 2 || !lines.every(line => row.test(line))) return
    const [head = '', second = ''] = lines
    const [columns, given] = [columnsOf(head), columnsOf(second)]
    if (!hyphens.test(second)) report(file, 'unreadable-table', paragraph, 'Unexpected rows between bars without a row of hyphens below the first, expected a table with one: they are set as a paragraph', `Write \`|${'---|'.repeat(Math.min(columns, 12))}\` below the heads.`)
    else if (given !== columns) report(file, 'unreadable-table', paragraph, `Unexpected ${given} ${given === 1 ? 'column' : 'columns'} in the row of hyphens, expected ${columns}, as many as the head has: the rows are set as a paragraph`, `Write \`|${'---|'.repeat(Math.min(columns, 12))}\` below the heads.`)
  })
}

/** The cells between the bars. */
function columnsOf(line: string): number {
  return line.replaceAll(/\\\|/g, '').split('|').length - 2
}
