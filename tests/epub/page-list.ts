/** The page list of an EPUB and the page labels of a PDF, for comparing them. */
import {PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber} from '@cantoo/pdf-lib'
import {roman} from '../../scripts/typeset/knowledge.ts'
import {pdfText} from '../whole/extracted-words.ts'
import type {OpenBook} from './book.ts'
import {byName, textOf, type XmlElement} from './xml.ts'

/** The label of every page, as ISO 32000-1, 12.4.2 has them. */
export async function labelsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const file = await PDFDocument.load(pdf, {updateMetadata: false})
  const entries = file.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const runs = Array.from({length: entries.size() / 2}, (_, index) => {
    const run = entries.lookup(2 * index + 1, PDFDict)
    return {from: entries.lookup(2 * index, PDFNumber).asNumber(), start: run.lookup(PDFName.of('St'), PDFNumber).asNumber(), isRoman: run.get(PDFName.of('S')) === PDFName.of('r')}
  })
  return file.getPages().map((_, index) => {
    const run = runs.findLast(({from}) => from <= index)
    const number = (run?.start ?? 1) + index - (run?.from ?? 0)
    return run?.isRoman === true ? roman(number) : String(number)
  })
}

/** Letters alone: the numbers of lists and notes are drawn on paper, and no text. */
export const letters = (text: string) => text.normalize('NFKC').replaceAll(/\P{L}+/gu, '').toLowerCase()

/** An entry: its label, and the letters behind its marker. */
export type Listed = {readonly label: string; readonly behind: string}

/** The page list: label, address, and the letters behind the marker that it leads to; a reference to a note is no letter. */
export function pageList(book: OpenBook): readonly Listed[] {
  const list = byName(book.xml('OEBPS/toc.xhtml'), 'nav').find(({attributes}) => attributes.get('epub:type') === 'page-list')
  return (list ? byName(list, 'a') : []).map(link => {
    const [file = '', id = ''] = (link.attributes.get('href') ?? '').split('#')
    return {label: textOf(link), behind: lettersBehind(book.xml(`OEBPS/${file}`), id)}
  })
}

function lettersBehind(root: XmlElement, id: string): string {
  const parts: string[] = []
  let isBehind = false
  const visit = (node: XmlElement | string): void => {
    if (typeof node === 'string') {
      if (isBehind) parts.push(node)
      return
    }
    if (node.attributes.get('id') === id) isBehind = true
    if (node.attributes.get('role') !== 'doc-noteref') for (const child of node.children) visit(child)
  }
  visit(root)
  return letters(parts.join(''))
}

/** The letters of every page, whatever stands on it. */
export async function pageLetters(pdf: Uint8Array): Promise<readonly string[]> {
  return (await pdfText(pdf, () => ({left: 0, top: 2000, right: 2000, bottom: 0}))).map(letters)
}

/**
 * The entries whose words do not stand on the page of their label, or on that many pages behind it. A running head,
 * figures that float to the head of a page and their lettering stand before or between these words.
 */
export function misled(list: readonly Listed[], {labels, texts}: {readonly labels: readonly string[]; readonly texts: readonly string[]}, shift = 0): readonly string[] {
  return list.filter(({label, behind}) => !texts[labels.indexOf(label) + shift]?.includes(behind.slice(0, 8))).map(({label, behind}) => `${label}: ${behind.slice(0, 40)}`)
}
