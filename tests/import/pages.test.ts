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

describe('what belongs to a site and not to its text', () => {
  const long = '<p>The lamp was lit on the first day of the year, and it was put out on the last, which is all that anybody knows of it, and nobody has asked since.</p>'

  test('is left out of the article, too, and told', async () => {
    const imported = await bring(`<title>The Lamp</title><main><article><header><h1>The Lamp</h1></header>${long}${long}
      <aside>A box of the article.</aside><div class="share-buttons"><a href="https://a.example">Tweet</a> <a href="https://b.example">Share</a></div><footer class="post-meta">Filed under: lamps</footer></article>
      <section id="comments"><h3>3 Comments</h3><p>Great stuff!</p></section></main>`)
    expect(markdownOf(imported)).toMatch(/^---\ntitle: The Lamp\nlang: en\n---\n\nThe lamp [^]*since\.\n\nA box of the article\.\n$/)
    expect(imported.remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)).toEqual(['Tweet Share', 'Filed under: lamps', '3 Comments Great stuff!'].map(words => `what stands around the text: “${words}”`))
  })

  test('an article that is called so keeps its words', async () => {
    expect(markdownOf(await bring(`<article><div class="comments">${long}</div></article>`))).toContain('The lamp was lit')
  })

  test('a line with the author, whom the page names, is no text; the line above it is the subtitle', async () => {
    const imported = await bring(`<title>The Lamp | The Wick</title><meta name="author" content="Sam Okafor"><meta property="article:published_time" content="2026-02-11T08:30:00+00:00"><h1>The Lamp</h1><p>And why it may not last</p><div>By <a href="/sam">Sam Okafor</a> · <time>11 February 2026</time> · 6 min read</div>${long}`)
    expect(imported.metadata).toEqual({title: 'The Lamp', subtitle: 'And why it may not last', author: ['Sam Okafor'], date: '2026-02-11', lang: 'en'})
    expect(markdownOf(imported).replace(/^---\n[^]*?\n---\n\n/, '')).toMatch(/^The lamp was lit/)
    expect(imported.remarks.map(({text}) => text)).toContain('what stands behind the author\'s name: “6 min read”')
  })
})
