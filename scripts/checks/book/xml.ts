/** Reads the XML of a book from anywhere, within bounds, and with nothing resolved that it refers to. */
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'

/** Parse a file; undefined where it is not well-formed, or nested without end: EPUBCheck tells that. */
export function parsedXml(text: string): Root | undefined {
  try {
    return fromXml(plainEntities(text))
  } catch {
    return undefined
  }
}

/** The names of characters in HTML, which books of EPUB 2 may write. Only whether there are words counts here, not which. */
function plainEntities(text: string): string {
  return text.replaceAll(/&(?!(?:amp|lt|gt|quot|apos);)([a-z]\w{0,30});/gi, (_, name: string) => /^(?:nbsp|e[nm]sp|thinsp|zwn?j)$/.test(name) ? ' ' : '·')
}

/** Every element below a node, in the order of the text. Deep trees take no stack. */
export function xmlElements(node: Root | Element): readonly Element[] {
  const found: Element[] = []
  const waiting = [...childrenOf(node)].toReversed()
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    found.push(element)
    for (const child of childrenOf(element).toReversed()) waiting.push(child)
  }
  return found
}

function childrenOf(node: Root | Element): readonly Element[] {
  return node.children.flatMap(child => child.type === 'element' ? [child] : [])
}

/** The name without the prefix of its namespace. */
export function localName({name}: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute, undefined where it is not there. `:type`: with any prefix, as `epub:type`. */
export function attribute({attributes}: Element, name: string): string | undefined {
  const found = name.startsWith(':') ? Object.entries(attributes).find(([key]) => key.endsWith(name))?.[1] : attributes[name]
  return found ?? undefined
}

/** Whether an attribute of several words has this one. */
export function hasWord(element: Element, name: string, word: string): boolean {
  return (attribute(element, name) ?? '').split(/\s+/).includes(word)
}

/** Labels and heads are short; what is not is cut, so that heads in heads cost no more than they are long. */
const mostNodes = 1_000

/** The words of an element in one line. */
export function xmlWords(element: Element): string {
  const parts: string[] = []
  const waiting = element.children.slice(0, mostNodes).toReversed()
  for (let [node, left] = [waiting.pop(), mostNodes]; node && left > 0; [node, left] = [waiting.pop(), left - 1]) {
    if (node.type === 'text' || node.type === 'cdata') parts.push(node.value)
    if (node.type === 'element') waiting.push(...node.children.slice(0, left).toReversed())
  }
  return parts.join('').replaceAll(/\s+/g, ' ').trim()
}
