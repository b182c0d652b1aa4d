/** The parts of a Word file that hold text, made ready for Mammoth, which takes some of their elements for nothing. */
import type {Element as MathElement, Root} from 'hast'
import type {Element, Nodes, Parents, Root as XmlRoot} from 'xast'
import {SKIP, visit} from 'unist-util-visit'
import {toXml} from 'xast-util-to-xml'
import {markCells} from './alignment.ts'
import type {Archive} from './archive.ts'
import type {Remark} from './imported.ts'
import {mathOfOmml} from './formulas/omml.ts'
import {floatingInWord, placeFloating} from './floating.ts'
import {takeLostPictures} from './docx-pictures.ts'
import {lostLooks, mendParagraphs, startsIn} from './docx-paragraphs.ts'
import {markWidths} from './picture-widths.ts'
import {lostCount, lostIndexEntries} from './imported.ts'
import {parsePart} from './office-metadata.ts'

const textParts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']

/** `formulas`: MathML of those that the parts call by their number, between two signs of private use. */
export type ReadyParts = {readonly parts: ReadonlyMap<string, string>; readonly formulas: readonly MathElement[]; readonly remarks: readonly Remark[]}

type Counts = {contents: number; hidden: number; readings: number; references: number; entries: number; readonly formulas: MathElement[]}

/**
 * Rewrite what has to be: the words of a simple field stand by themselves, a formula is called by its number,
 * while a table of contents and words that are hidden go. Throws ImportFault where a part is not well-formed.
 */
export async function readyParts(archive: Archive): Promise<ReadyParts> {
  const counts: Counts = {contents: 0, hidden: 0, readings: 0, references: 0, entries: 0, formulas: []}
  const parts = new Map<string, string>()
  const numbering = await archive.readText('word/numbering.xml')
  const starts = numbering === undefined ? new Map<string, number>() : startsIn(parsePart(numbering, 'word/numbering.xml'))
  const looks: Remark[] = []
  for (const name of textParts) {
    const text = await archive.readText(name)
    if (text === undefined) continue
    const tree = parsePart(text, name)
    looks.push(...await takeLostPictures(tree, name, archive))
    mendParagraphs(tree, starts)
    markWidths(tree)
    markCells(tree)
    placeFloating(tree, floatingInWord)
    looks.push(...lostLooks(tree))
    parts.set(name, ready(tree, counts))
  }
  return {
    parts, formulas: counts.formulas,
    remarks: [
      ...lostCount(counts.contents, 'a table of contents', 'tables of contents', ': the program makes its own'),
      ...lostCount(counts.hidden, 'words that were hidden', 'runs of words that were hidden'),
      ...lostCount(counts.readings, 'a reading above words, which stay: write `<ruby>words<rt>reading</rt></ruby>`', 'readings above words, which stay: write `<ruby>words<rt>reading</rt></ruby>`'),
      ...lostCount(counts.references, 'a reference by the number of a page, which stands as it was: write `:page[id]`', 'references by the number of a page, which stand as they were: write `:page[id]`'),
      ...lostIndexEntries(counts.entries),
      ...looks
    ]
  }
}

function ready(tree: XmlRoot, counts: Counts): string {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (element.name === 'w:instrText' && /^\s*PAGEREF\b/.test(wordsOf(element))) counts.references++
    if (element.name === 'w:instrText' && /^\s*XE\b/.test(wordsOf(element))) counts.entries++
    const put = replacement(element, counts)
    if (put === undefined) return undefined
    parent.children.splice(index, 1, ...put)
    return [SKIP, index]
  })
  return toXml(tree)
}

/** What stands in an element's place; undefined where it stays. */
function replacement(element: Element, counts: Counts): Element['children'] | undefined {
  const {name} = element
  if (name === 'w:fldSimple') return element.children
  if (name === 'm:oMath' || name === 'm:oMathPara') return [callOf(counts.formulas.push(mathOfOmml(element)) - 1)]
  if (name === 'w:ruby') return countAs('readings', counts, childOf(element, 'w:rubyBase')?.children)
  if (name === 'w:sdt' && isContents(element)) return countAs('contents', counts)
  return name === 'w:r' && isHidden(element) ? countAs('hidden', counts) : undefined
}

/** Mammoth knows no formulas: a run of text stands for one. */
function callOf(index: number): Element {
  const words: Element = {type: 'element', name: 'w:t', attributes: {}, children: [{type: 'text', value: `\uE000${index}\uE001`}]}
  return {type: 'element', name: 'w:r', attributes: {}, children: [words]}
}

/** Put the formulas where they were called in the text that Mammoth made; the tree is changed. */
export function placeCalled(tree: Root, formulas: readonly MathElement[]): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('\uE000')) return undefined
    const put = node.value.split(/\uE000(\d+)\uE001/).map((value, at) => at % 2 === 0 ? {type: 'text' as const, value} : formulas[Number(value)] ?? {type: 'text' as const, value: ''})
    parent.children.splice(index, 1, ...put)
    return index + put.length
  })
}

function countAs(key: 'contents' | 'hidden' | 'readings', counts: Counts, kept: Element['children'] = []): Element['children'] {
  counts[key]++
  return kept
}

/** Word and Google Docs keep a table of contents in a building block of that name. */
function isContents(block: Element): boolean {
  const gallery = childOf(childOf(childOf(block, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return gallery?.attributes['w:val'] === 'Table of Contents'
}

function isHidden(run: Element): boolean {
  const vanish = childOf(childOf(run, 'w:rPr'), 'w:vanish')
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attributes['w:val'] ?? '') && holdsText(run)
}

function holdsText(run: Element): boolean {
  return childOf(run, 'w:t') !== undefined
}

function childOf(parent: Parents | undefined, name: string): Element | undefined {
  const children: readonly Nodes[] = parent?.children ?? []
  return children.find((child): child is Element => child.type === 'element' && child.name === name)
}

function wordsOf({children}: Element): string {
  return children.map(child => child.type === 'text' ? child.value : '').join('')
}
