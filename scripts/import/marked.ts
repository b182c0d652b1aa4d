/** Paragraphs that a style or a class marks as title, subtitle or author belong to the metadata. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ImportedMetadata} from './imported.ts'

const parts = ['title', 'subtitle', 'author'] as const

/** Take them out of a tree, which is changed. */
export function takeMarked(tree: Root): ImportedMetadata {
  const texts = {title: '', subtitle: '', author: ''}
  visit(tree, 'element', (element, index, parent) => {
    const part = partOf(element)
    if (part === undefined || !parent || index === undefined) return undefined
    texts[part] = `${texts[part]} ${textOf(element)}`.replace(/\s+/g, ' ').trim()
    parent.children.splice(index, 1)
    return index
  })
  const {title, subtitle, author} = texts
  return {...(title !== '' && {title}), ...(subtitle !== '' && {subtitle}), ...(author !== '' && {author: [author]})}
}

function partOf({tagName, properties: {className}}: Element): (typeof parts)[number] | undefined {
  if (!/^(?:p|h[1-6])$/.test(tagName) || !Array.isArray(className)) return undefined
  const names = className.map(String)
  return parts.find(part => names.some(name => name.toLowerCase().replace(/^(?:pamphleteer-|mso)/, '') === part))
}
