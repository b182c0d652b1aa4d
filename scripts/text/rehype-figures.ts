/** A picture that stands alone in its paragraph, be it a link, is a figure; its title, where it has one, is the caption. */
import type {Element, ElementContent, Root, Text} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isMark} from './index-marks.ts'
import {report} from './report.ts'
import {pointIn} from './source-points.ts'

/** Turn lone pictures into figures. That comes before typography, so that captions are set as all text is. */
export function rehypeFigures() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'p' || !parent || index === undefined) return
      const lone = loneElement(element)
      const image = lone && imageOf(lone)
      if (!image || (parent.type === 'element' && parent.tagName === 'figure')) return
      checkCaption(image, file)
      parent.children[index] = figureOf({lone, image, paragraph: element}, String(file.value))
    })
    visit(tree, 'element', image => {
      if (image.tagName === 'img') checkTitle(image, file)
    })
  }
}

/** A picture in a line of text has no place for a caption: its words are seen where somebody points at it, and never on paper. */
function checkTitle({properties: {title}, position}: Element, file: VFile): void {
  if (typeof title !== 'string' || title.trim() === '') return
  report(file, 'plain-caption', {position}, `Unexpected caption \`${title.slice(0, 60)}\` of a picture inside a line of text, expected the picture in a paragraph of its own: it is not printed`, 'Put a blank line before and behind the picture, or write the words into the text.')
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

function loneElement({children}: Element): Element | undefined {
  const content = children.filter(child => !isMark(child) && (child.type !== 'text' || child.value.trim() !== ''))
  const [only] = content
  return content.length === 1 && only?.type === 'element' ? only : undefined
}

/** The picture itself, or that which is all that a link holds. */
function imageOf(element: Element): Element | undefined {
  if (element.tagName === 'img') return element
  const inner = element.tagName === 'a' ? loneElement(element) : undefined
  return inner?.tagName === 'img' ? inner : undefined
}

type Lone = {readonly lone: Element; readonly image: Element; readonly paragraph: Element}

function figureOf({lone, image, paragraph}: Lone, source: string): Element {
  const {title, ...properties} = image.properties
  const picture: Element = {...image, properties}
  const plain: ElementContent = lone === image ? picture : {...lone, children: [picture]}
  const caption = typeof title === 'string' && title !== '' ? [h('figcaption', [captionText(title, image, source)])] : []
  return {...h('figure', paragraph.properties, [plain, ...caption, ...paragraph.children.filter(isMark)]), ...(paragraph.position && {position: paragraph.position})}
}

/** What stands between quotation marks or brackets at the end of a picture's source. */
const writtenTitle = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))(?=\s*\)$)/

/** The caption with its place in the source, for messages; that of the picture where the title stands elsewhere. */
function captionText(title: string, {position}: Element, source: string): Text {
  if (position?.start.offset === undefined || position.end.offset === undefined) return {type: 'text', value: title}
  const found = writtenTitle.exec(source.slice(position.start.offset, position.end.offset))
  if (!found) return {type: 'text', value: title, position}
  const at = position.start.offset + found.index
  const [start, end] = [pointIn(source, at + 1), pointIn(source, at + found[0].length - 1)]
  return {type: 'text', value: title, position: {start, end}}
}
