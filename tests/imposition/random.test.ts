import fc from 'fast-check'
import {expect, test} from 'vitest'
import {prepareImposition, impose} from '../../scripts/imposition/impose.ts'
import type {SizeMm} from '../../scripts/imposition/arrange.ts'
import {placeSheets} from '../../scripts/imposition/place.ts'
import type {LayoutName} from '../../scripts/types.ts'
import {layoutNames} from '../../scripts/types.ts'
import {pdfText} from '../whole/extracted-words.ts'
import {a5, a6, a7, dl, metadataWith} from './jobs.ts'
import {numberedPages} from './numbered.ts'
import {areaOn, nowhere} from './slots.ts'

type Request = {readonly pages: number; readonly given: NonNullable<Parameters<typeof metadataWith>[0]>}

/** The page that each layout is for, and the most pages to try: building and reading a file takes a tenth of a second. */
const shapes: Readonly<Record<LayoutName, readonly [SizeMm, number]>> = {
  saddle: [a5, 14], signatures: [a6, 21], zine: [a7, 8], trifold: [dl, 6], zfold: [dl, 6], gatefold: [{widthMm: 74, heightMm: 210}, 8], 'cut-and-stack': [a6, 13], 'n-up': [a6, 13]
}

function requestsFor(layout: LayoutName): fc.Arbitrary<Request> {
  const given = fc.record({
    layout: fc.constant(layout), flip: fc.constantFrom('short' as const, 'long' as const), feed: fc.constantFrom('first' as const, 'last' as const), duplex: fc.constantFrom('auto' as const, 'manual' as const),
    marks: fc.constantFrom(false, 'auto' as const), creep: fc.constantFrom(false, true, 0.3), signature: fc.constantFrom('auto' as const, 1, 3), sheet: fc.constantFrom('a4', 'a3')
  })
  return fc.record({pages: fc.integer({min: 1, max: shapes[layout][1]}), given})
}

test.each(layoutNames)('%s: whatever is asked of it, each place of the built sheets has the text of its page', async layout => {
  await fc.assert(fc.asyncProperty(requestsFor(layout), async ({pages, given}) => {
    const metadata = metadataWith(given)
    const {plan, source} = await prepareImposition(await numberedPages(pages, shapes[layout][0]), {metadata, bleedMm: 3})
    if (!plan) throw new Error('Expected a plan')
    const files = await impose(plan, source, metadata, new Date('2024-01-21T00:00:00Z'))
    const sheets = placeSheets(plan)
    // A last sheet may have nothing on its back: in a file of backs it has its place.
    const backs = sheets.map(({back}) => back)
    const sides = files.length === 1
      ? [sheets.flatMap(({front, back}) => back ? [front, back] : [front])]
      : [sheets.map(({front}) => front), given.feed === 'last' ? backs.toReversed() : backs]
    const printed: number[] = []
    for (const [index, {bytes}] of files.entries()) {
      const expected = sides[index] ?? []
      for (let at = 0; at < Math.max(...expected.map(side => side?.pages.length ?? 0)); at++) {
        const texts = await pdfText(bytes, number => {
          const side = expected[number - 1]
          return side ? areaOn(plan, side.pages[at], side.isTurned) : nowhere
        })
        expect(texts.slice(0, expected.length).map(text => text.trim())).toEqual(expected.map(side => (side?.pages ?? []).slice(at, at + 1).map(({page}) => `page ${page}.`).join('')))
        printed.push(...texts.flatMap(text => [...text.matchAll(/\d+/g)].map(Number)))
      }
    }
    expect(printed.toSorted((a, b) => a - b)).toEqual(Array.from({length: pages}, (_, page) => page + 1))
  }), {numRuns: 4, seed: 19170}) // A few runs a layout, the same ones every time.
}, 60_000)
