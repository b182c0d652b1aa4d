/** Heads in a text without their styles: short paragraphs that are bold as a whole. */
import type {Heading, Paragraph, RootContent} from 'mdast'
import {plain} from './plain.ts'

/**
 * Take such paragraphs for heads where a text has none, or where one of them stands above the first: some heads have a style there,
 * and they rank with the highest of those.
 */
export function withHeads(children: readonly RootContent[]): {readonly children: RootContent[]; readonly count: number} {
  const ranks = children.flatMap(node => node.type === 'heading' ? [node.depth] : [])
  const heads = children.map((node, index) => isText(children[index + 1]) ? boldHead(node) : undefined)
  const [first, styled] = [heads.findIndex(head => head !== undefined), children.findIndex(({type}) => type === 'heading')]
  const count = heads.filter(head => head !== undefined).length
  if (first === -1 || styled !== -1 && (count < 2 || styled < first)) return {children: [...children], count: 0}
  const depth = ranks.toSorted((a, b) => a - b)[0] ?? 2
  return {children: children.map((node, index): RootContent => heads[index] ? {...heads[index], depth} : node), count}
}

function isText(node: RootContent | undefined): boolean {
  return node !== undefined && ['paragraph', 'list', 'blockquote'].includes(node.type)
}

/** A short paragraph that is bold as a whole and ends like a head, as one. */
export function boldHead(node: RootContent | undefined): Heading | undefined {
  const [only, second]: Paragraph['children'] = node?.type === 'paragraph' ? node.children : []
  if (only?.type !== 'strong' || second) return undefined
  const text = plain(only)
  return text.length > 100 || /[.,;:]$/.test(text) ? undefined : {type: 'heading', depth: 2, children: only.children}
}
