/** The limits within which lines are set, and what the breaker minds. All are shares of a space or of the em. */

export type Settings = {
  /** How far a word space may grow and shrink at a ratio of 1, as a share of its own width. */
  readonly spaceStretch: number
  readonly spaceShrink: number
  /** How far it may shrink in a face whose spaces are wide. */
  readonly wideSpaceShrink: number
  /** How much of their limits the spaces use while letter-spacing can still give: 1 is an even share, 0 nothing. */
  readonly spaceShare: number
  /** The most letter-spacing, in em, at a ratio of 1. */
  readonly tracking: number
  /** Letter-spacing goes in steps of this many em, so that lines share their style. */
  readonly trackingStep: number
  /** Tried in turn: the ratio up to which lines may stretch, how many lines in a row may end in a hyphen, and whether one may stand in a name. */
  readonly passes: readonly (readonly [tolerance: number, ladder: number, names: boolean])[]
  /** By how many of their own widths the spaces of a line may grow before it is loose, and what that costs, however loose it is: more than two hyphens in a row, or one in a name. */
  readonly looseGrowth: number
  readonly looseCost: number
  /** By how many of their own widths the spaces of a line may grow, until a pass has this tolerance. */
  readonly mostGrowth: number
  readonly holedTolerance: number
  /** The ratio up to which lines may stretch in a paragraph that is set in one line more than it needs. */
  readonly loosenedTolerance: number
  /** The cost of a hyphen, of one behind two letters, of one in a name (more than any line that is not loose), of a break behind a dash or slash, of one inside a word that is wider than its line, and of a hyphen in the line before the last. */
  readonly hyphenCost: number
  readonly stubCost: number
  readonly nameCost: number
  readonly dashCost: number
  readonly jointCost: number
  readonly lateHyphenCost: number
  /** The cost of a second hyphen in a row, where it is allowed at all, and of neighbours of unlike spacing. */
  readonly ladderCost: number
  readonly fitnessCost: number
  /** The cost of a last line that is too short. */
  readonly shortLastCost: number
  /** Whether punctuation hangs in the margins. */
  readonly hang: boolean
}

export const defaultSettings: Settings = {
  spaceStretch: 0.45,
  // What reads a PDF takes a gap under a tenth of the em for none: with the letter-spacing on either side of it gone too,
  // a space of a fifth of the em still counts.
  spaceShrink: 0.2,
  wideSpaceShrink: 0.25,
  spaceShare: 0.25,
  tracking: 0.02,
  trackingStep: 0.0025,
  passes: [[1, 1, false], [2.8, 2, true], [4, 2, true], [1000, 2, true]],
  looseGrowth: 0.5,
  looseCost: 1e6,
  mostGrowth: 1.8,
  holedTolerance: 4,
  loosenedTolerance: 0.8,
  hyphenCost: 150,
  stubCost: 300,
  nameCost: 900,
  dashCost: 10,
  jointCost: 1000,
  lateHyphenCost: 5000,
  ladderCost: 50_000,
  fitnessCost: 3000,
  shortLastCost: 1e7,
  hang: true
}
