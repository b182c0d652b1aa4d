import {expect, test} from 'vitest'
import {gap} from '../../../../scripts/typeset/in-page/paragraphs/fragments.ts'
import {withOverlongCut} from '../../../../scripts/typeset/in-page/paragraphs/overlong.ts'
import type {Run} from '../../../../scripts/typeset/in-page/paragraphs/runs.ts'
import {fragmentsOf} from '../../../../scripts/typeset/in-page/paragraphs/runs.ts'

const names = new Map(Object.entries(gap).map(([name, value]) => [value, name]))
const style = {emPx: 10, spacePx: 3, hyphenPx: 4, known: new Map(), measure: (text: string) => text.length * 6 - (text.split(' ').length - 1) * 3}

/** Texts in one style each, in lines that hold ten letters, as what is left whole and what follows it. */
function cut(...texts: readonly string[]): readonly string[] {
  const runs = texts.map((text, node): Run => ({kind: 'text', node, text, style, firstStyle: style, language: 'de', hyphenator: (word, _, inCapitals) => (inCapitals ? /^\p{L}{6,}$/u : /^\p{Ll}{6,}$/u).test(word) ? [3] : []}))
  return withOverlongCut(fragmentsOf(runs), runs, 64).map(({source: {node, from, to}, gap: kind}) => `${texts[node]?.slice(from, to)} ${names.get(kind)}`)
}

test.each([
  ['a word that fits stays whole', ['so ABCDEFGH is'], ['so space', 'ABCDEFGH space', 'is forced']],
  ['capitals are broken between syllables', ['so ABCDEFGHIJK is'], ['so space', 'ABC hyphen', 'DEFGHIJK space', 'is forced']],
  ['a compound is, too', ['so Abcdefgh\u2011ijklmnop is'], ['so space', 'Abc hyphen', 'defgh\u2011ijk hyphen', 'lmnop space', 'is forced']],
  ['code is broken at its joints, without a hyphen', ['so abcDef.ghiJkl() is'], ['so space', 'abc joint', 'Def joint', '.ghi joint', 'Jkl joint', '() space', 'is forced']],
  ['what has no joints is broken anywhere', ['so 1234567890123 is'], ['so space', ...'123456789012'.split('').map(figure => `${figure} joint`), '3 space', 'is forced']],
  ['a letter keeps its accent', [`so ${'1'.repeat(10)}a\u0301 is`], ['so space', ...'1'.repeat(10).split('').map(figure => `${figure} joint`), 'a\u0301 space', 'is forced']],
  ['parts in unlike styles may part where letters meet', ['so abcd', 'efgh', 'ijkl is'], ['so space', 'abcd joint', 'efgh joint', 'ijkl space', 'is forced']],
  ['but not before the mark of a note', ['so abcdefghijk', '12 is'], ['so space', 'abc hyphen', 'defghijk none', '12 space', 'is forced']],
  ['what is no word stays with the browser', ['1'.repeat(1001)], [`${'1'.repeat(1001)} forced`]]
])('%s', (_, texts, expected) => {
  expect(cut(...texts)).toEqual(expected)
})
