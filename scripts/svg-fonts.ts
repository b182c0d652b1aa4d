/**
 * Puts a theme's faces into a drawing. An SVG shown as a picture loads nothing from outside itself, so its lettering
 * would fall back to whatever the machine has, or to nothing.
 */
import {fontFaces} from './font-face.ts'
import type {FontFile} from './types.ts'

/**
 * Embed the faces that a drawing names; one without lettering, or with none of the theme's, stays as it is. Two drawings
 * that are printed on one page need an `owner` each, their names: Chromium takes the same address for the same face, but
 * only while it still has that in memory, so that chance would say how often a face is in the PDF.
 */
export function embedFonts(svg: Uint8Array, fonts: readonly FontFile[], owner?: string): Uint8Array {
  const text = new TextDecoder().decode(svg)
  if (!/<(?:\w+:)?text\b/.test(text)) return svg
  const wanted = fonts.filter(font => isNamed(font, text))
  if (wanted.length === 0) return svg
  const parameter = owner === undefined ? '' : `;owner=${encodeURIComponent(owner)}`
  // Chromium prints the lettering of a picture without its text, so that a ligature could not be found or copied.
  const rules = 'text {font-variant-ligatures: none}\n' + fontFaces(wanted, ({bytes}) => `data:font/woff2${parameter};base64,${Buffer.from(bytes).toString('base64')}`)
  const embedded = text.replace(/<((?:\w+:)?)svg\b[^>]*>/, (start, prefix: string) => start.endsWith('/>') ? start : `${start}<${prefix}style>${rules}</${prefix}style>`)
  return new TextEncoder().encode(embedded)
}

/** Bold and italic faces come along only where the drawing asks for them. */
function isNamed({family, weight, style}: FontFile, svg: string): boolean {
  const asksForItalic = svg.includes('italic')
  const asksForBold = /bold|font-weight[:="\s]+[6-9]00/.test(svg)
  return svg.includes(family) && (style === 'normal' || asksForItalic) && (weight === 400 || (weight === 700 && asksForBold))
}
