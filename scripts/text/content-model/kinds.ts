/** What kinds of elements there are, and what they may hold: the content model of HTML (HTML, 3.2.5 and 4) as far as manuscripts use it. */
import type {Element, ElementContent} from 'hast'

/** Elements that stand among words. */
const phrasing = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'input', 'ins', 'kbd', 'mark',
  'math', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'svg', 'time', 'tt', 'u', 'var', 'wbr'
])

/** Elements that may hold whatever may stand in their place. */
const transparent = new Set(['a', 'del', 'ins'])

/** Elements that hold certain elements and no words of their own. */
export const structures: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr', 'ruby'])

/** Blocks that hold words and nothing else. */
export const ofWordsAlone: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'rp', 'rt', 'summary'])

/** Heads, and what divides a text. */
const sections = ['article', 'aside', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'nav', 'section']

/** What an element may not hold at any depth. */
export const banned: Readonly<Record<string, readonly string[]>> = {
  address: ['address', ...sections],
  dfn: ['dfn'],
  dt: sections,
  footer: ['footer', 'header'],
  header: ['footer', 'header'],
  th: sections,
  time: ['time']
}

/** Says that an element stands where it may not: what it is there, what was expected, and what was done. */
export type Say = (element: Element, where: string, expected: string, remedy: string) => void

/** Tell whether a node interrupts words: a block, or what holds one. */
export function isBlock(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  return transparent.has(node.tagName) ? node.children.some(isBlock) : !phrasing.has(node.tagName)
}

/** Tell whether a node is an element by one of these names. */
export function isNamed<Name extends string>(node: ElementContent | undefined, ...names: readonly Name[]): node is Element & {tagName: Name} {
  return node?.type === 'element' && names.some(name => name === node.tagName)
}

/** Tell white space, which is the same in every model. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? !/[^\t\n\f\r ]/.test(node.value) : node.type === 'comment'
}

/** Make an element out of some others, at the place of the first of them, or of what they stand in. */
export function element(tagName: string, children: readonly ElementContent[], around?: Element): Element {
  const position = children.find(child => child.type === 'element')?.position ?? around?.position
  return {type: 'element', tagName, properties: {}, children: [...children], ...(position && {position})}
}

/** Part nodes into runs, each of such that belong together or of such that do not. */
export function runsOf(nodes: readonly ElementContent[], belongs: (node: ElementContent) => boolean): readonly {readonly belongs: boolean; readonly nodes: readonly ElementContent[]}[] {
  const runs: {belongs: boolean; nodes: ElementContent[]}[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.belongs === belongs(node)) last.nodes.push(node)
    else runs.push({belongs: belongs(node), nodes: [node]})
  }
  return runs
}
