import {existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {openArchive} from '../../scripts/import/archive.ts'
import {importFile} from '../../scripts/import/import.ts'
import {ImportFault} from '../../scripts/import/imported.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {plain} from '../../scripts/import/plain.ts'
import {parse} from '../../scripts/manuscript/parse.ts'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'

const nothingNear = () => Promise.resolve(undefined)
const bring = (name: string, bytes: Uint8Array | string, encoding?: string) =>
  importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: nothingNear, ...(encoding !== undefined && {encoding})})

async function refusal(name: string, bytes: Uint8Array | string, encoding?: string): Promise<string> {
  try {
    await bring(name, bytes, encoding)
  } catch (error) {
    if (error instanceof ImportFault) return `${error.message}, expected ${error.expected}`
    throw error
  }
  throw new Error('nothing was refused')
}

const here = join(import.meta.dirname, 'fixtures')

/** One text with notes, a table, a list and a picture, as LibreOffice saves it in four formats. */
describe('files from a word processor', () => {
  test.each(['lamp.docx', 'lamp.odt', 'lamp.html', 'lamp.epub'])('%s', async name => {
    const readNear = (path: string) => Promise.resolve(basename(path) === path ? Uint8Array.from(readFileSync(join(here, path))) : undefined)
    const imported = await importFile({name, bytes: Uint8Array.from(readFileSync(join(here, name))), readNear})
    const remarks = imported.remarks.map(({kind, text}) => `${kind}: ${text}\n`).join('')
    await expect(`${markdownOf(imported)}\n-----\n${remarks}`).toMatchFileSnapshot(`golden/${name}.md`)
    expect(imported.images.size).toBe(1)
    expect([...imported.images.values()][0]?.slice(1, 4)).toEqual(Uint8Array.from([0x50, 0x4e, 0x47]))
  })
})

test('lists that Word writes as paragraphs, and tables without heads', async () => {
  const bulleted = (sign: string, words: string, name = 'MsoListParagraphCxSpFirst') => `<p class=${name}><span style='font-family:Symbol'>${sign}<span>&nbsp;&nbsp; </span></span>${words}</p>\n`
  const imported = await bring('a.html', `<html><body><h1>My day</h1><p class=MsoNormal>Bring:</p>
    ${bulleted('·', 'bread')}${bulleted('o', '<b>roses</b>')}<p>Then:</p>${bulleted('3.', 'sing')}${bulleted('4.', 'dance')}
    ${bulleted('•', 'a bullet of its own', 'MsoNormal')}<p>• a sentence</p><p>o my, he said</p>
    <table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></body></html>`)
  expect(markdownOf(imported)).toContain('Bring:\n\n- bread\n- **roses**\n\nThen:\n\n3. sing\n4. dance\n\n- a bullet of its own\n\n• a sentence\n\no my, he said\n')
  expect(imported.remarks).toContainEqual({kind: 'lost', text: 'a table without heads: the row that Markdown has for them is empty, write heads there'})
})

const article = '../shared/manuscripts/the-spark'
test.skipIf(!existsSync(article))('the article as the editors sent it becomes what was made of it by hand', async () => {
  const imported = await bring('article.txt', Uint8Array.from(readFileSync(join(article, 'article.txt'))))
  expect(markdownOf(imported)).toBe(readFileSync(join(article, 'article.md'), 'utf8'))
})

describe('archives that are no documents, or worse', () => {
  const zip = async (files: Readonly<Record<string, string | Uint8Array>>, level = 9) => {
    const archive = new JSZip()
    for (const [name, content] of Object.entries(files)) archive.file(name, content)
    return archive.generateAsync({type: 'uint8array', compression: 'DEFLATE', compressionOptions: {level}})
  }
  const word = (body: string) => ({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  })

  test('a zip with another name', async () => {
    expect(await refusal('a.docx', await zip({'a.txt': 'x'}))).toBe('zip archive that is no document, expected a .docx, .odt, .txt, .html, .epub or .md file')
  })

  test('a zip cut short', async () => {
    expect(await refusal('a.docx', (await zip({'word/document.xml': 'x'.repeat(999)})).slice(0, 60))).toMatch(/^damaged archive/)
  })

  test('a bomb: 70 MB of zeros in a few kilobytes', async () => {
    const bomb = await zip({'word/document.xml': new Uint8Array(70_000_000)})
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal('a.docx', bomb)).toBe('archive that unfolds without end, expected a document of at most 5,000 parts and 256 MiB')
  })

  test.each([
    [{entries: 2, entryBytes: 99, totalBytes: 99}, /^archive of 3 parts/],
    [{entries: 3, entryBytes: 9, totalBytes: 99}, /^archive that unfolds/],
    [{entries: 3, entryBytes: 99, totalBytes: 29}, /^archive that unfolds/]
  ])('more than %j', async (limits, expected) => {
    const bytes = await zip({a: '1234567890', b: '1234567890', c: '1234567890'})
    await expect(openArchive(bytes, limits)).rejects.toThrow(expected)
    expect((await openArchive(bytes, {entries: 3, entryBytes: 10, totalBytes: 30})).names).toEqual(['a', 'b', 'c'])
  })

  test('an encrypted archive', async () => {
    const bytes = await zip({'word/document.xml': 'secret'})
    // The flag of encryption, in the entry's own head and in the directory.
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 4 < bytes.length; at++) {
      const signature = view.getUint32(at, true)
      if (signature === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true)
      if (signature === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
    }
    expect(await refusal('a.docx', bytes)).toBe('encrypted archive, expected one without a password')
  })

  test('a Word file that Word has encrypted, a PDF, an RTF', async () => {
    expect(await refusal('a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatch(/^old or encrypted Office file/)
    expect(await refusal('a.docx', '%PDF-1.7')).toMatch(/^PDF/)
    expect(await refusal('a.txt', '{\\rtf1')).toMatch(/^RTF/)
    expect(await refusal('a.txt', '')).toMatch(/^empty file/)
  })

  test('a locked book and a locked OpenDocument text', async () => {
    expect(await refusal('a.epub', await zip({'META-INF/container.xml': '<a/>', 'META-INF/encryption.xml': '<e><c URI="a.xhtml"/></e>'}))).toMatch(/^locked book/)
    expect(await refusal('a.odt', await zip({'content.xml': '<a/>', 'META-INF/manifest.xml': '<m:encryption-data/>'}))).toMatch(/^encrypted file/)
  })

  test('entities that unfold', async () => {
    const files = word('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')
    const document = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${files['word/document.xml']}`
    expect(await refusal('a.docx', await zip({...files, 'word/document.xml': document}))).toMatch(/^document type in `word\/document.xml`/)
    expect(await refusal('a.odt', await zip({'content.xml': '<!DOCTYPE d [<!ENTITY a "a">]><d/>'}))).toMatch(/^document type in `content.xml`/)
  })

  test('a Word file without text, and one that is not well-formed', async () => {
    expect(await refusal('a.docx', await zip(word('<w:p/>')))).toMatch(/^file without text/)
    expect(await refusal('a.docx', await zip(word('<w:p>')))).toMatch(/^damaged `word\/document.xml`/)
  })

  test('what a Word file holds beside its text is told', async () => {
    const run = '<w:r><w:t>Words enough to be a paragraph.</w:t></w:r>'
    const imported = await bring('a.docx', await zip({...word(`<w:p>${run}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t> New.</w:t></w:r></w:ins></w:p>`), 'word/header1.xml': '<w:hdr><w:t>Head</w:t></w:hdr>'}))
    expect(imported.body.children.map(plain)).toEqual(['Words enough to be a paragraph. New.'])
    expect(imported.remarks).toContainEqual({kind: 'lost', text: 'a deletion that was marked for review (insertions are taken in)'})
    expect(imported.remarks).toContainEqual({kind: 'lost', text: 'a running head or foot: the theme sets its own'})
  })
})

describe('pages', () => {
  test('a hostile one keeps its words and nothing else', async () => {
    const imported = await bring('a.html', `<!doctype html><title>T</title><script>alert(1)</script><body onload="x()">
      <p onclick="x()">Words <a href="javascript:alert(1)">here</a> and <a href="https://example.org/">there</a>.</p>
      <iframe src="https://example.org/"></iframe><p style="display:none">hidden</p><img src="https://example.org/x.png" alt="A lamp"><img src="/etc/passwd"><img src="../../x.png">
      <object data="x"></object><style>p {}</style>`)
    const text = markdownOf(imported)
    expect(text).toBe('---\ntitle: T\n---\n\nWords here and [there](https://example.org/).\n')
    expect(imported.remarks.map(remark => remark.text)).toEqual([
      'a link to javascript:alert(1): its words stay',
      'a picture that is not on this disk (https://example.org/x.png): save it and put it in, “A lamp”',
      'a picture that is not on this disk (/etc/passwd): save it and put it in',
      'a picture that lies outside the page\'s folder and is refused (../../x.png): put it beside the page, and name it so there',
      'a frame', 'an object'
    ])
  })

  test('notes in the shapes of several programs', async () => {
    const shapes = [
      '<p>One<sup><a href="#fn1" id="ref1">1</a></sup>.</p><ol><li id="fn1">Said. <a href="#ref1">↩</a></li></ol>',
      '<p>One<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Said.</p></div>',
      '<p>One<a href="#n" id="r">*</a>.</p><aside id="n"><p>Said. <a href="#r">back</a></p></aside>'
    ]
    for (const shape of shapes) expect(markdownOf(await bring('a.html', `<!doctype html>${shape}`))).toBe('\nOne[^1].\n\n[^1]: Said.\n')
  })

  test.each([
    ['The Lamp - A Site', 'The Lamp', '---\ntitle: The Lamp\n---\n\nWords.\n'],
    ['A Site | The Lamp', 'The Lamp', '---\ntitle: The Lamp\n---\n\nWords.\n'],
    ['Untitled', 'The Lamp', '---\ntitle: Untitled\n---\n\n## The Lamp\n\nWords.\n']
  ])('the name of the page %j is not set again as its head, though a site adds its own', async (title, head, expected) => {
    expect(markdownOf(await bring('a.html', `<!doctype html><title>${title}</title><h1>${head}</h1><p>Words.</p>`))).toBe(expected)
  })

  test.each([
    ['<p>One<sup><a href="#fn1">1</a></sup>.</p><p id="fn1">1. Trust deed.</p>', '\nOne[^1].\n\n[^1]: Trust deed.\n'],
    ['<p>One<a href="#fn1"><sup>1</sup></a>.</p><p id="fn1"><sup>1</sup> Trust deed.</p>', '\nOne[^1].\n\n[^1]: Trust deed.\n'],
    ['<p>One<a href="#b">[2]</a>.</p><p><a name="b">[2]</a> Trust <em>deed</em>.</p>', '\nOne[^1].\n\n[^1]: Trust *deed*.\n'],
    ['<p>One<sup><a href="#a">1</a></sup> two<sup><a href="#b">2</a></sup>.</p><ol><li id="a">Said.</li><li id="b">Not said.</li></ol>', '\nOne[^1] two[^2].\n\n[^1]: Said.\n\n[^2]: Not said.\n']
  ])('notes that do not lead back: %s', async (page, expected) => {
    expect(markdownOf(await bring('a.html', `<!doctype html>${page}`))).toBe(expected)
  })

  test('a raised link to what is no note stays raised, and is told', async () => {
    const imported = await bring('a.html', '<!doctype html><p>One<sup><a href="#s">1</a></sup>.</p><p id="s">Section.</p>')
    expect(markdownOf(imported)).toBe('\nOne<sup>1</sup>.\n\nSection.\n')
    expect(imported.remarks.map(({text}) => text)).toEqual([expect.stringMatching(/^a link inside the text/)])
  })

  const mill = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'.replaceAll('"', '&quot;')
  test.each([
    ['a caption of plain words', `<figure><img src="${mill}" alt="A mill"><figcaption>The “mill”, 1901.</figcaption></figure>`, '![A mill](images/image.svg "The “mill”, 1901.")\n'],
    ['a caption with marks', `<figure><p><img src="${mill}" alt='A "mill" & more'></p><figcaption>The <em>mill</em>.</figcaption></figure>`, ':::figure{src="images/image.svg" alt="A &quot;mill&quot; &amp; more"}\n\nThe *mill*.\n\n:::\n'],
    ['no caption', `<figure><img src="${mill}" alt="A mill"></figure>`, '![A mill](images/image.svg)\n'],
    ['a picture that is not there', '<figure><img src="mill.png" alt="The mill"><figcaption>The mill.</figcaption></figure>', 'The mill.\n'],
    ['a table', '<figure><table><tr><th>A</th></tr><tr><td>b</td></tr></table><figcaption>The mill.</figcaption></figure>', '| A |\n| - |\n| b |\n\nThe mill.\n']
  ])('a figure with %s', async (_, figure, expected) => {
    expect(markdownOf(await bring('a.html', `<!doctype html><p>Words.</p>${figure}`))).toBe(`\nWords.\n\n${expected}`)
  })

  test('a picture outside the page\'s folder is refused, also where a link leads there', async () => {
    const asked: string[] = []
    const readNear = (path: string) => {
      asked.push(path)
      return Promise.resolve(path === 'link.png' ? 'outside' as const : undefined)
    }
    const bytes = new TextEncoder().encode('<!doctype html><p>Words.</p><img src="../ms/mill.png" alt="The mill"><img src="a/../../x.png"><img src="link.png"><img src="./a/../b.png">')
    const {remarks} = await importFile({name: 'a.html', bytes, readNear})
    expect(remarks.map(({text}) => /^a picture that (lies outside|is missing)/.exec(text)?.[1])).toEqual(['lies outside', 'lies outside', 'lies outside', 'is missing'])
    expect(asked).toEqual(['link.png', 'b.png'])
  })

  test('a link to a section is no note', async () => {
    expect(markdownOf(await bring('a.html', '<!doctype html><p>See <a href="#s">2</a>.</p><p id="s">Section.</p>'))).toBe('\nSee 2.\n\nSection.\n')
  })

  test('who is quoted stays, of two breaks one, and a head over several cells is told', async () => {
    const imported = await bring('a.html', '<h1>A</h1><p>One.</p><hr><p>* * *</p><blockquote><p>Quote</p><footer>Tommy</footer></blockquote><table><tr><th>a</th><th colspan=2>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table><p>Two.</p>')
    const text = markdownOf(imported)
    expect(text).toContain('> Quote\n>\n> — Tommy\n')
    expect(text.match(/^---$/gm)).toHaveLength(3)
    expect(imported.remarks.map(({text: remark}) => remark)).toContainEqual(expect.stringContaining('a head over several cells of a table'))
  })

  test('nested beyond reason', async () => {
    expect(await refusal('a.html', `<!doctype html>${'<div>'.repeat(400)}x`)).toMatch(/^elements that are nested too deep/)
  })

  test('in an encoding that the page names', async () => {
    const bytes = Buffer.from('<!doctype html><meta charset="windows-1251"><p>\xcb\xe5\xed\xe8\xed</p>', 'latin1')
    expect(markdownOf(await bring('a.html', Uint8Array.from(bytes)))).toContain('Ленин')
  })
})

describe('texts in legacy encodings', () => {
  const english = 'Caf\xe9 \x93na\xefve\x94 \x97 the reader\x92s word, and the words of others.'
  test.each<[string, Uint8Array, string]>([
    ['windows-1252', Uint8Array.from(Buffer.from(english, 'latin1')), 'Café “naïve” — the reader’s word'],
    ['windows-1251', Uint8Array.from(Buffer.from('\xd0\xe0\xe1\xee\xf7\xe8\xe5 \xe2\xf1\xe5\xf5 \xf1\xf2\xf0\xe0\xed', 'latin1')), 'Рабочие всех стран'],
    ['koi8-r', Uint8Array.from(Buffer.from('\xf2\xc1\xc2\xcf\xde\xc9\xc5 \xd7\xd3\xc5\xc8 \xd3\xd4\xd2\xc1\xce', 'latin1')), 'Рабочие всех стран'],
    ['utf-16le', Uint8Array.from(Buffer.from('Plain words here', 'utf16le')), 'Plain words here']
  ])('%s is found out, and told', async (encoding, bytes, words) => {
    const imported = await bring('a.txt', bytes)
    expect(imported.body.children.map(plain).join('\n') + (imported.metadata.title ?? '')).toContain(words)
    expect(imported.remarks[0]?.text).toContain(encoding)
  })

  test('Unicode with a mark is no guess', async () => {
    const imported = await bring('a.txt', Uint8Array.from([0xff, 0xfe, ...Buffer.from('Plain words', 'utf16le')]))
    expect(imported.body.children.map(plain)).toEqual(['Plain words'])
    expect(imported.remarks).toEqual([])
  })

  test('the user’s word counts; an unknown one is refused', async () => {
    expect((await bring('a.txt', Uint8Array.from([0xcb, 0xe5]), 'windows-1251')).body.children.map(plain)).toEqual(['Ле'])
    expect(await refusal('a.txt', 'x', 'windows-9')).toMatch(/^encoding `windows-9`/)
  })

  test('a Markdown file stays as it was written, and its pictures come along', async () => {
    const source = '---\ntitle: Über die Brücke\nslug: bruecke\ncover: {image: c/front.png}\n---\n\n# Eins {#x}\n\nEs war *kühl*,[^k] __sehr__.\n\n![Der Bär](b%C3%A4r.png) ![](../out.png) ![][gone]\n\n:::figure{src="fig.png"}\nHier.\n:::\n\n[^k]: Sagt er.\n\n[gone]: gone.png\n'
    const picture = Uint8Array.from(readFileSync(join(here, 'lamp_html_37ca37d699f2e75a.png')))
    const asked: string[] = []
    const readNear = (name: string) => Promise.resolve(asked.push(name) > 0 && name !== 'gone.png' ? picture : undefined)
    const imported = await importFile({name: 'a.md', bytes: Uint8Array.from(Buffer.from(source, 'latin1')), readNear})
    expect(markdownOf(imported)).toBe(source)
    expect([...imported.images.keys()]).toEqual(['c/front.png', 'bär.png', 'fig.png'])
    expect(asked).not.toContain('../out.png')
    expect(imported.remarks.map(({text}) => text)).toEqual(['encoding: windows-1252; look at letters with accents, or name another with --encoding', 'a picture that is missing (gone.png): put it beside the text'])
    expect(await refusal('a.md', ' \n')).toMatch(/^empty text/)
    expect(await refusal('a.md', '> '.repeat(20_000))).toMatch(/^blocks that are nested too deep/)
  })

  test('a binary file is refused', async () => {
    expect(await refusal('a.txt', Uint8Array.from(readFileSync(join(here, 'lamp_html_37ca37d699f2e75a.png'))))).toMatch(/^binary file/)
  })
})

test('whatever is in a text, the Markdown is read back with the same words, and its metadata is sound', async () => {
  const line = fc.oneof(fc.string({maxLength: 60}), fc.constantFrom(':::figure', '::pagebreak', '# x', '- a', '1. b', '> q', '***', '[1] note', 'see [1]', '|a|b|', '<script>', '*so*', '_so_', '```', '\\', '---', 'Jan 15, 2024', 'by Ada', '“Quote”', '— Ada', 'http://a.b/c_d_e', 'x'.repeat(300)))
  const text = fc.array(fc.array(line, {minLength: 1, maxLength: 4}).map(lines => lines.join('\n')), {minLength: 1, maxLength: 8}).map(blocks => blocks.join('\n\n'))
  await fc.assert(fc.asyncProperty(text, async source => {
    const imported = await bring('a.txt', source).catch((error: unknown) => {
      if (!(error instanceof ImportFault)) throw error
    })
    if (!imported) return
    const markdown = markdownOf(imported)
    const [front, body] = markdown.startsWith('---\n') ? [/^---\n([^]*?)\n---\n/.exec(markdown)?.[1] ?? '', markdown.replace(/^---\n[^]*?\n---\n/, '')] : ['', markdown]
    expect(parseYaml(front) ?? {}).toBeTypeOf('object')
    expect(readMetadata({file: 'a.md', text: front, firstLine: 2}).messages).toEqual([])
    const read = parse(body)
    expect(read.children.some(({type}) => type.endsWith('Directive') || type === 'html')).toBe(false)
    expect(read.children.map(plain).join('').replace(/\s+/g, '')).toBe(imported.body.children.map(plain).join('').replace(/\s+/g, ''))
  }), {numRuns: 300})
}, 60_000)
