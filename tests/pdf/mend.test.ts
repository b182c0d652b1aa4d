import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Kid, Tag} from '../../scripts/adapters/pdf-tags.ts'
import {mendTags} from '../../scripts/pdf/tags/mend.ts'
import {wordsFor} from '../../scripts/words.ts'

const places = {words: wordsFor('de'), folioOf: (id: string) => id === 'one' ? 'xii' : undefined}
const mend = (root: Tag) => mendTags(root, 'en', places)

/** Trees are written as arrays: a type, perhaps with `:lang`, then kids; a string is words, perhaps with their page (`a2`), `--` a rule, `@id` a link. */
type Sketch = string | readonly [string, ...Sketch[]]

function tree(sketch: Sketch): Kid {
  if (typeof sketch === 'string') {
    if (sketch.startsWith('@')) return {kind: 'link', page: 1, key: 1, destination: sketch.slice(1)}
    return {kind: 'content', page: Number(sketch.slice(1)) || 1, stream: 0, number: sketch.codePointAt(0) ?? 0, draws: sketch === '--' ? 'shapes' : 'text'}
  }
  const [head, ...kids] = sketch
  const [type = '', lang, alt] = head.split(':')
  return {kind: 'tag', type, ...(lang !== undefined && lang !== '' && {lang}), ...(alt !== undefined && {alt}), kids: kids.map(tree)}
}

function drawn(kid: Kid): Sketch {
  if (kid.kind === 'link') return `@${kid.contents ?? ''}`
  if (kid.kind === 'content') return kid.draws === 'shapes' ? '--' : String.fromCodePoint(kid.number)
  const marks = [kid.lang, kid.alt ?? kid.actualText ?? kid.id].map(text => text ?? '')
  return [[kid.type, ...marks].join(':').replace(/:+$/, ''), ...kid.kids.map(drawn)]
}

const rootOf = (kids: readonly Sketch[]): Tag => ({kind: 'tag', type: 'Document', lang: 'en', kids: kids.map(tree)})
const mended = (...kids: Sketch[]) => mend(rootOf(kids)).kids.map(drawn)

test.each<[string, Sketch, Sketch]>([
  ['a run of words needs no tag', ['P', ['NonStruct', 'a'], ['Em', ['NonStruct', 'b']]], ['P', 'a', ['Em', 'b']]],
  ['words among blocks are a paragraph', ['NonStruct', ['NonStruct', 'a'], ['P', 'b']], ['P', 'a']],
  ['a rule goes', ['BlockQuote', '--', ['P', 'a']], ['BlockQuote', ['P', 'a']]],
  ['a section is known by its head', ['NonStruct', ['H2', 'a'], ['P', 'b']], ['Sect', ['H2', 'a'], ['P', 'b']]],
  ['an item gets its body', ['L', ['LI', ['Lbl', '--'], ['NonStruct', 'a'], ['L', ['LI', 'b']]]], ['L', ['LI', ['Lbl::•', '--'], ['LBody', 'a', ['L', ['LI', ['LBody', 'b']]]]]]],
  ['what stands in a list is an item', ['L', ['NonStruct', ['Lbl', '1'], ['P', 'a']]], ['L', ['LI', ['Lbl', '1'], ['LBody', ['P', 'a']]]]],
  ['an item without a list is none', ['LI', ['Lbl', '1'], 'a'], ['Div', ['Div', ['P', '1']], ['Div', ['P', 'a']]]],
  ['a reference', ['P', ['NonStruct', ['NonStruct', '1'], '@note-12']], ['P', ['Reference', ['Link', '1', '@Anmerkung 12']]]],
  ['a link back', ['P', ['Link', 'b', '@noteref-12-2']], ['P', ['Link', 'b', '@Zurück zum Text']]],
  ['a link to a page', ['P', ['Link', 'b', '@one']], ['P', ['Link', 'b', '@Seite xii']]],
  ['a link to what is not known', ['P', ['Link', 'b', '@two']], ['P', ['Link', 'b', '@two']]],
  ['a link with words', [`P:en-x-tag-links-${Buffer.from('["ab","s xii","","ab"]').toString('hex')}`, ['Link', 'b', '@one'], ['Em', ['Link', 'b', '@one']], ['NonStruct', 'b', '@note-3'], ['Link', 'b', '@two']], ['P', ['Link', 'b', '@ab (Seite xii)'], ['Em', ['Link', 'b', '@s xii']], ['Reference', ['Link', 'b', '@Anmerkung 3']], ['Link', 'b', '@ab']]],
  ['words of other links than there are', [`P:en-x-tag-links-${Buffer.from('["ab"]').toString('hex')}`, ['Link', 'b', '@one'], ['Link', 'b', '@two']], ['P', ['Link', 'b', '@Seite xii'], ['Link', 'b', '@two']]],
  ['a note', ['NonStruct:en-x-tag-note-7', ['NonStruct:en-x-tag-label', ['NonStruct', '7']], ['P:la', 'a']], ['Note::note-7', ['Lbl', '7'], ['P:la', 'a']]],
  ['a note with a language and a private part', ['NonStruct:fr-x-old-tag-note-7', ['P', 'a']], ['Note:fr-x-old:note-7', ['P', 'a']]],
  ['a note at the end', ['L', ['LI:en-x-tag-note-7', ['NonStruct:en-x-tag-label', ['NonStruct', '7']], ['P', 'a']]], ['L', ['LI', ['Lbl', '7'], ['LBody', ['Note::note-7', ['P', 'a']]]]]],
  ['contents', ['NonStruct:en-x-tag-toc', ['L', ['LI', ['Link', 'a', '@one'], ['L', ['LI', ['Link', 'b', '@one']]]]]], ['Sect', ['TOC', ['TOCI', ['Reference', ['Link', 'a', '@Seite xii']], ['TOC', ['TOCI', ['Reference', ['Link', 'b', '@Seite xii']]]]]]]],
  ['contents with a caption', ['NonStruct:en-x-tag-toc', ['L', ['Caption', 'a'], ['LI', 'b']]], ['Sect', ['TOC', ['TOCI', ['Caption', 'a']], ['TOCI', 'b']]]],
  ['definitions', ['NonStruct:en-x-tag-dl', ['NonStruct:en-x-tag-dt', 'a'], ['NonStruct:en-x-tag-dd', 'b'], ['NonStruct:en-x-tag-dt', 'c']], ['L', ['LI', ['Lbl', 'a'], ['LBody', 'b']], ['LI', ['Lbl', 'c']]]],
  ['a phrase', ['P', ['NonStruct:fr-x-tag-phrase', ['NonStruct', 'a']], ['NonStruct:en-x-tag-phrase', 'b']], ['P', ['Span:fr', 'a'], ['Span', 'b']]],
  ['a language that is none', ['P:no language', 'a'], ['P', 'a']],
  ['a figure with a caption', ['Figure', ['Figure::A dot', '--'], ['Caption', 'a']], ['Div', ['Figure::A dot', '--'], ['Caption', 'a']]],
  ['a figure of words', ['Figure', ['NonStruct', 'a']], ['Div', ['P', 'a']]],
  ['ruby', ['P', ['Ruby', ['NonStruct', 'a'], ['RT', 'b']]], ['P', ['Ruby', ['RB', 'a'], ['RT', 'b']]]],
  ['an empty cell', ['Table', ['TR', ['TH', 'a'], ['TD']]], ['Table', ['TR', ['TH', 'a'], ['TD']]]],
  ['a head that is printed again', ['Table', ['TR', ['TH:en-x-tag-head', ['NonStruct', 'a2', 'b2', 'c3'], ['Em', 'd2', 'e3']]], ['TR', ['TD', 'f2', 'g3']]], ['Table', ['TR', ['TH', 'a', 'b', ['Em', 'd']]], ['TR', ['TD', 'f', 'g']]]],
  ['the rest of a table', ['Div', ['Table', ['TR', ['TD', 'a']]], ['NonStruct:en-x-tag-note-7', ['P', 'b']], ['Table:en-x-tag-rest', ['TR', ['TD', 'c']]], ['Table', ['TR', ['TD', 'd']]]], ['Div', ['Table', ['TR', ['TD', 'a']], ['TR', ['TD', 'c']]], ['Note::note-7', ['P', 'b']], ['Table', ['TR', ['TD', 'd']]]]]
])('%s', (_, before, after) => {
  expect(mended(before)[0]).toEqual(after)
})

test('a picture without a text in its place goes', () => {
  expect(mended(['Figure', '--'], ['Figure:: ', '--'])).toEqual([])
})

const types = ['NonStruct', 'P', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'Div', 'Figure', 'Link', 'Em', 'Aside', 'BlockQuote', 'Code', 'Ruby', 'RT', 'Caption']
const langs = fc.constantFrom(undefined, 'en', 'fr', 'x y', 'en-x-tag-note-1', 'en-x-tag-label', 'en-x-tag-toc', 'en-x-tag-dl', 'en-x-tag-dd', 'en-x-tag-dt', 'en-x-tag-phrase', 'en-x-tag-nonsense')
// What is hinted at is never a link itself, nor is a list: an `a` is an element of its own.
const {kid} = fc.letrec<{kid: Kid}>(tie => ({
  kid: fc.oneof({depthSize: 'small'},
    fc.record({kind: fc.constant('content' as const), page: fc.constant(1), stream: fc.nat(3), number: fc.nat(), draws: fc.constantFrom('text' as const, 'shapes' as const, 'nothing' as const)}),
    fc.record({kind: fc.constant('link' as const), page: fc.constant(1), key: fc.nat(), destination: fc.constantFrom('note-1', 'one', 'two')}),
    fc.record({kind: fc.constant('tag' as const), type: fc.constantFrom(...types), lang: langs, alt: fc.constantFrom(undefined, '', 'a'), kids: fc.array(tie('kid'), {maxLength: 5})})
      .map(({lang, alt, ...tag}): Tag => ({...tag, kids: tag.kids.filter(kid => kid.kind !== 'link' || (tag.type !== 'L' && lang?.includes('-tag-') !== true)), ...(lang !== undefined && {lang}), ...(alt !== undefined && {alt})})))
}))

const everyTag = (tag: Tag): readonly Tag[] => [tag, ...tag.kids.flatMap(kid => kid.kind === 'tag' ? everyTag(kid) : [])]
const leaves = (tag: Tag, keep: (kid: Kid) => boolean): readonly string[] => tag.kids.flatMap(kid => kid.kind === 'tag' ? leaves(kid, keep) : keep(kid) ? [kid.kind === 'content' ? `${kid.stream} ${kid.number}` : `link ${kid.key}`] : [])

test('whatever is printed, no word and no link is lost or doubled', () => {
  fc.assert(fc.property(fc.array(kid, {maxLength: 8}), kids => {
    const isHeard = (kid: Kid) => kid.kind === 'link' || (kid.kind === 'content' && kid.draws === 'text')
    const root: Tag = {kind: 'tag', type: 'Document', kids}
    expect(leaves(mend(root), isHeard).toSorted()).toEqual(leaves(root, isHeard).toSorted())
  }), {numRuns: 400})
})

test('whatever is printed, lists, figures, links and languages are as they must be', () => {
  fc.assert(fc.property(fc.array(kid, {maxLength: 8}), kids => {
    for (const tag of everyTag(mend({kind: 'tag', type: 'Document', kids}))) {
      const inside = tag.kids.map(kid => kid.kind === 'tag' ? kid.type : kid.kind)
      if (tag.type === 'L') expect(inside.filter(type => !['L', 'LI', 'Caption'].includes(type))).toEqual([])
      if (tag.type === 'LI') expect(inside.filter(type => !['Lbl', 'LBody'].includes(type))).toEqual([])
      else expect(inside).not.toContain('LBody')
      if (tag.type !== 'L') expect(inside).not.toContain('LI')
      if (tag.type === 'TOC') expect(inside.filter(type => !['TOC', 'TOCI'].includes(type))).toEqual([])
      if (tag.type === 'Figure') expect(tag.alt?.trim()).not.toBe('')
      if (inside.includes('link')) expect(tag.type).toBe('Link')
      expect(tag.lang ?? 'fr').toMatch(/^[a-z]+$/)
    }
  }), {numRuns: 400})
})
