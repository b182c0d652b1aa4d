/** Turns the pamphlet's HTML into HTML that an EPUB may hold: same words, same structure, nothing that a reader cannot show. */
import type {Element, ElementContent, Properties} from 'hast'
import {hasClass, spokenName} from '../elements.ts'
import {cleanValue, elements, keptProperties, removed, successors} from './elements.ts'
import {lineOf, xmlText} from './xhtml.ts'

/** What cleaning needs to know: where an image lies in the EPUB, and by how many ranks heads move up. */
export type Setting = {readonly pathOf: (assetName: string) => string; readonly raise: 0 | 1}

type Handler = (element: Element, setting: Setting) => ElementContent[]

const headings: Readonly<Record<string, Handler>> = Object.fromEntries(
  [2, 3, 4, 5, 6].map(rank => [`h${rank}`, (element: Element, setting: Setting) => renamed(element, `h${rank - setting.raise}`, setting)])
)

/** Elements that need more than their attributes looked at. */
const handlers: Readonly<Record<string, Handler>> = {
  ...headings,
  a: link,
  aside: beside,
  div: division,
  center: (element, setting) => renamed(withClass(element, 'center'), 'div', setting),
  img: image,
  input: checkbox,
  math: element => [foreign(element, 'http://www.w3.org/1998/Math/MathML')],
  svg: element => [foreign(element, 'http://www.w3.org/2000/svg')],
  // Without a date that machines can read, `time` may hold nothing but one.
  time: (element, setting) => renamed(element, keptProperties('time', element.properties).dateTime === undefined ? 'span' : 'time', setting)
}

/** Clean nodes; the same nodes and setting give the same result, and the ones handed in stay as they are. */
export function clean(nodes: readonly ElementContent[], setting: Setting): readonly ElementContent[] {
  return nodes.flatMap(node => cleanNode(node, setting))
}

function cleanNode(node: ElementContent, setting: Setting): ElementContent[] {
  if (node.type === 'text') return [{type: 'text', value: xmlText(node.value)}]
  if (node.type !== 'element' || removed.has(node.tagName)) return []
  const handler = lookUp(handlers, node.tagName)
  return handler ? handler(node, setting) : renamed(node, lookUp(successors, node.tagName) ?? node.tagName, setting)
}

/** The element under a name, or where EPUB does not know that name, just what it holds. */
function renamed(element: Element, tagName: string, setting: Setting): ElementContent[] {
  const children = element.children.flatMap(child => cleanNode(child, setting))
  if (!Object.hasOwn(elements, tagName)) return children
  return [{type: 'element', tagName, properties: keptProperties(tagName, aligned(element).properties), children}]
}

/** EPUB has no `align`: it becomes a class. */
function aligned(element: Element): Element {
  const align = element.properties.align
  return typeof align === 'string' && /^(?:left|center|right|justify)$/.test(align) ? withClass(element, align) : element
}

function withClass(element: Element, name: string): Element {
  const names = element.properties.className ?? []
  return names.includes(name) ? element : {...element, properties: {...element.properties, className: [...names, name]}}
}

function link(element: Element, setting: Setting): ElementContent[] {
  const isReference = element.properties.role === 'doc-noteref'
  const properties: Properties = isReference ? {...element.properties, 'epub:type': 'noteref'} : element.properties
  return renamed({...element, properties}, 'a', setting)
}

function division(element: Element, setting: Setting): ElementContent[] {
  const type: Properties = hasClass(element, 'epigraph') ? {'epub:type': 'epigraph', role: 'doc-epigraph'} : {}
  return renamed({...element, properties: {...element.properties, ...type}}, 'div', setting)
}

/** What stands beside the text is a landmark only where it has a name: readers jump from one to the next. */
function beside(element: Element, setting: Setting): ElementContent[] {
  const classes = Array.isArray(element.properties.className) ? element.properties.className : []
  if (classes.includes('pullquote')) return renamed({...element, properties: {...element.properties, 'epub:type': 'pullquote', role: 'doc-pullquote'}}, 'div', setting)
  const title = element.children.find(child => child.type === 'element' && hasClass(child, 'aside-title'))
  const ariaLabel = title?.type === 'element' ? lineOf(spokenName(title)) : ''
  return ariaLabel === '' ? renamed(element, 'div', setting) : renamed({...element, properties: {...element.properties, 'epub:type': 'sidebar', ariaLabel}}, 'aside', setting)
}

/** An image keeps its own size, so that readers can lay out the page before they have read it. */
function image(element: Element, {pathOf}: Setting): ElementContent[] {
  const {src, alt, ...rest} = element.properties
  const properties = {src: pathOf(String(src)), alt: typeof alt === 'string' ? alt : '', ...rest}
  return [{type: 'element', tagName: 'img', properties: keptProperties('img', properties), children: []}]
}

/** The box of a task list is a sign with a name: forms work in few readers. Other inputs have nothing to say. */
function checkbox({properties: {type, checked, ariaLabel}}: Element): ElementContent[] {
  if (type !== 'checkbox') return []
  const sign: ElementContent = {type: 'text', value: checked !== undefined && checked !== false ? '☑' : '☐'}
  return ariaLabel === undefined ? [sign] : [{type: 'element', tagName: 'span', properties: {role: 'img', ariaLabel}, children: [sign]}]
}

/** SVG and MathML keep names, case and attributes; what runs, what we noted there and what lies elsewhere goes. */
function foreign(element: Element, namespace?: string): Element {
  const kept = Object.entries(element.properties).flatMap(([name, value]): [string, Properties[string]][] => {
    const isOutside = /^(?:href|xLinkHref|src)$/.test(name) && !String(value).startsWith('#')
    return /^(?:on|data)/i.test(name) || isOutside ? [] : [[name, cleanValue(value)]]
  })
  const usesXLink = namespace !== undefined && JSON.stringify(element).includes('"xLink')
  const properties: Properties = {
    ...(namespace !== undefined && {xmlns: namespace}),
    ...(usesXLink && {xmlnsXLink: 'http://www.w3.org/1999/xlink'}),
    ...Object.fromEntries(kept)
  }
  return {type: 'element', tagName: element.tagName, properties, children: element.children.flatMap(foreignChild)}
}

function foreignChild(child: ElementContent): ElementContent[] {
  if (child.type === 'text') return [{type: 'text', value: xmlText(child.value)}]
  return child.type !== 'element' || /^(?:script|foreignobject)$/i.test(child.tagName) ? [] : [foreign(child)]
}

/** Look up a name that comes from the manuscript: `constructor` is no key of ours. */
function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
