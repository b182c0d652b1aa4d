/**
 * The list of editions: an edition is one object here. What an edition alone needs is loaded when it is made, which is
 * while the browser prints.
 */
import type {Artifact, BuildDate, EditionName, Pages, Pamphlet, Theme} from './types.ts'

/** What an edition may use; the pages are made once, when the first edition asks for them. */
export type Ingredients = {
  readonly pamphlet: Pamphlet
  readonly theme: Theme
  readonly date: BuildDate
  readonly pages: () => Promise<Pages>
}

export type Edition = {
  readonly name: EditionName
  readonly needsPages: boolean
  readonly make: (ingredients: Ingredients) => Promise<readonly Artifact[]>
}

export const editions: readonly Edition[] = [
  {
    name: 'web',
    needsPages: false,
    make: async ({pamphlet, theme}) => {
      const {web} = await import('./web/web.ts')
      return [web(pamphlet, theme)]
    }
  },
  {
    name: 'read',
    needsPages: true,
    make: async ({pamphlet, pages, date}) => {
      const [{finishReading}, printed] = await Promise.all([import('./pdf/reading.ts'), pages()])
      return [await finishReading(printed, pamphlet.metadata, date.instant, pamphlet.messages)]
    }
  },
  {
    name: 'epub',
    needsPages: false,
    make: async ({pamphlet, theme, date}) => {
      const {bind} = await import('./epub/bind.ts')
      return [await bind(pamphlet, theme, {modified: date.instant, ...coverOf(pamphlet)})]
    }
  }
]

/** The author's own cover picture, where there is one. */
function coverOf({metadata: {cover}, assets}: Pamphlet) {
  const asset = cover && assets.get(cover.image)
  return asset ? {cover: {...asset, alt: cover.alt}} : {}
}
