/** Lines that were typed as lines and are set as one, since nothing says that they end: bullets of a word processor, addresses. */
import type {Paragraph, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {areListed, areSpoken, areVerse} from './meant-lines.ts'
import {listMeant} from './meant-lists.ts'
import {report} from './report.ts'
import {linesOf} from './source-points.ts'

/** Where the lines of verse stay lines by themselves. */
const keepsVerse: ReadonlySet<string> = new Set(['epigraph', 'pullquote'])

/** Say which paragraphs run lines together that cannot be prose; they stay as they are. */
export function remarkJoinedLines() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (paragraph, _index, parent) => {
      const lines = linesOf(paragraph, String(file.value)).map(({text}) => text.replace(/^[ \t>]+/, ''))
      if (lines.length === 1 || !parent || keeps(parent, lines)) return
      if (lines.slice(0, -1).every(isEnded)) return
      const found = listIn(lines) ?? (areMetadata(paragraph, file) ? undefined : tableIn(lines) ?? speechIn(lines) ?? shortLinesIn(lines))
      if (found) report(file, 'joined-lines', paragraph, `Unexpected ${found.actual}, expected ${found.expected}: so they are set as one`, found.remedy)
    })
  }
}

type Found = {readonly actual: string; readonly expected: string; readonly remedy: string}

function listIn(lines: readonly string[]): Found | undefined {
  const list = listMeant(lines)
  return list && {actual: `lines that begin with ${list.typed}`, expected: 'a list', remedy: list.remedy}
}

/** Cells that tabs part. */
function tableIn(lines: readonly string[]): Found | undefined {
  const [cells = [], ...others] = lines.map(line => line.trim().split(/\t+/))
  if (cells.length === 1 || others.some(({length}) => length === 1)) return undefined
  return {
    actual: `lines with tabs, of which the first is \`${shown(lines)}\``,
    expected: 'a table',
    remedy: `Write each as a row, \`${rowOf(cells)}\`, below a row of heads and a line of hyphens, \`${rowOf(cells.map(() => '---'))}\`.`
  }
}

/** A row of a table as it is written. */
function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.trim().replaceAll('`', '').replaceAll('|', '\\|')).join(' | ')} |`
}

function speechIn(lines: readonly string[]): Found | undefined {
  if (!areSpoken(lines)) return undefined
  return {actual: `lines that begin with a name and a colon, of which the first is \`${shown(lines)}\``, expected: 'a sign that they are lines', remedy: 'Put an empty line between them, or end each but the last with a backslash, `\\`.'}
}

function shortLinesIn(lines: readonly string[]): Found | undefined {
  if (!areListed(lines)) return undefined
  return {actual: `short lines, of which the first is \`${shown(lines)}\``, expected: 'a sign that they are lines', remedy: 'End each but the last with a backslash, `\\`, where they are an address or the like; put verse between `:::verse` and `:::`.'}
}

/** They were told already. */
function areMetadata({position}: Paragraph, {messages}: VFile): boolean {
  return messages.some(({ruleId, line}) => ruleId === 'metadata-in-text' && line === position?.start.line)
}

function keeps(parent: Parents, lines: readonly string[]): boolean {
  if (parent.type === 'containerDirective') return parent.name === 'verse' || keepsVerse.has(parent.name) && areVerse(lines)
  return parent.type === 'blockquote' && areVerse(lines)
}

/** A backslash or two spaces end a line. */
function isEnded(line: string): boolean {
  return /\\$| {2}$/.test(line)
}

function shown([first = '']: readonly string[]): string {
  return first.trim().replaceAll('`', '').replace(/\t+/g, ' ')
}
