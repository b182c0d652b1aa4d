/** Divides the text of the files into chapters, and draws up the contents. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn} from '../elements.ts'
import type {Chapter, ContentsEntry} from '../types.ts'
import {isMark} from './index-marks.ts'
import {rankOf} from './rehype-headings.ts'
import {narrowSpace} from './typography/characters.ts'

/** The rank at which chapters begin: the highest rank of any head at the top of a file; 2 where there is none. */
export function chapterRank(trees: readonly Root[]): number {
  const ranks = trees.flatMap(tree => tree.children.flatMap(child => headRank(child) ?? []))
  return Math.min(...ranks, 6) === 6 && !ranks.includes(6) ? 2 : Math.min(...ranks)
}

/** Divide; heads are shifted so that chapters have h2. A file that does not start with a chapter's head starts one without. */
export function divide(trees: readonly Root[], title: string): readonly Chapter[] {
  const rank = chapterRank(trees)
  const chapters: {heading?: Element; children: ElementContent[]}[] = []
  for (const tree of trees) {
    shiftHeads(tree, 2 - rank)
    let current: {heading?: Element; children: ElementContent[]} | undefined
    for (const child of tree.children) {
      if (child.type === 'doctype' || isBlank(child)) continue
      if (child.type === 'element' && child.tagName === 'h2') chapters.push(current = {heading: child, children: []})
      else {
        if (!current) chapters.push(current = {children: []})
        current.children.push(child)
      }
    }
  }
  return chapters.map((chapter, index) => finish(chapter, index, title))
}

function finish({heading, children}: {readonly heading?: Element; readonly children: readonly ElementContent[]}, index: number, title: string): Chapter {
  if (!heading) return {id: `pamphlet-text-${index + 1}`, title, children}
  return {id: String(heading.properties.id), title: textOf({...heading, children: [...plainTitle(heading)]}).trim(), heading, children}
}

function shiftHeads(tree: Root, by: number): void {
  for (const element of elementsIn(tree)) {
    const rank = rankOf(element.tagName)
    if (rank !== undefined) element.tagName = `h${Math.min(6, Math.max(2, rank + by))}`
  }
}

function headRank(node: RootContent): number | undefined {
  return node.type === 'element' ? rankOf(node.tagName) : undefined
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** Draw up the contents: chapters, and in them the sections (h3) with their own (h4 …). */
export function contentsOf(chapters: readonly Chapter[]): readonly ContentsEntry[] {
  return chapters.flatMap(chapter => {
    const sections = nest(headsIn(chapter.children), 3)
    return chapter.heading ? [{id: chapter.id, title: plainTitle(chapter.heading), children: sections}] : sections
  })
}

function headsIn(children: readonly ElementContent[]): readonly Element[] {
  return children.filter((child): child is Element => child.type === 'element' && rankOf(child.tagName) !== undefined)
}

/** Nest heads by rank; one that skips a rank hangs below the nearest one above it. */
function nest(heads: readonly Element[], rank: number): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = []
  for (let index = 0; index < heads.length;) {
    const head = heads[index]
    if (!head) break
    const next = heads.findIndex((other, at) => at > index && (rankOf(other.tagName) ?? 6) <= Math.max(rank, rankOf(head.tagName) ?? 6))
    const end = next === -1 ? heads.length : next
    entries.push({id: String(head.properties.id), title: plainTitle(head), children: nest(heads.slice(index + 1, end), rank + 1)})
    index = end
  }
  return entries
}

/** A head's phrasing content without notes, marks, ids, links and what is empty; a break becomes a space, a picture its alternative text. */
export function plainTitle(heading: Element): readonly ElementContent[] {
  return heading.children.flatMap(plain)
}

function plain(node: ElementContent): readonly ElementContent[] {
  // What parts two references goes with them.
  if (node.type !== 'element') return node.type === 'text' && node.value !== narrowSpace ? [node] : []
  if (node.properties.role === 'doc-noteref' || isMark(node)) return []
  if (node.tagName === 'br') return [{type: 'text', value: ' '}]
  if (node.tagName === 'img') return [{type: 'text', value: node.properties.alt ?? ''}]
  const children = node.children.flatMap(plain)
  if (node.tagName === 'a') return children
  const {id, ariaDescribedBy, ariaLabelledBy, ...properties} = node.properties
  const isEmpty = children.every(child => child.type === 'text' && child.value.trim() === '')
  return isEmpty ? children : [{...node, properties, children}]
}
