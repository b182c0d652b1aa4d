/** Builds a manuscript's reading PDF with the real browser, and reads its words. */
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import {realDisk} from '../../../../scripts/adapters/disk.ts'
import {openPages} from '../../../../scripts/adapters/pdfium.ts'
import type {Word} from '../../../../scripts/bench/word-boxes.ts'
import {wordBoxes} from '../../../../scripts/bench/word-boxes.ts'
import {pageSize} from '../../../../scripts/manuscript/page-sizes.ts'
import {build} from '../../../../scripts/pipeline.ts'
import type {Message} from '../../../../scripts/types.ts'
import {geometryOf} from '../../../../scripts/typeset/geometry.ts'
import {readPageRules} from '../../../../scripts/typeset/page-rules.ts'

export type Print = {readonly pages: readonly (readonly Word[])[]; readonly messages: readonly Message[]; readonly pdf: Uint8Array}

/** Print a manuscript, one Markdown file, its pictures and its `own.css`, in a folder that is made anew. */
export async function print(browser: Browser, folder: string, files: Readonly<Record<string, string>>): Promise<Print> {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  const style = 'own.css' in files ? {style: join(folder, 'own.css')} : {}
  const {messages} = await build({...style, path: join(folder, Object.keys(files).find(file => file.endsWith('.md')) ?? ''), out: join(folder, 'out'), editions: ['read'], strict: false, json: false}, {
    disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: '', stage: () => () => undefined
  })
  const errors = messages.filter(({severity}) => severity === 'error')
  if (errors.length > 0) throw new Error(`Unexpected errors: ${JSON.stringify(errors)}`)
  const pdf = readdirSync(join(folder, 'out')).find(file => file.endsWith('.pdf')) ?? ''
  const bytes = readFileSync(join(folder, 'out', pdf))
  return {pages: await wordBoxes(bytes), messages, pdf: bytes}
}

/** The heights on a page (from 0), in pt from its top, at which something is drawn. */
export async function inkOf({pdf}: Print, page: number): Promise<readonly number[]> {
  const pages = await openPages(pdf)
  if (!pages) throw new Error('Expected a PDF')
  const {widthPx, heightPx, rgba} = pages.draw(page, 144)
  pages.close()
  return Array.from({length: heightPx}, (_, row) => row).filter(row => rgba.subarray(row * widthPx * 4, (row + 1) * widthPx * 4).some(value => value < 240)).map(row => row / 2)
}

/** The type area of the classic theme on a page size, in pt from the page's top, and its leading. */
export function classicArea(name: string): {readonly top: number; readonly bottom: number; readonly leading: number; readonly widthPt: number} {
  const size = pageSize(name)
  if (!size) throw new Error('Expected a page size')
  const css = readFileSync('templates/classic/print.css', 'utf8')
  const {sheet, areas, leadingPx} = geometryOf(readPageRules([{text: css, origin: 'theme'}]), {page: size})
  const area = areas.find(each => each.name === '')?.area
  if (!area) throw new Error('Expected the plain area')
  const top = (area.topPx - sheet.trim.topPx) * 0.75
  return {top, bottom: top + area.heightPx * 0.75, leading: leadingPx * 0.75, widthPt: sheet.trim.widthPx * 0.75}
}
