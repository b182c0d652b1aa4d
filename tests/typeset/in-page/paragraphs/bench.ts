/**
 * Sets a Markdown file by optimum fit and prints what it took:
 * node bench.ts FILE.md OUT.pdf [measure in mm] [family] [size in pt] [--plain]
 * Liberation Serif is looked for where Debian has it, or in the folder that LIBERATION names.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {paragraphPage} from '../../../../scripts/bench/paragraph-page.ts'
import {treeOf} from '../../../../scripts/bench/processes.ts'
import {alegreya, compose, faces, load, openPage, startBrowser} from './browser.ts'

const [file = '', out = '', measure = '120', family = 'Liberation Serif', size = '10', ...flags] = process.argv.slice(2)
const liberation = (face: string) => `${process.env['LIBERATION'] ?? '/usr/share/fonts/truetype/liberation'}/LiberationSerif-${face}.ttf`
const installed = existsSync(liberation('Regular')) ? faces('Liberation Serif', liberation('Regular'), 'truetype') + faces('Liberation Serif', liberation('Italic'), 'truetype', 'font-style: italic;') : ''
if (family === 'Liberation Serif' && installed === '') throw new Error(`No ${liberation('Regular')}: another face would give other figures`)
const settings: unknown = JSON.parse(flags.find(flag => flag.startsWith('{')) ?? '{}')

const html = paragraphPage(readFileSync(file, 'utf8'), {
  family, sizePt: Number(size), leadingPx: 18, measureMm: Number(measure), lang: 'en', faces: family === 'Alegreya' ? alegreya() : installed
})
const browser = await startBrowser()
try {
  const page = await openPage(browser, html)
  await load(page, ['en'])
  const before = treeOf(process.pid).processorMs
  if (!flags.includes('--plain')) {
    console.log(JSON.stringify(await compose(page, {hyphenFamilies: [family], settings: settings as object})))
    console.log(`composed in ${treeOf(process.pid).processorMs - before} ms of the processor`)
  }
  const start = performance.now()
  const pdf = await page.print({widthPx: 800, heightPx: 900, tagged: !flags.includes('--untagged'), outline: true})
  console.log(`printed in ${Math.round(performance.now() - start)} ms`)
  writeFileSync(out, pdf)
} finally {
  await browser.close()
}
