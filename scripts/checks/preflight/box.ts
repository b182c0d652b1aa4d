/** Boxes in pt, upright on their page. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Matrix} from '../../content/matrix.ts'

/** The box around two. */
export function union(a: BoxPt, b: BoxPt): BoxPt {
  return {left: Math.min(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.max(a.right, b.right), top: Math.max(a.top, b.top)}
}

/** What two have in common; its right is left of its left, or its top below its bottom, where that is nothing. */
export function intersection(a: BoxPt, b: BoxPt): BoxPt {
  return {left: Math.max(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.min(a.right, b.right), top: Math.min(a.top, b.top)}
}

/** The box around a rectangle that a matrix may turn. */
export function squareBox([a, b, c, d, e, f]: Matrix, x1: number, y1: number, x2: number, y2: number): BoxPt {
  return {
    left: Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2) + e,
    bottom: Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2) + f,
    right: Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2) + e,
    top: Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2) + f
  }
}
