/** Signs that other dialects of Markdown have: `H~2~O`, `x^2^`, `==marked==`, a definition behind a colon. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {linesOf} from './source-points.ts'
import type {Finding, Search, Written} from './written.ts'
import {shown} from './written.ts'

/** What finds them in a text, where nothing else can be meant. */
export const foreignSigns: readonly Search[] = [
  {sign: '~', find: subscripts},
  {sign: '^', find: superscripts},
  {sign: '==', find: markedWords}
]

/** `CO~2~`: behind a letter, for `10~20~30` is what it is. */
function subscripts({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<=\p{L}|\))~([\p{L}\p{N}+−-]{1,8})~(?!~)/gu)].map(({index: at, 0: typed, 1: words = ''}) => (
    {at, actual: `tildes in \`${typed}\``, expected: `\`<sub>${words}</sub>\``, remedy: 'Write the tags where it stands low; words are struck through between two tildes on either side.'}
  ))
}

/** `x^2^`, `19^th^`. */
function superscripts({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+−-]{1,8})\^(?![\^\p{L}\p{N}])/gu)].map(({index: at, 0: typed, 1: words = ''}) => (
    {at, actual: `signs in \`${typed}\``, expected: `\`<sup>${words}</sup>\``, remedy: 'Write the tags where it is raised.'}
  ))
}

/** `==marked==`. */
function markedWords({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<![=\p{L}\p{N}\\])==(?=\p{L})([^=\n]{1,100}?[\p{L}\p{N}.,!?])==(?![=\p{L}\p{N}])/gu)].map(({index: at, 1: words = ''}) => (
    {at, actual: `signs around \`${shown(words)}\``, expected: `\`<mark>${shown(words)}</mark>\``, remedy: 'Write the tags, or stars for words that are stressed.'}
  ))
}

/** A line that an editor wrapped before a colon, as French has it, is longer. */
const longestTerm = 40

/** Say where a colon begins the line below a term: Markdown has no lists of terms. */
export function reportDefinitions(tree: Root, file: VFile): void {
  visit(tree, 'paragraph', paragraph => {
    const [term, meaning] = linesOf(paragraph, String(file.value))
    const words = term?.text.trim().replaceAll(/^[*_]+|[*_]+$/g, '') ?? ''
    if (!meaning || !/^[ \t>]*:[ \t]+\S/.test(meaning.text) || words.length > longestTerm || /[.!?:;,]$/.test(words)) return
    report(file, 'stray-markup', meaning, `Unexpected colon below \`${shown(words)}\`, expected no list of terms: it is printed as it was typed`, `Write \`**${shown(words)}**: …\` on one line, as an item of a list or a paragraph. To keep the colon as text, put a backslash before it.`)
  })
}

const contents = /^(?:\[{1,2}_?toc_?\]{1,2}|\{:toc\}|\{\{toc\}\}|\\tableofcontents)$/i

/** Say where a paragraph is the sign of a list of contents, as other programs have it. */
export function reportContentsSigns(tree: Root, file: VFile): void {
  visit(tree, 'paragraph', paragraph => {
    const typed = String(file.value).slice(paragraph.position?.start.offset, paragraph.position?.end.offset).trim()
    if (contents.test(typed) && !paragraph.children.some(({type}) => type === 'linkReference')) report(file, 'stray-markup', paragraph, `Unexpected \`${typed}\`, expected no sign of the contents: it is printed as it was typed`, 'Take it out: the contents come by themselves, from the heads.')
  })
}
