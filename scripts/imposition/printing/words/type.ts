/** The words of the page that says how to print; `{…}` stands for what the sheets say. */
import type {LayoutName} from '../../../types.ts'

type SingleSheet = 'saddle' | 'n-up'

export type PrintingWords = {
  readonly heading: string
  readonly layouts: Readonly<Record<LayoutName, string>>
  readonly file: string
  readonly paper: string
  readonly size: string
  readonly sides: string
  readonly pages: string
  readonly sheetsPerCopy: string
  readonly copies: string
  readonly sheets: string
  readonly paperStack: string
  readonly finishedStack: string
  /** The unit of a paper's weight. */
  readonly weight: string
  readonly actualSize: string
  /** `{percent}`. */
  readonly scaled: string
  readonly flipShort: string
  readonly flipLong: string
  readonly oneSide: string
  /** `{fronts}`, `{backs}`: file names. */
  readonly twoPasses: {readonly short: string; readonly long: string}
  readonly feed: {readonly first: string; readonly last: string}
  readonly tryOne: string
  /** The same of what is not folded. */
  readonly tryFlat: string
  readonly ruler: string
  /** The same in inches; absent in languages whose readers measure in millimetres, whatever paper they have. */
  readonly rulerInInches?: string
  readonly front: string
  readonly back: string
  /** What to do when the sheets are printed, one sentence or two a step; `{sizes}`: sheets in each signature. */
  readonly steps: Readonly<Record<LayoutName, readonly string[]>>
  /** A signature alone: its sheets are sewn to one another, to no other signature. */
  readonly oneSignature: {readonly layout: string; readonly sew: string}
  /** The first step where every signature is one sheet. */
  readonly singleSheets: string
  /** What is another thing where a copy is one sheet: nothing lies in it, and nothing is stapled. */
  readonly oneSheet: {readonly layouts: Readonly<Record<SingleSheet, string>>; readonly steps: Readonly<Record<SingleSheet, readonly string[]>>}
}
