import fc from 'fast-check'
import {expect, test} from 'vitest'
import {openPdf} from '../../scripts/adapters/pdf-file.ts'
import {pagesAlone} from '../../scripts/adapters/press/pages-alone.ts'

/** A PDF as Chromium writes it: objects by number, a plain table, a trailer. */
function printed(objects: readonly string[]): Uint8Array {
  const starts: number[] = []
  let text = '%PDF-1.4\n'
  for (const [index, object] of objects.entries()) {
    starts.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const rows = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

const tagged = printed([
  '<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /Outlines 7 0 R>>',
  '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  '<</Type /Page /Parent 2 0 R /Annots [5 0 R] /Contents 4 0 R /Resources <</Font <</F1 8 0 R>>>> /MediaBox [0 0 9 9] /StructParents 0>>',
  '<</Length 29>> stream\nBT /F1 9 Tf (stream 6 0 R) Tj\nendstream',
  '<</Type /Annot /Subtype /Link /Dest 6 0 R>>',
  '<</Type /StructTreeRoot /K 7 0 R>>',
  '<</Type /StructElem /P 6 0 R>>',
  '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'
])

test('pages and what they draw with stay under their numbers, tags and links go', async () => {
  const file = await openPdf(pagesAlone(tagged))
  expect(file.context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber)).toEqual([1, 2, 3, 4, 8])
  expect(file.getPageCount()).toBe(1)
})

test('a file without a plain table stays as it is', async () => {
  const file = await openPdf(tagged)
  const packed = await file.save({useObjectStreams: true})
  expect(pagesAlone(packed)).toBe(packed)
  const nothing = new Uint8Array(3)
  expect(pagesAlone(nothing)).toBe(nothing)
})

test('whatever is broken in it, the cutting ends, and adds nothing', () => {
  fc.assert(fc.property(fc.nat({max: tagged.length - 1}), fc.nat({max: 255}), fc.nat({max: tagged.length}), (at, byte, end) => {
    const broken = Uint8Array.from(tagged).subarray(0, end)
    if (at < end) broken[at] = byte
    expect(pagesAlone(broken).length).toBeLessThan(tagged.length + 100)
  }), {numRuns: 300})
})
