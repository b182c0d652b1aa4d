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

/** Read a CSS unicode-range (`U+26, U+0-7F, U+4??` is not used by the packages) as pairs of first and last. */
export function readRanges(range: string): readonly (readonly [number, number])[] {
  return range.split(',').flatMap(part => {
    const match = /^\s*U\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(part)
    return match ? [[Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? match[1] ?? '', 16)] as const] : []
  })
}

/** Whether a font file is for one of the characters. */
export function hasOneOf(characters: ReadonlySet<string>, {range}: FontFile): boolean {
  const codes = [...characters].map(character => character.codePointAt(0) ?? 0)
  return readRanges(range).some(([first, last]) => codes.some(code => code >= first && code <= last))
}
