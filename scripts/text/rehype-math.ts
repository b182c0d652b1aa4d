/** Formulas in TeX become MathML, which needs no script to be shown. */
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import temml from 'temml'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** What Temml sets a command in that it does not know, or may not follow. */
const errorColor = '#b22223'
const longest = 10_000

/** Replace what remark-math found. Without `active` nothing is a formula, whatever its class. */
export function rehypeMath({active}: {readonly active: boolean}) {
  return (tree: Root, file: VFile): void => {
    if (!active) return
    visit(tree, 'element', (element, index, parent) => {
      const formula = element.tagName === 'pre' ? element.children.find(child => child.type === 'element') : element
      if (!parent || index === undefined || formula?.type !== 'element' || !isFormula(formula)) return undefined
      const math = mathOf(textOf(formula).trim(), element !== formula, element, file)
      if (math) parent.children[index] = math
      return SKIP
    })
  }
}

function isFormula({tagName, properties}: Element): boolean {
  return tagName === 'code' && Array.isArray(properties.className) && properties.className.includes('language-math')
}

/** Convert a formula; one that cannot be read is an error, and stays as it was typed. */
function mathOf(tex: string, displayMode: boolean, place: Element, file: VFile): Element | undefined {
  const markup = markupOf(tex, displayMode)
  if ('fault' in markup) {
    report(file, 'bad-formula', place, `Unexpected ${markup.fault} in the formula \`${tex.slice(0, 60)}\`, expected TeX`, 'Mend the formula; where a dollar is meant, write `\\$`.')
    return undefined
  }
  const [math] = fromHtml(markup.html, {fragment: true}).children
  if (math?.type !== 'element') return undefined
  const readable: Element = {...math, properties: {...math.properties, alttext: tex}, ...(place.position && {position: place.position})}
  // A box of its own, so that a formula in a line is set as one word.
  return displayMode ? readable : h('span.formula', [readable])
}

function markupOf(tex: string, displayMode: boolean): {readonly html: string} | {readonly fault: string} {
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
  return message.split('\n')[0]?.replace(/^(?:ParseError: *)?Unexpected /i, '').replace(/,? expected.*$| at position .*$| at end of input:.*$/s, '').slice(0, 80) ?? 'sign'
}
