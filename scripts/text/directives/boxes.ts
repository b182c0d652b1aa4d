/** `figure`, `table`, `timeline`, `aside`: what is set apart from the text, with a caption or a title. */
import type {RootContent} from 'mdast'
import {isShare} from '../picture-width.ts'
import {blocksOf, element, isLabel, type Directive} from './directive.ts'

/** A figure: `src` and `alt` make the picture, `width` its share of the column, what it holds is the caption. */
export function figure(node: Directive): void {
  const {src, alt, width} = node.attributes ?? {}
  element(node, 'figure', [])
  const caption = captionOf(node)
  const image: RootContent = {type: 'image', url: src ?? '', alt: alt ?? '', ...(width && isShare(width) && {data: {hProperties: {width}}}), ...(node.position && {position: node.position})}
  const children = [src ? image : undefined, caption].filter(child => child !== undefined)
  Object.assign(node, {type: 'containerDirective', children})
}

function captionOf(node: Directive): RootContent | undefined {
  if (node.children.length === 0) return undefined
  return {type: 'blockquote', children: blocksOf(node), data: {hName: 'figcaption'}}
}

/** Around a table; its label is the table's caption. */
export function captioned(node: Directive, name: string): void {
  element(node, 'div', [name])
  nameLabel(node, 'table-caption')
}

/** A boxed aside; its label is the title. */
export function aside(node: Directive): void {
  element(node, 'aside', ['aside'])
  nameLabel(node, 'aside-title')
}

function nameLabel({children: [label]}: Directive, className: string): void {
  if (label?.type === 'paragraph' && isLabel(label)) label.data = {...label.data, hProperties: {className: [className]}}
}
