import {readFileSync} from 'node:fs'
import {PDFDict, PDFDocument, PDFName, PDFNumber} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {editPdf} from '../../scripts/adapters/pdf.ts'
import {giveHints} from '../../scripts/pdf/in-page/hints.ts'
import {mendings, roles} from '../../scripts/pdf/tags/mend.ts'
import {xmpPacket} from '../../scripts/pdf/xmp.ts'
import {wordsFor} from '../../scripts/words.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {metadata} from '../stock.ts'
import {openTags, outline} from './outline.ts'
import {violations} from './violations.ts'

/** One page with everything that is mended; each mending left out must be seen. */
const bodies = ['blocks', 'figures', 'lists', 'notes-at-foot', 'phrases', 'tables']
  .map(name => readFileSync(`tests/pdf/tags/${name}.html`, 'utf8')).map(html => html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>')))
const html = `<!doctype html><html lang="en"><title>T</title><style>@page {margin: 40px; @bottom-center {content: counter(page)}} blockquote {background: #ddd} .box {opacity: 0.5}</style><body>${bodies.join('').replaceAll(' id="one"', '')}</body></html>`
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const date = new Date('2024-01-15T00:00:00Z')

let printed: Uint8Array
const found = await browserHere()
beforeAll(async () => {
  if (!found) return
  const page = await found.browser.open({html, resources: new Map([['dot.png', {mediaType: 'image/png', bytes: png}]])}, {widthPx: 480, heightPx: 720})
  await giveHints(page)
  printed = await page.print({widthPx: 560, heightPx: 800, tagged: true, outline: true})
  await page.close()
}, 60_000)
afterAll(() => found?.here.end())

const edit = async (leaveOut: string, claims = true, types = roles) => (await editPdf(printed, {
  box: {left: 0, bottom: 0, right: 420, top: 600}, labels: [{from: 0, style: 'decimal', start: 1}], bookmarks: [], information: {}, lang: 'en', date, identity: '0'.repeat(32),
  xmp: () => xmpPacket(metadata, date, claims), roles: types, hasLeftward: false, hanging: new Set(), twins: [],
  mendTags: (root, pageOf) => mendings('en', {words: wordsFor('en'), folioOf: id => String(pageOf(id))}).filter(({name}) => name !== leaveOut).reduce((tree, {mend}) => mend(tree), root)
})).bytes
const faults = async (pdf: Uint8Array) => violations(await openTags(pdf))

test.skipIf(!found)('with every mending nothing is found', async () => {
  expect(await faults(await edit('none'))).toEqual([])
})

test.skipIf(!found).each([
  ['withoutDecoration', 'decoration in a tag'],
  ['readHint', 'hint left'],
  ['mendFigure', 'figure without Alt'],
  ['mendBullet', 'silent bullet'],
  ['mendRuby', 'ruby'],
  ['mendLink', 'link without Contents'],
  ['mendLink', 'no Link'],
  ['mendLink', 'no Reference'],
  ['mendList', 'item'],
  ['mendGroup', 'type NonStruct'],
  ['mendLanguages', 'language']
])('without %s: %s', async (leaveOut, fault) => {
  expect(await faults(await edit(leaveOut))).toContain(fault)
})

test.skipIf(!found)('without openText a paragraph falls apart', async () => {
  expect(outline(await openTags(await edit('openText')))).not.toBe(outline(await openTags(await edit('none'))))
})

test.skipIf(!found)('a claim and the types must be there', async () => {
  expect(await faults(await edit('none', false))).toEqual(['no claim'])
  expect(await faults(await edit('none', true, {}))).toEqual(['type Em', 'type Strong'])
})

/** Undo one thing in the finished file. */
async function undo(change: (file: PDFDocument, tags: readonly PDFDict[]) => void): Promise<readonly string[]> {
  const file = await PDFDocument.load(await edit('none'), {updateMetadata: false})
  const dicts = file.context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFDict ? [value] : [])
  change(file, dicts)
  return faults(await file.save({addDefaultPage: false, updateFieldAppearances: false}))
}

const key = (text: string) => PDFName.of(text)
const withType = (dicts: readonly PDFDict[], type: string) => dicts.filter(dict => dict.get(key('S')) === key(type))

test.skipIf(!found).each<[string, (file: PDFDocument, dicts: readonly PDFDict[]) => void]>([
  ['no tab order', file => file.getPage(0).node.delete(key('Tabs'))],
  ['no name tree or labels', file => file.catalog.delete(key('PageLabels'))],
  ['no name tree or labels', file => file.catalog.set(key('Dests'), file.context.obj({}))],
  ['note id', (_, dicts) => withType(dicts, 'Note')[0]?.delete(key('ID'))],
  ['note id', (_, dicts) => {
    const [first, second] = withType(dicts, 'Note')
    const id = first?.get(key('ID'))
    if (id) second?.set(key('ID'), id)
  }],
  ['link without Contents', (_, dicts) => dicts.find(dict => dict.get(key('Subtype')) === key('Link'))?.delete(key('Contents'))],
  ['parent tree', (_, dicts) => dicts.find(dict => dict.get(key('Subtype')) === key('Link'))?.set(key('StructParent'), PDFNumber.of(9999))],
  ['figure without Alt', (_, dicts) => withType(dicts, 'Figure')[0]?.delete(key('Alt'))],
  ['no Document', (_, dicts) => withType(dicts, 'Document')[0]?.set(key('S'), key('Part'))]
])('undone: %s', async (fault, change) => {
  expect(await undo(change)).toContain(fault)
})
