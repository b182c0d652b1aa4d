/** Paragraphs that begin with a tab or four spaces, as typewriters set them: Markdown takes them for code. */
import type {Code, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Say which indented blocks of code read like prose; in a fence everything is meant as code. */
export function remarkIndentedText() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', code => {
      if (isIndented(code, String(file.value)) && isProse(code.value)) report(file, 'indented-text', code, 'Unexpected indent before what reads like text, expected a paragraph at the margin: so it is set as code', 'Take the tab or the spaces away; where code is meant, put a line of three backticks above and below it.')
    })
  }
}

function isIndented({position, lang}: Code, source: string): boolean {
  return lang == null && position !== undefined && !/^[ \t>]*(?:`{3}|~{3})/.test(source.slice(position.start.offset, position.end.offset))
}

const fewestWords = 6
/** Signs that programs are full of, and sentences are not. */
const signsOfCode = /[{}<>=|\\^~#@$_;+*/[\]]|\w\(|--|::/gu
/** A capital, small letters, and a full stop or another mark at the end of a word. */
const sentence = /\p{Lu}[\s\S]*\p{Ll}[\s\S]*\p{Ll}[.!?…:,][”’"»)]*(?:\s|$)/u

/** Words in a row with the marks of a sentence, and hardly a sign of code. */
function isProse(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0
  return words >= fewestWords && (text.match(signsOfCode)?.length ?? 0) <= words / 20 && sentence.test(text)
}
