/** Parsing with dollars for formulas: apart, because its library takes longer to load than most manuscripts to parse. */
import type {Root} from 'mdast'
import remarkMath from 'remark-math'
import {visit} from 'unist-util-visit'
import {parser, textDirectives} from './parse.ts'
import {parseVerse} from './verse-spaces.ts'

const withFormulas = parser(textDirectives)().use(remarkMath).freeze()

/** Parse one file as `parse` does; `$…$` is a formula in a line, `$$…$$` one on lines of its own. */
export function parseFormulas(text: string): Root {
  return parseVerse(text, verse => withSums(withFormulas.parse(verse), verse))
}

/**
 * Sums of money are text again, `$15 to $20`: the dollars of a formula stand right at its signs, and no figure follows the
 * second (so Pandoc has it, too).
 */
function withSums(tree: Root, text: string): Root {
  visit(tree, 'inlineMath', ({position}, index, parent) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start === undefined || end === undefined || index === undefined || !parent) return
    const source = text.slice(start, end)
    if (/^\$(?!\$)\s|^\$(?!\$)[^]*\s\$$/.test(source) || (!source.startsWith('$$') && /^\d/.test(text.slice(end)))) parent.children.splice(index, 1, {type: 'text', value: source, ...(position && {position})})
  })
  return tree
}
