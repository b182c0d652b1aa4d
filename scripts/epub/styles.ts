/** The style sheet of the EPUB: what every book needs, the fonts, the theme, the author's own rules. */
import {fontFaces} from '../font-face.ts'
import type {FontFile, Theme} from '../types.ts'

/** Where a font lies in the EPUB, relative to the package file and to the style sheet. */
export function fontPath({name}: FontFile): string {
  return `fonts/${name}`
}

/** Join the style sheets; later ones win. `fonts` are those that the EPUB holds. */
export function epubCss(base: string, theme: Theme, fonts: readonly FontFile[]): string {
  const parts = [base, fontFaces(fonts, fontPath), theme.files.get('epub.css') ?? '', closed(theme.style?.text ?? '')]
  return parts.filter(part => part.trim() !== '').map(part => part.endsWith('\n') ? part : `${part}\n`).join('\n')
}

/** The author's rules may name files for other editions; an EPUB may refer only to what it holds. */
function closed(css: string): string {
  return css.replaceAll(/@import\b[^;]*(?:;|$)/gi, '').replaceAll(/\burl\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)/gi, 'none')
}
