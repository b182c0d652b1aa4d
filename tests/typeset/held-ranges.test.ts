import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {holdRanges} from '../../scripts/typeset/held-ranges.ts'

const held = (html: string): string => {
  const tree: Root = fromHtml(html, {fragment: true})
  holdRanges(tree)
  return unified().use(rehypeStringify).stringify(tree)
}

test('a range in a head or in the contents is held on its line, in text it is not', () => {
  expect(held('<h2>The years 1848–1917 <em>and 3–7</em></h2>')).toBe('<h2>The years <span class="unbroken">1848–1917</span> <em>and <span class="unbroken">3–7</span></em></h2>')
  expect(held('<nav class="contents"><a>1848–1917</a></nav>')).toBe('<nav class="contents"><a><span class="unbroken">1848–1917</span></a></nav>')
  expect(held('<p>1848–1917</p><h2>Before–after</h2>')).toBe('<p>1848–1917</p><h2>Before–after</h2>')
})
