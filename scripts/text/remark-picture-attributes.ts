/** `![…](…){#id .class width=50%}`, alone in its paragraph: the id and the classes are those of the figure that it becomes, the width is the picture's. */
import type {Image, ImageReference, Paragraph, PhrasingContent, Root, Text} from 'mdast'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {areUnread, attributesIn, judged} from './attributes.ts'
import {isShare, shareRemedy, widthIn} from './picture-width.ts'
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
  return pictureOf(node) !== undefined
}

function pictureOf(node: PhrasingContent | undefined): Image | ImageReference | undefined {
  if (node?.type === 'link') return node.children.length === 1 ? pictureOf(node.children[0]) : undefined
  return node?.type === 'image' || node?.type === 'imageReference' ? node : undefined
}

/**
 * Tells whether the text is attributes, or was meant as such. What cannot be read is left out: a picture with words behind
 * it would be no figure, and its caption lost.
 */
function applyAttributes(paragraph: Paragraph, text: Text, file: VFile): boolean {
  const braces = text.value.trim()
  const {width, rest} = widthIn(braces)
  const found = /^\{\s*\}$/.test(rest) && width !== undefined ? {} : attributesIn(rest)
  if (!found && !areUnread(braces)) return false
  if (!found) report(file, 'unknown-attribute', text, `Unexpected \`${braces}\` behind a picture, expected an id without spaces, classes and a width, as \`{#id .class width=50%}\`: so it is left out`, 'Write an id in one word, or take the braces out.')
  if (found && width !== undefined) applyWidth(pictureOf(paragraph.children[0]), width, {text, file})
  paragraph.children.pop()
  paragraph.data = {...paragraph.data, hProperties: {...paragraph.data?.hProperties, ...(found && judged(found, text, file))}}
  return true
}

function applyWidth(picture: Image | ImageReference | undefined, width: string, {text, file}: {readonly text: Text; readonly file: VFile}): void {
  if (!isShare(width)) report(file, 'unknown-attribute', text, `Unexpected \`width=${width}\` behind a picture, expected a share of the column, as \`width=50%\`: so it is left out`, shareRemedy)
  else if (picture) picture.data = {...picture.data, hProperties: {...picture.data?.hProperties, width}}
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
