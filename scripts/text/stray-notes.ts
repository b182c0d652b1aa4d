/** Notes that are marked as on a typewriter: `[1]` in the text, and `[1] Words` below it. */
import type {Paragraph, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Finding, Written} from './written.ts'

/** Say where a paragraph begins with a number in brackets that the text names, too; a list of sources that nothing refers to may have them. */
export function reportStrayNotes(tree: Root, file: VFile): void {
  const named = new Set<string>()
  const begun: {readonly paragraph: Paragraph; readonly number: string}[] = []
  visit(tree, 'paragraph', paragraph => {
    const source = String(file.value).slice(paragraph.position?.start.offset, paragraph.position?.end.offset)
    const [mark, number] = /^\[(\d{1,3})\]:?[ \t]+(?=[\p{L}\p{N}"“„«‘(*_])/u.exec(source) ?? []
    if (number !== undefined) begun.push({paragraph, number})
    for (const [, each = ''] of source.slice(mark?.length).matchAll(/(?<!\\)\[(\d{1,3})\](?![[(:])/g)) named.add(each)
  })
  const [first, ...others] = begun.filter(({number}) => named.has(number))
  if (!first) return
  const also = others.length === 0 ? '' : ` (and ${others.length} more like it)`
  report(file, 'stray-markup', first.paragraph, `Unexpected note behind \`[${first.number}]\`${also}, expected \`[^${first.number}]:\`: it is printed as it was typed`, `Write \`[^${first.number}]\` in the text, and \`[^${first.number}]: \` before the note. To keep the signs as text, put a backslash before the first bracket.`)
}

/** `[^ 1]`: a label with a space at its side. */
export function spacedLabels({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<!\\)\[\^(?=[ \t]|[^\]\s]+[ \t]\])[ \t]*([^\]\s]{1,40})[ \t]*\]/g)].map(({index: at, 0: typed, 1: label = ''}) => (
    {at, actual: `space in \`${typed}\``, expected: `\`[^${label}]\``, remedy: 'Take the space out.'}
  ))
}
