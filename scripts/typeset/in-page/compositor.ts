/** What runs in the page before it is printed: sets the paragraphs, then builds the pages. */
import type {ComposeOptions} from './paragraphs/compose.ts'
import {composeParagraphs} from './paragraphs/compose.ts'
import {hiddenBlocks, mustFlow} from './pages/hidden.ts'
import {holdWide} from './pages/hold-wide.ts'
import {measureContinued} from './pages/continued.ts'
import type {PageOptions} from './pages/compose-pages.ts'
import {composePages, layOutSections} from './pages/compose-pages.ts'

export {markPages} from './pages/browser-pages.ts'

export type CompositorOptions = ComposeOptions & PageOptions

/** Compose the page whose fonts are loaded. Gives a JSON record of what was done. */
export function composeAll(options: CompositorOptions) {
  const fitted = layOutSections(options)
  measureContinued(document)
  mustFlow(document)
  const hidden = hiddenBlocks(document)
  const {paragraphs, lines, hyphens, untouched} = composeParagraphs(document.body, options)
  holdWide(document)
  return {...composePages(options, paragraphs), fitted, hidden, paragraphs: {lines, hyphens, untouched}}
}
