/**
 * Raw HTML whose tags do not match: an element that is never closed would go on to the end of the manuscript. It ends
 * with its paragraph or its block of HTML, or with the element around it; a closing tag that closes nothing goes.
 */
import type {ElementContent} from 'hast'
import type {VFile} from 'vfile'
import type {Piece} from './raw-pieces.ts'
import {report} from './report.ts'
import {spaceFor} from './word-spaces.ts'

/** A piece of raw HTML, or what Markdown made. */
export type Part = Piece | ElementContent

/** Elements that have neither content nor a closing tag (HTML, 13.1.2). */
const voids = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])
/** Elements that may leave out their closing tag inside another element (HTML, 13.1.2.4). */
const optional = new Set(['p', 'li', 'dt', 'dd', 'rb', 'rt', 'rtc', 'rp', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup', 'caption'])
/** Elements that hold words and no blocks: they never reach from one block to another. */
const ofWords = new Set(['abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'dfn', 'em', 'i', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var'])

type Open = {readonly piece: Piece; readonly isPaired: boolean}

/** Close what is left open and leave out what closes nothing, of the elements that are allowed. */
export function closeHtml(parts: readonly Part[], pairs: ReadonlyMap<number, number>, allowed: ReadonlySet<string>, file: VFile): readonly Part[] {
  const pairsKept = withinBlocks(parts, pairs)
  const closings = new Map([...pairsKept].map(([opening, closing]) => [closing, opening]))
  const made: Part[] = []
  let open: Open[] = []
  /** Close what was opened since a place in the list of open elements. */
  const closeSince = (first: number) => {
    for (const {piece, isPaired} of open.slice(first).toReversed()) if (!isPaired) made.push(closingOf(piece, file))
    open = [...open.slice(0, first), ...open.slice(first).filter(({isPaired}) => isPaired)]
  }
  for (const [index, part] of parts.entries()) {
    if (isBoundary(parts, index)) closeSince(firstUnpaired(open))
    if (!isPiece(part) || part.isCut || !isTag(part)) made.push(part)
    else if (part.kind === 'opening') made.push(...opened(part, index))
    else if (closings.has(index)) {
      const first = open.findLastIndex(({piece}) => piece === parts[closings.get(index) ?? -1])
      if (first !== -1) closeSince(first + 1)
      open = open.filter((_, at) => at !== first)
      made.push(part)
    } else {
      reportStray(part, file)
      made.push(...spaceFor(part))
    }
  }
  closeSince(firstUnpaired(open))
  return made

  function opened(part: Piece, index: number): readonly Part[] {
    if (!allowed.has(part.name) || voids.has(part.name)) return [part]
    const isPaired = pairsKept.has(index)
    if (!isPaired && part.value.endsWith('/>')) return [part, endTag(part)]
    if (isPaired || !optional.has(part.name) || open.length === 0) open.push({piece: part, isPaired})
    return [part]
  }
}

/** Tell whether an element has no content and no closing tag. */
export function isVoid(name: string): boolean {
  return voids.has(name)
}

export function isPiece(part: Part | undefined): part is Piece {
  return part !== undefined && 'kind' in part
}

function isTag({kind}: Piece): boolean {
  return kind === 'opening' || kind === 'closing'
}

/** Pairs without those of words that would hold blocks. */
function withinBlocks(parts: readonly Part[], pairs: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  let count = 0
  const blocks = parts.map((_, index) => isBoundary(parts, index) ? count += 1 : count)
  return new Map([...pairs].filter(([opening, closing]) => {
    const part = parts[opening]
    return !isPiece(part) || !ofWords.has(part.name) || blocks[opening] === blocks[closing]
  }))
}

/** The line end between two blocks was made, not written, so it has no place; so has the one behind a break. */
function isBoundary(parts: readonly Part[], index: number): boolean {
  const [before, part] = [parts[index - 1], parts[index]]
  if (part === undefined || isPiece(part) || part.type !== 'text' || part.position !== undefined || part.value !== '\n') return false
  return !(before !== undefined && !isPiece(before) && before.type === 'element' && before.tagName === 'br')
}

/** What stands before the first one that is never closed stays open. */
function firstUnpaired(open: readonly Open[]): number {
  const first = open.findIndex(({isPaired}) => !isPaired)
  return first === -1 ? open.length : first
}

function closingOf(piece: Piece, file: VFile): Piece {
  const {name, value} = piece
  if (name !== 'p') report(file, 'removed-html', piece, `Unexpected \`${value.slice(0, 80)}\` without its closing tag, expected \`</${name}>\` in the same paragraph or block of HTML`, `It was closed at the end of what it stands in. Write \`</${name}>\` where it ends.`)
  return endTag(piece)
}

/** A closing tag that nobody wrote, where an element is to end; a paragraph ends by itself. */
function endTag({name, position}: Piece): Piece {
  return {kind: name === 'p' ? 'html' : 'closing', name, value: name === 'p' ? '' : `</${name}>`, position: {start: position.end, end: position.end}, isCut: false}
}

function reportStray(piece: Piece, file: VFile): void {
  report(file, 'removed-html', piece, `Unexpected \`${piece.value.slice(0, 80)}\` without its opening tag, expected \`<${piece.name}>\` before it in the same paragraph or block of HTML`, 'It was taken out. Take it out of the text too, or write the opening tag.')
}
