/** Where a note may be split, by numbers alone. */

/** The least numbers of lines that a split leaves on either side. */
export type LeastLines = {readonly kept: number; readonly left: number}

/** The height of as many lines as fit into the room, 0 where a split would leave too few on either side. */
export function linesThatFit(lineBottomsPx: readonly number[], roomPx: number, {kept, left}: LeastLines): number {
  const fitting = lineBottomsPx.filter(bottom => bottom <= roomPx + 0.01).length
  const lines = Math.min(fitting, lineBottomsPx.length - left)
  return lines < kept ? 0 : lineBottomsPx[lines - 1] ?? 0
}

/** A block of a note that holds lines of one height: where its lines begin and how high it is, from the note's top. */
export type LineBlock = {readonly topPx: number; readonly heightPx: number; readonly linePx: number}

/** The bottoms of all lines; a block whose height is not a whole number of lines counts as one line. */
export function lineBottoms(blocks: readonly LineBlock[]): readonly number[] {
  return blocks.flatMap(({topPx, heightPx, linePx}) => {
    const count = Math.round(heightPx / linePx)
    const isRegular = count > 0 && count < 10_000 && Math.abs(count * linePx - heightPx) < 0.5
    return isRegular ? Array.from({length: count}, (_, index) => topPx + (index + 1) * linePx) : [topPx + heightPx]
  })
}

/** How many lines of a paragraph stay on a page at least when line `line` (from 0) does; the break must be allowed. */
export function linesKept(line: number, count: number, {orphans, widows}: {readonly orphans: number; readonly widows: number}): number {
  const kept = Math.max(line + 1, orphans)
  return count - kept < widows ? Math.max(line + 1, count) : kept
}
