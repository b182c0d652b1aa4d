import {PDFDocument, PDFName, StandardFonts, cmyk, rgb} from '@cantoo/pdf-lib'
import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import JSZip from 'jszip'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {findingOf, placeOf} from '../../scripts/checks/preflight/place.ts'
import {checkForeign} from '../../scripts/preflight.ts'
import type {EditionName, PreflightRule} from '../../scripts/types.ts'
import {bound} from '../epub/book.ts'
import {hostilePdfs} from '../hostile-pdfs.ts'
import {pamphlet as stock} from '../stock.ts'
import {bytesOf, pressRoom, type Draft} from './press-room.ts'
import {program} from '../program.ts'

const {folder, write, press} = pressRoom('check')
beforeAll(async () => {
  writeFileSync(join(folder, 'line.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40"><path d="M0 10h200" stroke="#900" stroke-width=".1"/><rect y="30" width="200" height=".1"/></svg>')
  writeFileSync(join(folder, 'circles.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100"><radialGradient id="a" r=".2" fx=".4" fy=".4" spreadMethod="repeat"><stop stop-color="#fc0"/><stop offset="1" stop-color="#00f"/></radialGradient><rect width="90" height="90" fill="url(#a)"/></svg>')
  writeFileSync(join(folder, 'rainbow.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100"><linearGradient id="a"><stop stop-color="#fc0"/><stop offset="1" stop-color="#00f"/></linearGradient><rect width="90" height="90" fill="url(#a)"/></svg>')
  await Promise.all(([[400, 'coarse'], [1300, 'fine']] as const).map(async ([width, name]) => writeFileSync(join(folder, `${name}.png`), await sharp({create: {width, height: width / 4, channels: 3, background: '#808080'}}).png().toBuffer())))
})

/** A manuscript: its `print` settings, its front matter and what stands on its covers, its text, its style. */
type Sketch = {readonly print?: string; readonly front?: string; readonly openings?: string; readonly text?: string; readonly style?: string}

const words = 'It was a plain text, and nobody had anything against it.'

function drafted({print = '', front = 'none', openings = 'run-on', text = words, style = ''}: Sketch): Draft {
  return {title: 'Draft', metadata: `page: a5\nfrontmatter: ${front}\nopenings: ${openings}\nprint: {${print}}`, text, style}
}

/** What is found in the press file of a draft: `rule line`, the line in the manuscript where it is known. */
async function found(draft: Sketch): Promise<readonly string[]> {
  const {checked = [], messages} = await press(drafted(draft), 'print')
  return checked.flatMap(({findings, origin}) => [
    ...findings.map(finding => [finding.rule, placeOf(finding, origin)?.line ?? ''].join(' ').trim()),
    ...messages.flatMap(message => findingOf(message, origin)?.rule ?? [])
  ])
}

const pages = (count: number) => Array.from({length: count}, (_, index) => `# Chapter ${index + 1}\n\n${words}`).join('\n\n')

/** Heads break anywhere rather than run out of the page; where a style forbids it they do. */
const unbroken = 'h2 {overflow-wrap: normal}'

describe('each rule of the press file has a manuscript that trips it, and its neighbour that does not', () => {
  test.each<[string, Sketch, Sketch]>([
    ['picture-resolution 13', {text: `${words}\n\n![Gray](coarse.png)`}, {text: `${words}\n\n![Gray](fine.png)`}],
    ['near-trim 11', {style: '@page {margin: 20mm 3mm}'}, {style: '@page {margin: 20mm 5mm}'}],
    ['no-bleed', {style: '@page {margin: 0} main {padding: 20mm; background: #ddd}'}, {style: '@page {background: #ddd}'}],
    ['unconverted-colour 13', {text: `${words}\n\n![Circles](circles.svg)`}, {text: `> ${words}`, style: 'blockquote {background: conic-gradient(red, transparent)}'}],
    ['colour-lost 11', {style: 'p {color: #090}'}, {style: 'p {color: #909090}'}],
    ['colour-lost 11', {style: 'p {color: #090}'}, {style: ':root {--accent: #990000} p {color: #900}'}],
    ['colour-lost 13', {text: `${words}\n\n> ${words}`, style: 'blockquote {color: #090}'}, {text: `${words}\n\n> ${words}`, style: 'blockquote {color: #909090}'}],
    ['colour-lost 11', {style: 'p {background: linear-gradient(#090, #ff0)}'}, {style: 'p {background: linear-gradient(#090, #ff0)}', print: 'colour: process'}],
    ...['linear-gradient(#090, #ff0)', 'radial-gradient(#090, transparent)', 'conic-gradient(#090, #ff0)', 'repeating-linear-gradient(#090, #ff0 9px)'].map((gradient): [string, Sketch, Sketch] => (
      ['colour-lost 13', {text: `${words}\n\n> ${words}`, style: `blockquote {background: ${gradient}}`}, {text: `${words}\n\n> ${words}`, style: `blockquote {background: ${gradient.replace('#090', '#333').replace('#ff0', '#ccc')}}`}]
    )),
    ['colour-lost 13', {text: `${words}\n\n![Gradient](rainbow.svg)`}, {text: `${words}\n\n![Gradient](rainbow.svg)`, print: 'colour: process'}],
    ['unconverted-colour 15', {text: `![Circles](circles.svg)\n\n${words}\n\n![Circles](circles.svg)`}, {text: words}],
    ['colour-lost 11', {style: 'p {color: #090}', print: 'colour: {spot: Red}'}, {style: ':root {--accent: #990000} p {color: #900}', print: 'colour: {spot: Red}'}],
    ['colour-lost 11', {style: 'p {color: #090}'}, {style: 'p {color: #090}', print: 'colour: process'}],
    ['page-count', {text: pages(5), openings: 'page'}, {text: pages(4), openings: 'page'}],
    ['printing-condition', {print: 'colour: process'}, {print: `colour: process, icc: own.icc`}],
    ['overfull-line', {style: 'main p {margin-left: -20mm}'}, {style: 'main p {margin-left: 5mm}'}],
    ['overfull-line', {style: 'main {direction: rtl; white-space: nowrap}', text: words.repeat(3)}, {style: 'main {direction: rtl}', text: words.repeat(3)}],
    ['overfull-line', {text: `# ${'0123456789'.repeat(7)}`, style: unbroken}, {text: `# ${'0123456789'.repeat(2)}`, style: unbroken}]
  ])('%s', async (rule, bad, good) => {
    writeFileSync(join(folder, 'own.icc'), readFileSync(new URL('../../templates/icc/fogra39-coated.icc', import.meta.url)))
    expect(await found(bad)).toContain(rule)
    expect((await found(good)).filter(each => each.split(' ')[0] === rule.split(' ')[0])).toEqual([])
  })

  test('pictures on the covers are told at their keys, in a build too', async () => {
    const draft = (name: string): Sketch => ({front: `full\ncover:\n  image: ${name}\n  alt: Gray\nback: {image: ${name}}`})
    const lines = (all: readonly string[]) => all.filter(each => each.startsWith('picture-resolution'))
    expect(lines(await found(draft('coarse.png')))).toEqual(expect.arrayContaining(['picture-resolution 8', 'picture-resolution 10']))
    expect(lines(await found(draft('line.svg')))).toEqual([])
    const {messages} = await press(drafted(draft('coarse.png')), 'print')
    expect(messages.filter(({ruleId}) => ruleId === 'low-resolution').map(({place}) => place.line)).toEqual([8, 10])
  })

  test('pages are those of the press file where it is made, else those on the sheets', async () => {
    const draft = drafted({style: '@page {margin: 20mm 3mm}'})
    const said = async (...editions: readonly EditionName[]) => (await press(draft, ...editions)).messages.flatMap(({ruleId, reason}) => ruleId === 'near-trim' ? [/\(.*? of [^;)]*/.exec(reason)?.[0]] : [])
    expect(await said('booklet')).toEqual(['(page 1 of those on the sheets'])
    expect(await said('print', 'booklet')).toEqual(['(page 1 of the press file'])
  })

  test('blank-page', async () => {
    writeFileSync(join(folder, 'empty.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="148" height="210"/>')
    const bad = await found({text: `${words}\n\n:::figure{.full-page src=empty.svg alt="Nothing"}\n:::\n\n${words}`})
    // What the program leaves blank itself, so that a chapter opens on its side, is meant.
    const good = await found({text: pages(2), openings: 'recto'})
    expect([bad, good].map(rules => rules.some(rule => rule.startsWith('blank-page')))).toEqual([true, false])
  })
})

describe('rules that the press file never trips are tripped by another file of the same manuscript', () => {
  const draft: Sketch = {text: `${words}\n\n![A line](line.svg)`, style: 'p {color: #900}'}
  const rulesOf = async (bytes: Uint8Array) => new Set<PreflightRule>((await checkForeign(bytes)).findings.map(({rule}) => rule))
  const artifact = async (edition: 'print' | 'read' | 'booklet', ending: string) => bytesOf(await press(drafted(draft), edition), ending)

  test('rgb-colour, hairline', async () => {
    const cut = await PDFDocument.load(await artifact('read', '.pdf'))
    for (const page of cut.getPages()) page.setTrimBox(10, 10, page.getWidth() - 20, page.getHeight() - 20)
    const [read, print] = [await rulesOf(await cut.save()), await rulesOf(await artifact('print', '-print.pdf'))]
    for (const rule of ['rgb-colour', 'hairline'] as const) expect([rule, read.has(rule), print.has(rule)]).toEqual([rule, true, false])
  })

  test('font-embedding, too-much-ink, page-size, unreadable-pdf', async () => {
    const file = await PDFDocument.create()
    const page = file.addPage([300, 400])
    page.setTrimBox(10, 10, 280, 380)
    page.drawText(words.slice(0, 20), {x: 40, y: 300, size: 12, font: await file.embedFont(StandardFonts.Helvetica), color: rgb(0, 0, 0)})
    page.drawRectangle({x: 40, y: 40, width: 100, height: 100, color: cmyk(0.9, 0.9, 0.9, 0.9)})
    file.addPage([200, 400])
    const whole = await file.save()
    const [foreign, print] = [await rulesOf(whole), await rulesOf(await artifact('print', '-print.pdf'))]
    for (const rule of ['font-embedding', 'too-much-ink', 'page-size'] as const) expect([rule, foreign.has(rule), print.has(rule)]).toEqual([rule, true, false])
    expect(await rulesOf(whole.subarray(0, 50))).toEqual(new Set(['unreadable-pdf']))
  })

  test('no-trim-box', async () => {
    const print = await artifact('print', '-print.pdf')
    const uncut = await PDFDocument.load(print)
    for (const {node} of uncut.getPages()) node.delete(PDFName.of('TrimBox'))
    expect([(await rulesOf(await uncut.save())).has('no-trim-box'), (await rulesOf(print)).has('no-trim-box')]).toEqual([true, false])
  })

  test('every file of a build is sound as what it was made for', async () => {
    const files = [['read', '.pdf', 'reading'], ['print', '-print.pdf', 'press'], ['booklet', '-booklet.pdf', 'copier'], ['booklet', '-printing.pdf', 'reading']] as const
    for (const [edition, ending, purpose] of files) {
      const checked = await checkForeign(await artifact(edition, ending))
      expect([ending, checked.purpose, checked.findings.filter(({severity}) => severity !== 'note')]).toEqual([ending, purpose, []])
    }
  })

  test('reading-fault: a PDF of an office, without tags, language and title', async () => {
    const file = await PDFDocument.create()
    file.addPage([300, 400])
    const office = (await checkForeign(await file.save())).findings.filter(({rule}) => rule === 'reading-fault')
    expect(office.map(({reason}) => reason.split(',')[0])).toEqual(['Unexpected PDF without tags', 'Unexpected PDF that does not name its language', 'Unexpected PDF without a title'])
    expect(await rulesOf(await artifact('read', '.pdf'))).toEqual(new Set(['no-press-file']))
  })

  test('font-embedding: a font of Type 3', async () => {
    const file = await PDFDocument.create()
    const {context} = file
    const glyph = context.register(context.stream('500 0 0 0 500 500 d1 0 0 500 500 re f'))
    const font = context.register(context.obj({Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 500, 500], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: {a: glyph}, Encoding: {Type: 'Encoding', Differences: [97, 'a']}, FirstChar: 97, LastChar: 97, Widths: [500]}))
    const page = file.addPage([300, 400])
    page.setTrimBox(10, 10, 280, 380)
    page.node.set(PDFName.of('Resources'), context.obj({Font: {F1: font}}))
    page.node.set(PDFName.of('Contents'), context.register(context.stream('BT /F1 12 Tf 50 200 Td (aaa) Tj ET')))
    expect(await rulesOf(await file.save())).toContain('font-embedding')
  })
})

describe('the command, as it is typed', () => {
  /** Without EPUBCheck itself, which takes ten seconds for every book: tests/adapters/epubcheck-program.test.ts is about it. */
  const check = (...argumentList: readonly string[]) => spawnSync(process.execPath, [...program, 'check', ...argumentList], {encoding: 'utf8', timeout: 150_000, cwd: folder, env: {...process.env, PATH: folder}})

  test('a manuscript with faults: its page, its places, exit code 1', () => {
    const {path, style} = write(drafted({text: `${words}\n\n![Gray](coarse.png)\n\n# ${'0123456789'.repeat(7)}\n\n### Deep`, style: unbroken}), 'faults')
    const {status, stdout, stderr} = check(path, '--style', style, '--out', join(folder, 'out'))
    expect(stdout).toContain('faults.md:13:1: error: Unexpected resolution of ')
    expect(stdout).toContain('faults.md:15:1: warning: Unexpected line ')
    expect(stdout.trimEnd()).toMatch(/draft-preflight\.html$/)
    // The book has the skipped rank as well; it is told once, where it can be mended.
    expect([stderr.split('skipped-heading').length, stdout.includes('book-head')]).toEqual([2, false])
    expect(status).toBe(1)
    const page = readFileSync(join(folder, 'out', 'draft-preflight.html'), 'utf8')
    for (const expected of ['faults.md:13:1', 'faults.md:15:1', 'picture-resolution', 'overfull-line', '<dt>black</dt>', 'src="data:image/png;base64,']) expect(page).toContain(expected)
  })

  test('--json says it all, and a clean file ends with 0; a warning fails only when it is to', {timeout: 240_000}, () => {
    const {path, style} = write(drafted({style: '@page {margin: 20mm 3mm}'}), 'warned')
    const {status, stdout} = check(path, '--style', style, '--json', '--out', join(folder, 'out'))
    expect(JSON.parse(stdout)).toMatchObject([{name: 'draft-print.pdf', pages: [{page: 1}]}, {name: 'draft.epub', pages: [], findings: []}])
    expect(stdout).toMatch(/"rule": "near-trim",[^}]*"page": 1,[^}]*"place": \{\s*"file": "warned.md",\s*"line": 11,/)
    expect(status).toBe(0)
    expect(check(path, '--style', style, '--strict', '--out', join(folder, 'out')).status).toBe(1)
  })

  test('stroked letters are a fault of the style, at its line', {timeout: 120_000}, () => {
    const {path, style} = write(drafted({style: 'em {color: #000}\nmain p {-webkit-text-stroke: 0.5px #000}'}), 'stroked')
    const told = /^.*font-embedding.*\n.*$/m.exec(check(path, '--style', style, '--out', join(folder, 'out')).stdout)?.[0]
    expect(told).toMatch(/:2:9: error: Unexpected font .* of Type 3/)
    expect(told).toContain('Take `-webkit-text-stroke: 0.5px #000` out of the style')
  })

  test('a PDF of an office is held to print where it is asked for', {timeout: 120_000}, async () => {
    const file = await PDFDocument.create()
    file.addPage([300, 400]).drawRectangle({x: 0, y: 40, width: 100, height: 100, color: cmyk(0.9, 0, 0, 0)})
    const path = join(folder, 'office.pdf')
    writeFileSync(path, await file.save())
    const rules = (...asked: readonly string[]) => [...check(path, ...asked, '--out', join(folder, 'asked')).stdout.matchAll(/\(([a-z-]+)\)$/gm)].map(([, rule]) => rule)
    expect(rules('--for', 'print')).toEqual(['printing-condition', 'no-trim-box', 'no-bleed'])
    expect(rules('--for', 'copier')).toEqual(['no-press-file'])
    expect(check(path, '--for', 'prnt').stderr).toContain('Unexpected `--for prnt`, expected one of `print`, `read`, `copier`\n  Write `print`.')
    expect(check('article.md', '--for', 'print').stderr).toContain('Unexpected `--for` without a PDF')
  })

  test('an EPUB from elsewhere, sound, with a link to nowhere, and one that is none', {timeout: 180_000}, async () => {
    const {bytes} = await bound(stock)
    const zip = await JSZip.loadAsync(bytes)
    const path = 'OEBPS/chapter-1.xhtml'
    zip.file(path, (await zip.file(path)?.async('string') ?? '').replace('</body>', '<p><a href="nowhere.xhtml">x</a><img src="cover.png"/></p></body>'))
    const files = {'sound.epub': bytes, 'astray.epub': await zip.generateAsync({type: 'uint8array'}), 'none.epub': new TextEncoder().encode('no book')}
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const {status, stdout} = check(...Object.keys(files).map(name => join(folder, name)), '--out', join(folder, 'books'))
    expect(stdout).toContain('sound.epub: checked, nothing found.')
    expect(stdout).toMatch(/astray\.epub: error: Unexpected fault in OEBPS\/chapter-1\.xhtml\S*, expected what EPUB 3\.3 asks for: .* \(book-fault\)/)
    expect(stdout).toMatch(/astray\.epub: warning: Unexpected picture `cover\.png` without `alt` in OEBPS\/chapter-1\.xhtml:\d+, .* \(book-picture\)/)
    expect(stdout).toMatch(/none\.epub: error: .*\(book-fault\)/)
    expect(status).toBe(1)
  })

  test('a book and a PDF of one name have a report each', {timeout: 180_000}, async () => {
    const file = await PDFDocument.create()
    file.addPage([300, 400])
    writeFileSync(join(folder, 'same.pdf'), await file.save())
    writeFileSync(join(folder, 'same.epub'), (await bound(stock)).bytes)
    const {stderr, stdout} = check(join(folder, 'same.epub'), join(folder, 'same.pdf'), '--out', join(folder, 'same'))
    expect(stderr).toBe('')
    expect(stdout).toMatch(/same-epub-preflight\.html\n.*same-pdf-preflight\.html\n$/)
    for (const name of ['same-epub', 'same-pdf']) expect(readFileSync(join(folder, 'same', `${name}-preflight.html`), 'utf8')).toContain('<html')
  })

  test('a PDF from elsewhere, one that is none, one that is not there', async () => {
    mkdirSync(join(folder, 'foreign'), {recursive: true})
    const file = await PDFDocument.create()
    const page = file.addPage([300, 400])
    page.setTrimBox(10, 10, 280, 380)
    page.drawRectangle({x: 40, y: 40, width: 100, height: 100, color: rgb(1, 0, 0)})
    const [whole, broken] = [join(folder, 'foreign', 'whole.pdf'), join(folder, 'foreign', 'broken.pdf')]
    writeFileSync(whole, await file.save())
    writeFileSync(broken, 'no PDF')
    const {status, stdout} = check(whole, broken, '--out', join(folder, 'foreign'))
    expect(stdout).toContain('whole.pdf: error: Unexpected area or line in a screen colour (RGB), expected inks, on page 1 (rgb-colour)')
    expect(stdout).toContain('broken.pdf: error: Unexpected file that is no PDF')
    expect(status).toBe(1)
    expect(readFileSync(join(folder, 'foreign', 'whole-pdf-preflight.html'), 'utf8')).toContain('class="mark error"')
    expect(check(join(folder, 'nowhere.pdf')).status).toBe(2)
  })

  test('hostile PDFs, each with a message, in bounded time', async () => {
    mkdirSync(join(folder, 'hostile'), {recursive: true})
    const files = Object.entries(hostilePdfs).map(([name, {make, reason}]) => ({path: join(folder, 'hostile', `${name.replaceAll(' ', '-')}.pdf`), make, reason}))
    for (const {path, make} of files) writeFileSync(path, await make())
    const {status, stdout, stderr} = check(...files.map(({path}) => path), '--out', join(folder, 'hostile'))
    for (const {path, reason} of files) expect(stdout).toContain(`${basename(path)}: error: ${reason} (unreadable-pdf)`)
    expect([status, stderr]).toEqual([1, ''])
  })
})
