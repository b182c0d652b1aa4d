/**
 * The list of editions: an edition is one object here. What an edition alone needs is loaded when it is made, which is
 * while the browser prints.
 */
import type {Browser} from './adapters/browser.ts'
import type {Artifact, BuildDate, EditionName, Pages, Pamphlet, Theme} from './types.ts'

/** What an edition may use; the pages are made once, when the first edition asks for them. */
export type Ingredients = {
  readonly pamphlet: Pamphlet
  readonly theme: Theme
  readonly date: BuildDate
  readonly pages: () => Promise<Pages>
  /** For what an edition draws by itself. */
  readonly browser: () => Promise<Browser>
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
      return [await finishReading(printed, pamphlet.metadata, date.instant)]
    }
  },
  {
    name: 'epub',
    needsPages: true,
    make: async ({pamphlet, theme, date, pages, browser}) => {
      const printed = pages()
      const [{bind}, {makeCover}] = await Promise.all([import('./epub/bind.ts'), import('./epub/cover.ts')])
      // Not before the pages: a second page in the browser would change the names that it gives to elements in the PDF.
      const cover = printed.then(() => makeCover(pamphlet, theme, browser))
      return [await bind(pamphlet, theme, {modified: date.instant, pages: printed, cover})]
    }
  }
]
