import {describe, expect, test} from 'vitest'
import {gap} from '../../../../scripts/typeset/in-page/paragraphs/fragments.ts'
import type {Run} from '../../../../scripts/typeset/in-page/paragraphs/runs.ts'
import {fragmentsOf} from '../../../../scripts/typeset/in-page/paragraphs/runs.ts'
import type {TextStyle} from '../../../../scripts/typeset/in-page/paragraphs/words.ts'

const style = (): TextStyle => ({emPx: 10, spacePx: 3, hyphenPx: 4, known: new Map(), measure: text => text.length * 6 - (text.split(' ').length - 1) * 3})
const names = new Map(Object.entries(gap).map(([name, value]) => [value, name]))

function runs(...texts: readonly (string | number | null)[]): readonly Run[] {
  const own = style()
  let node = 0
  return texts.map((text): Run => text === null ? {kind: 'break'} : typeof text === 'number'
    ? {kind: 'box', width: text}
    : {kind: 'text', node: node++, text, style: own, firstStyle: own, language: 'en', hyphenator: word => word.startsWith('govern') ? [3, 6] : []})
}

/** Each fragment as its text, then what follows. */
function shown(...texts: readonly (string | number | null)[]): readonly string[] {
  const strings = texts.filter(text => typeof text === 'string')
  return fragmentsOf(runs(...texts)).map(({source, gap: kind}) => `${strings[source.node]?.slice(source.from, source.to) ?? '#'} ${names.get(kind)}`)
}

describe('text becomes fragments', () => {
  test('with spaces between words and hyphens inside them', () => {
    expect(shown('a government was')).toEqual(['a space', 'gov hyphen', 'ern hyphen', 'ment space', 'was forced'])
  })

  test('whose last word stays whole, before the author\'s line end too', () => {
    expect(shown('a government')).toEqual(['a space', 'gov none', 'ern none', 'ment forced'])
    expect(shown('a government', null, 'was')).toEqual(['a space', 'gov none', 'ern none', 'ment forced', 'was forced'])
  })

  test('but not one that may be wider than its line', () => {
    expect(shown('a governmentdepartmentalregulations')).toEqual(['a space', 'gov hyphen', 'ern hyphen', 'mentdepartmentalregulations forced'])
  })

  test('a hyphen behind two letters is told from others, and one behind an apostrophe too', () => {
    const cut: Run = {kind: 'text', node: 0, text: '“remember l\u2019indépendance is', style: style(), firstStyle: style(), language: 'en', hyphenator: word => [...word.matchAll(/(?<=re)m|m(?=b)|(?<=in)d|p(?=en)/g)].map(({index}) => index)}
    expect(fragmentsOf([cut]).map(({source, gap: kind}) => `${cut.text.slice(source.from, source.to)} ${names.get(kind)}`))
      .toEqual(['“re stubHyphen', 'me hyphen', 'mber space', 'l\u2019in stubHyphen', 'dé hyphen', 'pendance space', 'is forced'])
  })

  test('a name is not cut behind two letters', () => {
    const cut: Run = {kind: 'text', node: 0, text: 'then Petersen came', style: style(), firstStyle: style(), language: 'en', hyphenator: (word, atStart) => atStart && word.startsWith('P') ? [2, 5] : []}
    expect(fragmentsOf([cut]).map(({source, gap: kind}) => `${cut.text.slice(source.from, source.to)} ${names.get(kind)}`)).toEqual(['then space', 'Peter nameHyphen', 'sen space', 'came forced'])
  })

  test('with the author\'s soft hyphens and no others', () => {
    expect(shown('govern\u00adment is')).toEqual(['govern hyphen', 'ment space', 'is forced'])
  })

  test('with no-break spaces that stretch and do not break', () => {
    expect(shown('p.\u00a012 is')).toEqual(['p. fixedSpace', '12 space', 'is forced'])
  })

  test('with breaks at the signs of an address, and of nothing else', () => {
    expect(shown('to post@two.example.org. or (www.example.org/a_b) at e.g.no v1.2.3 x')).toEqual([
      'to space', 'post@ address', 'two address', '.example address', '.org. space', 'or space', '(www address', '.example address', '.org/ dash', 'a address', '_b) space',
      'at space', 'e.g.no space', 'v1.2.3 space', 'x forced'
    ])
  })

  test('with breaks behind dashes, slashes and hyphens between letters', () => {
    expect(shown('one—two and/or no-one 1914-18 —no “so—” x')).toEqual([
      'one— dash', 'two space', 'and/ dash', 'or space', 'no- hardHyphen', 'one space', '1914-18 space', '—no space', '“so—” space', 'x forced'
    ])
  })

  test('with none in acts and telephone numbers, nor behind a hyphen that begins a word', () => {
    expect(shown('act 14/2 ring 555-0142 Vor- und -teile x')).toEqual(['act space', '14/2 space', 'ring space', '555-0142 space', 'Vor- space', 'und space', '-teile space', 'x forced'])
  })

  test('with none in a range of few figures, and one in a long one', () => {
    expect(shown('112–116 14.00–14.15 2,84 €/m² 30 km/h 18,000–22,000')).toEqual(['112–116 space', '14.00–14.15 space', '2,84 space', '€/m² space', '30 space', 'km/h space', '18,000– dash', '22,000 forced'])
    expect(shown('5–7 6–8pm Mon–Fri £18,000–£22,000 1914–1918')).toEqual(['5–7 space', '6–8pm space', 'Mon–Fri space', '£18,000– dash', '£22,000 space', '1914– dash', '1918 forced'])
  })

  test('over the borders of elements: white space collapses, words go on', () => {
    expect(shown(' a ', ' b', 'c ', 'd')).toEqual(['a space', 'b none', 'c space', 'd forced'])
  })

  test('with boxes that join their neighbours', () => {
    expect(shown('see ', 30, ', then')).toEqual(['see space', '# none', ', space', 'then forced'])
  })
})

test('a word\'s pieces are as wide as the word', () => {
  const [gov, ern, ment] = fragmentsOf(runs('government was'))
  expect((gov?.extent.width ?? 0) + (ern?.extent.width ?? 0) + (ment?.extent.width ?? 0)).toBe(60)
  expect(gov?.extent.gapWidth).toBe(4)
})

test('punctuation hangs at the edges', () => {
  const [quoted] = fragmentsOf(runs('“so,” it'))
  expect(quoted?.extent.hangStart).toBeCloseTo(3)
  expect(quoted?.extent.hangEnd).toBeCloseTo(3)
})

test('nothing makes nothing', () => {
  expect(fragmentsOf(runs('  \n '))).toEqual([])
})
