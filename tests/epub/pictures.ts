/**
 * Takes the README's pictures of the EPUB in a reader: `node tests/epub/pictures.ts FOLDER`. What they show is the
 * project's own pamphlet, with page breaks made up where none are printed.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {launch} from '../../scripts/adapters/browser.ts'
import {openReader} from './reader.ts'
import {realBook} from './real-book.ts'

const folder = process.argv[2] ?? 'docs/pictures'
const screen = {width: 400, height: 600, deviceScaleFactor: 2}

/** A reader's own choice of type and size, over which a book has no say. */
const face = (style: string) => `@font-face {font-family: Own; font-style: ${style}; src: url(data:font/woff2;base64,${readFileSync(new URL(`../../node_modules/@fontsource/alegreya/files/alegreya-latin-400-${style}.woff2`, import.meta.url)).toString('base64')})}`
const own = `${face('normal')} ${face('italic')} body {font-family: Own}`

const day = '@namespace epub "http://www.idpf.org/2007/ops"; html {font-size: 19px; line-height: 1.42} aside[epub|type~="footnote"] {display: none} ' + own
const night = `${day} html {color-scheme: dark; background: #15171a; color: #d6d2c8} a:any-link {color: #8ab4f8} body {background: #15171a}`
const noteText = `html {font-size: 17px; line-height: 1.35} a[role="doc-backlink"] {display: none} ${own}`

/** Without a `target` the start of the text is shown, as the book's landmarks have it. */
type Shot = {readonly name: string; readonly target?: string; readonly styles: string; readonly notes?: string; readonly paper?: string; readonly opensNote?: boolean}

const shots: readonly Shot[] = [
  {name: 'epub-cover', target: 'OEBPS/cover.xhtml', styles: 'body {margin: 0}'},
  {name: 'epub-contents', target: 'OEBPS/toc.xhtml', styles: day},
  {name: 'epub-note', styles: day, notes: noteText, opensNote: true},
  {name: 'epub-night', styles: night, paper: '#15171a'}
]

const browser = await launch({})
const {bytes} = await realBook('manuscript', browser)
await browser.close()
const reader = await openReader(bytes, screen)
if (!reader) throw new Error('Expected a browser')
try {
  mkdirSync(folder, {recursive: true})
  for (const shot of shots) {
    await reader.page.evaluate(`(async ({target, styles, notes, paper, opensNote}) => {
      const {view, documents} = globalThis.reader
      globalThis.readerStyles = notes
      globalThis.openNote = undefined
      document.documentElement.style.setProperty('--paper', paper ?? '#fff')
      document.querySelector('dialog').replaceChildren()
      view.renderer.setAttribute('margin', '40px')
      view.renderer.setAttribute('gap', '12%')
      view.renderer.setStyles(styles)
      await view.goTo(target ?? view.book.landmarks.find(({type}) => type.includes('bodymatter')).href)
      if (opensNote) documents.at(-1).querySelector('a[role="doc-noteref"]').click()
    })(${JSON.stringify(shot)})`)
    if (shot.opensNote) await reader.page.waitForFunction('globalThis.openNote !== undefined', {timeout: 10_000})
    await new Promise(resolve => setTimeout(resolve, 800))
    const png = await reader.page.screenshot()
    writeFileSync(join(folder, `${shot.name}.png`), await sharp(png).png({palette: true, colours: 64, dither: 0, effort: 10}).toBuffer())
  }
} finally {
  await reader.close()
}
