/** `# Head {#id .class}`: an id and classes of the author's own on a head. */
import type {Heading, Root} from 'mdast'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {areUnread, attributesIn, judged} from './attributes.ts'
import {report} from './report.ts'

/** Take the attributes off the text of each head and keep them for the HTML; say which cannot be read. */
export function remarkHeadingAttributes() {
  return (tree: Root, file: VFile): void => visit(tree, 'heading', heading => applyAttributes(heading, file))
}

function applyAttributes(heading: Heading, file: VFile): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const start = last.value.lastIndexOf('{')
  const found = start === -1 ? undefined : attributesIn(last.value.slice(start))
  if (!found) {
    if (start !== -1) reportUnread(heading, last.value.slice(start), file)
    return
  }
  last.value = last.value.slice(0, start).trimEnd()
  if (last.value === '') heading.children.pop()
  heading.data = {...heading.data, hProperties: {...heading.data?.hProperties, ...judged(found, heading, file)}}
}

function reportUnread(heading: Heading, braces: string, file: VFile): void {
  if (areUnread(braces)) report(file, 'unknown-attribute', heading, `Unexpected \`${braces.trim()}\` behind a head, expected an id without spaces, and classes, as \`{#id .class}\`: so it stands on the page`, 'Write an id in one word, or take the braces out.')
}
