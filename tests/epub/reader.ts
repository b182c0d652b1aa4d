/**
 * A real reading system: foliate-js in the browser, with the book and the program served from memory. Whatever else is
 * asked for is refused and told.
 */
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Page} from 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js'
import {candidates} from '../../scripts/adapters/browser-candidates.ts'
import {realSources, startCandidate} from '../../scripts/adapters/browser-sources.ts'
import {thisMachine} from '../../scripts/adapters/machine.ts'
import {mended} from '../../scripts/preview/files.ts'

const origin = 'https://reader.invalid/'
const program = fileURLToPath(new URL('../../node_modules/foliate-js/', import.meta.url))

/** The reader's own page: one view, and a box for the notes that it opens. */
const host = `<!doctype html><html><head><meta charset="utf-8"><style>
body {margin: 0; background: var(--paper, #fff)}
foliate-view {display: block; height: 100vh}
dialog {box-sizing: border-box; display: block; position: fixed; inset: auto 0 0 0; width: 100%; height: 34vh; margin: 0; border: 0; border-top: 1px solid #8886; padding: 0; background: var(--paper, #fff); box-shadow: 0 -8px 30px #0002}
dialog foliate-view {height: 100%}
dialog:empty {display: none}
</style></head><body><foliate-view></foliate-view><dialog></dialog><script type="module">
import {makeBook} from './view.js'
import {FootnoteHandler} from './footnotes.js'
const blob = await (await fetch('book.epub')).blob()
const book = await makeBook(new File([blob], 'book.epub', {type: 'application/epub+zip'}))
const view = document.querySelector('foliate-view')
const notes = new FootnoteHandler()
const documents = []
view.addEventListener('load', event => documents.push(event.detail.doc))
view.addEventListener('link', event => notes.handle(book, event)?.catch(error => console.error(error)))
notes.addEventListener('before-render', event => {
  const {view: note} = event.detail
  document.querySelector('dialog').replaceChildren(note)
  note.renderer.setAttribute('flow', 'scrolled')
  note.renderer.setAttribute('margin', '20px')
  note.renderer.setStyles?.(globalThis.readerStyles ?? '')
})
notes.addEventListener('render', event => { globalThis.openNote = event.detail.view.renderer.getContents()[0].doc.body.textContent.replaceAll(/\\s+/g, ' ').trim() })
await view.open(book)
globalThis.reader = {book, view, documents}
</script></body></html>`

export type Reader = {
  readonly page: Page
  /** Addresses that the book or the reader asked for and did not get. */
  readonly refused: readonly string[]
  /** What the reader's program complained about. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

/** Open a book in the reader; undefined where this machine has no browser. `size` is that of the screen in CSS px. */
export async function openReader(book: Uint8Array, size = {width: 420, height: 640, deviceScaleFactor: 1}): Promise<Reader | undefined> {
  const started = await startBrowser()
  if (!started) return undefined
  const {puppeteer, process} = started.running
  const page = await puppeteer.newPage()
  const client = await page.createCDPSession()
  const [refused, errors] = [[] as string[], [] as string[]]
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  client.on('Fetch.requestPaused', ({requestId, request}) => {
    const found = answer(request.url, book)
    if (!found) refused.push(request.url)
    const reply = found
      ? client.send('Fetch.fulfillRequest', {requestId, responseCode: 200, responseHeaders: [{name: 'Content-Type', value: found.type}], body: found.bytes.toString('base64')})
      : client.send('Fetch.failRequest', {requestId, errorReason: 'Aborted'})
    reply.catch(() => undefined)
  })
  await client.send('Fetch.enable', {patterns: [{urlPattern: 'http*'}]})
  await page.setViewport(size)
  await page.goto(origin, {timeout: 30_000})
  await page.waitForFunction('globalThis.reader !== undefined', {timeout: 30_000})
  const close = async () => {
    await puppeteer.close().catch(() => undefined)
    await process.finish(2_000)
    started.discard()
  }
  return {page, refused, errors, close}
}

async function startBrowser() {
  const machine = thisMachine()
  for (const candidate of candidates(machine)) {
    const {found} = await startCandidate(candidate, {machine, sources: realSources})
    if (found) return found
  }
  return undefined
}

function answer(url: string, book: Uint8Array): {readonly type: string; readonly bytes: Buffer} | undefined {
  const path = url.startsWith(origin) ? decodeURIComponent(new URL(url).pathname.slice(1)) : undefined
  if (path === '') return {type: 'text/html', bytes: Buffer.from(host)}
  if (path === 'book.epub') return {type: 'application/epub+zip', bytes: Buffer.from(book)}
  if (path === 'favicon.ico') return {type: 'image/x-icon', bytes: Buffer.alloc(0)}
  if (path === undefined || path.includes('..') || !path.endsWith('.js') || !existsSync(program + path)) return undefined
  return {type: 'text/javascript', bytes: mended(path, readFileSync(program + path))}
}
