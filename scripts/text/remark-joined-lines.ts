/** Lines that were typed as lines and are set as one, since nothing says that they end: bullets of a word processor, addresses. */
import type {Paragraph, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {linesOf} from './source-points.ts'

/** What keeps its lines anyway. */
const keepsLines: ReadonlySet<string> = new Set(['verse', 'epigraph'])

/** Say which paragraphs run lines together that cannot be prose; they stay as they are. */
export function remarkJoinedLines() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (paragraph, _index, parent) => {
      if (!parent || keeps(parent)) return
      const lines = linesOf(paragraph, String(file.value)).map(({text}) => text.replace(/^[ \t>]+/, ''))
      if (lines.length > 1) reportBullets(paragraph, lines, file)
      if (lines.length > 2 && isAddress(lines)) report(file, 'joined-lines', paragraph, `Unexpected short lines, of which the first is \`${shown(lines)}\`, expected a sign that they are lines: so they are set as one`, 'End each but the last with a backslash, `\\`, where they are an address or the like.')
    })
  }
}

function keeps(parent: Parents): boolean {
  return parent.type === 'containerDirective' && keepsLines.has(parent.name)
}

/** A sign that no sentence begins with, or a dash, which people who speak begin with: they too have lines of their own. */
function reportBullets(paragraph: Paragraph, lines: readonly string[], file: VFile): void {
  const [, bullet] = /^([•·‣▪●○◦■□–—])[ \t\u00A0]/u.exec(lines[0] ?? '') ?? []
  if (bullet === undefined || !lines.every(line => line.startsWith(bullet) && /^.[ \t\u00A0]/u.test(line)) || lines.slice(0, -1).every(isEnded)) return
  report(file, 'joined-lines', paragraph, `Unexpected lines that begin with \`${bullet}\`, expected a list: so they are set as one`, `Write \`- \` for \`${bullet}\` at the beginning of each${/[–—]/.test(bullet) ? ', or an empty line between them where people speak' : ''}.`)
}

const longestLine = 40

/** Short lines, none of which ends a sentence or goes on with one, and figures or an address of mail near their end. */
function isAddress(lines: readonly string[]): boolean {
  const areShort = !/^\p{L}+:/u.test(lines[0] ?? '') && lines.every(line => line.length < longestLine && !/[.!?;:…]["”’]?$/u.test(line) && /^(?:[\p{Lu}\p{N}(+]|\S+@)/u.test(line))
  return areShort && lines.slice(0, -1).some(line => !isEnded(line)) && lines.slice(-2).some(line => /\d{2}|\S@\S/.test(line))
}

/** A backslash or two spaces end a line. */
function isEnded(line: string): boolean {
  return /\\$| {2}$/.test(line)
}

function shown(lines: readonly string[]): string {
  return (lines[0] ?? '').trim()
}
