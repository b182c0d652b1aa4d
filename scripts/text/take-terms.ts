/** Takes the terms of the index out of a file's text; an empty mark stays at each place. */
import type {Node, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

type TextDirective = Extract<PhrasingContent, {type: 'textDirective'}>

/** A term as it is marked: its levels (`term!subterm`), and what the mark says of it. `number`: of the mark in its file. */
export type MarkedTerm = {
  readonly number: number
  readonly levels: readonly (readonly PhrasingContent[])[]
  readonly kind: 'place' | 'from' | 'to' | 'see' | 'also'
  /** The term that `see` and `also` name, as typed. */
  readonly target: string
  readonly sort: string | undefined
  readonly position: Node['position']
}

const deepest = 2

/** Take the terms of a file's trees (its text and its notes), in place; those that say nothing are reported and go. */
export function takeTerms(trees: readonly Root[], file: VFile): readonly MarkedTerm[] {
  const terms: MarkedTerm[] = []
  for (const tree of trees) {
    visit(tree, 'textDirective', (node, index, parent) => {
      if (node.name !== 'index' || !parent || index === undefined) return undefined
      const term = termOf(node, terms.length, file)
      if (term) terms.push(term)
      closeSpace(parent, index)
      if (term && isPlace(term)) {
        mark(node, term.number)
        return index + 1
      }
      parent.children.splice(index, 1)
      return index
    })
    settleLoneMarks(tree)
  }
  return terms
}

/** "See" and "see also" say where to look, not where something stands. */
function isPlace({kind}: MarkedTerm): boolean {
  return kind !== 'see' && kind !== 'also'
}

function termOf(node: TextDirective, number: number, file: VFile): MarkedTerm | undefined {
  const levels = levelsOf(node.children)
  const {kind, target} = kindOf(node.attributes ?? {})
  const fault = faultOf(levels, kind, target)
  if (fault) {
    report(file, 'bad-index', node, ...fault)
    return undefined
  }
  return {number, levels, kind, target, sort: node.attributes?.['sort'] ?? undefined, position: node.position}
}

/** What an attribute makes of a mark; without one it is a place. */
function kindOf(attributes: NonNullable<TextDirective['attributes']>): Pick<MarkedTerm, 'kind' | 'target'> {
  const kind = (['see', 'also', 'from', 'to'] as const).find(name => typeof attributes[name] === 'string')
  return {kind: kind ?? 'place', target: attributes[kind ?? ''] ?? ''}
}

/** What is wrong with a mark, and its remedy. */
function faultOf(levels: MarkedTerm['levels'], kind: MarkedTerm['kind'], target: string): [string, string] | undefined {
  if (levels.some(level => level.length === 0)) {
    return ['Unexpected index entry without a term, expected `:index[term]` or `:index[term!subterm]`', 'Write the term between the brackets; it is not printed where it stands.']
  }
  if (levels.length > deepest) {
    return [`Unexpected index entry of ${levels.length} levels, expected two at most, \`:index[term!subterm]\``, 'Leave out a level; `!!` is an exclamation mark.']
  }
  if ((kind === 'see' || kind === 'also') && target.trim() === '') {
    return [`Unexpected reference to no term, expected \`{${kind}="another term"}\``, 'Name the term that is to be looked up.']
  }
  return undefined
}

/** Split at `!`; two of them are one of the text. What no index shows (pictures, notes, HTML) goes. */
function levelsOf(children: readonly PhrasingContent[]): readonly (readonly PhrasingContent[])[] {
  const levels: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type !== 'text') {
      if (child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete' || child.type === 'inlineCode') levels.at(-1)?.push(child)
      else if ('children' in child) levels.at(-1)?.push(...levelsOf(child.children).flat())
      continue
    }
    const [first = '', ...others] = child.value.split(/(?<!!)!(?!!)/).map(value => value.replaceAll('!!', '!'))
    levels.at(-1)?.push({type: 'text', value: first})
    levels.push(...others.map((value): PhrasingContent[] => [{type: 'text', value}]))
  }
  return levels.map(trimmed)
}

function trimmed(level: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return level.map((node, index): PhrasingContent => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return {...node, value: index === level.length - 1 ? start.trimEnd() : start}
  }).filter(node => node.type !== 'text' || node.value !== '')
}

function mark(node: TextDirective, number: number): void {
  node.data = {...node.data, hName: 'span', hProperties: {dataIndex: String(number)}}
  node.children = []
}

/** A mark stands right behind the word before it: a space between them goes where another follows, or none is wanted. */
function closeSpace(parent: Parents, index: number): void {
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
  if (before?.type !== 'text' || !/\s$/.test(before.value)) return
  if (after === undefined || (after.type === 'text' && /^[\s,.;:!?)\]]/.test(after.value))) before.value = before.value.trimEnd()
}

/** A paragraph of nothing but marks, or of none any more, would be an empty one: they go into the next that holds text, or the one before. */
function settleLoneMarks(tree: Root): void {
  visit(tree, (node): void => {
    if (!('children' in node)) return
    const children: (RootContent | PhrasingContent)[] = node.children
    for (let index = children.length - 1; index >= 0; index--) {
      const lone = children[index]
      if (!lone || !isLone(lone)) continue
      const next = children.slice(index + 1).find(holdsText)
      const before = children.slice(0, index).findLast(holdsText)
      const marks = lone.children.filter(child => child.type === 'textDirective')
      if (next) next.children.unshift(...marks)
      else if (before) before.children.push(...marks)
      else if (marks.length > 0) continue
      children.splice(index, 1)
    }
  })
}

function isLone(node: RootContent | PhrasingContent): node is Paragraph {
  return node.type === 'paragraph' && node.children.every(child => isMark(child) || (child.type === 'text' && /^[ \t\n]*$/.test(child.value)))
}

function isMark(node: PhrasingContent): boolean {
  return node.type === 'textDirective' && node.data?.hProperties?.['dataIndex'] !== undefined
}

function holdsText(node: RootContent | PhrasingContent): node is Extract<RootContent, {type: 'paragraph' | 'heading'}> {
  return (node.type === 'paragraph' && !isLone(node)) || node.type === 'heading'
}
