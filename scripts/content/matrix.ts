/** Transformations of the plane, as PDF writes them (ISO 32000-1, 8.3.3): `[a b c d e f]`. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`: what `cm` does to the matrix that stands. A book asks a million times: by index is twice as fast. */
export function concatenate(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4], inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
  ]
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** How much longer a line gets, on the average of all directions: what a line's width grows by. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** A matrix of six numbers; undefined where they are none. */
export function matrixFrom(numbers: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return undefined
  return Number.isFinite(a + b + c + d + e + f) ? [a, b, c, d, e, f] : undefined
}
