/** `- 1. Preis`, `12. 3. 1821`: numbers that belong to the words, which Markdown takes for lists inside lists. */
import type {List, ListItem, Paragraph, Parents, Root} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {wordsOf} from './directives/lines.ts'
import {typedNumber} from './typed-number.ts'

/** Make such numbers text again, as they were typed; a list of dates becomes paragraphs, for its numbers count nothing. */
export function remarkNumberWords() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value)
    const items: ListItem[] = []
    visit(tree, 'listItem', item => void items.push(item))
    for (const item of items.toReversed()) takeNumber(item, source)
    visit(tree, 'list', (list, index, parent) => {
      if (index === undefined || !parent || !holdsBlocks(parent) || !isOfDates(list)) return undefined
      const paragraphs = list.children.flatMap(item => unlisted(item, source))
      parent.children.splice(index, 1, ...paragraphs)
      return [SKIP, index + paragraphs.length]
    })
  }
}

type HoldsBlocks = Extract<Parents, {type: 'root' | 'blockquote' | 'listItem' | 'footnoteDefinition' | 'containerDirective'}>

function holdsBlocks(parent: Parents): parent is HoldsBlocks {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(parent.type)
}

/** An item that begins with a numbered list of one item, on the same line: its number is the first word. */
function takeNumber(item: ListItem, source: string): void {
  const [list, ...others] = item.children
  if (list?.type !== 'list' || list.ordered !== true || list.children.length !== 1 || list.position?.start.line !== item.position?.start.line) return
  const [inner] = list.children
  if (inner?.children[0]?.type === 'paragraph') item.children = [...unlisted(inner, source), ...others]
}

/** What an item holds, its number as text before it. */
function unlisted(item: ListItem, source: string): ListItem['children'] {
  const [first, ...rest] = item.children
  return first?.type === 'paragraph' ? [numbered(first, typedNumber(item, source)), ...rest] : item.children
}

function numbered(paragraph: Paragraph, number: string): Paragraph {
  return {...paragraph, children: [{type: 'text', value: `${number} `}, ...paragraph.children]}
}

/** Each number is a day, and a month and a year stand behind it. */
function isOfDates({ordered, start, children}: List): boolean {
  return ordered === true && (start ?? 1) <= 31 && children.every(({children: [first]}) => {
    const [, month] = first?.type === 'paragraph' ? /^(\d{1,2})\. ?\d{4}(?!\d)/.exec(wordsOf(first.children)) ?? [] : []
    return month !== undefined && Number(month) >= 1 && Number(month) <= 12
  })
}
