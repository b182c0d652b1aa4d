import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {printValueNames, webValueNames} from '../../scripts/template/value-names.ts'
import type {OwnTheme} from '../../scripts/types.ts'
import {printValues} from '../../scripts/typeset/values.ts'
import {checkSheet} from '../../scripts/typeset/style-check.ts'
import {checkTheme} from '../../scripts/typeset/theme-check.ts'
import {loadTheme} from '../../scripts/typeset/theme.ts'
import {pamphlet} from '../stock.ts'

const letters = {all: new Map([[0x41, {file: 'a.md'}]]), code: new Set<number>(), sequences: [], hasMath: false, lang: 'en'}
const filesOf = (name: string) => new Map(readdirSync(`templates/${name}`).map(file => [file, readFileSync(`templates/${name}/${file}`, 'utf8')] as const))
const own = (files: Readonly<Record<string, string>>, folder = '/nowhere'): OwnTheme => ({name: 'mine', folder, files: new Map([...filesOf('plain'), ...Object.entries(files)])})
const said = (messages: Awaited<ReturnType<typeof loadTheme>>['messages']) => messages.map(({ruleId, place: {file, line, column}, reason}) => `${file}:${line ?? ''}:${column ?? ''} ${ruleId} ${reason}`)

test.each(['classic', 'broadsheet', 'plain', 'large-print', 'common'])('a copy of %s has nothing to be told', name => {
  const families = [...(filesOf(name).get('theme.yaml') ?? '').matchAll(/family: ([^,}]*)/g)].map(([, family = '']) => family)
  expect(said(checkTheme({name, folder: '/nowhere', files: filesOf(name)}, name === 'common' ? ['Source Code Pro'] : families))).toEqual([])
})

test('a copy sets what the theme itself sets', async () => {
  const {files, fonts} = await loadTheme('plain', letters)
  expect(await loadTheme(own({}), letters)).toMatchObject({files, fonts, messages: []})
})

describe('a theme of the author is told', () => {
  test.each([
    ['theme.yaml', 'fonts: [', 'mine/theme.yaml:1: bad-theme Unexpected YAML'],
    ['theme.yaml', '\n\nfonts:\n  - {family: Lora, package: lora, faces: 400}\n', 'mine/theme.yaml:4: bad-theme Unexpected value of `fonts.0.faces`'],
    ['theme.yaml', '\nfonts:\n  - {family: Lora, package: lora-of-nobody, faces: [400]}\n', 'mine/theme.yaml:3: bad-theme Unexpected font package `lora-of-nobody`'],
    ['theme.yaml', 'fonts:\n  - {family: Literata, package: literata, faces: [450]}\n', 'mine/theme.yaml:2: bad-theme Unexpected face `450 normal` of Literata'],
    ['cover.html', '<section>\n  <script>x</script></section>', 'mine/cover.html:2:3 bad-theme Unexpected element `<script>`'],
    ['cover.html', '<section onclick="x"></section>', 'mine/cover.html:1:1 bad-theme Unexpected attribute `onclick`'],
    ['cover.html', '<p><img src="logo.png"></p>', 'mine/cover.html:1:4 bad-theme Unexpected attribute `src`'],
    ['cover.html', '<p><a href="javascript:x">y</a></p>', 'mine/cover.html:1:4 bad-theme Unexpected attribute `href`'],
    ['cover.html', '<p style="background: url(x.png)"></p>', 'mine/cover.html:1:1 bad-theme Unexpected attribute `style`'],
    ['cover.html', '<p data-fill="titel"></p>', 'mine/cover.html:1:1 bad-theme Unexpected value `titel`, expected one of title, '],
    ['web.html', '<!doctype html>\n<html><body><p data-fill="linkCode"></p></body></html>', 'mine/web.html:2:13 bad-theme Unexpected value `linkCode`'],
    ['web.css', 'p {background: url(https://example.org/x.png)}', 'mine/web.css:1:16 bad-theme Unexpected reference'],
    ['epub.css', '@import "x.css";', 'mine/epub.css:1:1 bad-theme Unexpected reference'],
    ['print.css', 'p {colour: red}', 'mine/print.css:1:4 bad-style Unexpected `colour: red`'],
    ['print.css', 'p {font-family: Papyrus}', 'mine/print.css:1:4 system-font Unexpected face `Papyrus`']
  ])('what is wrong in %s: %j', async (file, text, expected) => {
    const {messages, fonts} = await loadTheme(own({[file]: text}), letters)
    expect(said(messages)).toEqual([expect.stringContaining(expected)])
    expect(fonts).not.toEqual([])
  })
})

describe('packages of fonts', () => {
  const root = mkdtempSync(join(tmpdir(), 'pamphleteer-own-theme-'))
  afterAll(() => rmSync(root, {recursive: true, force: true}))
  const lay = (name: string, ranges: object) => {
    const folder = join(root, 'node_modules/@fontsource', name)
    mkdirSync(join(folder, 'files'), {recursive: true})
    writeFileSync(join(folder, 'package.json'), '{"version": "1.2.3"}')
    writeFileSync(join(folder, 'unicode.json'), JSON.stringify(ranges))
    writeFileSync(join(folder, `files/${name}-latin-400-normal.woff2`), readFileSync('node_modules/@fontsource/literata/files/literata-latin-400-normal.woff2'))
  }

  test('are found beside the manuscript, where the program has none of the name', async () => {
    lay('face-of-mine', {latin: 'U+0-7F'})
    const {fonts, messages} = await loadTheme(own({'theme.yaml': 'fonts:\n  - {family: Literata, package: face-of-mine, faces: [400]}\n'}, join(root, 'manuscript/mine')), letters)
    expect(fonts.map(({source}) => source)).toEqual(['@fontsource/face-of-mine 1.2.3'])
    expect(said(messages).filter(line => line.includes('bad-theme'))).toEqual([])
  })

  test('lead to no file outside themselves', async () => {
    lay('face-that-leads-away', {'../../face-of-mine/files/face-of-mine-latin': 'U+0-7F'})
    const {fonts} = await loadTheme(own({'theme.yaml': 'fonts:\n  - {family: Literata, package: face-that-leads-away, faces: [400]}\n'}, root), letters)
    expect(fonts.filter(({family}) => family === 'Literata')).toEqual([])
  })
})

test('the names of values are those that there are', () => {
  expect([...printValueNames].toSorted()).toEqual(Object.keys(printValues(pamphlet, name => name, '')).toSorted())
  const used = [...readFileSync('templates/common/web.html', 'utf8').matchAll(/data-(?:fill|if|href)="(\w+)"/g)].map(([, name]) => name)
  expect(used.filter(name => name === undefined || !webValueNames.includes(name))).toEqual([])
})

test.each([
  ['p {color: var(--accent)}', []],
  ['p {font: italic 400 1em/1.2 var(--face)}', []],
  ['p {font-family: "Literata", serif}', []],
  ['p {font-family: serif}', ['system-font']],
  ['p {font-family: "Literata", Papyrus, serif}', ['system-font']],
  ['p {color: reed}', ['bad-style']],
  ['@page {margn: 3mm}', ['bad-style']],
  ['@page {margin: 9mm; @top-center {content: none; colr: red}}', ['bad-style']]
])('an author\'s style is judged as a browser would: %s', (text, expected) => {
  expect(checkSheet({name: 'own.css', text}, ['Literata']).map(({ruleId}) => ruleId)).toEqual(expected)
})
