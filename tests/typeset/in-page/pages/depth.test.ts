import {describe, expect, test} from 'vitest'
import {built, line, lines, paragraph, shape, tops} from './made.ts'

describe('a page that lacks lines', () => {
  test('has many gaps wider where next to nothing is lacking then, and else none', () => {
    // So many heads on a page that a block of the next page leaves five lines of.
    const page = (heads: number) => [...lines(3), ...Array.from({length: heads}, () => line({stretches: true})), ...lines(2 - heads), line({heightPx: 60, onGrid: false}), ...lines(6)]
    const wider = (heads: number) => built(page(heads)).pages[0]
    expect([wider(0)?.shortLines, wider(1)?.shortLines, wider(2)?.shortLines]).toEqual([5, 5, 5])
    const many = built([line(), ...Array.from({length: 4}, () => line({stretches: true})), line({heightPx: 60, onGrid: false}), ...lines(6)]).pages[0]
    expect([many?.shortLines, tops(many)]).toEqual([1, [0, 20, 40, 60, 80]])
    // Heads of a rank have one space all through a text.
    const heads = built([line(), ...Array.from({length: 4}, () => line({stretches: true, isHead: true})), line({heightPx: 60, onGrid: false}), ...lines(6)]).pages[0]
    expect([heads?.shortLines, tops(heads)]).toEqual([5, [0, 10, 20, 30, 40]])
  })

  test('of a table\'s rows alone is as full as they make it, whatever the page that it faces', () => {
    const rows = Array.from({length: 6}, () => line({heightPx: 33, onGrid: false, isRow: true, breakBefore: 'free' as const}))
    // No row fits below the text; three make a page.
    const [verso, recto] = built([...lines(7).map(item => ({...item, stretches: false})), ...rows], [], {startsOnRecto: false}).pages
    expect([verso?.placed.length, verso?.shortLines, recto?.placed.length]).toEqual([7, 3, 3])
  })
  test('lacks them on every page of two spreads, rather than many on one of them, before blocks that no page parts', () => {
    const block = (heightPx: number) => line({heightPx, onGrid: false})
    const {pages} = built([...paragraph(78), block(130), ...paragraph(8), block(90), ...paragraph(75)], [], {shape: {...shape, heightPx: 300}})
    expect(pages.map(({shortLines}) => shortLines)).toEqual([4, 4, 4, 0, 0, 0, 0])
  })
})
