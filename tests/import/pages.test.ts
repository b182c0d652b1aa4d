/** Web pages as sites make them: what is quoted, who wrote, and what stands around and in the text without belonging to it. */
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'

const bring = (page: string) => importFile({name: 'a.html', bytes: new TextEncoder().encode(`<!doctype html>${page}`), readNear: () => Promise.resolve(undefined)})

describe('a quotation', () => {
  test.each([
    ['<p>Quote</p><cite>Dot M., flat 31</cite>', '> Quote\n>\n> — Dot M., flat 31\n'],
    ['<p>Quote</p><p><cite>Dot M.</cite></p>', '> Quote\n>\n> — Dot M.\n'],
    ['<p>Quote</p><p class="quotation-source">Dot M.</p>', '> Quote\n>\n> — Dot M.\n'],
    ['<p>As in <cite>The Lamp</cite></p>', '> As in The Lamp\n']
  ])('names who is quoted behind a dash: %s', async (quotation, expected) => {
    expect(markdownOf(await bring(`<p>Words.</p><blockquote>${quotation}</blockquote>`))).toBe(`\nWords.\n\n${expected}`)
  })
})
