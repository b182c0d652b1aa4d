import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {h} from 'hastscript'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readEpubTemplates} from '../../scripts/adapters/epub-templates.ts'
import type {BindOptions} from '../../scripts/epub/bind.ts'
import type {Asset, Pamphlet, Theme} from '../../scripts/types.ts'
import {metadata, pamphlet, theme} from '../stock.ts'
import {bound} from './book.ts'
import {chapter, everything, note, noteref, withChapters} from './hostile.ts'
import {indexed} from './indexed.ts'
import {pagesWith, printedPamphlet, serifTheme, starts} from './printed.ts'

const photo = new Uint8Array(await sharp({create: {width: 60, height: 96, channels: 3, background: '#833'}}).webp().toBuffer())
const assets = new Map<string, Asset>([...pamphlet.assets, ['a b.webp', {name: 'a b.webp', mediaType: 'image/webp', bytes: photo, widthPx: 60, heightPx: 96}]])

const hostileTitle = '<&"\'> ]]> \u0007 עברית \u{1F5DE} — “x”'
const long = chapter('long', 'Long', Array.from({length: 9}, (_, index) => [h('h3', {id: `s-${index}`}, `S ${index}`), h('p', ['word '.repeat(14_000), h('a', {href: `#s-${8 - index}`}, 'over there')])]).flat())

/** One run of EPUBCheck takes seconds, so one book holds all that is awkward: heads, ids, notes, elements, length. */
const hostile = withChapters([
  chapter('1', hostileTitle, [h('p', ['x', noteref(1), h('img', {src: 'a b.webp', alt: hostileTitle})]), h('table', [h('tr', [h('td', [noteref(1, 2)])])])]),
  chapter('ü 2', '', [h('h3', {id: '3'}, [h('code', '<x/>')]), h('p', [h('a', {href: '#1'}, 'up')])]),
  chapter('all', 'All', everything),
  long
], {
  assets,
  notes: [note(1, [h('p', hostileTitle), h('table', [h('tr', [h('td', 'in a note')])])], ['noteref-1', 'noteref-1-2'])],
  metadata: {...metadata, title: hostileTitle, subtitle: hostileTitle, description: hostileTitle, identifier: '978-3-16-148410-0', authors: [{name: hostileTitle, role: 'drew it'}], lang: 'he'}
})

const books: readonly (readonly [string, Pamphlet, Partial<BindOptions>, Theme])[] = [
  ['the stock pamphlet', pamphlet, {cover: {mediaType: 'image/webp', bytes: photo, alt: 'Red'}}, theme],
  ['one with printed pages, fonts and a conformance claim', {...printedPamphlet, metadata: {...metadata, epub: {fonts: true, certifiedBy: 'The Press'}}}, {pages: pagesWith(starts)}, serifTheme],
  ['the stock pamphlet run on', {...pamphlet, openings: 'run-on', imprint: []}, {}, theme],
  ['a hostile one', hostile, {}, theme],
  ['one with an index', indexed, {}, theme],
  ['one without any head', withChapters([{id: 'pamphlet-text-1', title: 'T', children: [h('p', 'x')]}], {contents: [], openings: 'run-on', imprint: []}), {}, theme]
]

/** What no checker may let pass: the templates with one wrong line each. */
const templates = readEpubTemplates()
const mutations: readonly (readonly [string, Partial<BindOptions>])[] = [
  ['no modification date', {templates: {...templates, contentOPF: templates.contentOPF.replace(/<meta property="dcterms:modified".*/, '')}}],
  ['an item listed twice', {templates: {...templates, contentOPF: templates.contentOPF.replace('</manifest>', '<item id="css" href="style.css" media-type="text/css"/></manifest>')}}],
  ['a link to nowhere', {templates: {...templates, chapterXHTML: templates.chapterXHTML.replace('</body>', '<p><a href="nowhere.xhtml">x</a></p></body>')}}],
  ['an unclosed element', {templates: {...templates, chapterXHTML: templates.chapterXHTML.replace('</body>', '<p></body>')}}]
]

describe('epubcheck-ts', () => {
  test.each(books)('finds nothing in %s', async (_name, from, options, ofTheme) => {
    const {bytes} = await bound(from, options, ofTheme)
    const {messages} = await EpubCheck.validate(bytes)
    expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
  })

  test.each(mutations)('finds %s', async (_name, options) => {
    const {bytes} = await bound(pamphlet, options)
    const {errorCount, fatalCount} = await EpubCheck.validate(bytes)
    expect(errorCount + fatalCount).toBeGreaterThan(0)
  })
})

/** Debian's EPUBCheck, where it is installed; else why it cannot run. */
function findEpubCheck(): {readonly jar: string} | {readonly reason: string} {
  const listed = spawnSync('dpkg', ['-L', 'epubcheck'], {encoding: 'utf8', timeout: 10_000})
  // Where there is no dpkg, there is no output either.
  const jar = listed.status === 0 ? listed.stdout.split('\n').find(line => line.endsWith('/epubcheck.jar')) : undefined
  if (jar === undefined) return {reason: 'the Debian package epubcheck is not installed'}
  const java = spawnSync('java', ['-version'], {timeout: 20_000})
  return java.status === 0 ? {jar} : {reason: 'there is no Java'}
}

const found = findEpubCheck()
if ('reason' in found) console.warn(`EPUBCheck is skipped: ${found.reason}.`)

/** One run of Java takes seconds, and the gate has whole books to check: the two that hold most, unless all are asked for. */
const checked = process.env['PAMPHLETEER_LONG'] === '1' ? books : books.filter(([name]) => /printed pages|hostile/.test(name))

describe.skipIf('reason' in found)('EPUBCheck', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pamphleteer-epub-'))
  })
  afterAll(() => rmSync(folder, {recursive: true}))
  const jar = 'jar' in found ? found.jar : ''

  const check = (bytes: Uint8Array) => {
    const file = join(folder, 'book.epub')
    writeFileSync(file, bytes)
    // Quick to start rather than quick in the long run: it checks one small file.
    const javaOptions = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
    const {status, stdout, stderr} = spawnSync('java', [...javaOptions, '-jar', jar, '--failonwarnings', file], {encoding: 'utf8', timeout: 50_000})
    return {status, found: `${stdout}${stderr}`.split('\n').filter(line => /^(?:FATAL|ERROR|WARNING)/.test(line))}
  }

  test.each(checked)('finds nothing in %s', async (_name, from, options, ofTheme) => {
    expect(check((await bound(from, options, ofTheme)).bytes)).toEqual({status: 0, found: []})
  })

  test.each(mutations.slice(0, 1))('finds %s', async (_name, options) => {
    expect(check((await bound(pamphlet, options)).bytes).status).not.toBe(0)
  })
})
