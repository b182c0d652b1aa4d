/** A picture that stands alone in its paragraph is a figure; its title, where it has one, is the caption. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {isMark} from './index-marks.ts'

/** Turn lone pictures into figures, and give figures that hold a picture and a caption their plain shape. */
export function rehypeFigures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'p' || !parent || index === undefined) return
      const image = loneImage(element)
      if (!image || (parent.type === 'element' && parent.tagName === 'figure')) return
      parent.children[index] = figureOf(image, element)
    })
  }
}

function loneImage(paragraph: Element): Element | undefined {
  const content = paragraph.children.filter(child => !isMark(child) && (child.type !== 'text' || child.value.trim() !== ''))
  const [only] = content
  return content.length === 1 && only?.type === 'element' && only.tagName === 'img' ? only : undefined
}

function figureOf(image: Element, paragraph: Element): Element {
  const {title, ...properties} = image.properties
  const plain: ElementContent = {...image, properties}
  const caption = typeof title === 'string' && title !== '' ? [h('figcaption', title)] : []
  return {...h('figure', [plain, ...caption, ...paragraph.children.filter(isMark)]), ...(paragraph.position && {position: paragraph.position})}
}
