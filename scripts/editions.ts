/**
 * The list of editions: an edition is one object here. What an edition alone needs is loaded when it is made, which is
 * while the browser prints.
 */
import type {Browser} from './adapters/browser.ts'
import type {KeptDrawings} from './adapters/kept-drawings.ts'
import type {Binder} from './epub/binder.ts'
import type {SheetSource} from './adapters/pdf-sheets.ts'
import type {Planned} from './imposition/plan.ts'
import type {FinishedReading} from './pdf/reading.ts'
import type {Pressed} from './pdf/press/press.ts'
import type {Artifact, BuildDate, EditionName, FontFile, Message, Pages, Pamphlet, PrintPage, Theme} from './types.ts'

/** What an edition may use; the pages are made once, when the first edition asks for them. */
export type Ingredients = {
  readonly pamphlet: Pamphlet
  readonly theme: Theme
  readonly date: BuildDate
  readonly pages: () => Promise<Pages>
  /** The reading edition, made once. */
  readonly reading: () => Promise<FinishedReading>
  /** The press file (`print`, with its boxes and marks), made once, when the first edition asks for it. */
  readonly press: () => Promise<Pressed>
  /** The sheets, planned once: from the pages, so that how to print them can be set while the press file is made. */
  readonly sheets: () => Promise<Planned>
  /** The pages of the press file, to be drawn on the sheets. */
  readonly sheetSource: () => Promise<SheetSource>
  /** The faces of the classic theme that a text needs, for a page that stands beside the pamphlet. */
  readonly fontsFor: (text: string, lang: string) => Promise<readonly FontFile[]>
  /** Print one page from memory, tagged, on a sheet of whole px. */
  readonly printPage: (page: Pick<PrintPage, 'html' | 'resources'>, size: {readonly widthPx: number; readonly heightPx: number}) => Promise<Uint8Array>
  /** For what an edition draws by itself. */
  readonly browser: () => Promise<Browser>
  /** What was drawn before. */
  readonly drawings: KeptDrawings
  /** Gives what binds the EPUB, started ahead or now. */
  readonly binder: () => Promise<Binder>
}

export type Edition = {
  readonly name: EditionName
  readonly needsPages: boolean
  readonly make: (ingredients: Ingredients) => Promise<readonly Artifact[]>
  /** What the edition has to say of a pamphlet whose pages are known; an error keeps it from being made. */
  readonly check?: (ingredients: Ingredients) => Promise<readonly Message[]>
}

export const editions: readonly Edition[] = [
  {
    name: 'web',
    needsPages: false,
    make: async ({pamphlet, theme, drawings}) => {
      const [{web}, {keptSubsetter}, {letteringFonts}] = await Promise.all([import('./web/web.ts'), import('./adapters/kept-faces.ts'), import('./svg-fonts.ts')])
      return [web(pamphlet, theme, await letteringFonts(pamphlet.assets, theme.fonts, keptSubsetter(drawings)))]
    }
  },
  {
    name: 'read',
    needsPages: true,
    check: async ({reading}) => (await reading()).messages,
    make: async ({reading}) => [(await reading()).artifact]
  },
  {
    name: 'print',
    needsPages: true,
    check: async ({press}) => (await press()).messages,
    make: async ({press}) => {
      const {print, cover} = await press()
      return cover ? [print, cover] : [print]
    }
  },
  {
    name: 'booklet',
    needsPages: true,
    check: async ({sheets}) => (await sheets()).messages,
    make: async ingredients => (await Promise.all([drawSheets(ingredients), instruct(ingredients)])).flat()
  },
  {
    name: 'epub',
    needsPages: true,
    make: async ({pamphlet, theme, date, pages, browser, drawings, binder}) => {
      const [{bind, close}, {makeCover}] = await Promise.all([binder(), import('./epub/cover.ts')])
      try {
        return [await bind({pamphlet, theme, modified: date.instant, pages: pages(), cover: makeCover(pamphlet, theme, {browser, drawings})})]
      } finally {
        await close()
      }
    }
  }
]

async function drawSheets({pamphlet, date, sheets, sheetSource}: Ingredients): Promise<readonly Artifact[]> {
  const [{impose}, {plan}, source] = await Promise.all([import('./imposition/impose.ts'), sheets(), sheetSource()])
  return plan ? impose(plan, source, pamphlet.metadata, date.instant) : []
}

/** Set the page that says how to print. */
async function instruct({pamphlet: {metadata}, date, sheets, fontsFor, printPage}: Ingredients): Promise<readonly Artifact[]> {
  const {printingPage, printingText} = await import('./imposition/printing/printing-page.ts')
  const [{finishSinglePage}, fonts, {plan}] = await Promise.all([import('./pdf/single-page.ts'), fontsFor(printingText(metadata), metadata.lang), sheets()])
  if (!plan) return []
  const page = printingPage(plan, metadata, fonts)
  const bytes = await finishSinglePage({...page, pdf: await printPage(page, page.sheet), sheetHeightPx: page.sheet.heightPx}, metadata, date.instant)
  return [{name: `${metadata.slug}-printing.pdf`, mediaType: 'application/pdf', bytes, facts: {pages: 1, lang: page.lang}}]
}
