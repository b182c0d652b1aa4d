/** Formulas in TeX become MathML, which needs no script to be shown. */
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Formula} from './engines.ts'
import {spokenFormula} from './formula-speech/speak.ts'
import {report} from './report.ts'

/** Replace what remark-math found, with words in a BCP 47 language for who hears it, its TeX where it has none. Without a function for it nothing is a formula, whatever its class. */
export function rehypeMath({formula: convert, lang}: {readonly formula: Formula | undefined; readonly lang: string}) {
  return (tree: Root, file: VFile): void => {
    if (!convert) return
    visit(tree, 'element', (element, index, parent) => {
      const formula = element.tagName === 'pre' || isAlone(element, file) ? element.children.find(child => child.type === 'element') : element
      if (!parent || index === undefined || formula?.type !== 'element' || !isFormula(formula)) return undefined
      const math = mathOf(textOf(formula).trim(), {convert, lang, displayMode: element !== formula, place: element, file})
      if (math) parent.children[index] = math
      return SKIP
    })
  }
}

/** Two dollars on either side on one line are a formula in the line, unless nothing else stands in the paragraph. */
function isAlone({tagName, children, position}: Element, file: VFile): boolean {
  return tagName === 'p' && children.length === 1 && String(file.value).slice(position?.start.offset, position?.end.offset).startsWith('$$')
}

function isFormula({tagName, properties}: Element): boolean {
  return tagName === 'code' && Array.isArray(properties.className) && properties.className.includes('language-math')
}

/** Only `mstyle` takes a style's attributes in an EPUB (MathML 3, 3.3.4); Temml writes them on any row. */
function asStyles(math: Element): void {
  visit(math, 'element', element => {
    const {scriptlevel, displaystyle} = element.properties
    if (element.tagName === 'mrow' && (scriptlevel !== undefined || displaystyle !== undefined)) element.tagName = 'mstyle'
  })
}

/** Convert a formula; one that cannot be read is an error, and stays as it was typed. */
function mathOf(tex: string, {convert, lang, displayMode, place, file}: {readonly convert: Formula; readonly lang: string; readonly displayMode: boolean; readonly place: Element; readonly file: VFile}): Element | undefined {
  const markup = convert(tex, displayMode)
  if (markup.fault !== undefined) {
    report(file, 'bad-formula', place, `Unexpected ${markup.fault} in the formula \`${tex.slice(0, 60)}\`, expected TeX`, 'Mend the formula; where a dollar is meant, write `\\$`.')
    return undefined
  }
  const [math] = fromHtml(markup.html, {fragment: true}).children
  if (math?.type !== 'element') return undefined
  asStyles(math)
  const readable: Element = {...math, properties: {...math.properties, alttext: spokenFormula(math, lang) ?? tex}, ...(place.position && {position: place.position})}
  // A box of its own, so that a formula in a line is set as one word, and one on lines of its own as a block.
  return displayMode ? {...h('div.display', [readable]), ...(place.position && {position: place.position})} : h('span.formula', [readable])
}
