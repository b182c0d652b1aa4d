/** For every face of a theme one that draws its hyphen for a soft hyphen, so that the PDF's text has U+00AD and no more. */
import type {FontFile} from '../types.ts'
import {hyphenFace} from './in-page/paragraphs/hyphen-face.ts'

/** Make them; a file without a hyphen, as a subset of another script, has none. */
export function hyphenFonts(fonts: readonly FontFile[]): readonly FontFile[] {
  return fonts.flatMap(font => {
    const known = made.get(font.bytes)
    const bytes = known ?? hyphenFace(font.bytes)
    if (!bytes) return []
    made.set(font.bytes, bytes)
    return [{...font, family: `${font.family} hyphen`, name: font.name.replace(/\.woff2$/, '-hyphen.woff2'), range: 'U+0-10FFFF', bytes}]
  })
}

/** Pages are typeset more than once; their faces need not be made again. */
const made = new WeakMap<Uint8Array, Uint8Array>()
