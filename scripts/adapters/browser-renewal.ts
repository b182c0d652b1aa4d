/** Puts another body into a page that stands: it keeps fonts, styles and scripts, which a fresh page would have to load anew. */
import type {Resource} from '../types.ts'
import type {Site} from './browser-serving.ts'

/** Tell whether two sites differ in nothing but the body of their pages: the same head, and the same files to the byte. */
export function differInBody(a: Site, b: Site): boolean {
  const [headA, headB] = [headOf(a.html), headOf(b.html)]
  return headA !== undefined && headA === headB && sameFiles(a.resources, b.resources)
}

/** What stands before the body; undefined where that cannot be told from the text alone. */
function headOf(html: string): string | undefined {
  const parts = html.split('</head>')
  return parts.length === 2 ? parts[0] : undefined
}

function sameFiles(a: Site['resources'], b: Site['resources']): boolean {
  return a.size === b.size && [...a].every(([name, file]) => sameFile(file, b.get(name)))
}

function sameFile(a: Resource, b: Resource | undefined): boolean {
  return a.mediaType === b?.mediaType && (a.bytes === b.bytes || Buffer.compare(a.bytes, b.bytes) === 0)
}

/**
 * Runs inside the page: take the body of another document with the same head, and take back what was done to the head.
 * Then all is as if that document had been opened. It uses nothing from outside itself.
 */
export function renewBody(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const present = [...document.head.childNodes]
  const wanted = [...next.head.childNodes]
  for (const added of present.slice(wanted.length)) added.remove()
  for (const [index, node] of wanted.entries()) {
    const own = present[index]
    // What stays as it is keeps its rules and its fonts.
    if (own && !own.isEqualNode(node)) own.textContent = node.textContent
  }
  const root = document.documentElement
  const given = next.documentElement
  for (const name of root.getAttributeNames()) if (!given.hasAttribute(name)) root.removeAttribute(name)
  for (const {name, value} of given.attributes) root.setAttribute(name, value)
  document.body.replaceWith(document.adoptNode(next.body))
  window.scrollTo(0, 0)
}
