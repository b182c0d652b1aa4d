/** Colours on the screen and on the press. Channels go from 0 to 1. */

export type Rgb = readonly [red: number, green: number, blue: number]
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number]

/** A colour on the press: a gray (1 is white paper), the four process inks, or a tint of the spot ink (1 is full). */
export type Ink =
  | {readonly kind: 'gray'; readonly gray: number}
  | {readonly kind: 'process'; readonly inks: Cmyk}
  | {readonly kind: 'spot'; readonly tint: number}
