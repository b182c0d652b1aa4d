/** Code that has run is compiled, and stays so in the snapshot. Nothing here may ask for what holds something of the system. */
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {loadPuppeteer} from '../adapters/browser-start.ts'
import {realDisk} from '../adapters/disk.ts'
import {editPdf, readPlaces} from '../adapters/pdf.ts'
import {read} from '../manuscript/read.ts'
import {readingEdits} from '../pdf/reading.ts'
import {compose} from '../text/compose.ts'
import {enginesFor} from '../text/engines.ts'
import type {Pamphlet, Sheet} from '../types.ts'
import {charactersIn} from '../typeset/characters.ts'
import {firstPlan} from '../typeset/front-matter.ts'
import {loadTheme} from '../typeset/theme.ts'
import {typeset} from '../typeset/typeset.ts'
import {web} from '../web/web.ts'

/** Take the sample through all stages but the browser; what comes behind that begins with a PDF, where there is one. */
export async function warmUp(pdf: string | undefined): Promise<void> {
  await loadPuppeteer()
  const manuscript = await read(fileURLToPath(new URL('../../templates/new/text/en', import.meta.url)), realDisk)
  if (!('metadata' in manuscript)) return
  const pamphlet = compose(manuscript, await enginesFor(manuscript))
  const theme = await loadTheme(pamphlet.metadata.theme, charactersIn(pamphlet, manuscript.files))
  const {sheet} = typeset(pamphlet, {theme, hyphens: [], plan: firstPlan(pamphlet)})
  web(pamphlet, theme)
  if (pdf !== undefined) await edit(await readFile(pdf), sheet, pamphlet)
}

async function edit(pdf: Uint8Array, sheet: Sheet, pamphlet: Pamphlet): Promise<void> {
  await readPlaces(pdf)
  await editPdf(pdf, {...readingEdits({sheet, folios: ['1'], heads: [], observations: []}, pamphlet, new Date(0)), identity: '0'.repeat(32)})
}
