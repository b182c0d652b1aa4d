import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {fromHtml} from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {markCodeLines} from '../../scripts/template/code-lines.ts'

const long = 'a line of more than a few characters'
const marked = (html: string): {readonly html: string; readonly tree: Root} => {
  const tree = fromHtml(html, {fragment: true})
  markCodeLines(tree)
  return {html: unified().use(rehypeStringify).stringify(tree), tree}
}
const inLine = (words: string, indent = 0) => `<span class="code-line"${indent > 0 ? ` style="--indent: ${indent}ch"` : ''}>${words}</span>`

test.each([
  ['short lines', 'a\n  b\n', 'a\n  b\n'],
  ['a long one beside them', `a\n${long}\nb\n`, `a\n${inLine(long)}\nb\n`],
  ['its indent', `    ${long}\n`, `${inLine(`    ${long}`, 4)}\n`],
  ['a deep indent', `${' '.repeat(30)}${long}`, inLine(`${' '.repeat(30)}${long}`, 16)],
  ['tabs', `\t${long}`, inLine(`\t${long}`, 14)],
  ['a tab in the line', `${long}\tb`, inLine(`${long}\tb`, 6)],
  ['an element over several lines', `<em id="x">${long}\n${long}\n</em>b`, `${inLine(`<em id="x">${long}</em>`)}\n${inLine(`<em>${long}</em>`)}\nb`]
])('code knows %s', (_, source, expected) => {
  const {html, tree} = marked(`<pre><code>${source}</code></pre>`)
  expect(html).toBe(`<pre><code>${expected}</code></pre>`)
  expect(textOf(tree)).toBe(textOf(fromHtml(source, {fragment: true})))
})

test('code in a line is left alone', () => {
  expect(marked(`<p><code>${long}</code></p>`).html).toBe(`<p><code>${long}</code></p>`)
})
