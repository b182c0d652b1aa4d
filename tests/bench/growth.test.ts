import {expect, test} from 'vitest'
import {longText, measureGrowth, withNotes} from '../../scripts/bench/growth.ts'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

test('a long text is as long as it is asked to be, the same at every call, with a definition for every note', () => {
  const text = longText(3000)
  expect(text).toBe(longText(3000))
  expect(text.split(/\s+/).length).toBeGreaterThan(3000)
  expect(text.match(/\.\[\^\d+\]/g)?.length).toBe(text.match(/^\[\^\d+\]: /gm)?.length)
})

test.each(['\n\n', '\r\n\r\n'])('notes are spread over the paragraphs of a text, none over its heads', gap => {
  const paragraph = `${'word '.repeat(60)}end.`
  const text = withNotes(['# Head', ...Array.from({length: 40}, () => paragraph)].join(gap), 10)
  expect(text.match(/end\.\[\^bench-\d+\]/g)).toHaveLength(10)
  expect(text.match(/^\[\^bench-\d+\]: /gm)).toHaveLength(10)
  expect(text.startsWith('# Head\n\n')).toBe(true)
})

test('the ratio is that of the times a page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'))
  const told: string[] = []
  await measureGrowth(folder, undefined, path => Promise.resolve(path.endsWith('long.md') ? {pages: 100, ms: 500, patchingMs: 120} : {pages: 10, ms: 40, patchingMs: 10}), line => told.push(line))
  rmSync(folder, {recursive: true})
  expect(told.at(-2)).toMatch(/5\.00 ms a page, 0\.12 s of it patching$/)
  expect(told.at(-1)).toBe('growth of the time a page: 1.25')
})
