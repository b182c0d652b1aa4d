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

test('inks are measured on every page whose colours are inks; of others it is said why not', async () => {
  const file = await PDFDocument.create()
  const colours: readonly (Color | undefined)[] = [grayscale(0.4), cmyk(1, 0, 0, 0.5), rgb(0.5, 0.5, 0.5), undefined, cmyk(1, 1, 1, 0.5)]
  for (const color of colours) {
    const page = file.addPage([300, 400])
    if (color) page.drawRectangle({x: 50, y: 50, width: 120, height: 100, color})
  }
  const {inks, findings} = await checkForeign(await file.save())
  const none = {cyan: 0, magenta: 0, yellow: 0, black: 0}
  expect(inks.get(1)).toEqual({inks: {...none, black: 0.06}, most: 0.6})
  expect(inks.get(2)).toEqual({inks: {...none, cyan: 0.1, black: 0.0498}, most: 1.5})
  expect(inks.get(3)).toMatch('screen colours (RGB)')
  expect(inks.get(4)).toEqual({inks: none, most: 0})
  expect(inks.get(5)).toMatchObject({most: 3.5, heavy: {left: 50, bottom: 50, right: 170, top: 150}})
  expect(findings.some(({rule}) => rule === 'too-much-ink')).toBe(false)
})
