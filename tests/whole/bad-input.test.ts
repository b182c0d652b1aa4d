import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {format, preflightSeverities, severities} from '../../scripts/messages.ts'
import type {Outcome} from '../../scripts/pipeline.ts'
import {build} from '../../scripts/pipeline.ts'
import type {PreflightRule, RuleId} from '../../scripts/types.ts'

type Case = {readonly files: Readonly<Record<string, string | Uint8Array>>; readonly at: string; readonly style?: string; readonly isOfSheets?: true}

const front = '---\ntitle: T\nlang: en\n---\n'
const md = (text: string): Case['files'] => ({'a.md': front + text})
let png: Uint8Array

/** What is too tall comes out at the first try in hardly any print: its words have their test in tests/checks/. */
type Elsewhere = PreflightRule | 'too-tall'

/** One manuscript for every rule, and the place that its message must have. */
const cases = (): Readonly<Record<Exclude<RuleId, Elsewhere>, Case>> => ({
  'missing-image': {files: md('![A map](map.png)\n'), at: 'a.md:5:1'},
  'image-outside': {files: md('![A map](../map.png)\n'), at: 'a.md:5:1'},
  'corrupt-image': {files: {...md('![A map](map.png)\n'), 'map.png': png.slice(0, 60)}, at: 'a.md:5:1'},
  'image-format': {files: {...md('![A map](map.bmp)\n'), 'map.bmp': new TextEncoder().encode('BM'.padEnd(60, '\0'))}, at: 'a.md:5:1'},
  'remote-image': {files: md('![A map](https://example.org/map.png)\n'), at: 'a.md:5:1'},
  'unknown-key': {files: {'a.md': '---\ntitle: T\nlang: en\nauthr: Me\n---\nText.\n'}, at: 'a.md:4:1'},
  'bad-metadata': {files: {'a.md': '---\ntitle: T\nlang: en\ndate: 2024-02-30\n---\nText.\n'}, at: 'a.md:4:7'},
  'duplicate-note': {files: md('Text.[^a]\n\n[^a]: One.\n[^a]: Two.\n'), at: 'a.md:8:1'},
  'undefined-note': {files: md('Text.[^a]\n'), at: 'a.md:5:6'},
  'empty-note': {files: md('Text.[^a]\n\n[^a]:\n'), at: 'a.md:7:1'},
  'unused-note': {files: md('Text.\n\n[^a]: One.\n'), at: 'a.md:7:1'},
  'duplicate-id': {files: md('# One {#x}\n\n# Two {#x}\n'), at: 'a.md:7:1'},
  'broken-link': {files: md('[nowhere](#nowhere)\n'), at: 'a.md:5:1'},
  'unknown-directive': {files: md(':::verze\nText.\n:::\n'), at: 'a.md:5:1'},
  'bad-index': {files: md('Text :index[] here.\n'), at: 'a.md:5:6'},
  'unclosed-directive': {files: md('# One\n\n:::aside\nText.\n\n# Two\n\nMore.\n'), at: 'a.md:7:1'},
  'unclosed-comment': {files: md('Text.\n\n<!-- never closed\n\nMore.\n'), at: 'a.md:7:1'},
  'too-deep': {files: md(`Text.\n\n${'<div>'.repeat(6000)}x${'</div>'.repeat(6000)}\n`), at: 'a.md:7:29996'},
  'overfull-cover': {files: {'a.md': `---\ntitle: T\nlang: en\nfrontmatter: full\nsubtitle: ${'Very long indeed. '.repeat(300)}\n---\nText.\n`}, at: 'a.md:5:11'},
  'stacked-table': {files: md(`| a | b |\n|---|---|\n| ${'word '.repeat(900)} | b |\n`), at: 'a.md:5:1'},
  'small-formula': {files: {'a.md': `---\ntitle: T\nlang: en\nmath: true\n---\n$$\n\\sqrt{${'a + '.repeat(60)}b}\n$$\n`}, at: 'a.md:6:1'},
  'crowded-page': {files: {'a.md': `---\ntitle: T\nlang: en\npage: a6\n---\nText[^a] [^b] [^c]\n\n${['a', 'b', 'c'].map(name => `[^${name}]: ${'word '.repeat(180)}`).join('\n\n')}\n`}, at: 'a.md:8:7'},
  'empty-manuscript': {files: md('\n'), at: 'a.md'},
  'no-markdown': {files: {'notes.txt': 'Text.'}, at: '.'},
  'invalid-utf8': {files: {'a.md': new Uint8Array([0x41, 0x0a, 0x42, 0xff])}, at: 'a.md:2:2'},
  'missing-glyph': {files: md('A character \u{13000} that nobody has.\n'), at: 'a.md:5:13'},
  'cannot-impose': {files: {'a.md': `---\ntitle: T\nlang: en\nbooklet:\n  layout: zine\n  sheet: a5\n---\nText.\n`}, at: 'a.md:6:10', isOfSheets: true},
  'thick-booklet': {files: {'a.md': `---\ntitle: T\nlang: en\nbooklet:\n  layout: saddle\n  paper: 0.6 mm\n---\n${'Text.\n\n:::pagebreak\n:::\n\n'.repeat(20)}`}, at: 'a.md:5:11', isOfSheets: true},
  'blank-pages': {files: {'a.md': `---\ntitle: T\nlang: en\nfrontmatter: none\nbooklet:\n  layout: saddle\n---\nText.\n`}, at: 'a.md:6:11', isOfSheets: true},
  'small-pages': {files: {'a.md': `---\ntitle: T\nlang: en\nbooklet:\n  layout: zine\n  sheet: a5\n  scale: fit\n---\nText.\n`}, at: 'a.md:7:10', isOfSheets: true},
  'idle-setting': {files: {'a.md': `---\ntitle: T\nlang: en\nbooklet:\n  layout: saddle\n  up: 4\n---\nText.\n`}, at: 'a.md:6:7', isOfSheets: true},
  copyfit: {files: {'a.md': '---\ntitle: T\nlang: en\nfit: {pages: 40}\n---\nText.\n'}, at: 'a.md:4:6'},
  'bad-formula': {files: {'a.md': '---\ntitle: T\nlang: en\nmath: true\n---\nText with $\\frac{a$ in it.\n'}, at: 'a.md:6:11'},
  'missing-title': {files: {'pamphlet.yaml': 'lang: en\n', 'a.md': 'Text.\n'}, at: 'pamphlet.yaml'},
  'missing-lang': {files: {'a.md': '---\ntitle: T\n---\nText.\n'}, at: 'a.md'},
  'unknown-lang': {files: md('Say <span lang="de_AT">Grüß Gott</span> here.\n'), at: 'a.md:5:5'},
  'missing-alt': {files: {...md('![](map.png)\n'), 'map.png': png}, at: 'a.md:5:1'},
  'skipped-heading': {files: md('# One\n\n### Three\n'), at: 'a.md:7:1'},
  'unreadable-table': {files: md('<table><tr><td>a</td><td>b</td></tr></table>\n'), at: 'a.md:5:1'},
  'mixed-quotes': {files: md('The “old ones"—all of them.\n'), at: 'a.md:5:14'},
  'unseen-character': {files: md('The bell\u0007 rings.\n'), at: 'a.md:5:9'},
  'private-character': {files: md('A star \uF02A here.\n'), at: 'a.md:5:8'},
  'indented-text': {files: md('\tIt was late, and the press had not stopped since noon. Nobody minded.\n'), at: 'a.md:5:1'},
  'directive-content': {files: md(':::timeline\nText.\n:::\n'), at: 'a.md:5:1'},
  'unknown-attribute': {files: md(':::aside{title=Lost}\nText.\n:::\n'), at: 'a.md:5:1'},
  'own-class': {files: md('# Head {.cover}\n\nText.\n'), at: 'a.md:5:1'},
  'note-in-imprint': {files: md('Text.\n\n:::imprint\nPrinted here[^i].\n:::\n\n[^i]: By us.\n'), at: 'a.md:8:13'},
  'year-list': {files: md('Then came the flood.\n\n1842. It rained.\n'), at: 'a.md:7:1'},
  'joined-lines': {files: md('Bring these:\n\n• bread\n• roses\n'), at: 'a.md:7:1'},
  'stray-markup': {files: md('Of this see :page{head}.\n'), at: 'a.md:5:13'},
  'idle-break': {files: md('# One\n\n---\n\nText.\n'), at: 'a.md:7:1'},
  'empty-heading': {files: md('Text.\n\n## **  **\n\nMore.\n'), at: 'a.md:7:1'},
  'plain-caption': {files: {...md('![A map](map.png "A *star*")\n'), 'map.png': png}, at: 'a.md:5:21'},
  'metadata-in-text': {files: md('# Author: Ann Lee\n\n# One\n\nText.\n'), at: 'a.md:5:1'},
  'duplicate-link': {files: md('[x][a]\n\n[a]: https://example.org/\n[a]: https://example.org/2\n'), at: 'a.md:8:1'},
  'unused-link': {files: md('Text.\n\n[a]: https://example.org/\n'), at: 'a.md:7:1'},
  'undefined-link': {files: md('Text [x][a].\n'), at: 'a.md:5:6'},
  'empty-key': {files: {'a.md': '---\ntitle: T\nlang: en\nauthor:\n---\nText.\n'}, at: 'a.md:4:1'},
  'joined-names': {files: {'a.md': '---\ntitle: T\nlang: en\nauthor: Ann Lee and Bo Dee\n---\nText.\n'}, at: 'a.md:4:9'},
  'removed-html': {files: md('Text <iframe src="x"></iframe> here.\n'), at: 'a.md:5:6'},
  'misplaced-html': {files: md('Text.\n\n<li>One.</li>\n'), at: 'a.md:7:1'},
  'fallback-font': {files: md('An arrow → here.\n'), at: 'a.md:5:10'},
  'low-resolution': {files: {...md('<img src="map.png" alt="A map" width="380">\n'), 'map.png': png}, at: 'a.md:5:1'},
  'overfull-line': {files: md(`${'Donaudampfschiff '.repeat(12)}\n`), at: 'a.md:5:1', style: 'p {white-space: nowrap}'},
  'late-figure': {files: {...md(`Text.\n\n${'![A map](map.png){width=60%}\n\n'.repeat(7)}${'Words behind. '.repeat(2000)}\n`), 'map.png': png}, at: 'a.md:19:1', style: 'figure {height: 62mm; break-inside: avoid}'},
  'system-font': {files: md('Text.\n'), at: 'own.css:1:4', style: 'p {font-family: Arial}'},
  'simpler-pages': {files: md('Text.\n'), at: 'own.css:1:7', style: 'main {position: absolute}'},
  'mixed-directions': {files: md('Text.\n'), at: 'a.md:5:1', style: 'main p::after {content: " \u05D0\u05D1 12 \u05D2\u05D3"}\n'},
  'hidden-text': {files: md('Text.\n\n## Head\n\nMore.\n'), at: 'a.md:5:1', style: 'p {display: none}'},
  'bad-style': {files: md('Text.\n'), at: 'own.css:1:4', style: 'p {colour: red}'},
  'no-room': {files: md('Text.\n'), at: 'own.css:1:8', style: '@page {margin: 900mm}'},
  'bad-theme': {files: {'a.md': '---\ntitle: T\nlang: en\ntheme: ./mine\n---\nText.\n', 'mine/theme.yaml': 'fonts: []\n'}, at: 'a.md:4:8'}
})

let browser: Browser
const root = mkdtempSync(join(tmpdir(), 'pamphleteer-bad-'))
beforeAll(async () => {
  browser = await launch({})
  png = new Uint8Array(await sharp({create: {width: 200, height: 100, channels: 3, background: '#888'}}).png().toBuffer())
})
afterAll(async () => {
  await browser.close()
  rmSync(root, {recursive: true, force: true})
})

function lay(name: string, {files, style}: Case): {path: string; style?: string} {
  const folder = join(root, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(join(folder, file), content)
  }
  const single = Object.keys(files).some(file => file === 'pamphlet.yaml' || file === 'notes.txt') ? folder : join(folder, 'a.md')
  if (style === undefined) return {path: single}
  writeFileSync(join(root, 'own.css'), style)
  return {path: single, style: join(root, 'own.css')}
}

/** An EPUB and sheets say nothing of what most cases are about, and take longer than all the rest. */
const run = (input: {path: string; style?: string}, out: string, {strict = false, isOfSheets = false} = {}): Promise<Outcome> => build({...input, out, editions: isOfSheets ? ['booklet'] : ['web', 'read'], strict, json: false, date: '2024-01-21'}, {
  disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined
})

/** What they say they measured depends on the theme; the rest of the message does not. */
const measured: ReadonlySet<string> = new Set<RuleId>(['copyfit', 'overfull-cover', 'overfull-line'])

// The press file's rules have their manuscripts in tests/checks/.
const rules = Object.keys(severities).filter(rule => !(rule in preflightSeverities) && rule !== 'too-tall') as Exclude<RuleId, Elsewhere>[]

describe.each(rules)('%s', rule => {
  test('is said at its place, with its severity, and fails or builds accordingly', async () => {
    const found = cases()[rule]
    const out = join(root, `${rule}-out`)
    mkdirSync(out)
    writeFileSync(join(out, 't.pdf'), 'the last good one')
    const outcome = await run(lay(rule, found), out, found)
    const said = outcome.messages.filter(({ruleId}) => ruleId === rule)
    expect(said.map(({place: {file, line, column}}) => [file, line, column].filter(part => part !== undefined).join(':')), JSON.stringify(outcome.messages)).toContain(found.at)
    expect(said[0]?.reason).toMatch(/^Unexpected /)
    expect(said[0]?.remedy).toMatch(/\.$/)
    await expect(`${said.map(format).map(text => measured.has(rule) ? text.replaceAll(/\b\d+(?:\.\d+)?(?= (?:mm|lines|pages))/g, 'N') : text).join('\n')}\n`).toMatchFileSnapshot(`bad-input/${rule}.txt`)
    expect(outcome.messages.filter(({severity}) => severity === 'error').map(({ruleId}) => ruleId)).toEqual(severities[rule] === 'error' ? expect.arrayContaining([rule]) : [])
    expect(outcome.built).toBe(severities[rule] === 'warning')
    if (!outcome.built) expect([readdirSync(out), readFileSync(join(out, 't.pdf'), 'utf8')]).toEqual([['t.pdf'], 'the last good one'])
  })
})

test.each([
  ['ninety authors', 'author', `[${Array.from({length: 90}, (_, index) => `Ada Press${index}`).join(', ')}]`, []],
  ['three hundred authors', 'author', `[${Array.from({length: 300}, (_, index) => `Ada Press${index}`).join(', ')}]`, ['a.md:4:9 overfull-cover']],
  ['a motto of two hundred words', 'epigraph', `{text: "${'words of the motto '.repeat(50)}"}`, []],
  ['a motto of sixteen hundred words', 'epigraph', `{text: "${'words of the motto '.repeat(400)}"}`, ['a.md:4:11 overfull-cover']]
])('%s on a cover are set smaller, and told where words would be lost', async (name, key, value, said) => {
  const {messages, built} = await run(lay(name, {files: {'a.md': `---\ntitle: T\nlang: en\n${key}: ${value}\nfrontmatter: brief\n---\nText.\n`}, at: ''}), join(root, `${name}-out`))
  expect(messages.map(({ruleId, place: {file, line, column}}) => `${file}:${line ?? 0}:${column ?? 0} ${ruleId}`)).toEqual(said)
  expect(built).toBe(said.length === 0)
})

test.each([
  ['text over text', 'p {margin-top: -16px}', 'Text.\n\nMore.\n\n> Words.\n', ['a.md:7:1 hidden-text']],
  ['text in its place', 'p {margin-top: -3px} li {line-height: 1.2}', 'Text.\n\nMore.\n\n- One.\n\n  Two.\n', []],
  ['a block that stands in the padding of another', 'h3 {padding-bottom: 40px} h3 + p {margin-top: -30px} p {padding-top: 16px} p + blockquote {margin-top: -16px}', 'Text.\n\n## Head\n\nMore.\n\n> Words.\n', []],
  ['a style that takes notes out of the pages', 'p {color: black} .note {display: none}', `${'Words of the text[^a] here. '.replace('[^a]', '')}[^a]\n\n${'Words. '.repeat(3000)}\n\n# Head\n\nText.\n\n[^a]: A note.\n`, ['own.css:1:25 simpler-pages']]
])('%s', async (name, style, text, said) => {
  const {messages} = await run(lay(name, {files: md(text), at: '', style}), join(root, `${name}-out`))
  expect(messages.map(({ruleId, place: {file, line, column}}) => `${file}:${line ?? 0}:${column ?? 0} ${ruleId}`)).toEqual(said)
}, 60_000)

test('a warning fails the build under strict, and leaves the last good artifacts', async () => {
  const out = join(root, 'strict-out')
  const outcome = await run(lay('strict', {files: md('# One\n\n### Three\n'), at: ''}), out, {strict: true})
  expect([outcome.built, outcome.artifacts]).toEqual([false, []])
})

test('a character that no face has is told of in a drawing as well, where that is named', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Ж → \u{13000}</text></svg>'
  const {messages, built} = await run(lay('lettering', {files: {...md('Text.\n\n![A drawing](d.svg)\n'), 'd.svg': drawing}, at: ''}), join(root, 'lettering-out'))
  expect(messages.map(({ruleId, place: {file, line, column}}) => `${file}:${line ?? 0}:${column ?? 0} ${ruleId}`)).toEqual(['a.md:7:1 fallback-font', 'a.md:7:1 missing-glyph'])
  expect(built).toBe(false)
})

test('several faults are all reported, in the order of the text', async () => {
  const outcome = await run(lay('many', {files: md('[x](#nowhere)\n\nText.[^a]\n\n:::verze\n:::\n\n![](gone.png)\n'), at: ''}), join(root, 'many-out'))
  expect(outcome.messages.map(({ruleId, place}) => `${place.line ?? 0} ${ruleId}`)).toEqual(['5 broken-link', '7 undefined-note', '9 unknown-directive', '12 missing-image'])
})
