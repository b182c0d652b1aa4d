/** What `import` writes can be built: pictures, metadata and readings that the build would refuse or glue are left out, and told. */
import {readFileSync} from 'node:fs'
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const png = Uint8Array.from(readFileSync('tests/import/fixtures/lamp_html_37ca37d699f2e75a.png'))
const broken = png.slice(0, png.length - 40)
const bring = (name: string, bytes: Uint8Array | string) => importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: path => Promise.resolve(path === 'broken.png' ? broken : undefined)})
const zip = async (files: Files) => {
  const archive = new JSZip()
  for (const [name, content] of Object.entries(files)) archive.file(name, content)
  return archive.generateAsync({type: 'uint8array'})
}
const lostIn = (imported: Awaited<ReturnType<typeof bring>>) => imported.remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)

describe('a picture', () => {
  test('that is damaged', async () => {
    const imported = await bring('a.html', '<!doctype html><p>Words.</p><img src="broken.png" alt="A mill">')
    expect(imported.images.size).toBe(0)
    expect(markdownOf(imported)).toBe('\nWords.\n')
    expect(lostIn(imported)).toEqual(['a picture that is damaged (broken.png): export it again and put it in, “A mill”'])
  })

  test('that holds a script', async () => {
    const imported = await bring('a.html', `<!doctype html><p>Words.</p><img alt="A mill" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>x</script></svg>">`)
    expect(imported.images.size).toBe(0)
    expect(lostIn(imported)).toEqual([expect.stringMatching(/^a picture that cannot be taken: .*script.* in `image\.svg`, expected a drawing without scripts.*, “A mill”$/)])
  })
})

test('metadata that do not hold are told with their values, and a language is guessed', async () => {
  const text = 'This is a text of the people that was written for those who read it and for others, too. '.repeat(8).trim()
  const imported = await bring('a.epub', await zip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'b.opf': '<package xmlns:dc="d"><metadata><dc:title>T</dc:title><dc:date>2020-02-31</dc:date><dc:language>xx-INVALID-zzzzzzzzzzzzzz</dc:language></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': `<html><body><p>${text}</p></body></html>`
  }))
  expect(imported.metadata).toEqual({title: 'T', lang: 'en'})
  expect(lostIn(imported)).toEqual(['what the file says as date, “2020-02-31”, which is none: write a right one', 'what the file says as lang, “xx-INVALID-zzzzzzzzzzzzzz”, which is none: write a right one'])
})

test('signs between the names of writers are no names', () => {
  expect(markdownOf({metadata: {author: ['Ada Press;!']}, body: {type: 'root', children: []}, images: new Map(), remarks: []})).toContain('\nauthor: Ada Press\n')
})

describe('a Word file', () => {
  const wordFile = async (body: string, more: Files = {}, relations = '') => bring('a.docx', await zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p>${body}</w:body></w:document>`,
    ...more
  }))
  const picture = (attribute: string, words: string) => `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" descr="${words}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip ${attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const relation = (id: string, target: string, more = '') => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${more}/>`

  test('keeps its text where it lacks pictures that it names', async () => {
    const relations = relation('here', 'a.png') + relation('gone', 'gone.png') + relation('far', 'http://example.org/x.png', ' TargetMode="External"')
    const body = picture('r:embed="never"', 'one') + picture('r:embed="gone"', 'two') + picture('r:link="far"', 'three') + picture('r:embed="here"', 'four')
    const imported = await wordFile(`${body}<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="five"><v:imagedata r:id="never"/></v:shape></w:pict></w:r></w:p>`, {'word/a.png': png}, relations)
    expect(markdownOf(imported).replace(/\(images[^)]*/, '(x')).toBe('\nWords.\n\n![four](x)\n')
    expect(lostIn(imported)).toEqual([
      'a picture that the file names and does not have, “one”', 'a picture that is missing in the file (word/gone.png), “two”',
      'a picture that is not in the file (http://example.org/x.png): save it and put it in, “three”', 'a picture that the file names and does not have, “five”'
    ])
  })

  test('ends a line where it says so', async () => {
    expect(markdownOf(await wordFile('<w:p><w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r></w:p>'))).toBe('\nWords.\n\none\\\ntwo\n')
  })
})

test('a reading stands above its words, from a page and from an OpenDocument text', async () => {
  const expected = 'See <ruby>漢<rt>kan</rt></ruby> there.\n'
  expect(markdownOf(await bring('a.html', '<!doctype html><p>See <ruby><rb>漢</rb><rp>(</rp><rt>kan</rt><rp>)</rp></ruby> there.</p>'))).toBe(`\n${expected}`)
  const content = '<text:p>See <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby> there.</text:p>'
  expect(markdownOf(await bring('a.odt', await zip({'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${content}</office:text></office:body></office:document-content>`})))).toBe(`\n${expected}`)
})

test.each([
  ['One<br><br>Two<br>\n<br> <br>Three<br>line<br>', 'One\n\nTwo\n\nThree\\\nline\n'],
  ['<p>One<br><br><i>Two</i></p><p>x</p>', 'One\n\n*Two*\n\nx\n'],
  ['<div>One<br><br>Two<ul><li>a</li></ul>Three</div>', 'One\n\nTwo\n\n- a\n\nThree\n'],
  ['<p><br>One<br><br></p>', 'One\n']
])('two line ends make a paragraph: %s', async (page, expected) => {
  expect(markdownOf(await bring('a.html', `<!doctype html>${page}`))).toBe(`\n${expected}`)
})
