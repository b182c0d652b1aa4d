/** Code gets its words marked: classes for keywords, remarks, strings and numbers, whose look is the theme's. */
import type {ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import type {Highlight, Token} from './highlighter.ts'

/** Mark the words of every block of code whose language is named and known; no character changes. */
export function rehypeCode({highlight}: {readonly highlight: Highlight}) {
  return (tree: Root): void => {
    visit(tree, 'element', element => {
      const [code] = element.tagName === 'pre' ? element.children : []
      if (code?.type !== 'element' || code.tagName !== 'code') return undefined
      const tokens = highlight(textOf(code), languageOf(code.properties.className))
      if (tokens) code.children = tokens.map(node)
      return SKIP
    })
  }
}

function languageOf(className: unknown): string | undefined {
  const classes: readonly unknown[] = Array.isArray(className) ? className : []
  const found = classes.find(name => typeof name === 'string' && name.startsWith('language-'))
  return typeof found === 'string' ? found.slice('language-'.length).toLowerCase() : undefined
}

function node({text, kind}: Token): ElementContent {
  return kind === undefined ? {type: 'text', value: text} : h(`span.hl-${kind}`, text)
}
