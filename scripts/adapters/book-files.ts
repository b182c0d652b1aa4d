/** Opens the zip of an EPUB from anywhere for who looks at a few of its files: what a bomb would unfold is never held. */
import JSZip from 'jszip'
import {unfold} from './unfold.ts'

/** The text of a file by its path in the zip; `missing` too where it cannot be unpacked. */
export type BookFile = {readonly text: string} | {readonly fault: 'missing' | 'too large'}
export type BookFiles = (path: string) => Promise<BookFile>

const mebibyte = 1_048_576
const mostBytes = {file: 8 * mebibyte, all: 128 * mebibyte} as const
/** A tree takes a hundred times the bytes of a short tag. */
const mostTags = 300_000

/** Open a book; undefined where it is no zip. Sizes that it declares may be lies, so what is unpacked is counted. */
export async function openBookFiles(bytes: Uint8Array, most: {readonly file: number; readonly all: number} = mostBytes): Promise<BookFiles | undefined> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined)
  if (!zip) return undefined
  let left = most.all
  return async path => {
    const file = zip.file(path)
    if (!file) return {fault: 'missing'}
    const read = await unpacked(file, Math.min(most.file, left))
    if (typeof read === 'string') return {fault: read}
    left -= read.length
    const text = decoded(read)
    return tagsIn(text) > mostTags ? {fault: 'too large'} : {text}
  }
}

async function unpacked(file: JSZip.JSZipObject, limit: number): Promise<Buffer | 'missing' | 'too large'> {
  const parts: Buffer[] = []
  const end = await unfold(file, limit, part => void parts.push(part))
  return end === 'whole' ? Buffer.concat(parts) : end === 'damaged' ? 'missing' : end
}

/** XML of a book is UTF-8, or UTF-16 with its mark (EPUB 3.3, 3.9). */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function tagsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++
  return count
}
