import {expect, test} from 'vitest'
import {composeMarkdown} from './compose-markdown.ts'
import {toHtml} from './to-html.ts'

test.each(['he', 'ar', 'fa'])('an address runs from left to right in %s, other links as the text does', lang => {
  const html = toHtml(composeMarkdown({'01.md': 'ראו https://example.org/ או <ada@press.example> או [כאן](https://example.org/).'}, {lang}))
  expect(html.match(/<a[^>]*>/g)).toEqual(['<a href="https://example.org/" dir="ltr">', '<a href="mailto:ada@press.example" dir="ltr">', '<a href="https://example.org/">'])
})

test('where the text runs from left to right, nothing is said', () => {
  expect(toHtml(composeMarkdown({'01.md': 'See https://example.org/.'}))).not.toContain('dir=')
})

test.each([['he', ['<pre dir="ltr">', '<pre dir="rtl">']], ['en', ['<pre>', '<pre dir="rtl">']]])('a block of code runs from left to right in %s, unless its author says otherwise', (lang, expected) => {
  const html = toHtml(composeMarkdown({'01.md': '```\nprint(1)\n```\n\n<pre dir="rtl"><code>x</code></pre>\n'}, {lang}))
  expect(html.match(/<pre[^>]*>/g)?.map(tag => tag.replace(/ data-at="[^"]*"/, ''))).toEqual(expected)
})

test.each(['he', 'ar'])('a telephone number runs from left to right in %s, what is said of it as the text does', lang => {
  const html = toHtml(composeMarkdown({'01.md': 'א 0123-456 789, ב +49 (30) 123-456. ג 1914-1918, `0123-456 789`, 12-15.'}, {lang}))
  expect(html.match(/<span dir="ltr">[^<]*<\/span>./g)?.map(number => number.replaceAll('\u00A0', ' '))).toEqual(['<span dir="ltr">0123-456 789</span>,', '<span dir="ltr">+49 (30) 123-456</span>.'])
})

test('where the text does, too, it stays as it is', () => {
  expect(toHtml(composeMarkdown({'01.md': 'Call 0123-456 789.'}))).not.toContain('dir=')
})
