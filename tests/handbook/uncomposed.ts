/** A pamphlet's pages as Chromium sets them without the compositor, in the same theme: what it is worth is seen beside them. */
import type {Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import type {Pages} from '../../scripts/types.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import type {Printer} from '../../scripts/typeset/paginate.ts'
import {printerIn} from '../../scripts/typeset/printer.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'

/** Make the pages of the manuscript at a path; notes stand at its end, since a browser has no other place for them. */
export async function uncomposedPages(path: string, browser: Browser, theme?: string): Promise<Pages> {
  const manuscript = await read(path, realDisk)
  if (!('metadata' in manuscript)) throw new Error(`Expected a manuscript at ${path}`)
  const {metadata, ...pamphlet} = compose(manuscript, await enginesFor(manuscript))
  const late = {...pamphlet, metadata: {...metadata, notes: 'end' as const}}
  return paginate(late, await loadTheme(theme ?? metadata.theme, charactersIn(late)), browserPagesIn(browser))
}

function browserPagesIn(browser: Browser): Printer {
  const print = printerIn(browser, {isTagged: false})
  return page => print({...page, compositor: {...page.compositor, pages: 'browser'}})
}
