/**
 * Parts of tables in raw HTML, before a parser sees them: it throws away the tags of cells that stand in no table, so
 * that their words run together, and moves words between cells out in front of the table. Both are said here.
 */
import type {VFile} from 'vfile'
import type {Part} from './close-html.ts'
import {isPiece} from './close-html.ts'
import type {Piece} from './raw-pieces.ts'
import {report} from './report.ts'

/** The parts of a table, and how deep each stands in it: a part ends those before it that stand as deep. */
const depths: Readonly<Record<string, number>> = {caption: 1, colgroup: 1, thead: 1, tbody: 1, tfoot: 1, col: 2, tr: 2, td: 3, th: 3}
/** Parts that hold parts and no words. */
const frames = new Set(['table', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'])

/** Blank out the tags of table parts that stand in no table, and say what stands in a table outside its cells. */
export function settleTables(parts: readonly Part[], file: VFile): readonly Part[] {
  if (!parts.some(part => isPiece(part) && isOfTable(part.name))) return parts
  let open: readonly string[] = []
  let isStray = false
  let placed: Part | undefined
  const settled = parts.map((part): Settled => {
    // An address in the text is a link without a place of its own.
    placed = part.position ? part : placed
    if (!isPiece(part) || part.isCut || !isOfTable(part.name)) {
      return {part, isLoose: isToldLoose(part, open.at(-1) ?? '', placed, file)}
    }
    if (part.name !== 'table' && !open.includes('table')) {
      if (!isStray && part.kind === 'opening') reportStray(part, file)
      isStray = true
      // As many spaces, so that all behind it keeps its place.
      return {part: {...part, kind: 'html', name: '', value: part.value.replaceAll(/[^\n]/g, ' ')}}
    }
    isStray = false
    open = part.kind === 'opening' ? opened(open, part.name) : closed(open, part.name)
    return {part, isOfTable: true}
  })
  return settled.some(({isLoose}) => isLoose) ? spaced(settled) : settled.map(({part}) => part)
}

type Settled = {readonly part: Part; readonly isLoose?: boolean; readonly isOfTable?: boolean}

/** Words from several places in a table come to stand behind each other, and behind what stands before the table. */
function spaced(settled: readonly Settled[]): readonly Part[] {
  let isLoose = false
  return settled.flatMap(({part, ...each}): readonly Part[] => {
    const isApart = each.isOfTable === true && isPiece(part) && (isLoose || part.name === 'table' && part.kind === 'opening')
    isLoose = each.isLoose === true || isLoose && each.isOfTable !== true
    return isApart ? [{type: 'text', value: ' '}, part] : [part]
  })
}

function isOfTable(name: string): boolean {
  return name === 'table' || Object.hasOwn(depths, name)
}

function opened(open: readonly string[], name: string): readonly string[] {
  if (name === 'col') return open
  if (name === 'table') return [...open, name]
  const table = open.lastIndexOf('table')
  return [...open.slice(0, table + 1), ...open.slice(table + 1).filter(each => (depths[each] ?? 0) < (depths[name] ?? 0)), name]
}

function closed(open: readonly string[], name: string): readonly string[] {
  const at = open.lastIndexOf(name)
  return at === -1 ? open : open.slice(0, at)
}

function hasWords(part: Part): boolean {
  if (!isPiece(part)) return part.type === 'text' ? part.value.trim() !== '' : part.type === 'element'
  return part.kind === 'opening' || (part.kind === 'html' || part.kind === 'text') && part.value.trim() !== ''
}

function reportStray(piece: Piece, file: VFile): void {
  report(file, 'misplaced-html', piece, `Unexpected \`<${piece.name}>\` outside a table, expected \`<table>\` before it in the same paragraph or block of HTML`, 'Its words were kept. Write the whole table without blank lines between its tags.')
}

/** Tell whether words stand in a table outside its cells, and say so at their place. */
function isToldLoose(part: Part, frame: string, placed: Part | undefined, file: VFile): boolean {
  if (!hasWords(part) || !frames.has(frame)) return false
  report(file, 'misplaced-html', placed, `Unexpected words in \`<${frame}>\`, expected cells: they stand before the table now`, 'Write them into a `<td>`, a `<th>` or the `<caption>`.')
  return true
}
