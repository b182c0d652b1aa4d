/** Fills references to pages until they are right. Pure, so that it is tested without a browser. */

/** What is built, and filled with what is known of it; `fill` tells whether anything changed. */
export type Settling<Pages> = {
  readonly build: () => Pages
  readonly fill: (pages: Pages) => boolean
  /** Keep the widest that was seen: from now on no filling moves a line. */
  readonly hold: () => void
}

const mostRounds = 4

/**
 * Build, fill and build again until nothing changes. References that move what they refer to may never come to rest:
 * after four rounds each keeps the room of its widest guess, and the numbers of the last pages are put in.
 */
export function settle<Pages>({build, fill, hold}: Settling<Pages>): Pages {
  let pages = build()
  for (let round = 1; round <= mostRounds; round++) {
    if (!fill(pages)) return pages
    pages = build()
  }
  if (!fill(pages)) return pages
  hold()
  pages = build()
  fill(pages)
  return pages
}
