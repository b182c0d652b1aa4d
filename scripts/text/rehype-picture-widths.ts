/** Pictures in figures that take a share of their column: HTML has no attribute for it, so it becomes a style. */
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isShare} from './picture-width.ts'
import {report} from './report.ts'

/** Turn widths in per cent into styles; one of a picture that fills its page is told, and left out. */
export function rehypePictureWidths() {
  return (tree: Root, file: VFile): void => visit(tree, 'element', figure => {
    if (figure.tagName !== 'figure') return
    const fillsPage = fills(figure)
    visit(figure, 'element', image => {
      if (image.tagName === 'img' && typeof image.properties.width === 'string' && isShare(image.properties.width)) setWidth(image, image.properties.width, fillsPage ? file : undefined)
    })
  })
}

function fills({properties: {className}, children}: Element): boolean {
  return Array.isArray(className) && className.includes('full-page') && !children.some(child => child.type === 'element' && child.tagName === 'figcaption')
}

function setWidth(image: Element, share: string, refusing: VFile | undefined): void {
  const {width: _width, height: _height, ...others} = image.properties
  image.properties = refusing ? others : {...others, style: `width: ${share}`}
  if (refusing) report(refusing, 'unknown-attribute', image, `Unexpected \`width=${share}\` of a \`.full-page\` figure, expected none: it fills its page`, 'Take the width out, or take off `.full-page`.')
}
