/** Formulas as MathML in raw HTML: brought to MathML Core, in the shape that it asks for, so that every edition can hold them. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {VFile} from 'vfile'
import {isBlank} from './content-model/kinds.ts'
import {spokenFormula} from './formula-speech/speak.ts'
import {report} from './report.ts'

/** Elements that hold text (MathML Core, 3.2). */
const tokens: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])
/** How many parts an element has (MathML Core, 3.3 and 3.4); the others take any number. */
const arity: Readonly<Record<string, number>> = {mfrac: 2, mroot: 2, msub: 2, msup: 2, msubsup: 3, mover: 2, munder: 2, munderover: 3}
/** What may stand in a formula; what says it over again in other words (`annotation`) goes. */
export const formulaTags: ReadonlySet<string> = new Set([...tokens, ...Object.keys(arity), 'math', 'merror', 'mfenced', 'mmultiscripts', 'mpadded', 'mphantom', 'mprescripts', 'mrow', 'mspace', 'msqrt', 'mstyle', 'mtable', 'mtd', 'mtr', 'none', 'semantics'])

/** Attributes of MathML Core, the same for every element; those of one alone do nothing on another. */
const attributes: readonly string[] = [
  'id', 'className', 'dir', 'display', 'alttext', 'displaystyle', 'scriptlevel', 'mathvariant', 'mathcolor', 'mathbackground', 'mathsize', 'form', 'fence', 'separator', 'lspace', 'rspace', 'stretchy', 'symmetric', 'minsize',
  'maxsize', 'largeop', 'movablelimits', 'linethickness', 'accent', 'accentunder', 'width', 'height', 'depth', 'voffset', 'columnSpan', 'columnspan', 'rowSpan', 'rowspan'
]
export const formulaAttributes: Readonly<Record<string, string[]>> = Object.fromEntries([...formulaTags].map(name => [name, [...attributes]]))

/** Settle every formula below a node, with a box of its own around it, so that in a line it is set as one word. */
export function settleFormulas(parent: Root | Element, file: VFile, lang: string): void {
  parent.children.forEach((child, index) => {
    if (child.type !== 'element') return
    if (child.tagName === 'math') parent.children[index] = boxed(formulaOf(child, file, lang), parent)
    else settleFormulas(child, file, lang)
  })
  parent.children.forEach((child, index) => {
    if (child.type === 'element') parent.children[index] = unwrapped(child)
  })
}

/** A formula on lines of its own is a block, which stands in no paragraph. */
function unwrapped(child: Element): Element {
  const [only, ...others] = child.tagName === 'p' ? child.children.filter(node => !isBlank(node)) : []
  const math = others.length === 0 && only?.type === 'element' && only.properties.className?.toString() === 'formula' ? only.children[0] : undefined
  if (math?.type !== 'element' || math.properties.display !== 'block') return child
  return {...h('div.display', [math]), ...(child.position && {position: child.position})}
}

function boxed(math: Element, parent: Root | Element): Element {
  const isAlone = math.properties.display === 'block' && (parent.type === 'root' || ['blockquote', 'div', 'section', 'td'].includes(parent.tagName))
  return {...isAlone ? h('div.display', [math]) : h('span.formula', [math]), ...(math.position && {position: math.position})}
}

/** A formula that is heard, too: as its author says it, else in words of its language, else as its signs. */
function formulaOf(math: Element, file: VFile, lang: string): Element {
  const children = shaped('math', math.children, file)
  const own = math.properties['alttext']
  const said = typeof own === 'string' && own.trim() !== '' ? own : spokenFormula({...math, children}, lang) ?? spoken(children)
  return {...math, properties: {...ownProperties(math, file), alttext: said}, children}
}

/** What is shown by where the parts of an element stand. */
const between: Readonly<Record<string, string>> = {mfrac: ' / ', msup: ' ^ ', msub: ' _ '}

function spoken(nodes: readonly ElementContent[], joint = ' '): string {
  const texts = nodes.flatMap(node => node.type !== 'element' ? [] : tokens.has(node.tagName) ? [textOf(node).trim()] : [`${/^m(?:sqrt|root)$/.test(node.tagName) ? '√ ' : ''}${spoken(node.children, between[node.tagName])}`])
  return texts.filter(text => text !== '').join(joint)
}

/** The children of an element in the shape that it asks for. */
function shaped(parent: string, children: readonly ElementContent[], file: VFile): ElementContent[] {
  const settled = children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return settle(child, file)
    return child.type === 'text' && !isBlank(child) ? [made('mtext', [child])] : []
  })
  const [part, around] = parent === 'mtable' ? ['mtr', 'mtd'] : parent === 'mtr' ? ['mtd', ''] : ['', '']
  if (part === '') return settled.map(child => child.type === 'element' && /^(?:mtr|mtd)$/.test(child.tagName) ? {...child, tagName: 'mrow', properties: {}, children: child.children.flatMap(inner => inner.type === 'element' && inner.tagName === 'mtd' ? inner.children : [inner])} : child)
  return settled.map(child => child.type === 'element' && child.tagName === part ? child : made(part, [around === '' ? child : made(around, [child])]))
}

function settle(element: Element, file: VFile): ElementContent[] {
  const {tagName} = element
  if (tokens.has(tagName)) return [{...element, properties: ownProperties(element, file), children: [{type: 'text', value: textOf(element)}]}]
  if (tagName === 'mspace') return [{...element, properties: ownProperties(element, file), children: []}, ...shaped('mrow', element.children, file)]
  const children = shaped(tagName, element.children, file)
  const settled = {...element, properties: ownProperties(element, file), children}
  if (tagName === 'mfenced') return [fenced(element, children)]
  if (tagName === 'mmultiscripts') return [isScripted(children) ? settled : made('mrow', children.filter(isWritten))]
  if (tagName === 'semantics' || tagName === 'math') return [made('mrow', children)]
  if (tagName === 'none' || tagName === 'mprescripts') return [{...settled, children: []}, ...children]
  return [arity[tagName] === undefined || arity[tagName] === children.length ? {...settled, children: children.filter(isWritten)} : made('mrow', children.filter(isWritten))]
}

/** What only stands for a script that is not there. */
function isWritten(node: ElementContent): boolean {
  return !(node.type === 'element' && (node.tagName === 'none' || node.tagName === 'mprescripts'))
}

/** A base, scripts in pairs, and behind a mark once more in pairs (MathML Core, 3.4.3). */
function isScripted(children: readonly ElementContent[]): boolean {
  const marks = children.flatMap((child, index) => child.type === 'element' && child.tagName === 'mprescripts' ? [index] : [])
  const [mark = children.length] = marks
  return marks.length <= 1 && mark % 2 === 1 && (marks.length === 0 || (children.length - mark - 1) % 2 === 0)
}

/** Core has no fences: they are signs. */
function fenced({properties}: Element, children: readonly ElementContent[]): Element {
  const sign = (value: unknown, otherwise: string) => made('mo', [{type: 'text', value: typeof value === 'string' ? value : otherwise}])
  const commas = typeof properties['separators'] === 'string' ? Array.from(properties['separators'].replaceAll(/\s/g, '')) : [',']
  const parted = children.flatMap((child, index) => index === 0 || commas.length === 0 ? [child] : [sign(commas[index - 1] ?? commas.at(-1), ','), child])
  return made('mrow', [sign(properties.open, '('), ...parted, sign(properties['close'], ')')])
}

function made(tagName: string, children: readonly ElementContent[]): Element {
  return {type: 'element', tagName, properties: {}, children: [...children]}
}

/** A name space says nothing that the element does not. */
function ownProperties(element: Element, file: VFile): Element['properties'] {
  const kept = Object.entries(element.properties).filter(([name]) => attributes.includes(name))
  const removed = Object.keys(element.properties).filter(name => !attributes.includes(name) && !/^xmlns/i.test(name) && element.tagName !== 'mfenced')
  if (removed.length > 0) report(file, 'removed-html', element, `Unexpected attribute ${removed.map(name => `\`${name}\``).join(', ')} on \`<${element.tagName}>\`, expected one of MathML Core`, 'It was taken out. Browsers leave it out as well.')
  return Object.fromEntries(kept)
}
