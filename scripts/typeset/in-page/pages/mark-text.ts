/** Marks a text finely enough to tell, after a print, where in which block a page begins. */

/** A place in the text: behind `offset` characters of the block `at`, white space and notes not counted. */
export type Mark = {readonly id: string; readonly at: string; readonly offset: number}

/** So many characters stand between two marks, and a little more, because words stay whole. */
const step = 60

/**
 * An empty element that stands on its line, however high the line's type is: what stands higher would be found on the page
 * before. It makes no line higher: around so small a type the text's own leading would reach below the line.
 */
function probe(id: string): HTMLElement {
  const made = Object.assign(document.createElement('span'), {id})
  Object.assign(made.style, {fontSize: '1px', lineHeight: '0'})
  return made
}

/** Give what is inline and has an id a probe. Gives the probes' ids by those that they stand for. */
export function probeInline(section: HTMLElement): ReadonlyMap<string, string> {
  const inline = [...section.querySelectorAll('[id]')].filter(element => element.id !== '' && getComputedStyle(element).display === 'inline')
  return new Map(inline.map((element, index) => {
    const own = probe(`pamphlet-mark-of-${index}`)
    element.prepend(own)
    return [element.id, own.id]
  }))
}

/** Mark a section: its blocks by their ids, their text by empty elements. In the order of the text. */
export function markText(section: HTMLElement): readonly Mark[] {
  const marks: Mark[] = []
  const counts = new Map<Element, number>()
  let since = 0
  for (const node of nodesIn(section)) {
    if (node instanceof Element && node.hasAttribute('data-at')) {
      marks.push(markBlock(node, marks.length))
      counts.set(node, 0)
      since = 0
    } else if (node instanceof Text && !node.parentElement?.closest('.noteref, svg, math')) since = markWords(node, {counts, marks, since})
  }
  return marks
}

/** All nodes, before any is added. */
function nodesIn(section: HTMLElement): readonly Node[] {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node)
  return nodes
}

function markBlock(block: Element, number: number): Mark {
  if (block.id === '') block.id = `pamphlet-mark-${number}`
  return {id: block.id, at: block.getAttribute('data-at') ?? '', offset: 0}
}

/** `counts`: the characters of each block so far; `since`: those behind the last mark. */
type Marking = {readonly counts: Map<Element, number>; readonly marks: Mark[]; readonly since: number}

/** Mark the words of a text; gives how many characters stand behind the last mark. */
function markWords(text: Text, {counts, marks, since}: Marking): number {
  const host = text.parentElement?.closest('[data-at]')
  if (!host) return since
  const from = counts.get(host) ?? 0
  let [behind, offset] = [since, from]
  const cuts: {readonly index: number; readonly mark: HTMLElement}[] = []
  for (const {0: word, index} of text.data.matchAll(/\S+/gu)) {
    if (behind >= step && index > 0) {
      const mark = probe(`pamphlet-mark-${marks.length}`)
      marks.push({id: mark.id, at: host.getAttribute('data-at') ?? '', offset})
      cuts.push({index, mark})
      behind = 0
    }
    const length = word.replaceAll(/[\u00ad\u200b\u2060]/gu, '').length
    behind += length
    offset += length
  }
  for (const {index, mark} of cuts.toReversed()) text.splitText(index).before(mark)
  for (const [block, count] of around(host, counts)) counts.set(block, count + offset - from)
  return behind
}

/** A block, and the blocks that it stands in, with their characters so far. */
function around(host: Element, counts: ReadonlyMap<Element, number>): readonly (readonly [Element, number])[] {
  const found: (readonly [Element, number])[] = []
  for (let block: Element | null | undefined = host; block; block = block.parentElement?.closest('[data-at]')) found.push([block, counts.get(block) ?? 0])
  return found
}
