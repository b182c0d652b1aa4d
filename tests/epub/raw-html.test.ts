import {EpubCheck} from '@likecoin/epubcheck-ts'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {bound, textPagesOf} from './book.ts'
import {nests, wordsIn} from './raw-html.ts'
import {byName, textOf} from './xml.ts'

/** The words of an EPUB's text, without its notes. */
const wordsOf = (book: Awaited<ReturnType<typeof bound>>) => textPagesOf(book).flatMap(path => byName(book.xml(path), 'body')).flatMap(body => wordsIn(textOf(body)))

describe('raw HTML in any nest', () => {
  test('gives an EPUB without a fault', async () => {
    await fc.assert(fc.asyncProperty(nests, async markdown => {
      const {messages} = await EpubCheck.validate((await bound(composeMarkdown({'a.md': markdown}))).bytes)
      expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
    }), {numRuns: 40, seed: 2028})
  })

  test('keeps every word, once and by itself', async () => {
    await fc.assert(fc.asyncProperty(nests, async markdown => {
      expect(wordsOf(await bound(composeMarkdown({'a.md': markdown}))).toSorted()).toEqual([...wordsIn(markdown)].toSorted())
    }), {numRuns: 120, seed: 2029})
  })
})
