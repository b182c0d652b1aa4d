/** The line that says where the words above it are from: it begins with a dash, and is set apart without it. */
import type {BlockContent, DefinitionContent, Paragraph, PhrasingContent} from 'mdast'

/** What has a source: an epigraph, a quotation, a pull quote. */
export type Quoted = {readonly children: (BlockContent | DefinitionContent)[]}

const dash = /^\s*(?:—|–|―|-{2,3})\s*/

/** Make the last line of the last paragraph (or all of it) a paragraph of its own with a class; without a dash before it, change nothing. */
export function takeSource(quoted: Quoted, className: string): void {
  const last = quoted.children.at(-1)
  if (last?.type !== 'paragraph') return
  const {above, line} = atLastLine(last.children)
  const [first, ...rest] = line
  if (first?.type !== 'text' || !startsWithDash(first.value)) return
  const words = first.value.replace(dash, '')
  const children: PhrasingContent[] = words === '' ? rest : [{...first, value: words}, ...rest]
  const source: Paragraph = {type: 'paragraph', children, data: {hProperties: {className: [className]}}}
  if (above.length > 0) last.children = above
  else quoted.children.pop()
  quoted.children.push(source)
}

/** Whether a line begins with a dash, or what stands for one. */
export function startsWithDash(text: string): boolean {
  return dash.test(text)
}

export type Parted = {readonly above: PhrasingContent[]; readonly line: readonly PhrasingContent[]; readonly isHard: boolean}

/** Part phrasing content before its last line, be its line end hard or soft; one inside an element parts nothing. */
export function atLastLine(children: readonly PhrasingContent[]): Parted {
  const at = children.findLastIndex(child => child.type === 'break' || child.type === 'text' && child.value.includes('\n'))
  const end = children[at]
  if (end?.type !== 'text') return {above: children.slice(0, Math.max(0, at)), line: children.slice(at + 1), isHard: true}
  const cut = end.value.lastIndexOf('\n')
  const behind = {...end, value: end.value.slice(cut + 1)}
  return {above: [...children.slice(0, at), {...end, value: end.value.slice(0, cut)}], line: [...behind.value === '' ? [] : [behind], ...children.slice(at + 1)], isHard: false}
}
