/** Two or three pictures in a paragraph of their own stand side by side, equally high. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

const className = 'side-by-side'
const mostPictures = 3
/** What stands between two of them, in per cent of the column. */
const gap = 3
/** In px: signs and badges, which are small together, stay as large as they are. */
const smallTogether = 300

/** Make figures of such paragraphs. One with a caption has a figure of its own, and is left. */
export function rehypePictureRows() {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'p' || !parent || index === undefined) return
    const pictures = element.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
    if (pictures.length < 2 || pictures.length > mostPictures || !pictures.every(isPlainPicture)) return
    parent.children[index] = {...h('figure', {className: [className]}, pictures), ...(element.position && {position: element.position})}
  })
}

function isPlainPicture(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'img' && !child.properties.title && child.properties.width === undefined && child.properties.height === undefined
}

/** Share the column out among the pictures by their forms, once their sizes are known. */
export function rehypePictureShares() {
  return (tree: Root): void => visit(tree, 'element', figure => {
    if (figure.tagName !== 'figure' || !Array.isArray(figure.properties.className) || !figure.properties.className.includes(className)) return
    const images = figure.children.filter(child => child.type === 'element')
    // One alone, where the others are missing, is as any other.
    if (images.length < 2) Reflect.deleteProperty(figure.properties, 'className')
    else if (images.reduce((sum, {properties: {width}}) => sum + Number(width), 0) > smallTogether) shareOut(images)
  })
}

function shareOut(images: readonly Element[]): void {
  const room = 100 - gap * (images.length - 1)
  const whole = images.reduce((sum, image) => sum + formOf(image), 0)
  for (const image of images) image.properties.style = `width: ${Math.floor(100 * room * formOf(image) / whole) / 100}%`
}

/** Width over height. */
function formOf({properties: {width, height}}: Element): number {
  return Number(width) / Number(height)
}
