/**
 * A paragraph as the breaker sees it: fragments that no line may cut, and what stands after each of them. Widths are
 * kept as running sums, so that the width of any line is one subtraction.
 */

/**
 * What follows a fragment: nothing (the word goes on), a place to break, or the end of a line that must end. A name is
 * broken (`nameHyphen`) only where a line would be loose otherwise; an address (`address`) at its
 * signs, without a hyphen, which would be read as one of its own; a word wider than its line at any joint (`joint`). Behind
 * two letters a hyphen (`stubHyphen`) leaves little to guess the word by.
 */
export const gap = {none: 0, fixedSpace: 1, space: 2, hyphen: 3, dash: 4, forced: 5, hardHyphen: 6, nameHyphen: 7, address: 8, joint: 9, stubHyphen: 10} as const
export type Gap = (typeof gap)[keyof typeof gap]

/** Whether a break there sets a hyphen that the word has not. */
export function setsHyphen(kind: number | undefined): boolean {
  return kind === gap.hyphen || kind === gap.nameHyphen || kind === gap.stubHyphen
}

/** A stretch of a text node, by the node's index among the paragraph's nodes; an atomic box has the index -1. */
export type Source = {readonly node: number; readonly from: number; readonly to: number}

/** What a piece of a word takes of its line, in px. One value serves every place where the word stands. */
export type Extent = {
  readonly width: number
  /** The letters' sizes, added up: what one em of letter-spacing would add. */
  readonly letters: number
  readonly hangStart: number
  readonly hangEnd: number
  /** The no-break space behind it, or the hyphen that a break would show. */
  readonly gapWidth: number
  /** The size of that space, in px to the em; 0 where there is none. */
  readonly gapEm: number
  /** How far a hyphen hangs. */
  readonly hyphenHang: number
}

/** White space between two words: where it stands, and the styles that say how wide it is. */
export type Space = Source & {readonly style: SpaceStyle; readonly firstStyle: SpaceStyle}

type SpaceStyle = {readonly spacePx: number; readonly emPx: number}

/** `firstExtent` is the extent in the style of the first line; the same value where that does not differ. */
export type Fragment = {
  readonly source: Source
  readonly extent: Extent
  readonly firstExtent: Extent
  readonly gap: Gap
  /** The white space behind it; absent where none stands. */
  readonly space?: Space
}

/** Running sums up to the start and the end of each fragment. */
export type Sums = {
  readonly start: Float64Array
  readonly end: Float64Array
  readonly spaceStart: Float64Array
  readonly spaceEnd: Float64Array
  readonly lettersStart: Float64Array
  readonly lettersEnd: Float64Array
}

export type Breakable = {
  readonly count: number
  readonly gaps: Uint8Array
  readonly sums: Sums
  /** For the line that begins the paragraph; the same where the first line has no style of its own. */
  readonly firstSums: Sums
  readonly hangStart: Float64Array
  /** What a line is shorter (negative: longer) for ending behind a fragment: hung punctuation, a hyphen. */
  readonly atEnd: Float64Array
}

/** The natural width of a line from one fragment to another, in px, hung punctuation left out; a hyphen counted in. */
export function widthOf(text: Breakable, first: number, last: number): number {
  const {start, end} = sumsFor(text, first)
  return at(end, last) - at(start, first) - at(text.hangStart, first) - at(text.atEnd, last)
}

/** The spaces of a line, added up, in px. */
export function spacesOf(text: Breakable, first: number, last: number): number {
  const {spaceStart, spaceEnd} = sumsFor(text, first)
  return at(spaceEnd, last) - at(spaceStart, first)
}

/** What one em of letter-spacing adds to a line, in px. */
export function lettersOf(text: Breakable, first: number, last: number): number {
  const {lettersStart, lettersEnd} = sumsFor(text, first)
  return Math.max(0, at(lettersEnd, last) - at(lettersStart, first))
}

/** By how many of their own widths a line's spaces grow at a ratio, with all that letter-spacing can take; 0 where it has none. */
export function growthOf(text: Breakable, {first, last, ratio}: {readonly first: number; readonly last: number; readonly ratio: number}, {spaceStretch, tracking}: {readonly spaceStretch: number; readonly tracking: number}): number {
  const spaces = spacesOf(text, first, last)
  return spaces > 0 ? ratio * spaceStretch + (ratio - 1) * lettersOf(text, first, last) * tracking / spaces : 0
}

function sumsFor(text: Breakable, first: number): Sums {
  return first === 0 ? text.firstSums : text.sums
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}

/** Add up the fragments of a paragraph. */
export function breakable(fragments: readonly Fragment[], hasFirstLine: boolean, hang: boolean): Breakable {
  const count = fragments.length
  const sums = sumsOf(fragments, false)
  const text = {gaps: new Uint8Array(count), hangStart: new Float64Array(count), atEnd: new Float64Array(count)}
  fragments.forEach(({gap: kind, extent}, index) => {
    text.gaps[index] = kind
    text.hangStart[index] = hang ? extent.hangStart : 0
    text.atEnd[index] = setsHyphen(kind) ? (hang ? extent.hyphenHang : 0) - extent.gapWidth : hang ? extent.hangEnd : 0
  })
  return {count, ...text, sums, firstSums: hasFirstLine ? sumsOf(fragments, true) : sums}
}

function sumsOf(fragments: readonly Fragment[], isFirst: boolean): Sums {
  const make = () => new Float64Array(fragments.length)
  const sums = {start: make(), end: make(), spaceStart: make(), spaceEnd: make(), lettersStart: make(), lettersEnd: make()}
  let width = 0
  let spaces = 0
  let letters = 0
  fragments.forEach((fragment, index) => {
    const extent = isFirst ? fragment.firstExtent : fragment.extent
    sums.start[index] = width
    sums.spaceStart[index] = spaces
    sums.lettersStart[index] = letters
    width += extent.width
    letters += fragment.extent.letters
    sums.end[index] = width
    sums.spaceEnd[index] = spaces
    sums.lettersEnd[index] = letters
    const space = spaceBehind(fragment, isFirst)
    width += space.widthPx
    spaces += space.widthPx
    // Letter-spacing widens what the eye sees between two words on both sides of the space: as much less may the space itself.
    letters -= space.emPx
  })
  return sums
}

const noSpace = {widthPx: 0, emPx: 0}

/** What stretches behind a fragment: white space, or a no-break space. */
function spaceBehind({gap: kind, space, extent, firstExtent}: Fragment, isFirst: boolean): {readonly widthPx: number; readonly emPx: number} {
  if (kind === gap.space && space) return {widthPx: (isFirst ? space.firstStyle : space.style).spacePx, emPx: space.style.emPx}
  return kind === gap.fixedSpace ? {widthPx: (isFirst ? firstExtent : extent).gapWidth, emPx: extent.gapEm} : noSpace
}
