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
      const list = listMeant(lines)
      if (list) report(file, 'joined-lines', paragraph, `Unexpected lines that begin with ${list.typed}, expected a list: so they are set as one`, list.remedy)
      if (list || areMetadata(paragraph, file)) return
      if (areSpoken(lines)) report(file, 'joined-lines', paragraph, `Unexpected lines that begin with a name and a colon, of which the first is \`${shown(lines)}\`, expected a sign that they are lines: so they are set as one`, 'Put an empty line between them, or end each but the last with a backslash, `\\`.')
      else if (areListed(lines)) report(file, 'joined-lines', paragraph, `Unexpected short lines, of which the first is \`${shown(lines)}\`, expected a sign that they are lines: so they are set as one`, 'End each but the last with a backslash, `\\`, where they are an address or the like; put verse between `:::verse` and `:::`.')
    })
  }
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
  return first.trim().replaceAll('`', '')
}
