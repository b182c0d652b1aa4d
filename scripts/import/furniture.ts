/** What stands around the text of a web page: its site's navigation, boxes beside it, comments, the foot. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {elementsIn} from '../elements.ts'
import type {Remark} from './imported.ts'
import {firstWords, lost} from './imported.ts'
import {spacedWords, targetsIn, withInner} from './page-elements.ts'

const roles = ['navigation', 'banner', 'contentinfo', 'complementary', 'search']

/** Classes and ids as sites name such parts. */
const names = /^(?:(?:site|page|main|global)[-_]?(?:header|footer|nav)|comments?(?:[-_](?:area|list|section))?|respond|sidebar|share|sharing|share[-_]?(?:buttons|links)|social(?:[-_](?:links|share))?|related(?:[-_](?:posts|articles))?|breadcrumbs?|cookies?(?:[-_](?:banner|notice|consent))?|newsletter(?:[-_]signup)?|adverts?|advertisement|navbar|nav|menu|pagination|widget(?:[-_]area)?|skip[-_]link)$/i

/** What an article's own parts of that kind are called. */
const namesInText = /^(?:(?:post|entry|article)[-_](?:meta|footer|tags|share)|tags?[-_](?:links|list)|cat[-_]links|author[-_](?:box|bio)|post[-_]navigation)$/i

/** A part that holds more of a page's words than this is its text, whatever it is called. */
const mostOfPage = 1 / 3

/** Take the furniture out of a page, which is changed; each piece is told by its first words. */
export function takeFurniture(page: Root): readonly Remark[] {
  const facts = {length: lengthOf(page), heads: elementsIn(page).filter(({tagName}) => tagName === 'h1').length, targets: targetsIn(page)}
  return takeFrom(page, facts, isFurniture)
}

type Kind = (element: Element, facts: Facts) => boolean

/** In an article only what its name gives away goes: its boxes and heads are its own. */
function takeFrom(part: Root | Element, facts: Facts, isMeant: Kind): readonly Remark[] {
  const remarks: Remark[] = []
  visit(part, 'element', (element, index, parent) => {
    if (element === part) return undefined
    if (element.tagName === 'blockquote') return SKIP
    if (parent && index !== undefined && isMeant(element, facts) && lengthOf(element) <= facts.length * mostOfPage) {
      remarks.push(...element.tagName === 'nav' ? [] : lostAround(spacedWords(element)))
      parent.children.splice(index, 1)
      return index
    }
    if (isMeant === isNamedInText || element.tagName !== 'article' && element.tagName !== 'main') return undefined
    remarks.push(...takeFrom(element, facts, isNamedInText))
    return SKIP
  })
  return remarks
}

function lostAround(words: string): readonly Remark[] {
  return words === '' ? [] : [lost(`what stands around the text: “${firstWords(words, 50)}”`)]
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

/** Buttons to share a text, where it is filed, comments below it. */
function isNamedInText(element: Element, facts: Facts): boolean {
  return element.tagName === 'footer' ? !holdsTargets(element, facts) : hasName(element, names) || hasName(element, namesInText)
}

function isFurniture(element: Element, facts: Facts): boolean {
  const {tagName, properties: {role, title}} = element
  if (tagName === 'header') return isSiteHeader(element, facts)
  // Notes stand in such elements too: links from the text lead into them.
  if (tagName === 'footer' || tagName === 'aside') return !holdsTargets(element, facts)
  // LibreOffice writes running heads and feet so.
  if (tagName === 'div' && (title === 'header' || title === 'footer')) return true
  return tagName === 'nav' || roles.includes(String(role)) || hasName(element, names)
}

function hasName({properties: {className, id}}: Element, pattern: RegExp): boolean {
  return [...Array.isArray(className) ? className : [], id].some(name => typeof name === 'string' && pattern.test(name))
}

function holdsTargets(element: Element, {targets}: Facts): boolean {
  return withInner(element).some(({properties: {id}}) => typeof id === 'string' && targets.has(id))
}

/** A header with the page's only head of rank 1, or that of a section, belongs to the text. */
function isSiteHeader(header: Element, {heads}: Facts): boolean {
  const inside = withInner(header).map(({tagName}) => tagName)
  if (!inside.some(name => /^h[1-6]$/.test(name))) return true
  return inside.includes('nav') && heads > inside.filter(name => name === 'h1').length
}

function lengthOf(node: Root | Element): number {
  return textOf(node).replace(/\s+/g, '').length
}
