/** Quotation marks as TeX has them, and two commas for one that stands low. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Finding, Written} from './written.ts'
import {shown} from './written.ts'

/** ``` ``words'' ```: the first two are no code, since nothing ends it. */
export function texQuotes({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<![`\\])``(?=[\p{L}\p{N}])([^`'\n]{1,200}(?:'(?!')[^`'\n]{1,200}){0,3})''(?!')/gu)].map(({index: at, 1: words = ''}) => quotes(at, `\`\`${words}''`, words))
}

/** `,,Worte"`. */
export function lowCommas({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<![,\\\p{L}\p{N}]),,(?=\p{L})([^,"“”„'`\n]{1,200}(?:,(?!,)[^,"“”„'`\n]{1,200}){0,8})(?:["“”]|''|``)/gu)].map(({index: at, 0: typed, 1: words = ''}) => quotes(at, typed, words))
}

function quotes(at: number, typed: string, words: string): Finding {
  return {at, actual: `signs around ${typed.includes('`') ? `“${shown(words)}”` : `\`${shown(words)}\``}`, expected: `quotation marks, \`"${shown(words)}"\``, remedy: 'Write straight quotation marks: they are turned by the language.'}
}

/** Of two in a paragraph Markdown takes what stands between their beginnings for code. */
export function reportCodeQuotes(tree: Root, file: VFile): void {
  visit(tree, 'inlineCode', code => {
    const source = String(file.value).slice(code.position?.start.offset, code.position?.end.offset)
    const words = /^``([\p{L}\p{N}][^'`]{0,200}(?:'(?!')[^'`]{1,200}){0,3})''(?=[\s.,;:!?)])[^]*[\s(]``$/u.exec(source)?.[1]
    if (words !== undefined) report(file, 'stray-markup', code, `Unexpected signs around “${shown(words)}”, expected quotation marks, \`"${shown(words)}"\`: the text behind it is set as code`, 'Write straight quotation marks: they are turned by the language.')
  })
}
