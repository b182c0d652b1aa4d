/** `![…](…){#id .class}`, alone in its paragraph: the id and the classes are those of the figure that it becomes. */
import type {Paragraph, PhrasingContent, Root, Text} from 'mdast'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {areUnread, attributesIn, judged} from './attributes.ts'
import {report} from './report.ts'

/** Take the attributes off the text behind pictures and keep them for the figures; say which cannot be read. */
export function remarkPictureAttributes() {
  return (tree: Root, file: VFile): void => visit(tree, 'paragraph', paragraph => {
    const [first, second, third] = paragraph.children
    const isFigure = second?.type === 'text' && !third && isPicture(first) && !isEscaped(second, file)
    if (!isFigure || !applyAttributes(paragraph, second, file)) reportInLine(paragraph, file)
  })
}

/** A picture, or a link that holds nothing else. */
function isPicture(node: PhrasingContent | undefined): boolean {
  if (node?.type === 'link') return node.children.length === 1 && isPicture(node.children[0])
  return node?.type === 'image' || node?.type === 'imageReference'
}

/**
 * Tells whether the text is attributes, or was meant as such. What cannot be read is left out: a picture with words behind
 * it would be no figure, and its caption lost.
 */
function applyAttributes(paragraph: Paragraph, text: Text, file: VFile): boolean {
  const braces = text.value.trim()
  const found = attributesIn(braces)
  if (!found && !areUnread(braces)) return false
  if (!found) report(file, 'unknown-attribute', text, `Unexpected \`${braces}\` behind a picture, expected an id without spaces, and classes, as \`{#id .class}\`: so it is left out`, 'Write an id in one word, or take the braces out.')
  paragraph.children.pop()
  paragraph.data = {...paragraph.data, hProperties: {...paragraph.data?.hProperties, ...(found && judged(found, text, file))}}
  return true
}

/** A picture among words is no figure, and takes no attributes. */
function reportInLine({children}: Paragraph, file: VFile): void {
  for (const [index, node] of children.entries()) {
    const [braces] = node.type === 'text' && isPicture(children[index - 1]) && !isEscaped(node, file) ? /^\{[^{}\n]{1,200}\}/.exec(node.value) ?? [] : []
    if (braces === undefined || !(attributesIn(braces) ?? areUnread(braces))) continue
    report(file, 'unknown-attribute', node, `Unexpected \`${braces}\` behind a picture among words, expected a picture alone in its paragraph: so it stands on the page`, 'Put the picture between blank lines, or take the braces out.')
  }
}

function isEscaped({position}: Text, file: VFile): boolean {
  return String(file.value).charAt(position?.start.offset ?? -1) === '\\'
}
