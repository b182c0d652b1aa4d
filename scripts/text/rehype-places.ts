/** Marks each block and picture with its place in the manuscript, for messages and for jumping back. */
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'

const marked = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'table', 'figure', 'img', 'li', 'blockquote', 'td', 'th', 'dd'])

/** Set `dataAt` (`file:line:column`) on every block that came from a line of the manuscript. */
export function rehypePlaces({fileName}: {readonly fileName: string}) {
  return (tree: Root): void => {
    visit(tree, 'element', element => {
      const start = element.position?.start
      if (start && (marked.has(element.tagName) || isFormula(element))) element.properties['dataAt'] = `${fileName}:${start.line}:${start.column}`
    })
  }
}

function isFormula({properties: {className}}: Element): boolean {
  return Array.isArray(className) && className.includes('display')
}
