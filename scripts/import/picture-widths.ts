/** How wide a word processor shows a picture: as a share of the text's width, which is what the dialect can say of a figure. */
import type {Element as HastElement, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Element, Root} from 'xast'
import {SKIP, visit} from 'unist-util-visit'
import type {Remark} from './imported.ts'
import {lostCount} from './imported.ts'
import {elementsOf} from './office-metadata.ts'

const emuPerTwip = 635
/** A picture that nearly fills the text's width is meant to. */
const full = 90

/** A width in per cent of the text's; undefined where that is not known, or filled. Both in one unit. */
export function shareOf(width: number, textWidth: number): string | undefined {
  const share = Math.round(100 * width / textWidth)
  return share >= 1 && share < full ? `${share}%` : undefined
}

/** Write the widths of the pictures of a Word part, which is changed, in front of their descriptions: Mammoth keeps nothing else of them. */
export function markWidths(tree: Root): void {
  const textWidth = textWidthIn(tree) * emuPerTwip
  visit(tree, 'element', element => {
    if (element.name !== 'wp:inline' && element.name !== 'wp:anchor') return
    const [extent, properties] = ['wp:extent', 'wp:docPr'].map(name => elementsOf(element).find(child => child.name === name))
    const share = shareOf(Number(extent?.attributes['cx']), textWidth)
    if (properties && share !== undefined) properties.attributes['descr'] = `\uE004${share}\uE001${properties.attributes['descr'] ?? properties.attributes['title'] ?? ''}`
  })
}

/** The width of a column of text in the document's last section, in twentieths of a point; NaN where it is not said. */
function textWidthIn(tree: Root): number {
  const sections: Element[] = []
  visit(tree, 'element', element => {
    if (element.name === 'w:sectPr') sections.push(element)
  })
  const value = (part: string, name: string) => Number(elementsOf(sections.at(-1) ?? tree).find(child => child.name === part)?.attributes[name])
  const columns = value('w:cols', 'w:num') || 1
  return (value('w:pgSz', 'w:w') - value('w:pgMar', 'w:left') - value('w:pgMar', 'w:right')) / columns
}

/** Take the widths out of the descriptions again; the tree is changed. */
export function readWidths(tree: HastRoot): void {
  visit(tree, 'element', ({tagName, properties}) => {
    const {alt} = properties
    const [mark, share] = tagName === 'img' && typeof alt === 'string' ? /^\uE004([\d%]+)\uE001/.exec(alt) ?? [] : []
    if (mark === undefined || typeof alt !== 'string') return
    properties.alt = alt.slice(mark.length)
    properties['dataWidth'] = share
  })
}

/** Put braces behind a picture alone in its paragraph: elements for `bracesOf`. A picture in a line has no width of its own, which is told. */
export function placeWidths(tree: HastRoot): readonly Remark[] {
  let inLines = 0
  visit(tree, 'element', element => {
    if (['figure', 'td', 'th'].includes(element.tagName)) return SKIP
    const pictures = element.tagName === 'p' ? picturesIn(element) : []
    const [only, second] = pictures
    if (only && !second && textOf(element).trim() === '') element.children = [only, h('pamphleteer-braces', {dataBraces: `width=${String(only.properties['dataWidth'])}`})]
    else inLines += pictures.length
    return undefined
  })
  return lostCount(inLines, 'the width of a picture that stands in a line', 'the widths of pictures that stand in a line')
}

function picturesIn(element: HastElement): readonly HastElement[] {
  return element.children.flatMap(child => child.type !== 'element' ? [] : child.properties['dataWidth'] === undefined ? picturesIn(child) : [child])
}
