import {PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, expect, test} from 'vitest'
import {reportHere, reportWithin} from '../../scripts/commands/foreign-pdf.ts'

let bytes = new Uint8Array()
beforeAll(async () => {
  const file = await PDFDocument.create()
  file.addPage([300, 400]).drawRectangle({x: 40, y: 40, width: 100, height: 100})
  bytes = await file.save()
})

test('a PDF is checked in a thread as it is here', async () => {
  expect(await reportWithin({name: 'a.pdf', bytes})).toEqual(await reportHere({name: 'a.pdf', bytes}))
})

test('one that takes too long is a finding', async () => {
  const {pages, findings} = await reportWithin({name: 'a.pdf', bytes}, {limitMs: 1, memoryMb: 64})
  expect([pages, findings.map(({rule, reason}) => [rule, reason])]).toEqual([[], [['unreadable-pdf', 'Unexpected file that takes too long to read or to draw, expected pages that are drawn within 0.001 s']]])
})
