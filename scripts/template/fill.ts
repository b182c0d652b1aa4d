/** Fills a theme's HTML: `data-fill="name"` takes a value or goes, `data-for="full"` stays only where that holds. */
import type {Element, ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {SKIP, visit} from 'unist-util-visit'
import {copied} from '../elements.ts'

/** What a theme may place. An absent or empty value takes its element away, with all that stands around it in it. */
export type Values = Readonly<Record<string, readonly ElementContent[] | undefined>>

/**
 * Fill a template.
 * - `data-fill="title"`: the element's content becomes the value; without a value the element goes, and so does a paragraph or a foot whose parts all went.
 * - `data-if="title"`: the element stays only where the value is there.
 * - `data-for="full"`: the element stays only where `conditions` has the word.
 * - `data-href="link"`: the value's text becomes the element's `href`.
 * The attributes themselves go. A name that is in no table of values throws: a theme's fault is found by its first build.
 */
export function fill(template: string, values: Values, conditions: ReadonlySet<string>): Root {
  const tree = fromHtml(template)
  visit(tree, 'comment', (_node, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (!stays(element, {values, conditions}) || isEmptied(element, {values, conditions})) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    return fillElement(element, values) ? SKIP : undefined
  })
  return tree
}

type Given = {readonly values: Values; readonly conditions: ReadonlySet<string>}

/** A paragraph, or the foot of a page, all of whose parts go; other elements may be there for their place alone. */
function isEmptied({tagName, children}: Element, given: Given): boolean {
  const isOfParts = (tagName === 'p' || tagName === 'footer') && children.some(child => child.type === 'element')
  return isOfParts && children.every(child => child.type === 'element' ? !stays(child, given) : child.type !== 'text' || child.value.trim() === '')
}

function stays({properties}: Element, {values, conditions}: Given): boolean {
  const needed = [properties['dataFill'], properties['dataIf'], properties['dataHref']].filter(name => name !== undefined)
  const condition = properties['dataFor']
  return needed.every(name => valueOf(String(name), values).length > 0)
    && (condition === undefined || String(condition).split(/\s+/).some(word => conditions.has(word)))
}

/** Put the values in and take the attributes off; tell whether the content was replaced. */
function fillElement(element: Element, values: Values): boolean {
  const {dataFill, dataHref} = element.properties
  for (const name of ['dataFill', 'dataIf', 'dataFor', 'dataHref']) Reflect.deleteProperty(element.properties, name)
  if (dataHref !== undefined) element.properties.href = plainText(valueOf(String(dataHref), values))
  if (dataFill === undefined) return false
  element.children = valueOf(String(dataFill), values).map(copied)
  return true
}

function valueOf(name: string, values: Values): readonly ElementContent[] {
  if (!Object.hasOwn(values, name)) throw new Error(`Unexpected \`data-fill="${name}"\` in a theme, expected one of ${Object.keys(values).join(', ')}`)
  return values[name] ?? []
}

function plainText(nodes: readonly ElementContent[]): string {
  return nodes.map(node => node.type === 'text' ? node.value : node.type === 'element' ? plainText(node.children) : '').join('')
}
