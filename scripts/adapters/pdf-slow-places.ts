/** Mends the slow places of the PDF library: how it keeps a file's cross-references in order, and how it packs what is no stream. */
import {deflateSync} from 'node:zlib'
import {PDFCrossRefStream, PDFObjectStream} from '@cantoo/pdf-lib'

type Entry = {readonly ref: {readonly objectNumber: number}}

/**
 * Put an entry where its number belongs. The library (2.11.1) looks for that place from the front, which takes half a
 * minute for the 100 000 objects of a long tagged file; objects come in order, but for a few, so this looks from the end.
 */
export function insertInOrder<Item extends Entry>(entries: Item[], entry: Item): void {
  const before = entries.findLastIndex(({ref}) => ref.objectNumber <= entry.ref.objectNumber)
  entries.splice(before + 1, 0, entry)
}

/** Let the library use it. */
export function appendInOrder(): void {
  Reflect.set(PDFCrossRefStream.prototype, 'appendEntry', function (this: {readonly entries: Entry[]}, entry: Entry) {
    insertInOrder(this.entries, entry)
  })
}

/** Let the library pack its streams of objects with zlib itself, which takes a third of the time that its own program for it takes. */
export function packByZlib(): void {
  const make = PDFObjectStream.withContextAndObjects
  Reflect.set(PDFObjectStream, 'withContextAndObjects', (...[context, objects, encode = true]: Parameters<typeof make>) => {
    const stream = make(context, objects, encode)
    if (encode) stream.updateContents(deflateSync(stream.getUnencodedContents()))
    return stream
  })
}
