/** What files of word processors say of their authors and mean by their looks. */
import {readFileSync} from 'node:fs'
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'

const bring = (name: string, bytes: Uint8Array) => importFile({name, bytes, readNear: () => Promise.resolve(undefined)})
const packed = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const archive = new JSZip()
  for (const [name, content] of Object.entries(files)) archive.file(name, content)
  return archive.generateAsync({type: 'uint8array'})
}
const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const official = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const style = (name: string) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name.replace('Heading', 'heading ')}"/></w:style>`

/** A Word file; `creator`: whose account made it. */
const word = async (body: string, creator?: string) => packed({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': `<Relationships ${relationships}><Relationship Id="r" Type="${official}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships ${relationships}><Relationship Id="s" Type="${official}/styles" Target="styles.xml"/><Relationship Id="p" Type="${official}/image" Target="a.png"/></Relationships>`,
  'word/styles.xml': `<w:styles ${namespaces}>${['Title', 'Subtitle', 'Author', 'Heading1', 'Heading2'].map(style).join('')}</w:styles>`,
  'word/a.png': Uint8Array.from(readFileSync('tests/import/fixtures/lamp_html_37ca37d699f2e75a.png')),
  'word/document.xml': `<w:document ${namespaces}><w:body>${body}<w:sectPr><w:pgSz w:w="12240"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr></w:body></w:document>`,
  ...(creator !== undefined && {'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${creator}</dc:creator></cp:coreProperties>`})
})
const run = (words: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const paragraph = (inner: string, name?: string) => `<w:p>${name === undefined ? '' : `<w:pPr><w:pStyle w:val="${name}"/></w:pPr>`}${inner}</w:p>`
const bold = (words: string) => paragraph(run(words, '<w:b/>'))
const text = paragraph(run('The lamp was lit on the first day of the year.'))
const written = async (bytes: Promise<Uint8Array>, name = 'a.docx') => {
  const imported = await bring(name, await bytes)
  return {metadata: imported.metadata, text: markdownOf(imported).replace(/^---\n[^]*?\n---\n/, '').trim(), guessed: imported.remarks.filter(({kind}) => kind === 'guessed').map(remark => remark.text), lost: imported.remarks.filter(({kind}) => kind === 'lost').map(remark => remark.text)}
}

describe('the author of a Word file', () => {
  const title = paragraph(run('The Lamp'), 'Title')

  test.each(['User', 'gmueller', 'Windows User'])('is not %j, whose account made it', async creator => {
    const {metadata, guessed} = await written(word(title + text, creator))
    expect([metadata.author, guessed]).toEqual([undefined, []])
  })

  test('is whose name it has, where that is the name of a person, and told as guessed', async () => {
    const {metadata, guessed} = await written(word(title + text, 'Ada Press'))
    expect([metadata.author, guessed]).toEqual([['Ada Press'], ['author: Ada Press', 'the author is the one whose name the file has']])
  })

  test.each([
    ['by Eleanor Whitfield and Tomás Reyes', ['Eleanor Whitfield', 'Tomás Reyes']],
    ['Von Jürgen Große, 12. März 2026', ['Jürgen Große']]
  ])('stands in the line %j, which wins', async (line, author) => {
    const {metadata, text: body, guessed} = await written(word(title + paragraph(run('A Study'), 'Subtitle') + paragraph(run(line)) + text, 'Sam Okafor'))
    expect([metadata.author, metadata.subtitle, body]).toEqual([author, 'A Study', 'The lamp was lit on the first day of the year.'])
    expect(guessed).toContain(`author: ${author.join(', ')}`)
  })

  test('has a style of its own, and a line that says otherwise stays', async () => {
    const {metadata, text: body} = await written(word(title + paragraph(run('Ada Press'), 'Author') + paragraph(run('By Bo Type')) + text, 'User'))
    expect([metadata.author, body]).toEqual([['Ada Press'], 'By Bo Type\n\nThe lamp was lit on the first day of the year.'])
  })

  test('is named alone above the day, and so in an OpenDocument text', async () => {
    const front = title + paragraph(run('Grete Müller')) + paragraph(run('12. März 2026'))
    expect((await written(word(front + text, 'gmueller'))).metadata).toEqual({title: 'The Lamp', author: ['Grete Müller'], date: '2026-03-12'})
    const open = (creator: string) => packed({
      'content.xml': '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p text:style-name="Title">Lamp</text:p><text:p>Grete Müller</text:p><text:h text:outline-level="1">Oil</text:h><text:p>Words.</text:p></office:text></office:body></office:document-content>',
      'meta.xml': `<office:document-meta xmlns:office="o" xmlns:dc="d"><dc:creator>${creator}</dc:creator></office:document-meta>`
    })
    expect((await written(open('gmueller'), 'a.odt')).metadata.author).toEqual(['Grete Müller'])
  })
})

describe('looks that stand for styles', () => {
  test('a title in bold, the line below it, the author, and heads in bold among those with a style', async () => {
    const front = bold('The Lamp') + paragraph(run('A history of light')) + paragraph(run('by Ada Press'))
    const {metadata, text: body, guessed} = await written(word(front + bold('Oil') + text + paragraph(run('Wick'), 'Heading2') + text + bold('Smoke') + text + paragraph(run('Ash'), 'Heading1') + text))
    expect(metadata).toEqual({title: 'The Lamp', subtitle: 'A history of light', author: ['Ada Press'], lang: 'en'})
    expect(body.match(/^#.*$/gm)).toEqual(['## Oil', '### Wick', '## Smoke', '## Ash'])
    expect(guessed).toContain('2 heads: short paragraphs in bold')
    expect((await written(word(bold('The Lamp') + paragraph(run('A history of light')) + bold('Oil') + text))).metadata).toEqual({title: 'The Lamp', subtitle: 'A history of light'})
  })

  test('words in bold below heads with a style are none', async () => {
    expect((await written(word(paragraph(run('Oil'), 'Heading1') + bold('Beware') + text + bold('Again') + text + paragraph(run('Wick'), 'Heading1') + text))).text).toContain('**Beware**\n\n')
  })

  test('lists whose marks were typed', async () => {
    const lines = ['- oil', '- wick', 'Words.', '3) third', '4) fourth', '– Oui.', '– Non.', '1. alone']
    const {text: body, guessed} = await written(word(lines.map(line => paragraph(run(line))).join('')))
    expect(body).toBe('- oil\n- wick\n\nWords.\n\n3. third\n4. fourth\n\n– Oui.\n\n– Non.\n\n1\\. alone')
    expect(guessed).toEqual(['2 lists: paragraphs that begin with a typed mark or number'])
  })

  test('white space at the end of words with a look stands behind their mark', async () => {
    expect((await written(word(paragraph(run('Do not ', '<w:u w:val="single"/>') + run('copy', '<w:strike/>') + run(' this', '<w:b/>') + run(' ', '<w:i/>') + run('.'))))).text).toBe('*Do not* ~~copy~~ **this** .')
  })
})

describe('a picture of a Word file', () => {
  const drawing = (kind: string, width: number) => `<w:r><w:drawing><wp:${kind}><wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="${width}" cy="9"/><wp:docPr id="1" descr="A lamp"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`

  test('with text around it stands behind its paragraph, as wide as it was', async () => {
    const {text: body, lost} = await written(word(paragraph(run('By 1980 ') + drawing('anchor', 1_828_800) + run('the lamp was out.'))))
    expect([body, lost]).toEqual(['By 1980 the lamp was out.\n\n![A lamp](images/image.png){width=31%}', []])
  })

  test('in a line has no width that can be kept, and one that fills the text needs none', async () => {
    const {text: body, lost} = await written(word(paragraph(run('A ') + drawing('inline', 300_000) + run(' lamp.')) + paragraph(drawing('inline', 5_900_000))))
    expect([body, lost]).toEqual(['A ![A lamp](images/image.png) lamp.\n\n![A lamp](images/image-2.png)', ['the width of a picture that stands in a line']])
  })
})

describe('the columns of a table', () => {
  const kept = '| Pier | Men | Shift |\n| - | -: | :-: |\n| one | 40 | day |\n| two | | night |'
  const rows = [['Pier', 'Men', 'Shift'], ['one', '40', 'day'], ['two', '', 'night']]
  const sides = [undefined, 'right', 'center']

  test('of a Word file stand as all their cells do', async () => {
    const cell = (words: string, side?: string) => `<w:tc><w:p><w:pPr>${side === undefined ? '' : `<w:jc w:val="${side}"/>`}</w:pPr>${words === '' ? '' : run(words)}</w:p></w:tc>`
    const table = `<w:tbl>${rows.map((row, index) => `<w:tr>${row.map((words, column) => cell(words, index === 0 ? undefined : sides[column])).join('')}</w:tr>`).join('')}</w:tbl>`
    expect((await written(word(table))).text).toBe(kept)
    // One cell that is not set so is enough.
    expect((await written(word(table.replace('<w:jc w:val="right"/>', '')))).text).toContain('| - | - | :-: |')
  })

  test('of an OpenDocument text do', async () => {
    const cell = (words: string, side?: string) => `<table:table-cell><text:p text:style-name="${side ?? 'P0'}">${words}</text:p></table:table-cell>`
    const table = `<table:table>${rows.map((row, index) => `<table:table-row>${row.map((words, column) => cell(words, index === 0 ? undefined : sides[column])).join('')}</table:table-row>`).join('')}</table:table>`
    const looks = ['right', 'center'].map(side => `<style:style style:name="${side}"><style:paragraph-properties fo:text-align="${side === 'right' ? 'end' : side}"/></style:style>`).join('')
    const content = `<office:document-content xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" xmlns:fo="f"><office:automatic-styles>${looks}</office:automatic-styles><office:body><office:text>${table}</office:text></office:body></office:document-content>`
    expect((await written(packed({'content.xml': content}), 'a.odt')).text).toBe(kept)
  })

  test.each([['align="right"', 'align=center'], ['style="color:red; text-align: right"', 'style="text-align:center"'], ['class="right"', 'class="has-text-align-center"']])('of a page do, as %s says', async (right, center) => {
    const attributes = ['', right, center]
    const body = rows.slice(1).map(row => `<tr>${row.map((words, column) => `<td ${attributes[column] ?? ''}>${words}</td>`).join('')}</tr>`).join('')
    const page = `<!doctype html><table><tr><th align="center">Pier</th><th>Men</th><th>Shift</th></tr>${body}</table>`
    expect((await written(Promise.resolve(new TextEncoder().encode(page)), 'a.html')).text).toBe(kept)
  })
})
