import fc from 'fast-check'
import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {htmlOf, languages, typesetTree} from './typeset.ts'

/** What the rules look for, and what stands beside it in a sentence. */
const parts = [
  ...'"\'"\'"\'“”„‘’‚«»‹›-–—.,;:!?…()[]/+@%°×x½¿\n', '--', '---', '----', '-->', '...', '. . .', '....', ' ', ' ', ' ', '  ', '\u00A0', '\u202F',
  'a', 's', 'I', 'B', 'V.', 'Lenin', 'word', 'tis', 'n', 'and', 'the', '7', '12', '15', '1914', '1918', '2024', '1/2', '3/4', '0x', '10x15',
  'p.', 'pp.', 'No.', 'Dr.', 'Mr', 'km', 'January', '1er', 'mai', 'z.B.', 'd. h.', 'в', 'и', 'не', 'ж', 'ли', 'дом', '§', 'http://a.b/c-d', 'a-b.txt', 'me@b.org', 'www.a.org'
] as const

const text = fc.array(fc.constantFrom(...parts), {maxLength: 14}).map(some => some.join(''))
const inline = (content: readonly ElementContent[]) => fc.constantFrom(
  h('em', [...content]), h('a', {href: '#'}, [...content]), h('span', {lang: 'fr'}, [...content]), h('span', {lang: 'de'}, [...content]), h('strong', [h('em', [...content])])
)
const opaque = fc.constantFrom(h('code', '"a" -- b...'), h('br'), h('a', {dataNoteref: '1'}, '1'), h('img', {alt: '"'}))
const content = fc.array(fc.oneof(
  {weight: 5, arbitrary: text.map((value): ElementContent => ({type: 'text', value}))},
  {weight: 2, arbitrary: text.chain(value => inline([{type: 'text', value}]))},
  {weight: 1, arbitrary: opaque}
), {maxLength: 6})
const paragraph = content.map((children): Root => ({type: 'root', children: [h('p', children)]}))

/** A tree's text as letters and figures alone, with the listed replacements undone. */
const letters = (tree: Root) => htmlOf(tree).replaceAll(/<[^>]*>/g, '').replaceAll(/&#x?[0-9A-F]+;|&\w+;/g, '')
  .replaceAll('×', 'x').replaceAll('½', '12').replaceAll('¼', '14').replaceAll('¾', '34').replaceAll(/[^\p{L}\p{N}]/gu, '')

const runs = {numRuns: Number(process.env['RUNS'] ?? 1500), seed: Number(process.env['SEED'] ?? 7)}

describe.each(languages)('%s', lang => {
  test('a second run changes nothing', () => {
    fc.assert(fc.property(paragraph, tree => {
      const once = structuredClone(tree)
      typesetTree(once, lang)
      const twice = structuredClone(once)
      typesetTree(twice, lang)
      expect(htmlOf(twice)).toBe(htmlOf(once))
    }), runs)
  })

  test('letters, figures and their order stay', () => {
    fc.assert(fc.property(paragraph, tree => {
      const typeset = structuredClone(tree)
      typesetTree(typeset, lang)
      expect(letters(typeset)).toBe(letters(tree))
    }), runs)
  })
})

test('a second run has nothing to say', () => {
  fc.assert(fc.property(paragraph, tree => {
    typesetTree(tree, 'en-GB')
    expect(typesetTree(tree, 'en-GB').messages).toEqual([])
  }), runs)
})

test('any text at all, in any language', () => {
  fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 60}), fc.constantFrom(...languages), (value, lang) => {
    const tree: Root = {type: 'root', children: [h('p', value)]}
    const before = letters(tree)
    typesetTree(tree, lang)
    expect(letters(tree)).toBe(before)
  }), runs)
})
