/** A stanza of `:::verse` may begin with a tab or with four spaces: Markdown would take its lines for code. */
import type {Paragraph, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** Stands for a blank while Markdown is read: a space to all but its indents, and none that anybody begins a line with. */
const stand = '\u205F'
const opening = /^ {0,3}:{3,}verse(?![\w-])/
const closing = /^ {0,3}:{3,}\s*$/
const fence = /^ {0,3}(?:`{3}|~{3})/
const codeIndent = /^(?: {4}| {0,3}\t)[ \t]*(?=\S)/

/** Parse with such indents hidden, one for one, so that every place stays that of the source. */
export function parseVerse(text: string, parse: (text: string) => Root): Root {
  return withoutStands(parse(withStands(text)))
}

function withStands(text: string): string {
  if (!text.includes(':::verse')) return text
  const lines = text.split('\n')
  const verses = linesOfVerse(lines)
  return lines.map((line, index) => verses.has(index) && codeIndent.test(line) && isStanzaStart(lines[index - 1]) ? line.replace(codeIndent, blanks => stand.repeat(blanks.length)) : line).join('\n')
}

function isStanzaStart(above = ''): boolean {
  return above.trim() === '' || opening.test(above)
}

/** The lines between the opening of a verse and its closing; no fence parts them. */
function linesOfVerse(lines: readonly string[]): ReadonlySet<number> {
  const marks = lines.flatMap((line, index) => opening.test(line) || closing.test(line) || fence.test(line) ? [index] : [])
  return new Set(marks.flatMap((mark, order) => {
    const next = marks[order + 1]
    const isVerse = next !== undefined && opening.test(lines[mark] ?? '') && closing.test(lines[next] ?? '')
    return isVerse ? Array.from({length: next - mark - 1}, (_, index) => mark + 1 + index) : []
  }))
}

function withoutStands(tree: Root): Root {
  visit(tree, 'paragraph', paragraph => {
    const [first] = paragraph.children
    if (first?.type === 'text' && first.value.startsWith(stand)) dropStands(paragraph)
  })
  return tree
}

/** Take the stands off a stanza, and the text that consists of them alone. */
function dropStands(stanza: Paragraph): void {
  const [first, ...rest] = stanza.children
  if (first?.type !== 'text') return
  const value = first.value.replace(/^\u205F+/, '')
  stanza.children = value === '' ? rest : [{...first, value}, ...rest]
}
