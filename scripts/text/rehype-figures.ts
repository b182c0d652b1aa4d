/** A picture that stands alone in its paragraph is a figure; its title, where it has one, is the caption. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isMark} from './index-marks.ts'
import {report} from './report.ts'

/** Turn lone pictures into figures, and give figures that hold a picture and a caption their plain shape. */
export function rehypeFigures() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'p' || !parent || index === undefined) return
      const image = loneImage(element)
      if (!image || (parent.type === 'element' && parent.tagName === 'figure')) return
      checkCaption(image, file)
      parent.children[index] = figureOf(image, element)
    })
  }
}

/** What Markdown would read elsewhere: notes, links, code, emphasis. */
const markup = /\[\^[^\]\s]+\]|\[[^\]]+\]\([^)]+\)|`[^`]+`|(?<![\p{L}\p{N}])(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*[^\s*_]\1(?![\p{L}\p{N}])/u

/** A caption between quotation marks is plain text. What was typed with a backslash is meant as it is. */
function checkCaption({properties: {title}, position}: Element, file: VFile): void {
  const [found] = typeof title === 'string' ? markup.exec(title) ?? [] : []
  const start = position?.start
  if (found === undefined || start?.offset === undefined) return
  const source = String(file.value).slice(start.offset, position?.end.offset)
  const at = source.lastIndexOf(found)
  if (at === -1) return
  const place = source.slice(0, at).includes('\n') ? start : {line: start.line, column: start.column + at}
  report(file, 'plain-caption', {position: {start: place}}, `Unexpected \`${found}\` in a caption between quotation marks, expected plain words: it is printed as it was typed`, 'Write the figure as a directive, `:::figure{src="…" alt="…"}` with the caption below it and `:::` at its end; to keep the marks, put a backslash before them.')
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
