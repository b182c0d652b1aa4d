/** Formulas of a draft: those that can be read become TeX, the others a mark in the text that an editor sees. */
import type {Element, Parents, Root} from 'hast'
import {h} from 'hastscript'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Remark} from '../imported.ts'
import {guessed, lost} from '../imported.ts'
import {texOf} from './tex.ts'

const mark = '[formula]'
const mostTold = 20

/** What programs put around a formula, with a second form of it for other readers. */
const wrappers = ['katex', 'katex-display', 'mwe-math-element', 'MathJax']

/** Replace each `math` of a tree (which is changed) by an element `pamphleteer-formula` with `dataTex`, or by a mark. It holds a letter, since spaces around nothing would become one. */
export async function placeFormulas(tree: Root): Promise<readonly Remark[]> {
  const found = formulasIn(tree)
  if (found.length === 0) return []
  const {mathml} = await import('../../text/mathml.ts')
  const unread: string[] = []
  for (const {element, math, parent} of found) {
    const tex = texOf(math)
    const {html = ''} = tex === undefined ? {} : mathml(tex, isDisplay(math))
    const isWhole = tex !== undefined && tex !== '' && html !== '' && lettersOf(math) === letters(html.replace(/<[^>]*>/g, ''))
    if (!isWhole) unread.push(whereIs(element, parent))
    replace(element, parent, isWhole ? h('pamphleteer-formula', {dataTex: tex, dataDisplay: isDisplay(math) && isAlone(element, parent) ? 'true' : 'false'}, 'x') : undefined)
  }
  return remarksOf(found.length - unread.length, unread)
}

type Found = {readonly element: Element; readonly math: Element; readonly parent: Parents}

/** Each formula with what stands for it in the tree, itself or what is around it and its second form. */
function formulasIn(tree: Root): readonly Found[] {
  const found: Found[] = []
  visit(tree, 'element', (element, _, parent) => {
    const math = isWrapper(element) ? mathIn(element) : element.tagName === 'math' ? element : undefined
    if (!math || !parent) return undefined
    found.push({element, math, parent})
    return 'skip'
  })
  return found
}

function isWrapper({tagName, properties: {className}}: Element): boolean {
  return tagName === 'mjx-container' || Array.isArray(className) && className.some(name => wrappers.some(wrapper => wrapper === name))
}

function mathIn(element: Element): Element | undefined {
  let math: Element | undefined
  visit(element, 'element', inner => {
    if (inner.tagName === 'math') math ??= inner
  })
  return math
}

function isDisplay(math: Element): boolean {
  return math.properties.display === 'block'
}

/** In the middle of words nothing stands on a line of its own. */
function isAlone(element: Element, parent: Parents): boolean {
  const isOnly = parent.children.every(child => child === element || child.type === 'text' && child.value.trim() === '' || child.type === 'element' && child.tagName === 'a' && textOf(child) === '')
  return parent.type === 'root' || ['body', 'section', 'div', 'article', 'figure', 'main'].includes(parent.tagName) || parent.tagName === 'p' && isOnly
}

/** A formula with a line of its own needs no paragraph around it. */
function replace(element: Element, parent: Parents, formula: Element | undefined): void {
  if (parent.type === 'element' && parent.tagName === 'p' && formula?.properties['dataDisplay'] === 'true') {
    parent.tagName = 'div'
    parent.children = [formula]
    return
  }
  parent.children = parent.children.map(child => child === element ? formula ?? {type: 'text', value: mark} : child)
}

/** The letters and figures of a formula, in an order of their own: what is lost on the way is missing among them. */
function lettersOf(math: Element): string {
  const [only] = math.children.filter(child => child.type === 'element' && child.tagName === 'semantics')
  const shown = only?.type === 'element' ? only.children.find(child => child.type === 'element') : undefined
  return letters(shown ? textOf(shown) : textOf(math))
}

function letters(text: string): string {
  const plain = text.replace(/&(?:amp|lt|gt|quot|#x27);/g, '').normalize('NFKC').match(/[\p{Lu}\p{Ll}\p{Lo}\p{N}]/gu) ?? []
  return plain.toSorted().join('')
}

/** The last words in front of a formula. */
function whereIs(element: Element, parent: Parents): string {
  const before = parent.children.slice(0, parent.children.findIndex(child => child === element)).map(child => child.type === 'text' || child.type === 'element' ? textOf(child) : '').join('')
  const words = before.replace(/\s+/g, ' ').trim().split(' ').slice(-5).join(' ')
  return words === '' ? '' : ` behind “${words.slice(-60)}”`
}

function remarksOf(read: number, unread: readonly string[]): readonly Remark[] {
  const told = unread.slice(0, mostTold).map(place => lost(`a formula${place}: ${mark} stands in its place, write it as $TeX$`))
  const more = unread.length > mostTold ? [lost(`${unread.length - mostTold} more formulas: look for ${mark}`)] : []
  return [...read === 0 ? [] : [guessed(`${read === 1 ? 'a formula' : `${read} formulas`} as TeX: compare with the file`)], ...told, ...more]
}
