/** Figures of a page: a picture with its caption, in the dialect's two ways of writing them. */
import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {PhrasingContent, RootContent} from 'mdast'
import type {Options} from 'rehype-remark'
import {visit} from 'unist-util-visit'

/** What turns the parts of an element into mdast. */
export type State = Parameters<NonNullable<NonNullable<Options['handlers']>[string]>>[0]

/**
 * A figure of one picture and a caption. A caption of plain words is the picture's title, any other stands in a directive.
 * Undefined where a figure is something else: its parts follow each other then.
 */
export function figureOf(state: State, figure: Element): RootContent[] | undefined {
  const caption = figure.children.find(child => child.type === 'element' && child.tagName === 'figcaption')
  const images = imagesIn(figure)
  const [image] = images
  if (caption?.type !== 'element' || !image || images.length > 1 || textOf(figure).trim() !== textOf(caption).trim()) return undefined
  const {src, alt, dataWidth} = image.properties
  const [url, words] = [String(src), typeof alt === 'string' ? alt : '']
  const blocks = state.toFlow(state.all(caption))
  const title = plainText(blocks)
  const [id, width] = [typeof figure.properties['dataId'] === 'string' ? `#${figure.properties['dataId']}` : '', typeof dataWidth === 'string' ? `width=${dataWidth}` : '']
  const braces = [id, width].filter(part => part !== '').join(' ')
  return title === undefined ? directive(`${id} src="${attribute(url)}" alt="${attribute(words)}" ${width}`.trim(), blocks) : [{type: 'paragraph', children: [{type: 'image', url, alt: words, title}, ...braces === '' ? [] : [{type: 'html' as const, value: `{${braces}}`}]]}]
}

function imagesIn(figure: Element): readonly Element[] {
  const images: Element[] = []
  visit(figure, 'element', element => {
    if (element.tagName === 'img' || element.tagName === 'table' || element.tagName === 'pre') images.push(element)
  })
  return images.every(({tagName}) => tagName === 'img') ? images : []
}

/** The words of one paragraph without marks and notes. */
function plainText(blocks: readonly RootContent[]): string | undefined {
  const [only, second] = blocks
  if (only?.type !== 'paragraph' || second) return undefined
  const words = only.children.map((child: PhrasingContent) => child.type === 'text' ? child.value : undefined)
  return words.includes(undefined) ? undefined : words.join('').replace(/\s+/g, ' ').trim()
}

/** The fences are written as they stand: only what they hold is text. */
function directive(attributes: string, blocks: readonly RootContent[]): RootContent[] {
  return [{type: 'html', value: `:::figure{${attributes}}`}, ...blocks, {type: 'html', value: ':::'}]
}

function attribute(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
