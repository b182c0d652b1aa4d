/**
 * What is in the snapshot: the program, loaded, and warm from a text that it has read. Where Node starts from it, the
 * program runs as `build.ts` would run it.
 */
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {startupSnapshot} from 'node:v8'
import {loadPuppeteer} from '../adapters/browser-start.ts'
import {realDisk} from '../adapters/disk.ts'
import '../adapters/git.ts'
import {beginThreadsWith} from '../adapters/thread.ts'
import {read} from '../manuscript/read.ts'
import '../pipeline.ts'
import {run} from '../run.ts'
import {compose} from '../text/compose.ts'
import {enginesFor} from '../text/engines.ts'
import {charactersIn} from '../typeset/characters.ts'
import {firstPlan} from '../typeset/front-matter.ts'
import {loadTheme} from '../typeset/theme.ts'
import {typeset} from '../typeset/typeset.ts'
import {web} from '../web/web.ts'

const preload = new URL('../packages/preload.mjs', import.meta.url)

startupSnapshot.setDeserializeMainFunction(() => {
  // What is not in the snapshot is loaded as it is everywhere else.
  beginThreadsWith(['--import', preload.href])
  createRequire(preload)(fileURLToPath(preload))
  void run()
})

void warmUp()

/** Code that has run is compiled, and stays so in the snapshot. */
async function warmUp(): Promise<void> {
  await loadPuppeteer()
  const manuscript = await read(fileURLToPath(new URL('../../templates/new/text/en', import.meta.url)), realDisk)
  if (!('metadata' in manuscript)) return
  const pamphlet = compose(manuscript, await enginesFor(manuscript))
  const theme = await loadTheme(pamphlet.metadata.theme, charactersIn(pamphlet, manuscript.files))
  typeset(pamphlet, {theme, hyphens: [], plan: firstPlan(pamphlet)})
  web(pamphlet, theme)
}
