import {expect, test} from 'vitest'
import {pamphlet} from '../stock.ts'
import {bound, problemsOf} from './book.ts'

test('a book in Hebrew turns its pages from right to left, and its text runs so', async () => {
  const book = await bound({...pamphlet, metadata: {...pamphlet.metadata, lang: 'he'}})
  expect(book.text('OEBPS/content.opf')).toContain('page-progression-direction="rtl"')
  for (const path of ['OEBPS/chapter-1.xhtml', 'OEBPS/toc.xhtml']) expect(book.text(path)).toContain('xml:lang="he" dir="rtl"')
  expect(problemsOf(book)).toEqual([])
})
