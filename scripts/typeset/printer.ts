/** The printer that pagination is handed: a page stands in a browser, composed, until it is printed. */
import type {Browser, Page} from '../adapters/browser.ts'
import type {Composition, PagePatch, Print, PrintPage} from '../types.ts'
import {composeIn} from './compose-in.ts'
import {readCompositor} from './compositor.ts'
import {applyPatch} from './in-page/apply-patch.ts'
import {inspectCovers} from './in-page/inspect-covers.ts'
import {inspectPictures} from './in-page/inspect-pictures.ts'
import {findOverfullBoxes} from './in-page/overfull-boxes.ts'
import {findOverfull} from './in-page/overfull.ts'
import {findOverprinted} from './in-page/overprinted.ts'
import type {Printer} from './paginate.ts'

/** A page whose numbers are in; `printSome` prints some of its pages without tags, such as `4-5`. */
export type ReadyPage = {readonly count: number; readonly printSome: (pages: string) => Promise<Uint8Array>}

export type PrinterOptions = {
  /** Whether the print has tags and bookmarks. */
  readonly isTagged: boolean
  /** What is wanted of a page before it is looked through and printed whole. */
  readonly first?: (page: ReadyPage) => Promise<void>
  /** What is still to be done with a page before it is printed whole. */
  readonly prepare?: (page: Pick<Page, 'evaluate'>) => Promise<void>
  /** Called between the steps; throws where nobody wants the pages any more. */
  readonly goOn?: () => void
  /** Hears when the browser has all that it needs, and composes. */
  readonly onComposing?: () => void
}

/** Lay pages out in a browser, composed and measured as a reader would see them, ready to be printed. */
export function printerIn(browser: Pick<Browser, 'open'>, {isTagged, first, prepare, goOn = () => undefined, onComposing}: PrinterOptions): Printer {
  return async ({html, resources, sheet: {widthPx, heightPx}, textWidthPx, compositor}) => {
    const opening = browser.open({html, resources}, {widthPx: textWidthPx, heightPx})
    // If this fails, so it does when the script is wanted, where it is told.
    void readCompositor(compositor.languages).catch(() => undefined)
    const page = await opening
    const plain = {widthPx, heightPx, tagged: false, outline: false}
    const printed = async (tagged: boolean, composition?: Composition): Promise<Print> => {
      const [pdf, {readPlaces}] = await Promise.all([page.print({...plain, tagged, outline: tagged}), import('../adapters/pdf.ts')])
      return {pdf, ...await readPlaces(pdf, composition && firstOfText(composition, compositor))}
    }
    try {
      const notLoaded = [...page.broken, ...page.blocked()].map(what => ({kind: 'not-loaded' as const, at: '', what}))
      const composition = await composeIn(page, compositor, () => printed(false), onComposing)
      goOn()
      const print = async (patch: PagePatch) => {
        await page.evaluate(applyPatch, patch)
        await first?.({count: composition.count, printSome: pages => page.print({...plain, pages})})
        goOn()
        const seen = await Promise.all([page.evaluate(inspectPictures), page.evaluate(inspectCovers), page.evaluate(findOverfull), page.evaluate(findOverfullBoxes), page.evaluate(findOverprinted)])
        await prepare?.(page)
        return {...await printed(isTagged, compositor.pages === 'browser' ? undefined : composition), observations: [...seen.flat(), ...notLoaded]}
      }
      return {composition, print, close: page.close}
    } catch (error) {
      await page.close()
      throw error
    }
  }
}

/** The first page of the text, by which the print's scale is told: the browser's own pages are left as they are. */
function firstOfText({sections}: Composition, {areas}: PrintPage['compositor']): {readonly page: number; readonly leftPx: number} | undefined {
  const [page, area] = [sections.find(({name}) => name === 'main')?.firstPage, areas['']]
  return page === undefined || !area ? undefined : {page, leftPx: area[page % 2 === 1 ? 'recto' : 'verso'].leftPx}
}
