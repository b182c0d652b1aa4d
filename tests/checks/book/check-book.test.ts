import JSZip from 'jszip'
import {beforeAll, describe, expect, test} from 'vitest'
import {openBookFiles} from '../../../scripts/adapters/book-files.ts'
import {bookFindings} from '../../../scripts/checks/book/check-book.ts'
import {readBook} from '../../../scripts/checks/book/read-book.ts'
import type {PreflightRule} from '../../../scripts/types.ts'
import {bound, openBook, textPagesOf} from '../../epub/book.ts'
import {pagesWith, printedPamphlet, starts} from '../../epub/printed.ts'
import {pamphlet as stock} from '../../stock.ts'

const [opf, nav, ncx] = ['OEBPS/content.opf', 'OEBPS/toc.xhtml', 'OEBPS/toc.ncx']
let sound = new Uint8Array()
let page = ''
beforeAll(async () => {
  const book = await bound(printedPamphlet, {pages: pagesWith(starts)})
  sound = new Uint8Array(book.bytes)
  page = textPagesOf(openBook(sound)).find(path => book.text(path).includes('doc-pagebreak')) ?? ''
})

type Change = (text: string) => string

async function changed(path: string, change: Change): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(sound)
  zip.file(path, change(await zip.file(path)?.async('string') ?? ''))
  return zip.generateAsync({type: 'uint8array'})
}

async function findingsOf(bytes: Uint8Array) {
  const files = await openBookFiles(bytes)
  const book = files && await readBook(files)
  return book ? bookFindings(book) : undefined
}

const toldOf = async (path: string, change: Change) => (await findingsOf(await changed(path, change)) ?? []).map(({rule, reason}) => `${rule}: ${reason}`)
const before = (end: string, text: string): Change => all => all.replace(end, `${text}${end}`)
const body = (text: string) => before('</body>', text)
const claim = (property: string, value: string) => `<meta property="schema:${property}">${value}</meta>`
const entry = /<li><a href="[^"#]*#page-2">2<\/a><\/li>/
const image = '<figure><img src="a.png" alt=""/><figcaption>A map</figcaption></figure>'

test('our own books have nothing against them', async () => {
  expect(await findingsOf(sound)).toEqual([])
  expect(await findingsOf((await bound(stock)).bytes)).toEqual([])
})

// What is done to a sound book, what is found then, and the neighbour in which it is not.
describe('each fault is found, its sound neighbour is not', () => {
  const onPage = () => page
  test.each<[PreflightRule, string, () => string, Change, Change]>([
    ['book-picture', 'picture `a.png` without `alt`', onPage, body('<p><img src="a.png"/></p>'), body('<p><img src="a.png" alt=""/></p>')],
    ['book-picture', 'picture `a.png` without `alt`', onPage, body('<p><img src="a.png" aria-label=""/></p>'), body('<p><img src="a.png" aria-label="A map"/></p>')],
    ['book-picture', '(and `b.png`)', onPage, body('<p><img src="a.png"/><img src="b.png"/></p>'), body('<p><img src="a.png" role="presentation"/><img src="b.png" aria-hidden="true"/></p>')],
    ['book-picture', 'picture `<svg>` without a name', onPage, body('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'), body('<svg xmlns="http://www.w3.org/2000/svg"><title>A map</title><path d="M0 0"/></svg><svg xmlns="http://www.w3.org/2000/svg"><text>A map</text></svg>')],
    ['book-picture', 'picture `<div>` without a name', onPage, body('<div role="img"><span>+</span></div>'), body('<div role="img" aria-label="A cross"><span>+</span><svg xmlns="http://www.w3.org/2000/svg"/></div>')],
    ['book-picture', '`aria-hidden="true"` where it only decorates', onPage, body('<svg xmlns="http://www.w3.org/2000/svg" role="img"><text>A</text></svg>'), body('<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"/>')],
    ['book-claim', 'without `schema:accessMode`, `schema:accessibilityFeature`, `schema:accessibilityHazard`', () => opf, all => all.replaceAll(/<meta property="schema:.*/g, ''), all => all.replaceAll(/<meta property="(schema:[^"]*)"[^>]*>([^<]*)<\/meta>/g, '<meta name="$1" content="$2"/>')],
    ['book-claim', 'without `schema:accessibilityHazard` in OEBPS/content.opf', () => opf, all => all.replace(/<meta property="schema:accessibilityHazard".*/, ''), all => all.replace(/<meta property="schema:accessibilitySummary".*/, '')],
    ['book-claim', '`schema:accessibilityFeature` of `MathML`', () => opf, before('</metadata>', claim('accessibilityFeature', 'MathML')), before('</metadata>', claim('accessibilityFeature', 'longDescription'))],
    ['book-claim', '`schema:accessibilityFeature` of `pageBreakMarkers`', () => opf, all => all.replaceAll(/<item id="[^"]*" href="(?!toc)[^"]*\.xhtml" .*/g, ''), all => all],
    ['book-head', 'head `Deep` of rank 5 behind one of rank 3', onPage, body('<h2>A</h2><h3>Up</h3><h5>De<i>ep</i></h5>'), body('<h2>A</h2><h3>Up</h3><h4>Deep</h4><h2>Back</h2>')],
    ['book-page', 'entry `2` of the page list', () => nav, all => all.replace('#page-2"', '#page-1"'), all => all.replace('>2</a>', '>Page 2</a>')],
    ['book-page', 'without page `2`', () => nav, all => all.replace(entry, ''), all => all.replace(entry, found => `${found}${found}`)],
    ['book-page', 'entry `2` of the page list in OEBPS/toc.ncx', () => ncx, all => all.replace('#page-2"', '#page-1"'), all => all.replace('<text>2</text>', '<text>Page 2</text>')],
    ['book-page', 'page list in OEBPS/toc.ncx without page `2`', () => ncx, all => all.replace(/<pageTarget[^>]*>(?:(?!<\/pageTarget>)[^])*#page-2"[^]*?<\/pageTarget>/, ''), all => all.replace(/<pageList>[^]*<\/pageList>/, '')],
    ['book-page', 'without a page list', () => nav, all => all.replace('epub:type="page-list"', ''), all => all.replace('epub:type="page-list"', 'epub:type="lot page-list"')]
  ])('%s: %s', async (rule, reason, at, bad, good) => {
    const told = await toldOf(at(), bad)
    expect(told.filter(each => each.startsWith(rule) && each.includes(reason))).toHaveLength(1)
    expect((await toldOf(at(), good)).filter(each => each.startsWith(rule))).toEqual([])
  })

  test('an entry that is misled says it all of its page', async () => {
    expect(await toldOf(nav, all => all.replace('#page-2"', '#page-1"'))).toHaveLength(1)
  })

  test('the claim of words for all pictures is held to the captioned picture that has none', async () => {
    const withClaim = async (picture: string) => {
      const book = await JSZip.loadAsync(await changed(page, body(picture)))
      book.file(opf, before('</metadata>', claim('accessibilityFeature', 'alternativeText'))(await book.file(opf)?.async('string') ?? ''))
      return (await findingsOf(await book.generateAsync({type: 'uint8array'})) ?? []).filter(({reason}) => reason.includes('`alternativeText`')).map(({reason}) => reason)
    }
    expect(await withClaim(image)).toEqual([expect.stringMatching(/although a picture has no words, `a\.png` in OEBPS\/[\w-]+\.xhtml:\d+, expected it only where/)])
    expect([await withClaim(image.replace('alt=""', 'alt="A map"')), await withClaim('<p><img src="a.png" alt=""/></p>')]).toEqual([[], []])
  })
})

describe('what is hostile ends, and is no finding of ours', () => {
  test('no zip, no package, an unclosed page, entities that unfold', async () => {
    expect(await openBookFiles(new TextEncoder().encode('no book'))).toBeUndefined()
    expect(await findingsOf(await changed('META-INF/container.xml', () => '<x/>'))).toBeUndefined()
    expect(await findingsOf(await changed(opf, () => '<package>'))).toBeUndefined()
    expect(await toldOf(page, () => '<html><p><img src="a.png">')).toEqual([])
    expect(await toldOf(page, all => all.replace('<!DOCTYPE html>', '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>').replace('</body>', '<p>&a;</p></body>'))).toEqual([])
  })

  test('a navigation that cannot be read is no missing page list', async () => {
    expect(await toldOf(nav, () => '<html>')).toEqual([])
    // Nor is that of a book of EPUB 2, which has none.
    expect(await toldOf(opf, all => all.replace('properties="nav"', ''))).toEqual([])
  })

  test('elements nested without end', async () => {
    const [deep, heads] = ['<div>'.repeat(100_000), '<h2><figure><figcaption/>'.repeat(1_000)]
    expect(await toldOf(page, body(`${deep}${deep.replaceAll('<', '</')}`))).toEqual([])
    expect(await toldOf(page, body(`${heads}${'</figure></h2>'.repeat(1_000)}`))).toEqual([])
  })

  test('named characters of EPUB 2 are read', async () => {
    expect(await toldOf(page, body('<p>&nbsp;&eacute;<img src="a.png"/></p>'))).toContainEqual(expect.stringContaining('picture `a.png` without `alt`'))
  })

  test('what unfolds beyond bounds is told, and not looked at', async () => {
    const told = [expect.stringMatching(/^book-unread: Unexpected size of `OEBPS\//)]
    expect(await toldOf(page, body('<br/>'.repeat(300_001)))).toEqual(told)
    expect(await toldOf(page, body(' '.repeat(8 * 1_048_576)))).toEqual(told)
    const files = await openBookFiles(sound, {file: 1_000_000, all: 100})
    expect(await files?.(opf)).toEqual({fault: 'too large'})
  })

  test('one rule does not fill the report', async () => {
    const told = await toldOf(page, body('<h1>Up</h1><h3>Down</h3>'.repeat(20)))
    expect([told.length, told.at(-1)]).toEqual([9, expect.stringContaining('Unexpected 12 more findings of this kind')])
  })

  test('what a book says cannot disturb the line of a message', async () => {
    expect(await toldOf(page, body('<p><img src="a&#10;`b&#x202E;c.png"/></p>'))).toContainEqual(expect.stringContaining('picture `a b c.png` without'))
  })
})
