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
  return lines.map((line, index) => codeIndent.test(line) && isStanzaStart(lines[index - 1]) && isInVerse(lines, index) ? line.replace(codeIndent, blanks => stand.repeat(blanks.length)) : line).join('\n')
}

function isStanzaStart(above = ''): boolean {
  return above.trim() === '' || opening.test(above)
}

/** A verse is open above the line, and closed below it; no fence parts them. */
function isInVerse(lines: readonly string[], index: number): boolean {
  const above = lines.slice(0, index).findLast(line => opening.test(line) || closing.test(line) || fence.test(line))
  const below = lines.slice(index).find(line => opening.test(line) || closing.test(line) || fence.test(line))
  return above !== undefined && opening.test(above) && below !== undefined && closing.test(below)
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
