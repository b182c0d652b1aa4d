/** Parsing with dollars for formulas: apart, because its library takes longer to load than most manuscripts to parse. */
import type {Root} from 'mdast'
import remarkMath from 'remark-math'
import {parser, textDirectives} from './parse.ts'
import {parseVerse} from './verse-spaces.ts'

const withFormulas = parser(textDirectives)().use(remarkMath).freeze()

/** Parse one file as `parse` does; `$…$` is a formula in a line, `$$…$$` one on lines of its own. */
export function parseFormulas(text: string): Root {
  return parseVerse(text, verse => withFormulas.parse(verse))
}
