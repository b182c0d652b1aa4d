/** Finds out what a gradient's colours go by, from a function that computes them at any point: how far along, how far out, or which way. */

/** Colours, or anything that is told by numbers, at a point of the plane. */
export type ColourAt = (x: number, y: number) => readonly number[]

export type Region = {readonly left: number; readonly right: number; readonly bottom: number; readonly top: number}

/**
 * `linear`: by x; `radial`: by the distance from the origin; both from `from` to `to`, with the last colours going on
 * where they are `isPadded`. `conic`: by the angle about the origin, as far out as `to`.
 */
export type GradientShape = {readonly kind: 'linear' | 'radial' | 'conic'; readonly from: number; readonly to: number; readonly isPadded: boolean}

/** Points enough that no other function passes for one of the three. */
const probes = 96
/** Of those on the edge between two colours a few may fall on its other side. */
const mostAstray = 4

/** Recognise a gradient by its colours alone; undefined where they go by none of the three. */
export function shapeOf(colourAt: ColourAt, region: Region): GradientShape | undefined {
  const points = pointsIn(region)
  const far = Math.hypot(Math.max(Math.abs(region.left), Math.abs(region.right)), Math.max(Math.abs(region.bottom), Math.abs(region.top)))
  const goesBy = (other: (x: number, y: number) => readonly [x: number, y: number]) => points.filter(([x, y]) => !alike(colourAt(x, y), colourAt(...other(x, y)))).length <= mostAstray
  if (goesBy((x, y) => [x, (2 * region.bottom + y) / 3])) return {kind: 'linear', ...reachOf(colourAt, region.left, region.right)}
  if (goesBy((x, y) => [Math.hypot(x, y), 0])) return {kind: 'radial', ...reachOf(colourAt, 0, far)}
  if (goesBy((x, y) => [x / 2, y / 2])) return {kind: 'conic', from: 0, to: far, isPadded: false}
  return undefined
}

/** Points all over a region, in a sequence of low discrepancy: the same at every time. */
function pointsIn({left, right, bottom, top}: Region): readonly (readonly [x: number, y: number])[] {
  const share = (step: number) => (0.5 + step) % 1
  return Array.from({length: probes}, (_, index) => [left + (right - left) * share(index * 0.7548776662), bottom + (top - bottom) * share(index * 0.5698402911)] as const)
}

/** Between 0 and 1 where nothing changes beyond; else as far as the region goes. */
function reachOf(colourAt: ColourAt, least: number, most: number): Pick<GradientShape, 'from' | 'to' | 'isPadded'> {
  const outside = Array.from({length: probes}, (_, index) => least + (most - least) * (index + 0.5) / probes).filter(along => along < 0 || along > 1)
  const isPadded = outside.every(along => alike(colourAt(along, 0), colourAt(along < 0 ? -1e-9 : 1 + 1e-9, 0)))
  return isPadded ? {from: 0, to: 1, isPadded} : {from: least, to: most, isPadded}
}

function alike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 1e-3)
}
