/** Writes the marks of HTML's `q` into the text: what a style sheet adds is read aloud in no PDF, and copied from none. */
import type {Element, ElementContent, Nodes, Root} from 'hast'
import type {Language} from './typography/languages.ts'
import {languageFor} from './typography/languages.ts'

/** Set the marks of the language around a quotation, those of the second level inside another, in place; the marks are text like any other. */
export function rehypeQuoteMarks({lang}: {readonly lang: string}) {
  return (tree: Root): void => markIn(tree, languageFor(lang), 0)
}

function markIn(node: Nodes, language: Language, depth: number): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const isQuoted = child.tagName === 'q' && child.children.length > 0
    const {lang} = child.properties
    markIn(child, typeof lang === 'string' && lang !== '' ? languageFor(lang) : language, depth + Number(isQuoted))
    if (isQuoted) child.children = marked(child, language, depth)
  }
}

/** The marks are those of the text around. */
function marked({children}: Element, {quotes, spaces}: Language, depth: number): ElementContent[] {
  const [open, close] = depth % 2 === 0 ? quotes.primary : quotes.secondary
  const space = /[«‹]/.test(open) ? spaces?.guillemets ?? '' : ''
  return [{type: 'text', value: `${open}${space}`}, ...children, {type: 'text', value: `${space}${close}`}]
}
