/** Random manuscripts. */
import fc from 'fast-check'
import type {PageSize} from '../../../../scripts/types.ts'
import type {BlockDraft} from './manuscript.ts'

export const sizes: readonly PageSize[] = [
  {name: 'a6', widthMm: 105, heightMm: 148},
  {name: 'a5', widthMm: 148, heightMm: 210},
  {name: 'half-letter', widthMm: 139.7, heightMm: 215.9},
  {name: 'a4', widthMm: 210, heightMm: 297}
]

const note = fc.record({
  at: fc.double({min: 0, max: 0.999, noNaN: true}),
  words: fc.oneof({weight: 6, arbitrary: fc.integer({min: 1, max: 50})}, {weight: 2, arbitrary: fc.integer({min: 50, max: 300})}, {weight: 1, arbitrary: fc.constant(0)}),
  paragraphs: fc.oneof({weight: 4, arbitrary: fc.constant(1)}, {weight: 1, arbitrary: fc.integer({min: 2, max: 4})})
}).map(value => value)

const block = (kind: BlockDraft['kind'], min: number, max: number, mostNotes: number) => fc.record({
  kind: fc.constant(kind),
  size: fc.integer({min, max}),
  notes: fc.array(note, {maxLength: mostNotes}).map(notes => notes.toSorted((a, b) => a.at - b.at))
})

const anyBlock: fc.Arbitrary<BlockDraft> = fc.oneof(
  {weight: 20, arbitrary: block('paragraph', 1, 250, 2)},
  {weight: 2, arbitrary: block('opening', 60, 150, 2)},
  {weight: 3, arbitrary: block('heading', 1, 1, 1)},
  {weight: 2, arbitrary: block('chapter', 1, 1, 0)},
  {weight: 1, arbitrary: block('recto', 1, 1, 1)},
  {weight: 2, arbitrary: block('list', 5, 150, 2)},
  {weight: 2, arbitrary: block('quote', 5, 150, 2)},
  {weight: 2, arbitrary: block('figure', 20, 200, 1)},
  {weight: 1, arbitrary: block('beside', 20, 120, 0)},
  {weight: 2, arbitrary: block('table', 1, 60, 2)},
  {weight: 1, arbitrary: block('pagebreak', 1, 1, 0)}
)

/** A manuscript of up to 50 blocks; the first is a paragraph, so that no page break opens it. */
export const drafts: fc.Arbitrary<readonly BlockDraft[]> = fc.tuple(block('paragraph', 5, 100, 1), fc.array(anyBlock, {minLength: 3, maxLength: 50})).map(([first, rest]) => [first, ...rest])
