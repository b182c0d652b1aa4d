/** Where a page says which part of it is the text, that part is taken, and of what stands around it whatever belongs to a text. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {elementsIn} from '../elements.ts'
import type {Remark} from './imported.ts'
import {firstWords, lost} from './imported.ts'
import {spacedWords, targetsIn, withInner} from './page-elements.ts'
import {isHidden, unwanted} from './unwanted.ts'

type Outside = {readonly parts: ReadonlySet<Element>; readonly targets: ReadonlySet<string>; readonly left: Element[]}

const mostTold = 20

/** What people write, wherever it stands; sites are made of lists and boxes. */
const prose = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'figure', 'img', 'picture', 'table', 'pre', 'math', 'hr', 'br'])

/** The text of a page and what was left around it, each piece by its first words. */
export function mainPart(page: Root): {readonly children: Root['children']; readonly remarks: readonly Remark[]} {
  const body = elementsIn(page).find(({tagName}) => tagName === 'body') ?? page
  const parts = new Set(textParts(body))
  if (parts.size === 0) return {children: body.children, remarks: []}
  const outside: Outside = {parts, targets: targetsIn(body), left: []}
  return {children: body.children.flatMap(child => child.type === 'doctype' ? [] : keptOf(child, outside)), remarks: remarksOf(outside.left)}
}

/** An article alone is the text, also inside of the main part; else it is all of them. */
function textParts(body: Root | Element): readonly Element[] {
  const all = outermost(body, ['article', 'main'])
  const articles = outermost(body, ['article'])
  return all.length === 1 && articles.length === 1 ? articles : all
}

/** The elements of these names that stand in no other of them. */
function outermost(tree: Root | Element, names: readonly string[]): readonly Element[] {
  const found: Element[] = []
  visit(tree, 'element', element => {
    if (!names.includes(element.tagName)) return undefined
    found.push(element)
    return SKIP
  })
  return found
}

function keptOf(node: ElementContent, outside: Outside): readonly ElementContent[] {
  if (node.type !== 'element' || outside.parts.has(node) || isText(node, outside)) return [node]
  if (withInner(node).some(element => outside.parts.has(element))) return [{...node, children: node.children.flatMap(child => keptOf(child, outside))}]
  if (textOf(node).trim() !== '') outside.left.push(node)
  return []
}

/** What is written, what the text leads to, notes, and whatever holds the page's title; what is taken out later is told then. */
function isText(element: Element, {parts, targets}: Outside): boolean {
  const {tagName} = element
  const inside = withInner(element)
  if (inside.some(one => parts.has(one))) return false
  return prose.has(tagName) || unwanted.includes(tagName) || isHidden(element) || isNotes(element)
    || inside.some(({tagName: name, properties: {id}}) => name === 'h1' || typeof id === 'string' && targets.has(id))
}

/** A section of notes or sources says so in its name, its part or its head. */
function isNotes(element: Element): boolean {
  const {tagName, properties: {className, id, role}} = element
  const head = withInner(element).find(({tagName: name}) => /^h[1-6]$/.test(name))
  return /^(?:section|div|ol|aside|footer)$/.test(tagName)
    && [...Array.isArray(className) ? className : [], id, role, head && textOf(head).trim()].some(name => typeof name === 'string' && notes.test(name))
}

const notes = /^(?:doc-)?(?:foot|end)?notes?$|^(?:references|sources|bibliography|fu[sß]+noten|anmerkungen|quellen|literatur|bibliographie|notes de bas de page|notas|note|примечания|источники)$/iu

function remarksOf(left: readonly Element[]): readonly Remark[] {
  const more = left.slice(mostTold)
  const count = (elements: readonly Element[]) => elements.reduce((sum, element) => sum + spacedWords(element).split(' ').length, 0)
  return [
    ...left.slice(0, mostTold).map(element => lost(`what stands outside of the page's text: “${firstWords(spacedWords(element), 50)}” (${inWords(count([element]))})`)),
    ...more.length === 0 ? [] : [lost(`more that stands outside of the page's text (${inWords(count(more))})`)]
  ]
}

function inWords(count: number): string {
  return count === 1 ? '1 word' : `${count} words`
}
