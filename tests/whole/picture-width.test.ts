/** `{width=50%}` behind a picture: the same share of its column on paper, on the web page and in the EPUB. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openPages} from '../../scripts/adapters/pdfium.ts'
import type {Pamphlet} from '../../scripts/types.ts'
import {web} from '../../scripts/web/web.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {bound} from '../epub/book.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {theme as stockTheme} from '../stock.ts'
import {print} from '../typeset/in-page/pages/print-here.ts'

const theme = {...stockTheme, files: new Map([...stockTheme.files, ['web.html', readFileSync('templates/common/web.html', 'utf8')]])}
const page = (pamphlet: Pamphlet) => new TextDecoder().decode(web(pamphlet, theme).bytes)
const started = await browserHere()

const drawing = (colour: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="150" viewBox="0 0 900 150"><rect width="900" height="150" fill="${colour}"/><text x="20" y="80" font-size="11">Lettering</text></svg>`
const files = (name: string, red: string, blue: string) => ({
  'a.md': `---\ntitle: T\nlang: en\nfrontmatter: none\ntheme: ${name}\n---\n\nText.\n\n![Red](red.svg)${red}\n\n:::figure{src=blue.svg alt=Blue${blue}}\n:::\n`,
  'red.svg': drawing('#ff0000'), 'blue.svg': drawing('#0000ff')
})

/** How wide what is red, and what is blue, is on the first page, in px at 144 dpi. */
async function widthsOf(pdf: Uint8Array): Promise<readonly number[]> {
  const pages = await openPages(pdf)
  if (!pages) throw new Error('Expected a PDF')
  const {widthPx, heightPx, rgba} = pages.draw(0, 144)
  pages.close()
  const has = (column: number, [own, other]: readonly [number, number]) => Array.from({length: heightPx}, (_, row) => (row * widthPx + column) * 4).some(at => (rgba[at + own] ?? 0) > 200 && (rgba[at + other] ?? 0) < 60)
  return ([[0, 2], [2, 0]] as const).map(channels => Array.from({length: widthPx}, (_, column) => column).filter(column => has(column, channels)).length)
}

test.skipIf(!started).each(['classic', 'broadsheet'])('on paper, in the theme %s, be the lettering of a drawing never so small', {timeout: 60_000}, async name => {
  if (!started) return
  const {browser, here} = started
  const made = await print(browser, join(here.folder, name), files(name, '{width=40%}', ' width=80%'))
  const [red = 0, blue = 0] = await widthsOf(made.pdf)
  expect(red).toBeGreaterThan(80)
  expect(blue / red).toBeCloseTo(2, 1)
})

test('on the web page and in the EPUB', async () => {
  const pamphlet = composeMarkdown({'a.md': '# One\n\n![A map](images/map.png){width=50%}\n\n![A map](images/map.png)\n'})
  const styles = (text: string) => [...text.matchAll(/<img[^>]*>/g)].flatMap(([image]) => image.includes('alt="A map"') ? /style="([^"]*)"/.exec(image)?.[1] ?? 'none' : [])
  const {files: pages} = await bound(pamphlet)
  const book = [...pages].flatMap(([name, bytes]) => name.endsWith('.xhtml') ? styles(new TextDecoder().decode(bytes)) : [])
  expect([styles(page(pamphlet)), book]).toEqual([['width: 50%', 'none'], ['width: 50%', 'none']])
})

test('a drawing on the web page keeps its share', () => {
  const pamphlet = composeMarkdown({'a.md': '# One\n\n![A map](images/map.png){width=50%}\n'})
  const assets = new Map([...pamphlet.assets].map(([name, asset]) => [name, {...asset, mediaType: 'image/svg+xml' as const}]))
  expect(page({...pamphlet, assets})).toContain('style="width: 50%"')
})
