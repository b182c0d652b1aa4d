/** What stands around the text of a web page: its site's navigation, boxes beside it, comments, the foot. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import type {Remark} from './imported.ts'
import {lost} from './imported.ts'

const roles = ['navigation', 'banner', 'contentinfo', 'complementary', 'search']

/** Classes and ids as sites name such parts. */
const names = /^(?:(?:site|page|main|global)[-_]?(?:header|footer|nav)|comments?(?:[-_](?:area|list|section))?|respond|sidebar|share|sharing|share[-_]?(?:buttons|links)|social(?:[-_](?:links|share))?|related(?:[-_](?:posts|articles))?|breadcrumbs?|cookies?(?:[-_](?:banner|notice|consent))?|newsletter(?:[-_]signup)?|adverts?|advertisement|navbar|nav|menu|pagination|widget(?:[-_]area)?|skip[-_]link)$/i

/** A part that holds more of a page's words than this is its text, whatever it is called. */
const mostOfPage = 1 / 3

/** Take the furniture out of a page, which is changed; each piece is told by its first words. */
export function takeFurniture(page: Root): readonly Remark[] {
  const facts = {length: lengthOf(page), heads: elementsIn(page).filter(({tagName}) => tagName === 'h1').length, targets: targetsIn(page)}
  const remarks: Remark[] = []
  visit(page, 'element', (element, index, parent) => {
    if (['article', 'main', 'blockquote'].includes(element.tagName)) return SKIP
    if (!parent || index === undefined || !isFurniture(element, facts) || lengthOf(element) > facts.length * mostOfPage) return undefined
    const words = wordsOf(element)
    if (words !== '' && element.tagName !== 'nav') remarks.push(lost(`what stands around the text: “${words.length > 50 ? `${words.slice(0, 50).trimEnd()}…` : words}”`))
    parent.children.splice(index, 1)
    return index
  })
  return remarks
}

/** Take out the signs behind heads that lead to themselves. */
export function takeHeadLinks(page: Root): void {
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined || parent.type !== 'element' || !/^h[1-6]$/.test(parent.tagName) || element.tagName !== 'a') return undefined
    const {href} = element.properties
    if (!/^[¶#§🔗\s]*$/u.test(textOf(element)) || typeof href !== 'string' || !href.includes('#')) return undefined
    parent.children.splice(index, 1)
    return index
  })
}

/** `heads`: how many of rank 1 there are; `targets`: the ids that links inside the page lead to. */
type Facts = {readonly length: number; readonly heads: number; readonly targets: ReadonlySet<string>}

function isFurniture(element: Element, facts: Facts): boolean {
  const {tagName, properties: {role, className, id, title}} = element
  if (tagName === 'header') return isSiteHeader(element, facts)
  // Notes stand in such elements too: links from the text lead into them.
  if (tagName === 'footer' || tagName === 'aside') return !elementsIn(element).some(({properties: {id: inner}}) => typeof inner === 'string' && facts.targets.has(inner))
  // LibreOffice writes running heads and feet so.
  if (tagName === 'div' && (title === 'header' || title === 'footer')) return true
  return tagName === 'nav' || roles.includes(String(role)) || [...Array.isArray(className) ? className : [], id].some(name => typeof name === 'string' && names.test(name))
}

/** A header with the page's only head of rank 1, or that of a section, belongs to the text. */
function isSiteHeader(header: Element, {heads}: Facts): boolean {
  const inside = elementsIn(header).map(({tagName}) => tagName)
  if (!inside.some(name => /^h[1-6]$/.test(name))) return true
  return inside.includes('nav') && heads > inside.filter(name => name === 'h1').length
}

/** An element or a page's elements, itself first. */
function elementsIn(node: Root | Element): readonly Element[] {
  const elements: Element[] = []
  visit(node, 'element', element => {
    elements.push(element)
  })
  return elements
}

function targetsIn(page: Root): ReadonlySet<string> {
  const links = elementsIn(page).flatMap(({tagName, properties: {href}}) => tagName === 'a' && typeof href === 'string' ? [href] : [])
  return new Set(links.filter(href => href.startsWith('#') && href.length > 1).map(href => href.slice(1)))
}

function wordsOf(element: Element): string {
  const words: string[] = []
  visit(element, 'text', ({value}) => {
    words.push(value)
  })
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function lengthOf(node: Root | Element): number {
  return textOf(node).replace(/\s+/g, '').length
}
