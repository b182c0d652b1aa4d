/** Random runs for the page builder, of every kind of item. */
import fc from 'fast-check'
import type {Item, NoteShape, RunTask} from '../../../../scripts/typeset/in-page/pages/model.ts'
import {figure, headed, line, paragraph, shape, table} from './made.ts'

const some = fc.integer({min: 1, max: 6})
const oddPx = fc.double({min: 1, max: 120, noNaN: true})

/** Blocks of text, each with whether a note belongs to its first item. */
const block: fc.Arbitrary<readonly Item[]> = fc.oneof(
  {weight: 6, arbitrary: fc.integer({min: 1, max: 30}).map(paragraph)},
  {weight: 2, arbitrary: some.map(count => headed(paragraph(count)))},
  {weight: 2, arbitrary: fc.record({heightPx: oddPx, toFoot: fc.boolean()}).map(({heightPx, toFoot}) => [figure(heightPx, {toFoot})])},
  {weight: 1, arbitrary: fc.integer({min: 2, max: 30}).map(table)},
  {weight: 1, arbitrary: fc.record({gapPx: oddPx, heightPx: oddPx}).map(({gapPx, heightPx}) => [line({gapPx, heightPx, onGrid: false, stretches: gapPx > 5})])},
  {weight: 1, arbitrary: fc.integer({min: 2, max: 14}).map(count => Array.from({length: count}, () => line({breakBefore: 'never'})))}
)

const noteLine = fc.record({gapPx: fc.integer({min: 0, max: 4}), heightPx: fc.oneof({weight: 20, arbitrary: fc.constantFrom(7.5, 8)}, {weight: 1, arbitrary: oddPx})})
const noteShape: fc.Arbitrary<NoteShape> = fc.oneof({weight: 4, arbitrary: fc.array(noteLine, {minLength: 1, maxLength: 5})}, {weight: 1, arbitrary: fc.array(noteLine, {minLength: 10, maxLength: 40})})

/** Notes, each at a place in the text between 0 and 1. */
const placed = fc.array(fc.record({at: fc.double({min: 0, max: 0.999, noNaN: true}), note: noteShape}), {maxLength: 12})

/** Runs of one column. */
export const runs: fc.Arbitrary<RunTask> = fc.record({
  blocks: fc.array(block, {minLength: 1, maxLength: 25}), placed, leadPx: fc.constantFrom(0, 0, 15, 30), startsOnRecto: fc.boolean()
}).map(({blocks, placed: unordered, leadPx, startsOnRecto}) => {
  const found = unordered.toSorted((a, b) => a.at - b.at)
  const bare = blocks.flat()
  const items = bare.map((item, index) => ({...item, notes: found.flatMap(({at}, note) => Math.floor(at * bare.length) === index ? [note] : [])}))
  return {items, notes: found.map(({note}) => note), shape, leadPx, startsOnRecto}
})

/** Runs that are set in columns, with heads over all of them. */
export const columnRuns: fc.Arbitrary<RunTask> = fc.record({
  count: fc.constantFrom(2, 3), blocks: fc.array(block, {minLength: 1, maxLength: 12}), spanners: fc.array(fc.nat(12), {maxLength: 3})
}).map(({count, blocks, spanners}) => {
  const items = blocks.flatMap((each, index) => each.map(item => ({...item, floats: false, toFoot: false, columns: spanners.includes(index) ? 1 : count, box: 1})))
  return {items: [...items, line({columns: count})], notes: [], shape, leadPx: 0, startsOnRecto: true}
})
