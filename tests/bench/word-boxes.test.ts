import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {wordBoxes} from '../../scripts/bench/word-boxes.ts'

test('words are counted from the corner of the page that is shown, not of the sheet that it is cut out of', async () => {
  const file = await PDFDocument.create()
  const page = file.addPage([200, 300])
  page.drawText('word', {x: 50, y: 200, size: 10, font: await file.embedFont(StandardFonts.Helvetica)})
  const [whole] = (await wordBoxes(await file.save())).flat()
  page.setCropBox(9, 14, 180, 270)
  const [cut] = (await wordBoxes(await file.save())).flat()
  if (!whole || !cut) throw new Error('Expected a word')
  const moved = [whole.left - cut.left, whole.right - cut.right, whole.top - cut.top, whole.bottom - cut.bottom]
  expect(moved.map(Math.round)).toEqual([9, 9, 16, 16])
})
