/** Named destinations: the places in a PDF that links and bookmarks lead to. */
import {PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'

/** Find the page (from 1) of every named destination, as Chromium writes them. */
export function destinationPages(file: PDFDocument): ReadonlyMap<string, number> {
  const numbers = new Map(file.getPages().map((page, index) => [page.ref.toString(), index + 1]))
  const pages = new Map<string, number>()
  const destinations = file.catalog.lookup(name('Dests'))
  if (!(destinations instanceof PDFDict)) return pages
  for (const [key] of destinations.entries()) {
    const target = destinations.lookup(key)
    const page = target instanceof PDFArray ? numbers.get(target.get(0).toString()) : undefined
    if (page !== undefined) pages.set(idOf(key.decodeText()), page)
  }
  return pages
}

/** The id that a destination's name stands for: Chromium writes it as it would stand in an address. */
export function idOf(destination: string): string {
  try {
    return decodeURIComponent(destination)
  } catch {
    return destination
  }
}

/**
 * Put the destinations into a name tree, and let links ask for them by string (ISO 32000-1, 12.3.2.3): the dictionary of
 * PDF 1.1 that Chromium writes is there for old files only.
 */
export function makeNameTree({catalog, context}: PDFDocument): void {
  const destinations = catalog.lookup(name('Dests'))
  const former = catalog.get(name('Dests'))
  if (!(destinations instanceof PDFDict)) return
  const sorted = destinations.entries().toSorted(([a], [b]) => Buffer.compare(bytesOf(a), bytesOf(b)))
  catalog.delete(name('Dests'))
  if (former instanceof PDFRef) context.delete(former)
  const tree = context.obj({Names: sorted.flatMap(([key, target]) => [stringOf(key), target])})
  catalog.set(name('Names'), context.obj({Dests: context.register(tree)}))
  for (const [, link] of context.enumerateIndirectObjects()) {
    const target = link instanceof PDFDict ? link.get(name('Dest')) : undefined
    if (link instanceof PDFDict && target instanceof PDFName) link.set(name('Dest'), stringOf(target))
  }
}

function stringOf(key: PDFName): PDFHexString {
  return PDFHexString.of(bytesOf(key).toString('hex').toUpperCase())
}

function bytesOf(key: PDFName): Buffer {
  return Buffer.from(key.asBytes())
}
