/** Composes the pages of a page that stands in the browser. */
import type {Page} from '../adapters/browser-page.ts'
import type {Composition, Print, PrintPage} from '../types.ts'
import {EnvironmentError} from '../types.ts'
import {compositorScript} from './compositor.ts'
import {composeAgain, takeComposition, takePlaced} from './in-page/composition.ts'
import {PageFault} from './page-fault.ts'

/** Print a page as it stands, for nothing but the places in it. */
export type Places = () => Promise<Omit<Print, 'pdf'>>

/** Page numbers in the text that move what they refer to; they have the room of the widest, so that they hardly ever do. */
const mostPrints = 5

/**
 * Compose by the compositor; or let the browser break the pages, and read off a print where everything stands. Throws a
 * PageFault where the page cannot be composed. `onComposing` hears when the browser is at it.
 */
export async function composeIn(page: Pick<Page, 'run' | 'evaluate'>, compositor: PrintPage['compositor'], places: Places, onComposing: () => void = () => undefined): Promise<Composition> {
  try {
    const again = await page.evaluate(composeAgain, compositor)
    if (again) return again
    const composed = page.run(await compositorScript(compositor))
    onComposing()
    await composed
    return compositor.pages === 'browser' ? await placed(page, places) : await page.evaluate(takeComposition)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof EnvironmentError) throw error
    throw new PageFault(error.message.split('\n')[0] ?? '', '', {cause: error})
  }
}

/** Print until the page numbers in the text, put in after each print, are those of the print. */
async function placed({evaluate}: Pick<Page, 'evaluate'>, places: Places): Promise<Composition> {
  for (let prints = 1; prints <= mostPrints; prints++) {
    const {count, pages} = await places()
    const {composition, isSettled} = await evaluate(takePlaced, {count, pages: Object.fromEntries(pages)})
    if (isSettled) return composition
  }
  throw new Error('page numbers in the text kept moving the text')
}
