import {readFileSync} from 'node:fs'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import type {Place} from '../../scripts/types.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {readRanges} from '../../scripts/font-face.ts'
import {chooseFonts} from '../../scripts/typeset/fonts.ts'
import {charactersOf} from '../../scripts/typeset/woff2-characters.ts'
import {pamphlet} from '../stock.ts'

const theme = [{family: 'Alegreya', package: 'alegreya', faces: [400, '400 italic', 700]}]
const fallback = {scripts: [], symbols: [{family: 'Noto Sans Math', package: 'noto-sans-math', faces: [400]}, {family: 'Noto Sans Symbols 2', package: 'noto-sans-symbols-2', faces: [400]}]}
const characters = (text: string): ReadonlyMap<number, Place> => new Map(Array.from(text, (character, index) => [character.codePointAt(0) ?? 0, {file: 'a.md', line: 1, column: index + 1}]))
const choose = (text: string) => chooseFonts(theme, fallback, {all: characters(text), code: new Set<number>(), sequences: [], hasMath: false, lang: 'en'})

describe('marks that Latin has, too', () => {
  const scripts = [{family: 'Noto Serif Hebrew', package: 'noto-serif-hebrew', faces: [400, 700], scripts: ['Han'], languages: ['zh']}]
  const standIns = async (text: string, lang: string) => {
    const {fonts} = await chooseFonts(theme, {...fallback, scripts}, {all: characters(text), code: new Set<number>(), sequences: [], hasMath: false, lang})
    return fonts.filter(({name, family}) => name.startsWith('noto') && family === 'Alegreya')
  }

  test('come from the face of the script in Chinese, for every look of the theme', async () => {
    const found = await standIns('a“b”', 'zh-CN')
    expect(new Set(found.map(({weight, style}) => `${weight} ${style}`))).toEqual(new Set(['400 normal', '400 italic', '700 normal']))
    expect(found.filter(({weight}) => weight === 700).every(({name}) => name.includes('-700-'))).toBe(true)
    expect(new Set(found.flatMap(({range}) => range.split(', ')))).toEqual(new Set(['U+201C', 'U+201D']))
  })

  test.each([['a“b”', 'en', 0], ['a’s', 'zh', 0], ['‘a’', 'zh', 2]])('%s in %s', async (text, lang, count) => {
    expect(new Set((await standIns(text, lang)).flatMap(({range}) => range.split(', '))).size).toBe(count)
  })
})

describe('the files', () => {
  test('are the faces of the one subset that the text needs', async () => {
    const {fonts, messages} = await choose('Plain English.')
    expect(fonts.map(font => font.name)).toEqual(['alegreya-latin-400-normal.woff2', 'alegreya-latin-400-italic.woff2', 'alegreya-latin-700-normal.woff2'])
    expect(messages).toEqual([])
  })

  test('of Cyrillic and Greek come when a letter asks for them', async () => {
    const {fonts, messages} = await choose('aЖΩ')
    expect(new Set(fonts.map(font => font.name.split('-')[1]))).toEqual(new Set(['latin', 'cyrillic', 'greek']))
    expect(messages).toEqual([])
  })
})

test('a face for code comes only where there is code', async () => {
  const withCode = [...theme, {family: 'Source Code Pro', package: 'source-code-pro', faces: [400], only: 'code' as const}]
  const names = async (code: ReadonlySet<number>) => (await chooseFonts(withCode, {symbols: [], scripts: []}, {all: characters('ab'), code, sequences: [], hasMath: false, lang: 'en'})).fonts.map(font => font.name)
  expect(await names(new Set())).not.toContain('source-code-pro-latin-400-normal.woff2')
  expect(await names(new Set([0x61]))).toContain('source-code-pro-latin-400-normal.woff2')
})

describe('a character that the theme lacks', () => {
  test('comes from the first fallback that has it, with a warning at its place', async () => {
    const {fonts, messages} = await choose('a→')
    expect(fonts.at(-1)).toMatchObject({family: 'Fallback', range: 'U+2192', name: 'noto-sans-math-latin-400-normal.woff2'})
    expect(messages).toMatchObject([{ruleId: 'fallback-font', severity: 'warning', place: {line: 1, column: 2}}])
  })

  test('and no fallback has is an error', async () => {
    expect((await choose('a漢')).messages).toMatchObject([{ruleId: 'missing-glyph', severity: 'error'}])
  })

  test('is not set letter by letter in a face for symbols, and a script is one message', async () => {
    const {messages} = await choose('aབོད་ཡིག་ 𐌰𐌱𐌲')
    expect(messages).toMatchObject([{ruleId: 'missing-glyph', place: {line: 1, column: 2}}])
    expect(messages[0]?.reason).toContain('letters `བ`, `ོ`, `ད`, `་`, `ཡ`, `ི`, `ག`, `𐌰` and 2 more')
  })

  test('is no letter of a script for a mark that any letter may bear', async () => {
    expect((await choose('a\u0305')).messages.map(({reason}) => reason)).toEqual([expect.stringContaining('U+0305')])
  })

  test('but needs no glyph is none', async () => {
    expect((await choose('a\u00AD\u200B\u202F\u2060')).messages).toEqual([])
  })
})

describe('an emoji sequence', () => {
  const emoji = {...fallback, symbols: [...fallback.symbols, {family: 'Noto Emoji', package: 'noto-emoji', faces: [400]}]}
  const rangesOf = async (...sequences: readonly string[]) => {
    const {fonts} = await chooseFonts(theme, emoji, {all: characters(sequences.join('')), code: new Set<number>(), sequences, hasMath: false, lang: 'en'})
    return fonts.filter(({family}) => family === 'Fallback').map(({range}) => range)
  }

  test.each(['👩‍💻', '👨‍👩‍👧', '👍🏽', '🇩🇪', '🏳️‍🌈', '1️⃣'])('%s comes from one file, joiners included', async sequence => {
    const codes = Array.from(sequence, character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    expect((await rangesOf(sequence)).some(range => codes.every(code => range.split(', ').includes(code)))).toBe(true)
  })

  test('stands in whichever file has it whole, beside others with the same parts', async () => {
    expect((await rangesOf('👩‍💻', '💻')).length).toBeGreaterThan(1)
  })
})

test('what other faces show is said once, by signs', async () => {
  const text = 'a👩‍💻→b'
  const counts = new Map([[0x2192, 2]])
  const {messages} = await chooseFonts(theme, {symbols: [...fallback.symbols, {family: 'Noto Emoji', package: 'noto-emoji', faces: [400]}], scripts: []}, {all: characters(text), code: new Set<number>(), sequences: ['👩‍💻'], hasMath: false, lang: 'en', counts})
  expect(messages.map(({reason, place: {column}}) => `${column ?? ''}: ${reason}`)).toEqual(['2: Unexpected characters `👩‍💻`, `→` (U+2192, 2 times), expected ones that Alegreya has; they were set in Noto Emoji, Noto Sans Math'])
})

test('sequences are found in text and title, single emoji are none', () => {
  const text = {type: 'text' as const, value: 'One 👩‍💻, 👍🏽👍 and 🇩🇪🇫🇷 in 1️⃣ line ❤️ of 12 # *'}
  const made = {...pamphlet, metadata: {...pamphlet.metadata, title: 'A 👨‍👩‍👧'}, chapters: [{id: 'a', title: 'A', children: [{type: 'element' as const, tagName: 'p', properties: {}, children: [text]}]}]}
  expect(new Set(charactersIn(made).sequences)).toEqual(new Set(['👩‍💻', '👍🏽', '🇩🇪', '🇫🇷', '1️⃣', '👨‍👩‍👧']))
  expect(charactersIn(pamphlet).sequences).toEqual([])
})

describe('the lettering of a drawing', () => {
  const asset = {name: 'map.svg', mediaType: 'image/svg+xml' as const, bytes: new Uint8Array(), widthPx: 9, heightPx: 9}
  const withDrawing = (lettering: string, text = 'Text') => charactersIn({...pamphlet, assets: new Map([['map.svg', {...asset, lettering}]]), chapters: [{id: 'a', title: 'A', children: [h('p', [text, h('img', {src: 'map.svg', dataAt: 'a.md:7:3'})])]}]})

  test('is set in the faces of its characters', async () => {
    const {fonts, messages} = await chooseFonts(theme, fallback, withDrawing('Ж'))
    expect(fonts.map(({name}) => name)).toContain('alegreya-cyrillic-400-normal.woff2')
    expect(messages).toEqual([])
  })

  test('is told of where the drawing is named, in the drawing’s name', async () => {
    const {messages} = await chooseFonts(theme, fallback, withDrawing('漢字 →'))
    expect(messages.map(({ruleId, place, reason}) => [ruleId, place, reason])).toEqual([
      ['missing-glyph', {file: 'a.md', line: 7, column: 3}, 'Unexpected letters `漢`, `字` in the drawing `map.svg`, expected letters that a font of the theme has, or of the scripts that can be installed'],
      ['fallback-font', {file: 'a.md', line: 7, column: 3}, 'Unexpected character `→` (U+2192) in the drawing `map.svg`, expected one that Alegreya has; it was set in Noto Sans Math']
    ])
  })

  test('leaves to the text what stands there as well', async () => {
    const {messages} = await chooseFonts(theme, fallback, withDrawing('漢字', 'Of 漢'))
    expect(messages.map(({reason}) => reason.split(',')[0])).toEqual(['Unexpected letter `漢`', 'Unexpected letter `字` in the drawing `map.svg`'])
  })
})

test('the cmap of a font tells what it has, where its range claims more', () => {
  const has = charactersOf(readFileSync('node_modules/@fontsource/alegreya/files/alegreya-latin-400-normal.woff2'))
  expect([0x41, 0xe9, 0x2014, 0x202f, 0x416].map(code => has.has(code))).toEqual([true, true, true, false, false])
})

test.each([[new Uint8Array()], [new Uint8Array(60)], [new TextEncoder().encode('wOFF'.padEnd(100))]])('a file that is no WOFF2 has nothing', bytes => {
  expect(charactersOf(bytes).size).toBe(0)
})

test('ranges are read as pairs', () => {
  expect(readRanges('U+0-7F, U+131,U+2000-206f')).toEqual([[0, 0x7f], [0x131, 0x131], [0x2000, 0x206f]])
})

describe('a script that no theme sets', () => {
  const family = (name: string, script: string, languages: readonly string[]) => ({family: name, package: name, faces: [400], scripts: [script], languages})
  const scripts = [family('noto-serif-hebrew', 'Hebrew', ['he']), family('noto-serif-xx', 'Han', ['zh']), family('noto-serif-yy', 'Han', ['ja'])]
  const chosen = (text: string, lang: string) => chooseFonts(theme, {symbols: fallback.symbols, scripts}, {all: characters(text), code: new Set<number>(), sequences: [], hasMath: false, lang})

  test('comes from its package, without a warning, and takes nothing from the theme', async () => {
    const {fonts, messages} = await chosen('a שלום, “b”', 'en')
    expect(messages).toEqual([])
    expect(fonts.at(-1)).toMatchObject({family: 'Fallback', range: 'U+5D5, U+5DC, U+5DD, U+5E9'})
  })

  test('brings the signs of no script that its face has, and leaves the others', async () => {
    const {fonts, messages} = await chosen('a של → 12 ₪', 'he')
    expect(fonts.find(({name}) => name === 'noto-serif-hebrew-hebrew-400-normal.woff2')?.range).toBe('U+5DC, U+5E9, U+20AA')
    expect(messages.map(({ruleId, reason}) => `${ruleId}: ${reason.slice(0, 24)}`)).toEqual(['fallback-font: Unexpected character `→`'])
    expect((await chosen('a 12 ₪', 'he')).messages.map(({ruleId}) => ruleId)).toEqual(['missing-glyph'])
  })

  test('lends a sign to a text without its letters', async () => {
    const lending = {...family('noto-serif-hebrew', 'Hebrew', ['he']), signs: '₪'}
    const lent = (text: string, lender: typeof lending = lending) => chooseFonts(theme, {symbols: fallback.symbols, scripts: [lender]}, {all: characters(text), code: new Set<number>(), sequences: [], hasMath: false, lang: 'en'})
    const {fonts, messages} = await lent('a 12 ₪')
    expect(messages).toEqual([])
    expect(fonts.at(-1)).toMatchObject({family: 'Fallback', range: 'U+20AA'})
    expect((await lent('a 12 ₪', {...lending, package: 'noto-serif-xx'})).messages).toMatchObject([{ruleId: 'missing-glyph', reason: 'Unexpected Hebrew character `₪` (1 in all), expected a font that has it: noto-serif-hebrew is not installed'}])
  })

  test('is one error that names the package, where that is not installed', async () => {
    const {messages} = await chosen('a漢字。', 'zh')
    expect(messages).toMatchObject([{ruleId: 'missing-glyph', place: {line: 1, column: 2}, remedy: 'Install it: `npm install @fontsource/noto-serif-xx`.'}])
  })

  test('has the form of the language of the text', async () => {
    const {messages} = await chosen('漢', 'ja-JP')
    expect(messages.map(({remedy}) => remedy)).toEqual(['Install it: `npm install @fontsource/noto-serif-yy`.'])
  })

  test('has the form of the language of a passage, where that of the pamphlet has none', async () => {
    const text = h('p', ['Called ', h('span', {lang: 'ja'}, '\u6F22\u5B57'), '.'])
    const made = {...pamphlet, chapters: [{id: 'a', title: 'A', children: [text]}]}
    const {messages} = await chooseFonts(theme, {symbols: fallback.symbols, scripts}, charactersIn(made))
    expect(messages.map(({remedy}) => remedy)).toContain('Install it: `npm install @fontsource/noto-serif-yy`.')
  })
})

test('places are those of the characters in the files, and each is counted', () => {
  const text = 'One [two](#a)\nand \\* an → arrow, &larr;, →.\n'
  const made = composeMarkdown({'a.md': text})
  const {all, counts} = charactersIn(made, [{name: 'a.md', text}])
  expect(all.get(0x2192)).toEqual({file: 'a.md', line: 2, column: 11})
  expect(all.get(0x2190)).toEqual({file: 'a.md', line: 1, column: 1})
  expect([counts?.get(0x2192), counts?.get(0x2190)]).toEqual([2, 1])
})

test('the date counts as it is printed, and the words of an index only where there is one', () => {
  const japanese = {...pamphlet, metadata: {...pamphlet.metadata, lang: 'ja', date: '1906-05-14'}}
  const shown = (index: typeof pamphlet.index) => ['年', '月', '日', '→'].map(character => charactersIn({...japanese, index}).all.has(character.codePointAt(0) ?? 0))
  expect(shown([])).toEqual([true, true, true, false])
  expect(shown([{number: 1, term: [], opensGroup: true, places: [], references: [], children: []}])).toEqual([true, true, true, true])
})
