/** Word's formulas (Office MathML, ECMA-376 part 1, 22.1) as MathML. */
import type {Element as MathElement} from 'hast'
import {h} from 'hastscript'
import type {Element} from 'xast'
import {xmlText} from '../office-metadata.ts'
import {isFunction} from './symbols.ts'

/** Turn `m:oMath`, or `m:oMathPara` around several, into `math`; what is not known becomes an element that MathML does not know. */
export function mathOfOmml(element: Element): MathElement {
  const isDisplay = element.name === 'm:oMathPara'
  const formulas = isDisplay ? all(element, 'm:oMath') : [element]
  const lines = formulas.map(formula => row(formula))
  const body = lines.length === 1 ? lines : [h('mtable', lines.map(line => h('mtr', [h('mtd', [line])])))]
  return h('math', isDisplay ? {display: 'block'} : {}, body)
}

type Reader = (element: Element) => MathElement

const readers: Readonly<Record<string, Reader>> = {
  'm:r': run,
  'w:r': element => h('mtext', xmlText(element)),
  'm:f': fraction,
  'm:sSup': element => h('msup', [part(element, 'm:e'), part(element, 'm:sup')]),
  'm:sSub': element => h('msub', [part(element, 'm:e'), part(element, 'm:sub')]),
  'm:sSubSup': element => h('msubsup', [part(element, 'm:e'), part(element, 'm:sub'), part(element, 'm:sup')]),
  'm:sPre': element => h('mmultiscripts', [part(element, 'm:e'), h('mprescripts'), part(element, 'm:sub'), part(element, 'm:sup')]),
  'm:rad': element => isOn(element, 'm:degHide') || xmlText(one(element, 'm:deg')) === '' ? h('msqrt', [part(element, 'm:e')]) : h('mroot', [part(element, 'm:e'), part(element, 'm:deg')]),
  'm:nary': sum,
  'm:d': delimiters,
  'm:func': element => h('mrow', [part(element, 'm:fName'), part(element, 'm:e')]),
  'm:limLow': element => h('munder', [part(element, 'm:e'), part(element, 'm:lim')]),
  'm:limUpp': element => h('mover', [part(element, 'm:e'), part(element, 'm:lim')]),
  'm:m': element => h('mtable', all(element, 'm:mr').map(line => h('mtr', all(line, 'm:e').map(cell => h('mtd', [row(cell)]))))),
  'm:acc': element => h('mover', [part(element, 'm:e'), sign(setting(element, 'm:chr') ?? '\u0302')]),
  'm:bar': element => setting(element, 'm:pos') === 'top' ? h('mover', [part(element, 'm:e'), sign('¯')]) : h('munder', [part(element, 'm:e'), sign('_')]),
  'm:groupChr': element => h(setting(element, 'm:pos') === 'top' ? 'mover' : 'munder', [part(element, 'm:e'), sign(setting(element, 'm:chr') ?? '⏟')]),
  'm:eqArr': equations,
  'm:box': element => part(element, 'm:e'),
  'm:borderBox': element => h('menclose', {notation: 'box'}, [part(element, 'm:e')]),
  'm:phant': element => setting(element, 'm:show') === '0' ? h('mphantom', [part(element, 'm:e')]) : part(element, 'm:e'),
  'w:ins': row,
  'm:oMath': row
}

/** What says how a formula looks, or marks a place in it, and holds no words. */
const silent = /^(?:m:(?:\w+Pr|ctrlPr)|w:(?:rPr|bookmarkStart|bookmarkEnd|proofErr|del|comment\w+|permStart|permEnd))$/

function row(element: Element): MathElement {
  return h('mrow', elements(element).filter(({name}) => !silent.test(name)).map(child => (Object.hasOwn(readers, child.name) ? readers[child.name] : undefined)?.(child) ?? h('unknown')))
}

function elements(element: Element | undefined): readonly Element[] {
  return (element?.children ?? []).filter(child => child.type === 'element')
}

function all(element: Element, name: string): readonly Element[] {
  return elements(element).filter(child => child.name === name)
}

function one(element: Element | undefined, name: string): Element {
  return elements(element).find(child => child.name === name) ?? {type: 'element', name, attributes: {}, children: []}
}

function part(element: Element, name: string): MathElement {
  return row(one(element, name))
}

/** A setting of an element, which stands in its properties. */
function setting(element: Element, name: string): string | undefined {
  const properties = elements(element).find(child => /^m:\w+Pr$/.test(child.name) && child.name !== 'm:ctrlPr')
  const found = elements(properties).find(child => child.name === name)
  return found ? found.attributes['m:val'] ?? '' : undefined
}

function isOn(element: Element, name: string): boolean {
  const value = setting(element, name)
  return value !== undefined && !/^(?:0|off|false)$/.test(value)
}

function sign(text: string): MathElement {
  return h('mo', text)
}

const alphabets: Readonly<Record<string, string>> = {'double-struck': 'double-struck', script: 'script', fraktur: 'fraktur', 'sans-serif': 'sans-serif', monospace: 'monospace'}
const weights: Readonly<Record<string, string>> = {b: 'bold', bi: 'bold-italic', p: 'normal'}

/** A run holds words, or letters, numbers and operators one behind the other. */
function run(element: Element): MathElement {
  const text = all(element, 'm:t').map(xmlText).join('')
  if (isOn(element, 'm:nor')) return h('mtext', text)
  const style = setting(element, 'm:sty')
  const mathvariant = alphabets[setting(element, 'm:scr') ?? ''] ?? weights[style ?? '']
  const tokens = text.match(style === 'p' || isFunction(text) ? /\p{L}+|\d+(?:[.,]\d+)*|[^]/gu : /\p{L}\p{M}*|\d+(?:[.,]\d+)*|[^]/gu) ?? []
  return h('mrow', tokens.map(token => tokenOf(token, mathvariant)))
}

function tokenOf(token: string, mathvariant: string | undefined): MathElement {
  if (/^\p{L}/u.test(token)) return h('mi', mathvariant === undefined ? {} : {mathvariant}, token)
  if (/^\d/.test(token)) return h(mathvariant === 'bold' ? 'mi' : 'mn', mathvariant === 'bold' ? {mathvariant} : {}, token)
  return /^\s$/.test(token) ? h('mspace', {width: '0.3em'}) : h('mo', token)
}

function fraction(element: Element): MathElement {
  const type = setting(element, 'm:type')
  const looks = type === 'noBar' ? {linethickness: '0'} : type === 'skw' || type === 'lin' ? {bevelled: 'true'} : {}
  return h('mfrac', looks, [part(element, 'm:num'), part(element, 'm:den')])
}

/** A sum or an integral without a sign of its own is an integral. */
function sum(element: Element): MathElement {
  const head = sign(setting(element, 'm:chr') ?? '∫')
  const [isBare, hasNoTop] = [isOn(element, 'm:subHide'), isOn(element, 'm:supHide')]
  const isLimited = setting(element, 'm:limLoc') === 'undOvr'
  const [low, high] = [part(element, 'm:sub'), part(element, 'm:sup')]
  const names = isLimited ? {both: 'munderover', low: 'munder', high: 'mover'} : {both: 'msubsup', low: 'msub', high: 'msup'}
  const scripted = isBare && hasNoTop ? head : isBare ? h(names.high, [head, high]) : hasNoTop ? h(names.low, [head, low]) : h(names.both, [head, low, high])
  return h('mrow', [scripted, part(element, 'm:e')])
}

function delimiters(element: Element): MathElement {
  const [open, close, separators] = [setting(element, 'm:begChr') ?? '(', setting(element, 'm:endChr') ?? ')', setting(element, 'm:sepChr') ?? '|']
  return h('mfenced', {open, close, separators}, all(element, 'm:e').map(row))
}

/** Equations one below the other; `&` in them is where they are lined up. */
function equations(element: Element): MathElement {
  const lines = all(element, 'm:e').map(line => columnsOf(row(line)))
  const isAligned = lines.some(columns => columns.length > 1)
  return h('mtable', isAligned ? {columnalign: 'right left'} : {}, lines.map(columns => h('mtr', columns.map(column => h('mtd', [...column])))))
}

function columnsOf(line: MathElement): readonly (readonly MathElement[])[] {
  const parts = line.children.flatMap(child => child.type !== 'element' ? [] : child.tagName === 'mrow' ? child.children : [child]).filter(child => child.type === 'element')
  const columns: MathElement[][] = [[]]
  for (const part of parts) {
    if (part.tagName === 'mo' && part.children.some(child => child.type === 'text' && child.value === '&')) columns.push([])
    else columns.at(-1)?.push(part)
  }
  return columns
}
