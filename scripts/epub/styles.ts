/** The style sheet of the EPUB, and where it finds the fonts. */
import * as csstree from '../css.ts'
import type {FontFile, Theme} from '../types.ts'

/** Where a font lies in the EPUB, relative to the package file and to the style sheet. */
export function fontPath({name}: FontFile): string {
  return `fonts/${name}`
}

/** Join the style sheets; later ones win: what every book needs, the theme, the author's own rules. */
export function epubStyles(base: string, theme: Theme): string {
  const parts = [base, theme.files.get('epub.css') ?? '', closed(theme.style?.text ?? '')]
  return parts.filter(part => part.trim() !== '').map(part => part.endsWith('\n') ? part : `${part}\n`).join('\n')
}

/** The author's rules may name files for other editions; an EPUB may refer only to what it holds. */
function closed(css: string): string {
  return mended(css).replaceAll(/@import\b[^;]*(?:;|$)/gi, '').replaceAll(/\burl\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)/gi, 'none')
}

/** A browser forgives what does not parse, a reading system need not: such a style sheet goes in without it. */
function mended(css: string): string {
  const errors: string[] = []
  const tree = csstree.parse(css, {onParseError: ({message}) => errors.push(message)})
  if (errors.length === 0 && isBalanced(css)) return css
  csstree.walk(tree, node => {
    if (node.type === 'StyleSheet' || node.type === 'Block') node.children = node.children.filter(child => !isUnread(child))
  })
  return csstree.generate(tree)
}

/** What the parser kept as raw text: a rule by its selector, a declaration by its value, or whatever it is. */
function isUnread(node: csstree.CssNode): boolean {
  if (node.type === 'Rule') return node.prelude.type === 'Raw'
  if (node.type === 'Declaration') return node.value.type === 'Raw' && !node.property.startsWith('--')
  return node.type === 'Raw'
}

/** The parser closes at the end of the file what is still open, and says nothing. */
function isBalanced(css: string): boolean {
  const open: string[] = []
  csstree.tokenize(css, type => {
    const name = csstree.tokenNames[type] ?? ''
    if (name === '{-token') open.push(name)
    if (name === '}-token') open.pop()
  })
  return open.length === 0
}
