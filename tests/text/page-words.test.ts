import {describe, expect, test} from 'vitest'
import {composeMarkdown} from './compose-markdown.ts'
import {toHtml} from './to-html.ts'

/** What stands before the reference, and the word that goes into it. */
function read(lang: string, words: string): string {
  const html = toHtml(composeMarkdown({'01.md': `# Z {#z}\n\n${words} :page[z].`}, {lang}))
  return /<p>(.*)<\/p>/.exec(html)?.[1]?.replaceAll(/<a href="#z" data-page-ref="([^"]*)">Z<\/a>/g, '[$1]').replaceAll('\u00A0', ' ') ?? html
}

describe('the author\'s own word for "page"', () => {
  const table = [
    ['en', 'See pg.', 'See [pg.].'],
    ['en', 'pages 3 and', 'pages 3 and [{}].'],
    ['en', 'pp. 3, 7–9, and', 'pp. 3, 7–9, and [{}].'],
    ['en', 'pages :page[z], :page[z] and', '[pages], [{}] and [{}].'],
    ['en', 'page :page[z] and', '[page] and [].'],
    ['en', 'in 1905, at', 'in 1905, at [].'],
    ['en', 'a homepage', 'a homepage [].'],
    ['es', 'v. pág.', 'v. [pág.].'],
    ['it', 'a pag.', 'a [pag.].'],
    ['fr', 'pp. 2 et', 'pp. 2 et [{}].'],
    ['de', 'Seiten 3 und', 'Seiten 3 und [{}].'],
    ['de', 'auf S.', 'auf [S.].'],
    ['ru', 'стр.', '[стр.].'],
    ['ru', 'на странице', 'на [странице].'],
    ['uk', 'стор.', '[стор.].'],
    ['uk', 'на сторінці', 'на [сторінці].'],
    ['pl', 'str.', '[str.].'],
    ['pl', 'na stronie', 'na [stronie].'],
    ['he', 'ראו עמוד', 'ראו [עמוד].']
  ] as const
  test.each(table)('%s: %s', (lang, words, expected) => {
    expect(read(lang, words)).toBe(expected)
  })
})

test.each([
  ['en', 'The press of the town', 'The press of the town'], ['en', 'What a single to town cost in those years', '“What a single to town cost in those years”'],
  ['fr', 'Ce que coûtait un aller simple en ville', '«\u00A0Ce que coûtait un aller simple en ville\u00A0»'], ['de', 'Was die einfache Fahrt in die Stadt kostete', '„Was die einfache Fahrt in die Stadt kostete“'],
  ['en', 'What "a single to town" cost in those years', 'What “a single to town” cost in those years']
])('a long caption stands in the quotation marks of its language, %s: %s', (lang, caption, expected) => {
  const html = toHtml(composeMarkdown({'01.md': `# Z\n\nSee :page[t].\n\n:::table[${caption}]{#t}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::\n`}, {lang}))
  expect(/data-page-ref="[^"]*">(.*?)<\/a>/.exec(html)?.[1]).toBe(expected)
})
