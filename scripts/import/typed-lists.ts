/** Lists whose marks were typed: paragraphs that begin with a hyphen, a star, a dot or a number, one below the other. */
import type {List, Paragraph, RootContent} from 'mdast'

type Kind = {readonly mark: RegExp; readonly isOrdered: boolean}

/** A dash begins what somebody says, in many languages. */
const kinds: readonly Kind[] = [{mark: /^[-*•·◦▪]\s+(?=\S)/, isOrdered: false}, {mark: /^(\d{1,3})[.)]\s+(?=\S)/, isOrdered: true}]

/** Turn runs of two or more such paragraphs into lists. `count`: how many lists there are. */
export function withTypedLists(children: readonly RootContent[]): {readonly children: RootContent[]; readonly count: number} {
  const put: RootContent[] = []
  let count = 0
  for (let at = 0; at < children.length;) {
    const run = runAt(children, at)
    if (run) count++
    put.push(...run ? [listOf(run.items, run.kind)] : children.slice(at, at + 1))
    at += run?.items.length ?? 1
  }
  return {children: put, count}
}

/** Numbers have to follow each other. */
function runAt(children: readonly RootContent[], start: number): {readonly items: readonly Paragraph[]; readonly kind: Kind} | undefined {
  const kind = kinds.find(({mark}) => mark.test(startOf(children[start])))
  if (!kind) return undefined
  const items: Paragraph[] = []
  const first = numberOf(children[start], kind)
  for (const node of children.slice(start)) {
    const isNext = kind.mark.test(startOf(node)) && (!kind.isOrdered || numberOf(node, kind) === first + items.length)
    if (node.type !== 'paragraph' || !isNext) break
    items.push(node)
  }
  return items.length > 1 ? {items, kind} : undefined
}

function startOf(node: RootContent | undefined): string {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined
  return first?.type === 'text' ? first.value.trimStart() : ''
}

function numberOf(node: RootContent | undefined, {mark}: Kind): number {
  return Number(mark.exec(startOf(node))?.[1] ?? 1)
}

function listOf(items: readonly Paragraph[], kind: Kind): List {
  const children = items.map(item => ({type: 'listItem' as const, spread: false, children: [{...item, children: withoutMark(item, kind)}]}))
  return {type: 'list', ordered: kind.isOrdered, spread: false, children, ...(kind.isOrdered && {start: numberOf(items[0], kind)})}
}

function withoutMark({children}: Paragraph, {mark}: Kind): Paragraph['children'] {
  const [first, ...rest] = children
  return first?.type === 'text' ? [{...first, value: first.value.trimStart().replace(mark, '')}, ...rest] : children
}
