/**
 * Holds a finished EPUB to its manuscript, to the reading PDF beside it and to a reading system, with the project's own
 * packages: `node tests/epub/inside.ts MANUSCRIPT FOLDER …`, where FOLDER holds one EPUB and one reading PDF. Each gate
 * must also find the fault in a spoilt copy of the first book. Ends with 1 where one fails.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import JSZip from 'jszip'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import type {Pamphlet} from '../../scripts/types.ts'
import {openBook, spineOf, textPagesOf, type OpenBook} from './book.ts'
import {domFaults} from './dom-outline.ts'
import {readerFaults} from './in-reader.ts'
import {labelsOf, letters, misled, pageLetters, pageList} from './page-list.ts'

type Made = {readonly pamphlet: Pamphlet; readonly book: OpenBook; readonly pages: {readonly labels: readonly string[]; readonly texts: readonly string[]}}
type Gate = {readonly name: string; readonly faultsIn: (made: Made) => Promise<readonly string[]> | readonly string[]; readonly spoil: (xhtml: string) => string}

const gates: readonly Gate[] = [
  {name: 'what goes in comes out', faultsIn: ({pamphlet, book}) => domFaults(pamphlet, book), spoil: xhtml => xhtml.replace(/<p\b[^>]*>[^<]*/, '<p>')},
  {name: 'epubcheck-ts', faultsIn: checked, spoil: xhtml => xhtml.replace('</body>', '<p><img src="gone.png" alt=""/></p></body>')},
  {name: 'page list and labels', faultsIn: pageFaults, spoil: withPagesChanged},
  {name: 'a reader', faultsIn: ({book}) => readerFaults(book.bytes, spineOf(book)), spoil: xhtml => xhtml.replace('</body>', '<p><img src="https://example.org/x.png" alt=""/></p></body>')}
]

/** The first two markers, each with the id of the other. */
function withPagesChanged(xhtml: string): string {
  const [first = '', second = ''] = [...xhtml.matchAll(/<span id="([^"]*)"[^>]*doc-pagebreak/g)].map(([, id]) => id)
  return xhtml.replace(`"${first}"`, '"other"').replace(`"${second}"`, `"${first}"`).replace('"other"', `"${second}"`)
}

async function checked({book}: Made): Promise<readonly string[]> {
  const {messages} = await EpubCheck.validate(book.bytes)
  return messages.filter(({severity}) => severity !== 'info' && severity !== 'usage').map(({id, message, location}) => `${id} ${location?.path ?? ''}: ${message}`)
}

/** Every page of the PDF that holds words is listed, by its label, and leads to its words. */
function pageFaults({pamphlet, book, pages}: Made): readonly string[] {
  // The imprint of an e-book names its title, which on paper stands across from it.
  const title = letters(pamphlet.metadata.title)
  const list = pageList(book).map(({label, behind}) => ({label, behind: behind.replace(new RegExp(`^${title}`), '')}))
  const wanted = pages.labels.filter((_, index) => pages.texts[index] !== '')
  const other = wanted.findIndex((label, index) => label !== list[index]?.label)
  const beside = other < 0 && list.length === wanted.length ? [] : [`${list.length} pages are listed, ${wanted.length} hold words; from ${other} on they differ`]
  return [...beside, ...misled(list, pages)]
}

async function madeOf(path: string, folder: string): Promise<Made> {
  const manuscript = await read(path, realDisk)
  if (!('metadata' in manuscript)) throw new Error(`Expected a manuscript at ${path}`)
  const file = (ending: RegExp) => new Uint8Array(readFileSync(join(folder, readdirSync(folder).find(name => ending.test(name)) ?? '')))
  const pdf = file(/(?<!-(?:print|cover|booklet|printing))\.pdf$/)
  return {
    pamphlet: compose(manuscript, await enginesFor(manuscript)),
    book: openBook(file(/\.epub$/)),
    pages: {labels: await labelsOf(pdf), texts: await pageLetters(pdf)}
  }
}

/** A copy of the book with its longest text file spoilt. */
async function spoilt(made: Made, spoil: Gate['spoil']): Promise<Made> {
  const zip = await JSZip.loadAsync(made.book.bytes)
  const [name = ''] = textPagesOf(made.book).toSorted((a, b) => made.book.text(b).length - made.book.text(a).length)
  zip.file(name, spoil(made.book.text(name)))
  return {...made, book: openBook(await zip.generateAsync({type: 'uint8array'}))}
}

let failed = 0
const tell = (isGood: boolean, line: string) => {
  console.log(`${isGood ? 'ok' : 'FAILED'}: ${line}`)
  if (!isGood) failed++
}

const [, , ...given] = process.argv
for (let at = 0; at + 1 < given.length; at += 2) {
  const [path = '', folder = ''] = given.slice(at, at + 2)
  const made = await madeOf(path, folder)
  for (const {name, faultsIn, spoil} of gates) {
    const start = performance.now()
    const faults = await faultsIn(made)
    tell(faults.length === 0, `${name}: ${basename(folder)} (${((performance.now() - start) / 1000).toFixed(1)} s)${faults.slice(0, 20).map(fault => `\n  ${fault}`).join('')}`)
    if (at === 0) tell((await faultsIn(await spoilt(made, spoil))).length > 0, `${name}: finds the fault in a spoilt copy`)
  }
}
process.exitCode = failed === 0 ? 0 : 1
