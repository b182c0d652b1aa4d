/** Pages of a book that are no text of its own: some are metadata, others any book has made anew. */
import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {hasClass} from '../elements.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {lost} from './imported.ts'

type Taken = {readonly kept: ElementContent[]; readonly metadata: ImportedMetadata; readonly remarks: readonly Remark[]}

/** What stands on a page alone and is metadata is short. */
const longest = 300

/** Take out dedication, motto, index, colophon, and an imprint of nothing but metadata (`described`); what cannot be kept is told. */
export function takePages(pages: readonly ElementContent[], described: ImportedMetadata = {}): Taken {
  const back = pages.find(page => page.type === 'element' && Array.isArray(page.properties.className) && page.properties.className.includes('back-cover'))
  const [dedication, epigraph, index, colophon] = ['dedication', 'epigraph', 'index', 'colophon'].map(name => pages.find(page => [page, ...onlyIn(page)].some(part => typesOf(part).includes(name))))
  const isShort = (page: ElementContent | undefined): page is Element => page?.type === 'element' && textOf(page).length <= longest
  const taken = [isShort(dedication) ? dedication : undefined, isShort(epigraph) ? epigraph : undefined, index, colophon, back, pages.find(page => isMadeImprint(page, described))]
  return {
    kept: pages.filter(page => !taken.includes(page)),
    metadata: {...(isShort(dedication) && {dedication: linesOf(dedication)}), ...(isShort(epigraph) && {epigraph: mottoOf(epigraph)}), ...(back?.type === 'element' && {back: backOf(back)})},
    remarks: [...index ? [lost('an index: mark its words in the text, as `:index[word]`')] : [], ...colophon ? [lost('a colophon')] : []]
  }
}

/** Where the author wrote none, the program makes an imprint of title, publisher and rights. */
function isMadeImprint(page: ElementContent, {title, publisher, rights}: ImportedMetadata): boolean {
  const lines = page.type === 'element' && hasClass(page, 'imprint') ? linesOf(page).split('\n') : []
  return title !== undefined && lines[0] === title && lines.slice(1).every(line => line === publisher || line === rights)
}

/** What fills a page alone: a motto is named where it stands, not by its page. */
function onlyIn(page: ElementContent): readonly ElementContent[] {
  const parts = page.type === 'element' ? page.children.filter(({type}) => type === 'element') : []
  return parts.length === 1 ? parts : []
}

function typesOf(page: ElementContent): readonly string[] {
  return page.type === 'element' ? String(page.properties['epubType'] ?? page.properties['epub:type'] ?? '').split(/\s+/) : []
}

/** The words of a motto, and whose they are. */
export function mottoOf(page: Element): {readonly text: string; readonly by?: string} {
  const sources: Element[] = []
  visit(page, 'element', element => {
    if (Array.isArray(element.properties.className) && element.properties.className.includes('by')) sources.push(element)
  })
  const [source] = sources
  if (!source) return {text: linesOf(page)}
  const by = linesOf(source)
  return {text: linesOf(page).slice(0, -by.length).trim(), by}
}

/** The words of a back cover, a paragraph a line: address and price, which the program marks, and the link that stands alone on the last. */
function backOf(page: Element): NonNullable<ImportedMetadata['back']> {
  const marked = (name: string) => page.children.flatMap(child => child.type === 'element' && hasClass(child, name) ? [linesOf(child)] : [])[0]
  const [address, price] = [marked('back-address'), marked('back-price')]
  const lines = linesOf({...page, children: page.children.filter(child => child.type !== 'element' || !hasClass(child, 'back-address') && !hasClass(child, 'back-price'))}).split('\n')
  const link = /^https?:\S+$/.test(lines.at(-1) ?? '') ? lines.at(-1) : undefined
  const text = lines.slice(0, link === undefined ? undefined : -1).join('\n\n')
  return {...(text !== '' && {text}), ...(address !== undefined && {address}), ...(price !== undefined && {price}), ...(link !== undefined && {link})}
}

/** The words of a page, with the ends of lines that it sets. */
export function linesOf(page: Element): string {
  const words: string[] = []
  visit(page, node => {
    if (node.type === 'text') words.push(node.value.replace(/\s+/g, ' '))
    if (node.type === 'element' && (node.tagName === 'br' || node.tagName === 'p')) words.push('\n')
  })
  return words.join('').split('\n').map(line => line.trim()).filter(line => line !== '').join('\n')
}
