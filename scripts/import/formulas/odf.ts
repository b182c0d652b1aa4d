/** Formulas of an OpenDocument text: objects of their own, in MathML. */
import type {Element as MathElement, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Element, Root} from 'xast'
import type {Archive} from '../archive.ts'
import {parsePart} from '../office-metadata.ts'

const mostFormulas = 2_000

/** The formulas of an archive by the names of their folders, such as `Object 1`; other objects are not among them. Throws ImportFault where a part is not well-formed. */
export async function formulasIn(archive: Archive): Promise<ReadonlyMap<string, MathElement>> {
  const found = new Map<string, MathElement>()
  for (const name of archive.names.filter(part => /^[^/]+\/content\.xml$/.test(part)).slice(0, mostFormulas)) {
    const text = await archive.readText(name) ?? ''
    const math = /<(?:\w+:)?math\b/.test(text) ? mathIn(parsePart(withoutType(text), name)) : undefined
    if (math) found.set(name.replace(/\/content\.xml$/, ''), math)
  }
  return found
}

/** Older LibreOffice names the type of MathML, without entities of its own. */
function withoutType(text: string): string {
  return text.replace(/^(\s*<\?xml[^>]*\?>)?\s*<!DOCTYPE math:math PUBLIC [^[\]<>]*>/, '$1')
}

function mathIn(tree: Root): MathElement | undefined {
  const root = tree.children.find(child => child.type === 'element')
  return root && nameOf(root) === 'math' ? asHtml(root) : undefined
}

/** MathML as it stands in a page, without prefixes. */
function asHtml(element: Element): MathElement {
  const children = element.children.flatMap((child): ElementContent[] => child.type === 'element' ? [asHtml(child)] : child.type === 'text' ? [{type: 'text', value: child.value}] : [])
  return h(nameOf(element), Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [name.replace(/^\w+:/, ''), value])), children)
}

function nameOf({name}: Element): string {
  return name.replace(/^\w+:/, '')
}
