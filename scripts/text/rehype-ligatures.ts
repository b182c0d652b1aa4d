/** Ligatures that were copied from print, such as U+FB01: letters are set as letters, and the font joins them. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'

/** The text with its Latin ligatures taken apart. */
export function withoutLigatures(text: string): string {
  return text.replace(/[\uFB00-\uFB06]/g, ligature => ligature.normalize('NFKC'))
}

/** Take the ligatures of all text apart, that of pictures included. */
export function rehypeLigatures() {
  return (tree: Root): void => {
    visit(tree, node => {
      if (node.type === 'text') node.value = withoutLigatures(node.value)
      if (node.type !== 'element') return
      for (const name of ['alt', 'title']) {
        const value = node.properties[name]
        if (typeof value === 'string') node.properties[name] = withoutLigatures(value)
      }
    })
  }
}
