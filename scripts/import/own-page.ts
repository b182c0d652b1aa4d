/** What the web pages of this program say on their covers, by the classes of its templates. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {elementsIn, hasClass} from '../elements.ts'
import {linesOf, mottoOf} from './epub-pages.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {lost, lostCount} from './imported.ts'
import {readDate} from './text/dates.ts'

type OwnPage = {readonly metadata: ImportedMetadata; readonly remarks: readonly Remark[]}

/** Take cover, contents, index and back out of a page, which is changed; of one from elsewhere nothing is taken. */
export function takeOwnPage(page: Root): OwnPage {
  const cover = named(page, 'cover')
  if (cover?.tagName !== 'header' || metaValues(page, 'generator')[0] !== 'Pamphleteer') return {metadata: {}, remarks: []}
  const [back, imprint, index] = ['back', 'imprint', 'index'].map(name => named(page, name))
  const [, ...others] = wordsOf(cover, 'authors').split(' · ')
  const publisher = metaValues(page, 'publisher')[0]
  const result: OwnPage = {
    metadata: {...onCover(cover, page), ...(publisher !== undefined && {publisher}), ...backOf(back)},
    remarks: [
      lost('what the manuscript says of paper and looks, such as `page`, `theme`, `fit` and `booklet`: a web page has none of it'),
      ...[...others, wordsOf(cover, 'series'), ...imprint ? linesOf(imprint).split('\n').filter(line => line !== publisher) : []].filter(words => words !== '').map(words => lost(`what the page says as “${words.slice(0, 80)}”: write it into the metadata`)),
      ...named(page, 'notes') ? [lost('the names of the notes, which are numbers now')] : [],
      ...lostCount(holdsPicture(cover) ? 1 : 0, 'the picture of the cover', 'pictures'),
      ...index ? [lost('an index: mark its words in the text, as `:index[word]`')] : []
    ]
  }
  remove(page, element => [cover, back, imprint, index].includes(element) || element.properties.id === 'pamphlet-notes' || hasClass(element, 'skip') || element.tagName === 'nav' && hasClass(element, 'contents'))
  return result
}

function onCover(cover: Element, page: Root): ImportedMetadata {
  const [subtitle, authors] = [wordsOf(cover, 'subtitle'), metaValues(page, 'author')]
  const date = readDate(wordsOf(cover, 'date'))?.date
  const [dedication, motto] = [named(cover, 'dedication'), named(cover, 'epigraph')]
  return {
    ...(subtitle !== '' && {subtitle}), ...(authors.length > 0 && {author: authors}), ...(date !== undefined && {date}),
    ...(dedication && {dedication: linesOf(dedication)}), ...(motto && {epigraph: mottoOf(motto)})
  }
}

function backOf(back: Element | undefined): Pick<ImportedMetadata, 'back'> {
  if (!back) return {}
  const words = named(back, 'back-text')
  const text = words ? linesOf(words).split('\n').join('\n\n') : ''
  const link = elementsIn(back).map(({tagName, properties: {href}}) => tagName === 'a' && typeof href === 'string' && /^https?:/.test(href) ? href : undefined).findLast(href => href !== undefined)
  const [address, price] = ['address', 'price'].map(name => named(back, name)).map(element => element && linesOf(element))
  return {back: {...(text !== '' && {text}), ...(address !== undefined && {address}), ...(price !== undefined && {price}), ...(link !== undefined && {link})}}
}

function metaValues(page: Root, name: string): readonly string[] {
  return elementsIn(page).flatMap(({tagName, properties}) => tagName === 'meta' && properties.name === name && typeof properties.content === 'string' ? [properties.content] : [])
}

function named(tree: Root | Element, name: string): Element | undefined {
  return elementsIn(tree).find(element => hasClass(element, name))
}

function wordsOf(tree: Element, name: string): string {
  const found = named(tree, name)
  return found ? textOf(found).replace(/\s+/g, ' ').trim() : ''
}

function holdsPicture(tree: Element): boolean {
  return elementsIn(tree).some(({tagName}) => tagName === 'img')
}

function remove(page: Root, isMeant: (element: Element) => boolean): void {
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !isMeant(element)) return undefined
    parent.children.splice(index, 1)
    return index
  })
}
