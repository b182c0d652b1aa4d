/** Cuts a book's faces down, or finds them as a former build cut them: from build to build a text seldom has new letters. */
import {drawingKey, type KeptDrawings} from '../adapters/kept-drawings.ts'
import {subsetRecipe} from '../adapters/subset-recipe.ts'
import type {Subsetter} from './fonts.ts'

/** The subsetter, loaded where a face was not kept: HarfBuzz takes longer to load than most pamphlets take to bind. */
export function keptSubsetter(kept: KeptDrawings): Subsetter {
  return async (font, text) => {
    const key = drawingKey(['face', subsetRecipe(), font, text])
    const known = await kept.find(key)
    if (known) return known
    const {subsetFont} = await import('../adapters/subset-font.ts')
    const face = await subsetFont(font, text)
    await kept.keep(key, face)
    return face
  }
}
