/** The style sheet of the EPUB, and where it finds the fonts. */
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
  return css.replaceAll(/@import\b[^;]*(?:;|$)/gi, '').replaceAll(/\burl\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)/gi, 'none')
}
