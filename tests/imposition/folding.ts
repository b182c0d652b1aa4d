/** Folds, cuts and reads sheets as a hand would: from what stands on each side to the order in which it is read. */
import type {Rows, SheetOrder} from '../../scripts/imposition/layout.ts'
import type {LayoutName} from '../../scripts/types.ts'

/** A leaf or a panel of paper, with what stands on its two faces. */
type Leaf = {readonly recto: number; readonly verso: number}

/** Read the sheets of a layout as its reader holds them. */
export function read(name: LayoutName, sheets: readonly SheetOrder[]): readonly number[] {
  const reader: Readonly<Record<LayoutName, (sheets: readonly SheetOrder[]) => readonly number[]>> = {
    saddle: nest,
    signatures: all => [...Map.groupBy(all, ({signature}) => signature).values()].flatMap(nest),
    zine: ([sheet]) => foldZine(sheet?.front ?? []),
    trifold: ([sheet]) => foldTri(panelsOf(sheet)),
    zfold: ([sheet]) => foldZ(panelsOf(sheet)),
    gatefold: ([sheet]) => foldGate(panelsOf(sheet)),
    'cut-and-stack': cutAndStack,
    'n-up': all => all.flatMap(({front, back = []}) => [...front, ...back].flat())
  }
  return reader[name](sheets)
}

/** The panels of a sheet from the left of its front; turned like a leaf, the back of the first is on the right. */
function panelsOf(sheet: SheetOrder | undefined): readonly Leaf[] {
  const back = sheet?.back?.[0]?.toReversed() ?? []
  return (sheet?.front[0] ?? []).map((recto, index) => ({recto, verso: back[index] ?? 0}))
}

/**
 * Fold every sheet once, its front outside, and lay each into the one before. Then the right halves are the first half of
 * the booklet from the outside in, the left halves the second from the inside out.
 */
function nest(sheets: readonly SheetOrder[]): readonly number[] {
  const halves = sheets.map(panelsOf)
  const first = halves.flatMap(([, right]) => right ? [right.recto, right.verso] : [])
  const second = halves.toReversed().flatMap(([left]) => left ? [left.verso, left.recto] : [])
  return [...first, ...second]
}

/**
 * A zine: folded along its length, front outside, the upper row lies behind the lower one, head to head. The cut opens
 * the middle; pushed together it becomes a cross of four double leaves, each with two pages that are neighbours.
 * Going round from the last panel of the lower row: it, then the row above from right to left, then the lower from the left.
 */
function foldZine([upper = [], lower = []]: Rows): readonly number[] {
  const ring = [lower.at(-1) ?? 0, ...upper.toReversed(), ...lower.slice(0, -1)]
  return ring
}

/** Front outside, lying face down: the right of the inside folds in first, then its left, which is the cover's back. */
function foldTri([flap, back, cover]: readonly Leaf[]): readonly number[] {
  if (!flap || !back || !cover) return []
  // The cover opens: its back, and with the flap folded out the whole inside; then the flap's outer face, the back.
  return [cover.recto, cover.verso, back.verso, flap.verso, flap.recto, back.recto]
}

/** A zigzag: the cover in front of the middle, the third panel behind it, its inner face outside. */
function foldZ([third, middle, cover]: readonly Leaf[]): readonly number[] {
  if (!third || !middle || !cover) return []
  const fromTheFront = [cover.recto, cover.verso, middle.verso]
  const fromBehind = [third.verso, middle.recto, third.recto]
  return [...fromTheFront, ...fromBehind.toReversed()]
}

/** Both outer panels fold in upon the inner face, then the whole closes between the middle ones, front outside. */
function foldGate([rightGate, back, cover, leftGate]: readonly Leaf[]): readonly number[] {
  if (!rightGate || !back || !cover || !leftGate) return []
  // Behind the opened cover, on the left, lies the gate that hangs on it, with its front up; on the right the other.
  const gate = [leftGate.recto, rightGate.recto]
  const inside = [leftGate.verso, cover.verso, back.verso, rightGate.verso]
  return [cover.recto, ...gate, ...inside, back.recto]
}

/** Cut the pile of sheets, and lay the piles on one another from the top left. */
function cutAndStack(sheets: readonly SheetOrder[]): readonly number[] {
  const places = sheets[0]?.front.flatMap((row, rowIndex) => row.map((_, columnIndex) => ({rowIndex, columnIndex}))) ?? []
  return places.flatMap(({rowIndex, columnIndex}) => sheets.flatMap(({front, back}) => {
    const row = back?.[rowIndex] ?? []
    return [front[rowIndex]?.[columnIndex] ?? 0, row[row.length - 1 - columnIndex] ?? 0]
  }))
}
