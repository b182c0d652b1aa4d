import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {accessibilityClaims} from '../../scripts/epub/accessibility.ts'
import type {Page} from '../../scripts/epub/page.ts'
import {summaryWordsFor} from '../../scripts/epub/summary-words.ts'
import {wordLanguages} from '../../scripts/words.ts'

const body = (children: Page['children'], matter: Page['matter'] = 'bodymatter'): Page => ({filename: 'a.xhtml', title: '', matter, children})

function claims(pages: readonly Page[], hasContents = true, skipsRanks = false) {
  const found = accessibilityClaims(pages, {lang: 'en', hasContents, skipsRanks})
  const values = (property: string) => found.filter(claim => claim.property === property).map(({value}) => value)
  return {modes: values('accessMode'), enough: values('accessModeSufficient'), features: values('accessibilityFeature'), hazards: values('accessibilityHazard'), summary: values('accessibilitySummary').join('|')}
}

const image = (properties: Record<string, string>) => h('img', {src: 'a.png', ...properties})

test('text alone', () => {
  expect(claims([body([h('p', 'x')])], false)).toEqual({
    modes: ['textual'], enough: ['textual'], features: ['readingOrder', 'displayTransformability'], hazards: ['none'],
    summary: 'Reflowable text in reading order.'
  })
})

test('heads, contents and pictures that all have words', () => {
  expect(claims([body([h('h1', 'x'), image({alt: 'A press'})])])).toEqual({
    modes: ['textual', 'visual'], enough: ['textual', 'textual,visual'],
    features: ['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText', 'displayTransformability'], hazards: ['none'],
    summary: 'Reflowable text in reading order, with structural headings, with a linked table of contents. All images have alternative text.'
  })
})

test('one picture without words takes the claim away', () => {
  const found = claims([body([image({alt: 'A press'}), image({alt: ' '})])])
  expect(found.features).not.toContain('alternativeText')
  expect(found.enough).toEqual(['textual,visual'])
  expect(found.summary).toContain('Some images have no alternative text.')
})

test('a picture that only decorates is no picture to be told of, but may flash as any', () => {
  const found = claims([body([image({alt: '', role: 'presentation', src: 'a.gif'})])])
  expect([found.modes, found.enough, found.hazards]).toEqual([['textual'], ['textual'], ['unknown']])
  expect(found.features).not.toContain('alternativeText')
  expect(found.summary).not.toContain('images')
  expect(claims([body([image({alt: '', role: 'presentation'}), image({alt: ''})])]).enough).toEqual(['textual,visual'])
  expect(claims([body([image({alt: '', role: 'presentation'}), image({alt: 'A press'})])]).features).toContain('alternativeText')
})

test('heads lead through the text where there are some, in their ranks', () => {
  const head = [body([h('h2', 'x')])]
  const isClaimed = (found: ReturnType<typeof claims>) => [found.features.includes('structuralNavigation'), found.summary.includes('structural headings')]
  expect(isClaimed(claims(head))).toEqual([true, true])
  expect(isClaimed(claims(head, true, true))).toEqual([false, false])
  expect(isClaimed(claims([body([h('h1', 'Title')], 'frontmatter'), body([h('h1.title', 'Title'), h('p', 'x')])]))).toEqual([false, false])
})

test('the cover is not the content, a GIF may move, a drawing in the text needs a name, a formula speaks', () => {
  expect(claims([body([image({alt: ''})], 'cover')]).modes).toEqual(['textual'])
  expect(claims([body([image({src: 'images/a.gif', alt: 'x'})])]).hazards).toEqual(['unknown'])
  expect(claims([body([h('svg', [])])]).enough).toEqual(['textual,visual'])
  expect(claims([body([h('svg', {ariaLabel: 'A box'})])]).enough).toEqual(['textual', 'textual,visual'])
  expect(claims([body([h('math', [])])]).features).toContain('MathML')
})

test('an index and readings beside words are told of; TeX in a formula\u2019s text is no LaTeX to be worked with', () => {
  const found = claims([body([h('p', [h('ruby', ['\u6F22', h('rt', '\u304B\u3093')])])]), body([h('section', {role: 'doc-index'}, [h('h1', 'Index')])], 'backmatter')])
  expect(found.features).toEqual(expect.arrayContaining(['index', 'rubyAnnotations']))
  expect(found.features).not.toContain('fullRubyAnnotations')
  expect(claims([body([h('math', {alttext: 'x^2'})])]).features.filter(feature => /latex|ruby|index|described/i.test(feature))).toEqual([])
})

test.each([
  ['de-AT', 'de-AT', 'Umfließender Text in Lesereihenfolge, mit gegliederten Überschriften, mit verlinktem Inhaltsverzeichnis. Alle Bilder haben einen Alternativtext.'],
  ['ja', 'ja', '読み上げ順に並んだリフロー型テキスト、見出し構造あり、リンク付き目次あり。すべての画像に代替テキストがあります。'],
  ['cy', 'en', 'Reflowable text in reading order, with structural headings, with a linked table of contents. All images have alternative text.']
])('in %s the summary is in %s', (lang, expected, value) => {
  const found = accessibilityClaims([body([h('h2', 'x'), image({alt: 'A press'})])], {lang, hasContents: true, skipsRanks: false})
  expect(found.at(-1)).toEqual({property: 'accessibilitySummary', value, lang: expected})
})

test('every language that the program has words for has those of the summary, too', () => {
  expect(wordLanguages.filter(lang => !lang.startsWith('en') && summaryWordsFor(lang).lang === 'en')).toEqual([])
})

test('there is never a claim of conformance', () => {
  expect(JSON.stringify(accessibilityClaims([body([h('h1', 'x')])], {lang: 'en', hasContents: true, skipsRanks: false}))).not.toMatch(/conform|certif|wcag/i)
})
