/**
 * Spaces at the ends of lines. A browser draws none there, and each line is a mark of its own: whoever reads by the tags
 * would hear the last word of a line and the first of the next as one.
 */
import {leftward} from '../writing.ts'
import type {Insertion} from './pdf-content.ts'
import {type Edge, type Piece, pieceReader} from './pdf-lines.ts'
import type {MarkedStream} from './pdf-streams.ts'
import type {KeptMarks} from './pdf-tags-write.ts'
import type {Content, Tag} from './pdf-tags.ts'

/** Tags that go on with the line that they stand in. */
const inline = new Set(['Span', 'Em', 'Strong', 'Link', 'Reference', 'Code', 'Quote', 'Lbl', 'Formula'])

/** A line, or the part of one that follows another. */
type Line = {readonly pieces: readonly Piece[]; readonly first: Edge; readonly last: Edge; readonly space: Insertion | undefined}

/**
 * Find where a space is missing between two lines of one block, by the key of the page or form. A hyphen glues two words,
 * but not one that an author left hanging: `hanging` holds these, each as `r-un` of `Vor- und`. `leftwardMarks`: those
 * around which the text runs to the left.
 */
export function missingSpaces(root: Tag, streams: ReadonlyMap<number, MarkedStream>, hanging: ReadonlySet<string>, leftwardMarks: KeptMarks = new Map()): ReadonlyMap<number, readonly Insertion[]> {
  const piecesOf = pieceReader(streams)
  const found = new Map<number, Insertion[]>()
  for (const {contents, opensWithWord} of runsIn(root)) {
    const lines = linesOf(contents.flatMap(piecesOf), leftwardMarks)
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]
      const [{key} = {key: -1}] = line.pieces
      if (!next || !line.space || !isApart(line, next, {isWord: opensWithWord && index === 0, hanging})) continue
      found.set(key, [...found.get(key) ?? [], line.space])
    }
  }
  return found
}

function linesOf(pieces: readonly Piece[], leftwardMarks: KeptMarks): readonly Line[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const before = groups.at(-1)?.at(-1)
    if (before && isSameLine(before, piece)) groups.at(-1)?.push(piece)
    else groups.push([piece])
  }
  return groups.flatMap(group => lineOf(group, leftwardMarks) ?? [])
}

function lineOf(pieces: readonly Piece[], leftwardMarks: KeptMarks): Line | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return undefined
  const [begin, end] = [pieces.filter(({mark}) => mark === first.mark), pieces.filter(({mark}) => mark === last.mark)]
  const around = ({key, mark}: Piece) => leftwardMarks.get(key)?.has(mark) === true
  // The marks follow each other as they are read; what each holds runs one way, and comes from its left end.
  const start = runsToLeft(begin, around(first)) ? begin.at(-1)?.right : first.left
  const [leftmost] = end
  return runsToLeft(end, around(last)) && leftmost
    ? {pieces, first: start ?? first.left, last: leftmost.left, space: leftmost.spaceInFront()}
    : {pieces, first: start ?? first.left, last: last.right, space: last.spaceBehind}
}

/** Whether the pieces of a mark run to the left, by most of them; signs alone run as the text around does. */
function runsToLeft(pieces: readonly Piece[], around: boolean): boolean {
  const written = pieces.map(({left, right}) => left.character + right.character).filter(edges => /[\p{L}\p{N}]/u.test(edges))
  return written.length === 0 ? around : written.filter(edges => leftward.test(edges)).length * 2 > written.length
}

/** What stands higher or lower by less than this is in the same line; an initial stands below the line that it begins. */
function isSameLine(piece: Piece, next: Piece): boolean {
  const [{end}, {start}] = [piece, next]
  return isSamePlace(piece, next) && !isInitial(piece, next) && Math.abs(start.y - end.y) < 0.6 * Math.max(end.size, start.size)
}

function isInitial(piece: Piece, next: Piece): boolean {
  return isSamePlace(piece, next) && next.start.y < piece.end.y && piece.end.size > 1.6 * next.start.size
}

function isSamePlace({key, end}: Piece, {key: nextKey, start}: Piece): boolean {
  return key === nextKey && end.space === start.space
}

/** The contents that stand in one line after the other: those of a block, without the blocks in it. */
type Run = {readonly contents: Content[]; readonly opensWithWord: boolean}

function runsIn(root: Tag): readonly Run[] {
  const runs: Run[] = []
  const visit = (tag: Tag): void => {
    // What has a text in its place is not read, and code has all its spaces.
    if (tag.alt !== undefined || tag.actualText !== undefined || tag.isVerbatim === true) return
    for (const kid of tag.kids) {
      if (kid.kind === 'content') runs.at(-1)?.contents.push(kid)
      if (kid.kind === 'tag') visitKid(kid)
    }
  }
  const visitKid = (kid: Tag): void => {
    const isInline = inline.has(kid.type)
    if (!isInline) runs.push({contents: [], opensWithWord: kid.opensWithWord === true})
    visit(kid)
    if (!isInline) runs.push({contents: [], opensWithWord: false})
  }
  visitKid(root)
  return runs
}

/** Whether a space is missing between two lines: where no hyphen ends the one, and behind an initial that is a word. */
function isApart({pieces, last}: Line, {pieces: nextPieces, first}: Line, {isWord, hanging}: {readonly isWord: boolean; readonly hanging: ReadonlySet<string>}): boolean {
  if (/\s/.test(last.character + first.character) || last.character === '\u00AD') return false
  const [piece, next] = [pieces.at(-1), nextPieces[0]]
  return piece && next && isInitial(piece, next) ? isWord : !isGlued(last, first) || hanging.has(`${last.next}${last.character}${first.character}${first.next}`)
}

/** Scripts that set no space between words; Korean does. */
const withoutSpaces = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\u3000-\u303F\uFF00-\uFFEF]/u

/** Behind a hyphen, a slash or a dash that follows a letter, a word goes on. */
function isGlued({character, next}: Edge, first: Edge): boolean {
  if (withoutSpaces.test(character) || withoutSpaces.test(first.character)) return true
  return /[-\u2010\u2012-\u2014/]/.test(character) && !/\s/.test(next)
}
