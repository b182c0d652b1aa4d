/** In verse a line is a line, whatever sign it begins with: a dash makes no item there, and neither does a year with a full stop. */
import type {List, ListItem, Paragraph, Root, Text} from 'mdast'
import type {Point} from 'unist'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isLabel, type Container} from './directives/directive.ts'

type Block = Container['children'][number]

/** Take the lists in `:::verse` apart into the lines that they were written as. */
export function remarkVerseLines() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', node => {
      if (node.name === 'verse' && node.children.some(({type}) => type === 'list')) node.children = stanzasOf(node.children, String(file.value))
    })
  }
}

/** Lines that no blank line parts are one stanza. */
function stanzasOf(children: readonly Block[], source: string): Block[] {
  const stanzas: Block[] = []
  for (const block of children.flatMap(child => child.type === 'list' ? linesOf(child, source) : [child])) {
    const before = stanzas.at(-1)
    if (before?.type === 'paragraph' && block.type === 'paragraph' && follows(block, before)) stanzas.splice(-1, 1, joined(before, block))
    else stanzas.push(block)
  }
  return stanzas
}

function linesOf({children}: List, source: string): Block[] {
  return children.flatMap(item => linesOfItem(item, source))
}

/** The item's mark goes back to its words, from which it was taken; what else it holds stands behind them. */
function linesOfItem(item: ListItem, source: string): Block[] {
  const [first, ...rest] = item.children
  const hasWords = first?.type === 'paragraph'
  const mark: Text = {type: 'text', value: markOf(item, source)}
  const start = item.position?.start
  const line = hasWords ? paragraph([mark, ...first.children], start, first.position?.end) : paragraph([mark], start, start)
  return [line, ...(hasWords ? rest : item.children).flatMap(child => child.type === 'list' ? linesOf(child, source) : [child])]
}

function markOf({children: [first], position: item}: ListItem, source: string): string {
  return source.slice(item?.start.offset, first?.position?.start.offset ?? item?.end.offset)
}

function paragraph(children: Paragraph['children'], start: Point | undefined, end: Point | undefined): Paragraph {
  return {type: 'paragraph', children, ...(start && end && {position: {start, end}})}
}

function follows(block: Paragraph, before: Paragraph): boolean {
  return !isLabel(before) && block.position?.start.line === (before.position?.end.line ?? 0) + 1
}

function joined(before: Paragraph, block: Paragraph): Paragraph {
  return paragraph([...before.children, {type: 'text', value: '\n'}, ...block.children], before.position?.start, block.position?.end)
}
