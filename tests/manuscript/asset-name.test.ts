import fc from 'fast-check'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {assetName, resolveReference} from '../../scripts/asset-name.ts'
import {parse} from '../../scripts/manuscript/parse.ts'

describe('the name of an asset', () => {
  test.each([
    ['a.md', 'a.png', 'a.png'],
    ['a.md', './images//a.png', 'images/a.png'],
    ['a.md', 'images/../a.png', 'a.png'],
    ['part/a.md', 'a.png', 'part/a.png'],
    ['part/a.md', '../a.png', 'a.png'],
    ['part/a.md', '../../a.png', undefined],
    ['a.md', 'a%20b.png', 'a b.png'],
    ['a.md', ' a b.png ', 'a b.png'],
    ['a.md', '100%.png', '100%.png'],
    ['a.md', '%zz%C3%A9.png', '%zzé.png'],
    ['a.md', '%E9.png', '%E9.png'],
    ['a.md', '%C3%C3%A9%C0%80.png', '%C3é%C0%80.png'],
    ['a.md', 'a.png?width=3#b', 'a.png'],
    ['a.md', 'a%23b.png', 'a#b.png'],
    ['a.md', '%2e%2e/a.png', undefined],
    ['a.md', '..%2Fa.png', undefined],
    ['a.md', '/a.png', undefined],
    ['a.md', '%2Fetc', undefined],
    ['a.md', 'a\\b.png', undefined],
    ['a.md', '', undefined],
    ['a.md', '.', undefined],
    ['a.md', '#a', undefined],
    ['a.md', 'https://example.org/a.png', undefined]
  ])('in %j, %j is %j', (file, url, name) => {
    expect(assetName(file, url)).toBe(name)
  })

  test.each([
    ['http://a/b.png', 'remote'], ['//a/b.png', 'remote'], ['ftp:b', 'remote'], ['HTTPS:b', 'remote'], ['blob:x', 'remote'], ['javascript:a', 'remote'],
    ['data:image/png,', 'data'], ['file:///a', 'outside'], ['FILE:a', 'outside'], ['c:\\a', 'outside'], ['C:/a', 'outside'], ['\\\\a\\b', 'backslash'], ['?a', 'empty']
  ])('%j is %s', (url, kind) => {
    expect(resolveReference('a.md', url)).toEqual({kind})
  })

  test('never leads out of the folder, never throws', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2F', '%5C', '%', 'a', ':', '?', '#', ' ', '\u0000', '\u00E9', '%C3%A9', '%FF')
    fc.assert(fc.property(fc.array(piece, {maxLength: 12}), pieces => {
      const name = assetName('part/a.md', pieces.join(''))
      if (name === undefined) return
      expect(name).not.toMatch(/^\/|\\/)
      expect(name.split('/')).not.toContain('..')
      expect(name.split('/')).not.toContain('')
    }), {numRuns: 1_000})
  })

  test('is the same before and after the address was made fit for HTML', () => {
    const piece = fc.constantFrom('a', '/', '%', '%20', '%zz', ' ', '\u00E9', '..', '100%', '\u{1F600}', '"', '%C3', '%A9', '&')
    const toHast = unified().use(remarkRehype).freeze()
    fc.assert(fc.property(fc.array(piece, {minLength: 1, maxLength: 8}), pieces => {
      const url = pieces.join('').trim()
      const tree = parse('![x](x)')
      visit(tree, 'image', image => {
        image.url = url
      })
      let source: unknown
      visit(toHast.runSync(tree), 'element', element => {
        if (element.tagName === 'img') source = element.properties.src
      })
      expect(assetName('a.md', String(source))).toBe(assetName('a.md', url))
    }), {numRuns: 500})
  })
})
