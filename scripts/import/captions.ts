/** Captions that a word processor's styles mark: each goes to the picture that it stands below, or to its table. */
import type {Element, ElementContent, Parents, Root} from 'hast'
import {h} from 'hastscript'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {hasClass} from '../elements.ts'

/** The classes by which the ways in mark paragraphs for what follows here. */
export const captionClass = 'pamphleteer-caption'
export const contentsClass = 'pamphleteer-contents'

const tableWord = /^(?:table|tabelle|tableau|tabla|tabella|tabela|tabel|таблица)\b/iu

/** Place the captions of a tree, which is changed; one without a picture or a table beside it stays a paragraph. */
export function placeCaptions(tree: Root): void {
  const holders = new Set<Parents>()
  visit(tree, 'element', (element, _, parent) => {
    if (parent && hasClass(element, captionClass)) holders.add(parent)
  })
  for (const holder of holders) for (const caption of captionsIn(holder)) place(caption, holder)
}

/** Take out the lines of a table of contents that were made as paragraphs; tells whether there were any. */
export function takeContents(tree: Root): boolean {
  let isFound = false
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !hasClass(element, contentsClass)) return undefined
    isFound = true
    parent.children.splice(index, 1)
    return index
  })
  return isFound
}

function captionsIn({children}: Parents): readonly Element[] {
  return children.flatMap(child => child.type === 'element' && hasClass(child, captionClass) ? [child] : [])
}

function place(caption: Element, holder: Parents): void {
  const [only, second] = picturesIn(caption)
  // A style of figures that the picture's own paragraph has.
  if (textOf(caption).trim() === '') caption.properties = {}
  else if (only && !second) put(holder, caption, figure(only, wordsWithout(caption, only)))
  else if (!giveToPicture(caption, holder)) giveToTable(caption, holder)
}

/** Tell whether there was a picture to give it to; a caption that says "Table" is none for it. */
function giveToPicture(caption: Element, holder: Parents): boolean {
  const picture = tableWord.test(textOf(caption).trim()) ? undefined : pictureBeside(caption, holder)
  if (!picture) return false
  put(holder, picture.block, figure(picture.image, caption.children))
  put(holder, caption)
  return true
}

function giveToTable(caption: Element, holder: Parents): void {
  const table = [neighbour(caption, holder, 1), neighbour(caption, holder, -1)].find(element => element?.tagName === 'table' && !hasCaption(element))
  if (!table) return
  table.children.unshift(h('caption', caption.children))
  put(holder, caption)
}

/** A picture alone in the paragraph above. */
function pictureBeside(caption: Element, holder: Parents): {readonly block: Element; readonly image: Element} | undefined {
  const block = neighbour(caption, holder, -1)
  const [image, second] = block?.tagName === 'p' || block?.tagName === 'img' ? picturesIn(block) : []
  return block && image && !second && textOf(block).trim() === '' ? {block, image} : undefined
}

function picturesIn(element: Element): readonly Element[] {
  return element.tagName === 'img' ? [element] : element.children.flatMap(child => child.type === 'element' ? picturesIn(child) : [])
}

function wordsWithout(element: Element, image: Element): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => child === image ? [] : child.type === 'element' ? [{...child, children: wordsWithout(child, image)}] : [child])
}

function figure(image: Element, caption: readonly ElementContent[]): Element {
  return h('figure', [image, h('figcaption', [...caption])])
}

/** The next element before or behind; white space does not count. */
function neighbour(element: Element, {children}: Parents, step: 1 | -1): Element | undefined {
  for (let at = children.indexOf(element) + step; at >= 0 && at < children.length; at += step) {
    const child = children[at]
    if (child?.type === 'element') return child
    if (child?.type === 'text' && child.value.trim() !== '') return undefined
  }
  return undefined
}

function hasCaption(table: Element): boolean {
  return table.children.some(child => child.type === 'element' && child.tagName === 'caption')
}

function put(holder: Parents, old: Element, ...fresh: readonly Element[]): void {
  const at = holder.children.indexOf(old)
  if (at !== -1) holder.children.splice(at, 1, ...fresh)
}
