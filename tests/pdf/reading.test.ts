import fc from 'fast-check'
import {expect, test} from 'vitest'
import {labelRuns, trimBox} from '../../scripts/pdf/reading.ts'
import {xmpPacket} from '../../scripts/pdf/xmp.ts'
import {roman} from '../../scripts/typeset/knowledge.ts'
import {metadata} from '../stock.ts'

test('the box is the exact trim', () => {
  const box = trimBox({widthPx: 584, heightPx: 824, trim: {leftPx: 12, topPx: 12, widthPx: 148 / 25.4 * 96, heightPx: 210 / 25.4 * 96}})
  expect(box.right - box.left).toBeCloseTo(148 / 25.4 * 72, 6)
  expect(box.top - box.bottom).toBeCloseTo(210 / 25.4 * 72, 6)
  expect([box.left, box.top]).toEqual([9, 824 * 0.75 - 9])
})

test('folios that count on are one run', () => {
  expect(labelRuns(['i', 'ii', 'iii', '1', '2'])).toEqual([{from: 0, style: 'roman', start: 1}, {from: 3, style: 'decimal', start: 1}])
  expect(labelRuns(['1', '2', '7'])).toEqual([{from: 0, style: 'decimal', start: 1}, {from: 2, style: 'decimal', start: 7}])
})

test('the runs say every folio again', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({min: 1, max: 900})), {maxLength: 40}), pages => {
    const folios = pages.map(([isRoman, number]) => isRoman ? roman(number) : String(number))
    const runs = labelRuns(folios)
    const again = folios.map((_, index) => {
      const run = runs.findLast(({from}) => from <= index)
      const number = (run?.start ?? 0) + index - (run?.from ?? 0)
      return run?.style === 'roman' ? roman(number) : String(number)
    })
    expect(again).toEqual(folios)
  }))
})

test('the packet holds the metadata, escaped, and the build date alone', async () => {
  await expect(xmpPacket({...metadata, title: 'A <b> & \u0000c'}, new Date('2024-01-15T00:00:00Z'), true)).toMatchFileSnapshot('golden/packet.xmp')
})
