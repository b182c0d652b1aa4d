/** Links inside a text: the heads and figures that they lead to keep a name. */
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Name what links lead to, and let the links lead there; the tree is changed. In a head an element `pamphleteer-id` with `dataId` says the name. */
export function placeNames(tree: Root): void {
  const links = linksIn(tree)
  const targets = new Map(targetsIn(tree, new Set(links.map(([, target]) => target))))
  const names = new Map<Element, string>()
  for (const [link, target] of links) {
    const found = targets.get(target)
    if (!found) continue
    const name = names.get(found) ?? freeName(target, new Set(names.values()))
    if (!names.has(found)) give(found, name)
    names.set(found, name)
    link.properties.href = `#${name}`
  }
}

function linksIn(tree: Root): readonly (readonly [Element, string])[] {
  const links: (readonly [Element, string])[] = []
  visit(tree, 'element', element => {
    const {href} = element.properties
    if (element.tagName === 'a' && typeof href === 'string' && href.length > 1 && href.startsWith('#')) links.push([element, decode(href.slice(1))])
  })
  return links
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The head or figure that each id stands for: it has the id, holds it, or is the first thing in what has it. */
function targetsIn(tree: Root, wanted: ReadonlySet<string>): readonly (readonly [string, Element])[] {
  const found: (readonly [string, Element])[] = []
  const search = (node: Root | Element, around: Element | undefined) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const own = isNamed(child) ? child : around
      const target = own ?? firstNamed(child)
      for (const id of [child.properties.id, child.properties.name]) if (target && typeof id === 'string' && wanted.has(id)) found.push([id, target])
      search(child, own)
    }
  }
  search(tree, undefined)
  return found.toReversed()
}

function isNamed({tagName}: Element): boolean {
  return /^(?:h[1-6]|figure)$/.test(tagName)
}

function firstNamed(element: Element): Element | undefined {
  const first = element.children.find(child => child.type === 'element' && !/^(?:a|span)$/.test(child.tagName))
  return first?.type === 'element' && isNamed(first) ? first : undefined
}

/** Letters, figures and hyphens; what a program counts up alone says nothing, but is a name. */
function freeName(id: string, taken: ReadonlySet<string>): string {
  const words = id.replace(/^.*#/, '').toLowerCase().replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  const name = /^[a-z]/.test(words) ? words : `place-${words}`.replace(/-$/, '')
  return taken.has(name) ? freeName(`${name}-${taken.size + 1}`, new Set([...taken].filter(one => one !== name))) : name
}

function give(target: Element, name: string): void {
  if (target.tagName === 'figure') target.properties['dataId'] = name
  else target.children.push(h('pamphleteer-id', {dataId: name}))
}
