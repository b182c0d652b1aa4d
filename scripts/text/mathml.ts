/** TeX to MathML, by Temml: loaded only where a manuscript has formulas. */
import temml from 'temml'
import type {Markup} from './engines.ts'

/** What Temml sets a command in that it does not know, or may not follow. */
const errorColor = '#b22223'
const longest = 10_000

/** Convert a formula; nothing that it says is followed, and its macros are bounded. */
export function mathml(tex: string, displayMode: boolean): Markup {
  if (tex.length > longest) return {fault: `length of ${tex.length} characters`}
  try {
    const html = temml.renderToString(tex, {displayMode, throwOnError: true, trust: false, errorColor, maxExpand: 1_000, maxSize: [20, 50]})
    const unknown = html.includes(errorColor) ? /\\[a-zA-Z]+/.exec(html.slice(html.indexOf(errorColor)))?.[0] ?? 'command' : undefined
    return unknown === undefined ? {html} : {fault: `\`${unknown}\``}
  } catch (error) {
    // Anything that the library throws is about the formula, a stack that is too small for it included.
    return {fault: error instanceof Error ? faultIn(error.message) : 'sign'}
  }
}

/** Temml's own words without the formula, which it repeats: `Expected '}' at position …`. */
function faultIn(message: string): string {
  const [said = ''] = message.trim().split('\n')
  if (said.startsWith('Cannot read')) return 'end'
  const got = /^Expected .*, got '(.+?)' at /.exec(said)?.[1]
  if (got !== undefined) return got === 'EOF' ? 'end' : `\`${got}\``
  if (said.startsWith('Expected ')) return `end: no ${said.slice(9).replace(/ at .*$/s, '').slice(0, 80)}`
  return said.replace(/^(?:ParseError: *)?Unexpected:? /i, '').replace(/,? expected.*$| at position .*$| at end of input:.*$/s, '').replace(/^(?:[A-Z])(?=[a-z])/, letter => letter.toLowerCase()).slice(0, 80)
}
