/** MathML, from a web page, a book or a word processor, as TeX. */
import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {child, elementsOf, endsInBrace, innermost, isAligned, isApplication, isDelimiter, isTall, takesLimits, words} from './shapes.ts'
import {accentBelow, accentOver, nameOf, signs, textual} from './symbols.ts'

/**
 * What a formula is in TeX; undefined where it holds an element that is not known. `mfenced` stands for what a word
 * processor sets between delimiters that grow.
 */
export function texOf(math: Element): string | undefined {
  const annotated = annotation(math)
  if (annotated !== undefined) return annotated
  return isKnown(math) ? row(math).replace(/\\([a-zA-Z]+) +(?=[^a-zA-Z\s]|$)/g, '\\$1 ').replace(/\s+/g, ' ').trim() : undefined
}

/** TeX that the formula was made of, and that its maker kept beside it. */
function annotation(math: Element): string | undefined {
  const kept = elementsOf(elementsOf(math).find(({tagName}) => tagName === 'semantics')).find(({tagName, properties}) => tagName === 'annotation' && /^(?:application|text)\/x-(?:la)?tex$/i.test(String(properties['encoding'])))
  const text = kept ? textOf(kept).trim() : ''
  return text === '' ? undefined : text.replace(/^\{\\displaystyle\s+([^]*)\}$/, '$1').trim()
}

type Writer = (element: Element) => string

const writers: Readonly<Record<string, Writer>> = {
  math: row, mrow: row, mstyle: row, mpadded: row, merror: row, mtd: row, semantics: element => elementsOf(element).slice(0, 1).map(write).join(''),
  mi: identifier,
  // TeX sets room behind a comma, which parts the fraction off a number.
  mn: element => signs(words(element).replace(/\s+/g, '')).replace(/,(?=\d)/g, '{,}'),
  mo: operator,
  mtext: element => textual(textOf(element).replace(/\u00A0/g, ' ')),
  ms: element => textual(textOf(element)),
  mspace: spaceOf,
  mfrac: fraction,
  msqrt: element => `\\sqrt{${row(element).trim()}}`,
  mroot: element => `\\sqrt[${inner(element, 1)}]{${inner(element, 0)}}`,
  msub: element => `${base(element)}_${group(element, 1)}`,
  msup: superscript,
  msubsup: element => `${base(element)}_${group(element, 1)}^${group(element, 2)}`,
  munder: element => under(element, 1),
  mover: element => over(element, 1),
  munderover: underAndOver,
  mmultiscripts: before,
  mfenced: fenced,
  mtable: element => table(element, 'matrix'),
  mphantom: element => `\\phantom{${row(element).trim()}}`,
  menclose: element => `\\${enclosures[notationOf(element)] ?? ''}{${row(element).trim()}}`
}

const enclosures: Readonly<Record<string, string>> = {box: 'boxed', roundedbox: 'boxed', top: 'overline', bottom: 'underline', updiagonalstrike: 'cancel', downdiagonalstrike: 'bcancel'}

function notationOf(element: Element): string {
  return String(element.properties['notation']).trim()
}

/** Rows and tables are read where they stand; of several forms of one formula the first is. */
function isKnown(element: Element): boolean {
  const {tagName} = element
  const isNamed = Object.hasOwn(writers, tagName) || ['mtr', 'mprescripts', 'none'].includes(tagName)
  const isFit = tagName !== 'menclose' || Object.hasOwn(enclosures, notationOf(element))
  const read = tagName === 'semantics' ? elementsOf(element).slice(0, 1) : elementsOf(element)
  return isNamed && isFit && read.every(isKnown)
}

function write(element: Element): string {
  return writers[element.tagName]?.(element) ?? ''
}

/** What stands side by side; delimiters around something tall grow with it. */
function row(element: Element): string {
  const children = elementsOf(element)
  const text = inDelimiters(children) ?? children.filter((one, index) => one.tagName !== 'mspace' || !isApplication(children[index - 1])).map(write).join('')
  return /\bborder:/.test(String(element.properties.style)) ? `\\boxed{${text.trim()}}` : text
}

function inDelimiters(children: readonly Element[]): string | undefined {
  const [first, ...others] = children
  const [last, inside] = [others.at(-1), others.slice(0, -1)]
  if (!first || !last || !isDelimiter(first)) return undefined
  if (innermost(last)?.tagName === 'mtable' && inside.length === 0 && words(first) === '{') return between('{', [last], '')
  const grows = first.properties['stretchy'] !== 'false' && isDelimiter(last) && (isTall(inside) || words(last) === '')
  return grows ? between(words(first), inside, words(last)) : undefined
}

/** A brace with nothing at its other side before a table tells cases apart. */
function between(open: string, children: readonly Element[], close: string): string {
  const only = children.length === 1 ? innermost(children[0]) : undefined
  if (open === '{' && close === '' && only?.tagName === 'mtable') return table(only, 'cases')
  return `\\left${delimiter(open)} ${children.map(write).join('').trim()} \\right${delimiter(close)}`
}

function delimiter(sign: string): string {
  return sign === '' ? '.' : signs(sign).trim()
}

function fenced(element: Element): string {
  const {open = '(', close = ')', separators = ','} = element.properties
  const children = elementsOf(element)
  const separator = String(separators).trim().slice(0, 1)
  const parts = children.flatMap((child, index): readonly Element[] => index === 0 ? [child] : [{type: 'element', tagName: 'mo', properties: {}, children: [{type: 'text', value: separator}]}, child])
  const [before, after] = [String(open), String(close)]
  return isTall(children) || before === '' || after === '' ? between(before, parts, after) : `${signs(before)}${parts.map(write).join('').trim()}${signs(after)}`
}

const variants: Readonly<Record<string, string>> = {bold: 'mathbf', 'bold-italic': 'boldsymbol', 'double-struck': 'mathbb', script: 'mathcal', fraktur: 'mathfrak', 'sans-serif': 'mathsf', monospace: 'mathtt'}

function identifier(element: Element): string {
  const text = words(element)
  const variant = String(element.properties['mathvariant'] ?? element.properties['mathVariant'] ?? '')
  const command = variants[variant]
  if (command !== undefined) return `\\${command}{${signs(text).trim()}}`
  if (/^[\u{1D400}-\u{1D433}]$/u.test(text)) return `\\mathbf{${text.normalize('NFKC')}}`
  if (/^\p{L}[\p{L}\s]*\p{L}$/u.test(text.normalize('NFKC')) && variant !== 'italic') return nameOf(text)
  return variant === 'normal' && /^\p{Script=Latin}$/u.test(text) ? `\\mathrm{${text}}` : signs(text)
}

/** Operators that are words, such as `mod`, are set upright. */
function operator(element: Element): string {
  const text = words(element)
  return /^[a-zA-Z]{2,}$/.test(text) ? nameOf(text) : /^\s*\|\s*$/.test(text) ? '|' : signs(text)
}

/** A space that draws together is left to TeX. */
function spaceOf({properties: {width}}: Element): string {
  const size = Number.parseFloat(String(width ?? '0'))
  return size < 0 ? '' : size >= 1 ? '\\quad ' : '\\,'
}

function fraction(element: Element): string {
  const parts = `{${inner(element, 0)}}{${inner(element, 1)}}`
  if (element.properties['bevelled'] === 'true') return `${group(element, 0)}/${group(element, 1)}`
  return /^0(?:px|pt|em|ex|in|cm|mm|%)?$/.test(String(element.properties['linethickness'] ?? '')) ? `\\genfrac{}{}{0pt}{}${parts}` : `\\frac${parts}`
}

function inner(element: Element, index: number): string {
  return write(child(element, index)).trim()
}

function group(element: Element, index: number): string {
  return `{${inner(element, index)}}`
}

/** What carries a script: one sign or a command without its own script, else a group. */
function base(element: Element): string {
  const text = inner(element, 0)
  return /^(?:.|\\[a-zA-Z]+|\\[a-zA-Z]+\{[^{}]*\}|\d+)?$/u.test(text) ? text === '' ? '{}' : text : `{${text}}`
}

function superscript(element: Element): string {
  const mark = words(child(element, 1))
  return child(element, 1).tagName === 'mo' && /^['′]+$/.test(mark) ? `${base(element)}${"'".repeat(mark.length)}` : `${base(element)}^${group(element, 1)}`
}

function under(element: Element, index: number): string {
  const limits = takesLimits(child(element, 0))
  if (limits !== undefined) return `${limited(element)}${limits}_${group(element, index)}`
  const command = accentBelow(words(child(element, index)))
  if (command !== undefined) return `\\${command}{${inner(element, 0)}}`
  return endsInBrace(child(element, 0), 'munder') ? `${inner(element, 0)}_${group(element, index)}` : `\\underset{${inner(element, index)}}{${inner(element, 0)}}`
}

function over(element: Element, index: number): string {
  const limits = takesLimits(child(element, 0))
  if (limits !== undefined) return `${limited(element)}${limits}^${group(element, index)}`
  const command = accentOver(words(child(element, index)), words(child(element, 0)).length > 1)
  if (command !== undefined) return `\\${command}{${inner(element, 0)}}`
  return endsInBrace(child(element, 0), 'mover') ? `${inner(element, 0)}^${group(element, index)}` : `\\overset{${inner(element, index)}}{${inner(element, 0)}}`
}

/** A word that takes limits is an operator, whatever TeX knows of it. */
function limited(element: Element): string {
  const text = words(child(element, 0)).replace(/\s+/g, '')
  return /^arg(?:max|min)$/.test(text) ? `\\operatorname*{${text}}` : /^[a-zA-Z]+$/.test(text) ? nameOf(text).trim() : inner(element, 0)
}

function underAndOver(element: Element): string {
  const limits = takesLimits(child(element, 0))
  if (limits !== undefined) return `${limited(element)}${limits}_${group(element, 1)}^${group(element, 2)}`
  return `\\underset{${inner(element, 1)}}{\\overset{${inner(element, 2)}}{${inner(element, 0)}}}`
}

/** Scripts behind a term, and those in front of it. */
function before(element: Element): string {
  const [first, ...scripts] = elementsOf(element)
  const at = scripts.findIndex(({tagName}) => tagName === 'mprescripts')
  const [behind, ahead] = at === -1 ? [scripts, []] : [scripts.slice(0, at), scripts.slice(at + 1)]
  return `${ahead.length === 0 ? '' : `{}${scriptsOf(ahead)}`}{${first ? write(first).trim() : ''}}${scriptsOf(behind)}`
}

function scriptsOf(scripts: readonly Element[]): string {
  return scripts.map((script, index) => write(script) === '' ? '' : `${index > 1 && index % 2 === 0 ? '{}' : ''}${index % 2 === 0 ? '_' : '^'}{${write(script).trim()}}`).join('')
}

/** Equations one below the other are lined up where their columns say so. */
function table(element: Element, kind: 'matrix' | 'cases'): string {
  const rows = elementsOf(element).map(line => elementsOf(line).map(cell => row(cell).trim()).join(' & '))
  const name = kind === 'matrix' && isAligned(element) ? 'aligned' : kind
  return `\\begin{${name}} ${rows.join(' \\\\ ')} \\end{${name}}`
}
