/** `@font-face` rules for the font files of a theme; every edition says where it keeps the files. */
import type {FontFile} from './types.ts'

/** Write the rules; `urlOf` gives the address of a file as the edition's CSS sees it. */
export function fontFaces(fonts: readonly FontFile[], urlOf: (font: FontFile) => string): string {
  return fonts.map(font => fontFace(font, urlOf(font))).join('')
}

function fontFace({family, weight, style, range}: FontFile, url: string): string {
  return `@font-face {font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; `
    + `font-display: block; unicode-range: ${range}; src: url("${url}") format("woff2")}\n`
}
