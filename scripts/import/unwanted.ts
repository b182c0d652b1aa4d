/** What of a page no pamphlet can show. */
import type {Element, Parents, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {Remark} from './imported.ts'
import {lostCount} from './imported.ts'

/** The names of such elements. */
export const unwanted = ['script', 'style', 'template', 'noscript', 'nav', 'form', 'iframe', 'object', 'embed', 'applet', 'video', 'audio', 'canvas', 'svg', 'link', 'meta', 'base', 'title', 'head', 'button', 'input', 'select', 'textarea', 'dialog']

/** Those of them whose absence an editor should know of. */
const told: Readonly<Record<string, readonly [one: string, many: string]>> = {
  form: ['a form', 'forms'], iframe: ['a frame', 'frames'], video: ['a video', 'videos'], audio: ['a sound', 'sounds'],
  object: ['an object', 'objects'], embed: ['an object', 'objects'], canvas: ['a drawing', 'drawings'], svg: ['a drawing', 'drawings']
}

/** Take them out of a tree, which is changed, with comments and what is hidden. */
export function removeUnwanted(tree: Root): readonly Remark[] {
  const counts = new Map<string, number>()
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const isUnwanted = node.type === 'comment' || node.type === 'doctype' || node.type === 'element' && (unwanted.includes(node.tagName) && !isBox(node, parent) || isHidden(node))
    if (!isUnwanted) return undefined
    if (node.type === 'element') counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1)
    parent.children.splice(index, 1)
    return index
  })
  return Object.entries(told).flatMap(([name, [one, many]]) => lostCount(counts.get(name) ?? 0, one, many))
}

/** The box of a task in a list. */
function isBox({tagName, properties: {type}}: Element, parent: Parents): boolean {
  return tagName === 'input' && type === 'checkbox' && parent.type === 'element' && parent.tagName === 'li'
}

/** Whether a browser would not show it. */
export function isHidden({properties: {hidden, style}}: Element): boolean {
  return hidden !== undefined && hidden !== false || typeof style === 'string' && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)
}
