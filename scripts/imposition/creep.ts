/**
 * Creep: a sheet that lies inside others is pushed out by their thickness, and what is cut off in front is off its outer
 * margin. So its pages move as far towards the spine. What then reaches over the fold is clipped there.
 */

/** How far the pages of a sheet move, in mm; `depth`: sheets outside it in its signature. */
export function creepMm(depth: number, perSheetMm: number): number {
  return depth * perSheetMm
}

/** Creep of one sheet in mm: the paper's thickness, a length of the author's own, or none. */
export function creepPerSheetMm(creep: number | boolean, thicknessMm: number): number {
  return typeof creep === 'number' ? creep : creep ? thicknessMm : 0
}
