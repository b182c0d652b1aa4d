/** What is too much, or is not there: it is refused with a message or left out and told, and never passed over in silence. */
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {ImportFault} from '../../scripts/import/imported.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const bring = (name: string, bytes: Uint8Array | string) => importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: () => Promise.resolve(undefined)})

const zip = async (files: Files) => {
  const archive = new JSZip()
  for (const [name, content] of Object.entries(files)) archive.file(name, content)
  return archive.generateAsync({type: 'uint8array'})
}

const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`

/** A book of one page, of as many references to it as there are ids. */
const book = async (files: Files, ids: readonly string[] = ['a']) => bring('a.epub', await zip({
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
  'b.opf': `<package xmlns:dc="d"><metadata><dc:title>T</dc:title></metadata><manifest><item id="a" href="a.xhtml"/><item id="gone" href="gone.xhtml"/><item id="out" href="../out.xhtml"/></manifest><spine>${ids.map(id => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
  'a.xhtml': page('<p>Words.</p>'),
  ...files
}))

const openDocument = async (text: string) => bring('a.odt', await zip({'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${text}</office:text></office:body></office:document-content>`}))

const lostIn = (imported: Awaited<ReturnType<typeof bring>>) => imported.remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)

describe('nested beyond what the stack holds', () => {
  const tooDeep = new ImportFault('elements that are nested too deep', 'at most 150 inside each other', 'Save it again from the program that it was made with.')
  test.each(['<div>', '<li><dd>'])('a page of %s', async tag => {
    await expect(bring('a.html', `<!doctype html>${tag.repeat(10_000)}words`)).rejects.toEqual(tooDeep)
  })

  test('a page of a book', async () => {
    await expect(book({'a.xhtml': page(`${'<div>'.repeat(10_000)}<p>words</p>${'</div>'.repeat(10_000)}`)})).rejects.toEqual(tooDeep)
  })

  test('a page of many small elements, some of them left open, is not', async () => {
    const imported = await bring('a.html', `<!doctype html>${'<div><p>One<p>Two <b>three</b></div><ul><li>x<li>y</ul>'.repeat(1_500)}`)
    expect(imported.body.children).toHaveLength(4_500)
  })
})

test('a text of more lines than a call has arguments', async () => {
  const {body} = await bring('a.txt', 'A line that says so.\n'.repeat(130_000))
  expect(body.children).toHaveLength(1)
}, 120_000)

describe('what repeats in an OpenDocument text', () => {
  const cell = (inner: string, columns = 1) => `<table:table-cell table:number-columns-repeated="${columns}">${inner}</table:table-cell>`
  const table = (rows: number, cells: string) => `<table:table><table:table-row table:number-rows-repeated="${rows}">${cells}</table:table-row></table:table>`

  test('is told where it is left out, and where it has words', async () => {
    const imported = await openDocument(`<text:p>Words.</text:p>${table(100, cell('<text:p>x</text:p>') + cell('', 80))}`)
    expect(markdownOf(imported).match(/^\| x/gm)).toHaveLength(64)
    expect(lostIn(imported)).toContain('36 rows of tables that repeat the one before')
    expect(lostIn(imported).filter(text => text.includes('cells'))).toEqual([])
  })

  test('does not multiply without end in tables within tables', async () => {
    const deep = Array.from({length: 4}).reduce<string>(inner => table(64, cell(inner, 64)), '<text:p>z</text:p>')
    const imported = await openDocument(deep)
    expect(markdownOf(imported).length).toBeLessThan(1_000_000)
    expect(lostIn(imported)).toContainEqual(expect.stringMatching(/^\d+ rows of tables that repeat the one before$/))
  })
})

describe('a book', () => {
  test('with pages that are not there', async () => {
    const imported = await book({}, ['a', 'gone', 'never', 'out'])
    expect(lostIn(imported)).toEqual(['is missing in the file (`gone.xhtml`)', 'its list of files does not name (`never`)', 'lies outside of the book (`../out.xhtml`)'].map(fault => `a page of the book that ${fault}`))
  })

  test('with more of them than are named', async () => {
    expect(lostIn(await book({}, ['a', ...Array.from({length: 12}, () => 'gone')])).at(-1)).toBe('2 other pages of the book that cannot be had')
  })

  test('with more pages than are taken', async () => {
    expect(lostIn(await book({'a.xhtml': page('<p>x</p>')}, Array.from({length: 1_003}, () => 'a')))).toEqual(['3 pages behind the first 1,000: divide the book, and import its parts'])
  })

  test.each<readonly [string, (text: string) => Uint8Array]>([
    ['UTF-16, with a mark', text => Uint8Array.from([0xff, 0xfe, ...Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${text}`, 'utf16le')])],
    ['UTF-16 of the other order', text => Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()])],
    ['UTF-16 without a mark', text => Uint8Array.from(Buffer.from(text, 'utf16le'))],
    ['Latin 1, as it declares', text => Uint8Array.from(Buffer.from(`<?xml version='1.0' encoding='iso-8859-1'?>${text}`, 'latin1'))],
    ['an encoding that it does not declare', text => Uint8Array.from(Buffer.from(text, 'latin1'))],
    ['UTF-8 that it declares under a wrong name', text => Uint8Array.from(Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${text}`))]
  ])('in %s', async (_, bytes) => {
    const imported = await book({'a.xhtml': bytes(page('<p>Größe, said the café.</p>'))})
    expect(markdownOf(imported)).toContain('\nGröße, said the café.\n')
  })

  test('whose encoding is guessed says so, and of a page that is no text', async () => {
    const {remarks} = await book({'a.xhtml': Uint8Array.from(Buffer.from(page('<p>Größe.</p>'), 'latin1'))})
    expect(remarks).toContainEqual({kind: 'guessed', text: 'encoding of `a.xhtml`: windows-1252; look at letters with accents'})
    expect(lostIn(await book({'gone.xhtml': Uint8Array.from([0x3c, 0xff, 0, 1, 0])}, ['a', 'gone']))).toEqual(['a page of the book that is no text (`gone.xhtml`)'])
  })

  test('that declares entities leaves no rest of them', async () => {
    const imported = await book({'a.xhtml': `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y" [<!ENTITY foo "bar">]>${page('<p>Words.</p>')}`})
    expect(markdownOf(imported)).toBe('---\ntitle: T\n---\n\nWords.\n')
  })

  test.each(["<e><c URI='a.xhtml'/></e>", '<e><c URI = "a%2Exhtml"/></e>', '<e><c URI="OPS/a.xml"/></e>'])('locked as %s', async encryption => {
    await expect(book({'META-INF/encryption.xml': encryption})).rejects.toThrow(/^locked book$/)
  })

  test('whose fonts alone are scrambled is not locked', async () => {
    expect(markdownOf(await book({'META-INF/encryption.xml': '<e><c URI="a.otf"/></e>'}))).toContain('Words.')
  })
})

test('more pictures than are taken', async () => {
  const imported = await bring('a.html', `<!doctype html><p>Words.</p>${Array.from({length: 2_002}, (_, index) => `<img src="${index}.png">`).join('')}`)
  expect(lostIn(imported).at(-1)).toBe('2 pictures behind the first 2,000: divide the text')
  const {remarks} = await importFile({name: 'a.md', bytes: new TextEncoder().encode(Array.from({length: 2_001}, (_, index) => `![](${index}.png)\n`).join('')), readNear: () => Promise.resolve(undefined)})
  expect(remarks.at(-1)?.text).toBe('a picture behind the first 2,000: put them beside the text')
})
