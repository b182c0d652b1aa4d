import {cmyk, grayscale, PDFDocument, rgb, type Color} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {checkForeign} from '../scripts/preflight.ts'
import {emptyPdf, hostilePdfs} from './hostile-pdfs.ts'

const reasonFor = async (bytes: Uint8Array) => (await checkForeign(bytes)).findings.find(({rule}) => rule === 'unreadable-pdf')?.reason

test.each(Object.entries(hostilePdfs))('%s ends in a message', async (_, {make, reason}) => {
  expect(await reasonFor(await make())).toBe(reason)
})

test('a whole file can be read', async () => {
  expect(await reasonFor(await emptyPdf(3))).toBeUndefined()
})

test('pages of nothing but grays are told: their ink can be measured', async () => {
  const file = await PDFDocument.create()
  const colours: readonly (Color | undefined)[] = [grayscale(0.4), cmyk(0, 0, 0, 1), rgb(0.5, 0.5, 0.5), undefined, grayscale(0)]
  for (const color of colours) {
    const page = file.addPage([300, 400])
    if (color) page.drawRectangle({x: 40, y: 40, width: 100, height: 100, color})
  }
  expect([...(await checkForeign(await file.save())).grayPages]).toEqual([1, 4, 5])
})
