/** Takes the README's pictures of the preview, light and dark: `node tests/preview/pictures.ts FOLDER`. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {openViewer} from '../../scripts/bench/viewer.ts'
import {previewStandard} from '../../scripts/command-line/shared-options.ts'
import {preview} from '../../scripts/preview/preview.ts'

const folder = process.argv[2] ?? 'docs/pictures'
const spread = '#6'

const viewer = await openViewer()
if (!viewer) throw new Error('Expected a browser to look with')
const running = await preview({path: 'manuscript', port: 0, editor: previewStandard.editor, say: line => console.error(line)})
try {
  const page = await viewer.tab()
  await page.setViewport({width: 1440, height: 900})
  await page.goto(`${running.address}${spread}`)
  for (const [shade, name] of [['light', 'preview'], ['dark', 'preview-dark']] as const) {
    await page.evaluate(`localStorage.setItem('shade', '${shade}')`)
    await page.reload()
    await page.waitForFunction('Number(document.documentElement.dataset.shown) > 0 && document.querySelectorAll("#thumbs button").length > 3', {timeout: 60_000})
    // Thumbnails are drawn behind the spread, one after the other.
    await new Promise(resolve => setTimeout(resolve, 4_000))
    writeFileSync(join(folder, `${name}.png`), await sharp(await page.screenshot()).png({palette: true, colours: 64, dither: 0, effort: 10}).toBuffer())
  }
} finally {
  await viewer.close()
  await running.close()
}
