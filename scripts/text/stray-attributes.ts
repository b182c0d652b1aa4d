/** `{.class}`, `{align=left}`: attributes in braces where only other dialects have them. */
import type {Heading, Paragraph, Parents, PhrasingContent, Root, Table} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Line} from './source-points.ts'
import {linesOf, pointIn} from './source-points.ts'
import {shown} from './written.ts'

const mark = String.raw`[#.][\p{L}_][\p{L}\p{N}_:-]*`
/** A name of one letter may be a sum, `{x=1}`. */
const token = String.raw`(?:${mark}|[a-z][\w-]{1,40}=(?:"[^"{}\n]{0,80}"|[^\s"{}]{1,80}))`
const braces = String.raw`\{:?[ \t]*${token}(?:[ \t]+${token}){0,8}[ \t]*\}`

const alone = new RegExp(String.raw`^[ \t>]*(${braces})[ \t]*$`, 'u')
const begun = new RegExp(String.raw`^${braces}`, 'gu')
const spanned = new RegExp(String.raw`(?<=[^\\\]]\])\{[ \t]*${mark}[^{}\n]{0,80}\}`, 'gu')
/** At the end of a paragraph only an id or a class is no part of a sentence. */
const last = new RegExp(String.raw`(?<=\S[ \t]+)\{:?[ \t]*${mark}(?:[ \t]+${token}){0,8}[ \t]*\}[ \t]*$`, 'u')

/** Say where such braces stand as text: on a line of their own, at the end of a paragraph, behind words with a mark. */
export function reportStrayAttributes(tree: Root, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'table') reportBelowTable(node, file)
    if (node.type === 'paragraph' && !isBelowHead(node, beforeIn(parent, index), file) && !reportLines(node, file)) reportBehind(node, file)
  })
}

function beforeIn(parent: Parents | undefined, index: number | undefined): Parents['children'][number] | undefined {
  return index === undefined ? undefined : parent?.children[index - 1]
}

/** Attributes that open the text below a head are the head's: then it is told. */
function isBelowHead(paragraph: Paragraph, before: Parents['children'][number] | undefined, file: VFile): boolean {
  const [line] = linesOf(paragraph, String(file.value))
  const typed = line && alone.exec(line.text)?.[1]
  if (before?.type !== 'heading' || typed === undefined || !/^\{[ \t]*[#.]/.test(typed) || headOf(before, file).endsWith('}')) return false
  report(file, 'unknown-attribute', line, `Unexpected \`${shown(typed)}\` below its head, expected it on the head's line: so it stands on the page`, `Write \`${shown(headOf(before, file))} ${shown(typed)}\`. ${escape}`)
  return true
}

function headOf(heading: Heading, file: VFile): string {
  return linesOf(heading, String(file.value))[0]?.text ?? ''
}

/** Whether a line of a paragraph is nothing else, or the last one ends with some: then it is told. Colons before it are another's. */
function reportLines(paragraph: Paragraph, file: VFile): boolean {
  const lines = linesOf(withoutTaken(paragraph), String(file.value))
  const found = lines.find(({text}) => alone.test(text))
  if (found) tell(file, found, alone.exec(found.text)?.[1] ?? '')
  const end = lines.at(-1)
  const typed = end && !/^[ \t>]*:/.test(end.text) ? last.exec(end.text)?.[0] : undefined
  if (!found && end && typed !== undefined) tell(file, columnIn(end, typed), typed.trim())
  return found !== undefined || typed !== undefined
}

/** What was taken off for a picture stands in the source still. */
function withoutTaken(paragraph: Paragraph): Paragraph {
  const end = paragraph.children.at(-1)?.position?.end
  return paragraph.position && end ? {...paragraph, position: {...paragraph.position, end}} : paragraph
}

function columnIn({text, position: {start}}: Line, typed: string): Line {
  const indent = /^[ \t>]*/.exec(text)?.[0].length ?? 0
  const isFirst = start.column !== indent + 1
  return {text, position: {start: {line: start.line, column: text.lastIndexOf(typed) + (isFirst ? start.column : 1)}}}
}

const marked: ReadonlySet<PhrasingContent['type']> = new Set(['link', 'linkReference', 'strong', 'emphasis', 'delete', 'inlineCode'])

/** `**words**{.red}`, `[words]{.small}`. */
function reportBehind({children}: Paragraph, file: VFile): void {
  children.forEach((child, index) => {
    const start = child.type === 'text' ? child.position?.start : undefined
    if (child.type !== 'text' || !start) return
    const source = String(file.value).slice(start.offset, child.position?.end.offset)
    const before = children[index - 1]
    const found = [...before && marked.has(before.type) ? source.matchAll(begun) : [], ...source.matchAll(spanned)]
    for (const {index: at, 0: typed} of found) tell(file, {position: {start: pointIn(source, at, start)}}, typed)
  })
}

/** A line right below a table is its last row. */
function reportBelowTable({children}: Table, file: VFile): void {
  const row = children.at(-1)
  const source = String(file.value).slice(row?.position?.start.offset, row?.position?.end.offset)
  const typed = alone.exec(source)?.[1]
  if (row && typed !== undefined) tell(file, row, typed)
}

const escape = 'To keep the signs as text, put a backslash before the first.'

function tell(file: VFile, place: Parameters<typeof report>[2], typed: string): void {
  report(file, 'unknown-attribute', place, `Unexpected \`${shown(typed)}\`, expected such braces behind a head or the name of a directive, or behind a picture alone in its paragraph: so it stands on the page`, `Take it out; words take a class or an id in HTML, \`<span class="…" id="…">words</span>\`. ${escape}`)
}
