/** Cuts faces down, or finds them as a former build cut them: from build to build a text seldom has new letters. */
import type {Subsetter} from '../cut-faces.ts'
import {drawingKey, type KeptDrawings} from './kept-drawings.ts'
import {subsetRecipe} from './subset-recipe.ts'

/** The subsetter, loaded where a face was not kept: HarfBuzz takes longer to load than most pamphlets take to bind. */
export function keptSubsetter(kept: KeptDrawings): Subsetter {
  return async (font, text) => {
    const key = drawingKey(['face', subsetRecipe(), font, text])
    const known = await kept.find(key)
    if (known) return known
    const {subsetFont} = await import('./subset-font.ts')
    const face = await subsetFont(font, text)
    await kept.keep(key, face)
    return face
  }
}
