/** Reading and replacing a PDF's objects: what the rooms of the press file share. */
import {constants, inflateSync} from 'node:zlib'
import {PDFArray, PDFBool, PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, decodePDFRawStream} from '@cantoo/pdf-lib'
import {deflated, deflatedLater} from '../pdf-inflate.ts'
import {name} from '../pdf-names.ts'

/** No stream of a page or a picture is longer once it is unpacked; a bomb is. */
const mostBytes = 512 * 1_048_576

/**
 * What was packed here, unpacked: the checks read every stream that the conversion has just written. Weak, so that it
 * goes with the file.
 */
const unpacked = new WeakMap<PDFRawStream, Uint8Array>()

/**
 * Unpack a stream. Throws where it is broken or longer than any that is meant well. One that lacks its end is forgiven: the
 * library takes a last byte that is a line's end off a checksum.
 */
export function unpack(stream: PDFRawStream): Uint8Array {
  const known = unpacked.get(stream)
  if (known) return known
  const filter = stream.dict.lookup(name('Filter'))
  if (filter === undefined) return stream.contents
  if (filter === name('FlateDecode') && stream.dict.lookup(name('DecodeParms')) === undefined) return inflateSync(stream.contents, {maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH})
  return decodePDFRawStream(stream).decode()
}

/** Pack bytes into a stream that has the other entries of `dict`. */
export function pack(dict: PDFDict, bytes: Uint8Array, without: readonly string[] = []): PDFRawStream {
  return streamOf(dict, bytes, deflated(bytes), without)
}

/** The same, in a thread that has nothing else to do. */
export async function packLater(dict: PDFDict, bytes: Uint8Array): Promise<PDFRawStream> {
  return streamOf(dict, bytes, await deflatedLater(bytes))
}

function streamOf(dict: PDFDict, bytes: Uint8Array, packed: Uint8Array, without: readonly string[] = []): PDFRawStream {
  const copy = PDFDict.withContext(dict.context)
  const dropped = ['/Filter', '/DecodeParms', '/Length', ...without.map(key => `/${key}`)]
  for (const [key, value] of dict.entries()) if (!dropped.includes(key.toString())) copy.set(key, value)
  copy.set(name('Filter'), name('FlateDecode'))
  copy.set(name('Length'), PDFNumber.of(packed.length))
  const stream = PDFRawStream.of(copy, packed)
  unpacked.set(stream, bytes)
  return stream
}

/** A content stream of text, registered. */
export function register(context: PDFContext, content: string, entries: Readonly<Record<string, PDFObject>> = {}): PDFRef {
  const dict = PDFDict.withContext(context)
  for (const [key, value] of Object.entries(entries)) dict.set(name(key), value)
  return context.register(pack(dict, Buffer.from(content, 'latin1')))
}

/** A content stream that is not packed yet: it will be a part of another. */
export function unpackedStream(context: PDFContext, content: string): PDFRawStream {
  return PDFRawStream.of(PDFDict.withContext(context), Buffer.from(content, 'latin1'))
}

export function dictAt(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = dict?.lookup(name(key))
  if (value instanceof PDFRawStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}

export function streamAt(dict: PDFDict | undefined, key: string): PDFRawStream | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFRawStream ? value : undefined
}

export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function nameAt(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function isTrue(dict: PDFDict | undefined, key: string): boolean {
  const value = dict?.lookup(name(key))
  return value instanceof PDFBool && value.asBoolean()
}

/** The numbers of an array; empty where it is none, or holds anything else. */
export function numbersAt(dict: PDFDict | undefined, key: string): readonly number[] {
  const value = dict?.lookup(name(key))
  if (!(value instanceof PDFArray)) return []
  const items = Array.from({length: value.size()}, (_, index) => value.lookup(index))
  return items.every(item => item instanceof PDFNumber) ? items.map(item => item.asNumber()) : []
}

/** Every entry of a dictionary inside `dict`, with its name and what it leads to. */
export function entriesAt(dict: PDFDict | undefined, key: string): readonly {readonly key: string; readonly value: PDFObject; readonly ref?: PDFRef}[] {
  const inner = dictAt(dict, key)
  return (inner?.entries() ?? []).flatMap(([entry, direct]) => {
    const value = inner?.lookup(entry)
    return value === undefined ? [] : [{key: entry.decodeText(), value, ...(direct instanceof PDFRef && {ref: direct})}]
  })
}

/** The dictionary inside `dict`, made where it is missing. */
export function madeAt(dict: PDFDict, key: string): PDFDict {
  const found = dictAt(dict, key)
  if (found) return found
  const made = PDFDict.withContext(dict.context)
  dict.set(name(key), made)
  return made
}

/** A page's content as one string, its parts with a space between. */
export function contentOf(page: PDFDict): string {
  const contents = page.lookup(name('Contents'))
  const parts = contents instanceof PDFArray ? Array.from({length: contents.size()}, (_, index) => contents.lookup(index)) : [contents]
  return parts.map(part => part instanceof PDFRawStream ? Buffer.from(unpack(part)).toString('latin1') : '').join(' ')
}

/** Delete every object that nothing leads to any more: the library would write them all. */
export function sweep(context: PDFContext): void {
  const reached = new Set<string>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (value instanceof PDFRef) {
      if (reached.has(value.toString())) continue
      reached.add(value.toString())
      waiting.push(context.lookup(value))
    } else if (value instanceof PDFArray) waiting.push(...value.asArray())
    else if (value instanceof PDFDict) waiting.push(...value.values())
    else if (value instanceof PDFRawStream) waiting.push(...value.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.toString())) context.delete(ref)
}
