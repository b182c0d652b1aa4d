/** Abbreviations of several words, such as German `z. B.`, are set with a narrow space that does not break. */
import {narrowSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const abbreviation = /(?<![\p{L}\p{N}.\uFFFC])\p{Ll}{1,2}\.(?:[ \n]?\p{L}{1,3}\.){1,3}(?![\p{L}\p{N}.])/gu

/** Set the spaces inside the language's compound abbreviations, typed with or without one. */
export function setCompounds(text: string, {compounds}: Language): readonly Edit[] {
  if (compounds.length === 0) return []
  const known = new Set(compounds.map(compound => compound.replaceAll(' ', '')))
  return editMatches(text, abbreviation, ({index, 0: typed}) => {
    const bare = typed.replaceAll(/\s/g, '')
    return known.has(bare) ? {start: index, end: index + typed.length, text: bare.replaceAll(/\.(?=\p{L})/gu, `.${narrowSpace}`)} : undefined
  })
}
