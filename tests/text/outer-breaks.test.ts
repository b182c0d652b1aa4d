/** Thematic breaks at the edges of chapters, where they part nothing. */
import {expect, test} from 'vitest'
import {composeMarkdown} from './compose-markdown.ts'

const tagsOf = (files: Readonly<Record<string, string>>) => composeMarkdown(files).chapters.map(({heading, children}) => [heading?.tagName, ...children.map(child => child.type === 'element' ? child.tagName : child.type)].join(' ').trim())

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['between two passages', {'a.md': '# One\n\nA.\n\n***\n\nB.'}, ['h2 p hr p']],
  ['below a head and at the end', {'a.md': '# One\n\n***\n\nA.\n\n***\n'}, ['h2 p']],
  ['several at the end', {'a.md': '# One\n\nA.\n\n***\n\n***\n'}, ['h2 p']],
  ['before the next chapter', {'a.md': '# One\n\nA.\n\n***\n\n# Two\n\nB.'}, ['h2 p', 'h2 p']],
  ['before the first head', {'a.md': '***\n\n# One\n\nA.'}, ['h2 p']],
  ['before a file that goes on without a head', {'a.md': '# One\n\nA.\n\n***\n', 'b.md': 'B.'}, ['h2 p hr', 'p']],
  ['at the beginning of such a file', {'a.md': '# One\n\nA.', 'b.md': '***\n\nB.\n\n***\n'}, ['h2 p', 'hr p']],
  ['before an imprint', {'a.md': '# One\n\nA.\n\n***\n\n:::imprint\nPrinted here.\n:::'}, ['h2 p']],
  ['with nothing else in its chapter', {'a.md': '# One\n\n***\n\n# Two\n\nB.'}, ['h2', 'h2 p']]
])('%s', (_, files, expected) => {
  expect(tagsOf(files)).toEqual(expected)
})
