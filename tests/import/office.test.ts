import {readFileSync} from 'node:fs'
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {parse} from '../../scripts/manuscript/parse.ts'

const bring = (name: string, bytes: Uint8Array | string) => importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: () => Promise.resolve(undefined)})

describe('what word processors write', () => {
  const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const named = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const paragraph = (text: string, style?: string) => `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const cells = (...words: readonly string[]) => `<w:tr>${words.map(word => `<w:tc>${word}</w:tc>`).join('')}</w:tr>`
  const wordFile = async (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}) => {
    const archive = new JSZip()
    archive.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    archive.file('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    archive.file('word/_rels/document.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="a.emf"/></Relationships>')
    archive.file('word/styles.xml', `<w:styles ${namespaces}>${named('Beschriftung', 'caption')}${named('Verzeichnis1', 'toc 1')}</w:styles>`)
    archive.file('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`)
    for (const [name, text] of Object.entries(more)) archive.file(name, text)
    return archive.generateAsync({type: 'uint8array'})
  }
  const written = async (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}) => {
    const imported = await bring('a.docx', await wordFile(body, more))
    return {text: markdownOf(imported).trim(), remarks: imported.remarks.map(({text}) => text)}
  }

  test('the words of a simple field stay, and those that are hidden go', async () => {
    const {text, remarks} = await written('<w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>12</w:t></w:r></w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>')
    expect(text).toBe('Page 12.')
    expect(remarks).toEqual(['words that were hidden'])
  })

  test('an initial is the first letter of its word again', async () => {
    const initial = '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:rPr><w:sz w:val="120"/></w:rPr><w:t>E</w:t></w:r></w:p>'
    expect((await written(`${initial}<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>s war einmal.</w:t></w:r></w:p>`)).text).toBe('Es war einmal.')
    expect((await written(initial)).text).toBe('E')
  })

  test('a list counts on behind other text, and from where it begins', async () => {
    const level = (start: number) => `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>`
    const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level(1)}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(4)}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`
    const item = (words: string, list: number, at = 0) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const {text} = await written([item('one', 1), item('below', 1, 1), item('two', 1), paragraph('Words.'), item('three', 1), paragraph('Words.'), item('four', 2), paragraph('Words.'), item('nine', 3)].join(''), {'word/numbering.xml': numbering})
    expect(text).toBe('1. one\n   1. below\n2. two\n\nWords.\n\n3. three\n\nWords.\n\n4. four\n\nWords.\n\n9. nine')
  })

  test('words that Word shows in capitals are, and looks that mean something are told', async () => {
    const run = (words: string, looks: string) => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
    const {text, remarks} = await written(`<w:p>${run('nato ', '<w:caps/>')}${run('so ', '<w:caps w:val="0"/>')}${run('who ', '<w:smallCaps/>')}${run('said ', '<w:highlight w:val="yellow"/>')}${run('more', '<w:spacing w:val="60"/><w:highlight w:val="none"/>')}<w:r><w:ptab w:alignment="right"/><w:t>end.</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
    expect(text).toBe('NATO so who said more end.')
    expect(remarks).toEqual(['the colour behind words: the words stay', 'small capitals: the words stay as they were typed', 'letterspaced words: the words stay; for stress write `*words*`', 'a page break: where one is meant write `::pagebreak`'])
  })

  test('a drawing of Windows is told by its name, once', async () => {
    const metafile = new Uint8Array(80)
    metafile.set([1, 0, 0, 0])
    metafile.set(Buffer.from(' EMF'), 40)
    const drawing = '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" descr="A plan"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    expect((await written(`${paragraph('Words.')}<w:p>${drawing}</w:p>`, {'word/a.emf': metafile})).remarks).toEqual(['a picture in the format EMF (a drawing of Windows): save it as PNG or JPEG and put it in, “A plan”'])
  })

  test('a picture that floats beside words stands behind their paragraph, one in the line stays', async () => {
    const png = Uint8Array.from(readFileSync('tests/import/fixtures/lamp_html_37ca37d699f2e75a.png'))
    const drawing = (place: string) => `<w:r><w:drawing><wp:${place} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" descr="${place}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${place}></w:drawing></w:r>`
    const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const {text} = await written(`<w:p>${words('Beside ')}${drawing('anchor')}${words('it, in ')}${drawing('inline')}${words(' it.')}</w:p><w:p>${drawing('anchor')}</w:p>${paragraph('A lamp', 'Beschriftung')}`, {'word/a.emf': png})
    expect(text.replaceAll(/\(images[^ )]*/g, '(x')).toBe('Beside it, in ![inline](x) it.\n\n![anchor](x)\n\n![anchor](x "A lamp")')
    const archive = new JSZip()
    const frame = (place: string) => `<draw:frame text:anchor-type="${place}"><draw:image xlink:href="a.png"/><svg:desc>${place}</svg:desc></draw:frame>`
    archive.file('content.xml', `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x" xmlns:svg="s"><office:body><office:text><text:p>Beside <text:span>${frame('char')}</text:span>it, in ${frame('as-char')} it.</text:p></office:text></office:body></office:document-content>`)
    archive.file('a.png', png)
    expect(markdownOf(await bring('a.odt', await archive.generateAsync({type: 'uint8array'}))).trim()).toBe('Beside it, in ![as-char](images/a.png) it.\n\n![char](images/a.png)')
  })

  test('words below their reading stay', async () => {
    const ruby = '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    expect(await written(`<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r>${ruby}<w:r><w:t xml:space="preserve"> sign.</w:t></w:r></w:p>`)).toEqual({text: 'The 漢 sign.', remarks: ['a reading above words, which stay: write `<ruby>words<rt>reading</rt></ruby>`']})
  })

  test('entries of an index are told, since nobody sees them in the text', async () => {
    const entry = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> XE "lamps" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await written(`<w:p><w:r><w:t xml:space="preserve">Words.</w:t></w:r>${entry}</w:p>`)).toEqual({text: 'Words.', remarks: ['an entry of an index: mark the words in the text, as `:index[word]`']})
    const archive = new JSZip()
    archive.file('content.xml', '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>Lamps<text:alphabetical-index-mark text:string-value="lamps"/> and <text:alphabetical-index-mark-start text:id="i"/>oil<text:alphabetical-index-mark-end text:id="i"/>.</text:p></office:text></office:body></office:document-content>')
    const imported = await bring('a.odt', await archive.generateAsync({type: 'uint8array'}))
    expect(markdownOf(imported).trim()).toBe('Lamps and oil.')
    expect(imported.remarks.map(({text}) => text)).toEqual(['2 entries of an index: mark the words in the text, as `:index[word]`'])
  })

  test('a table of contents is the program\'s own affair', async () => {
    const block = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents')}</w:sdtContent></w:sdt>`
    expect(await written(`${block}${paragraph('Words.')}`)).toEqual({text: 'Words.', remarks: ['a table of contents: the program makes its own']})
    const {text, remarks} = await written(`${paragraph('The oil 2', 'Verzeichnis1')}${paragraph('Words.')}`)
    expect([text, remarks.at(-1)]).toEqual(['Words.', 'a table of contents: the program makes its own'])
  })

  test('a caption belongs to its table, bold heads are heads, and the first row is taken for them', async () => {
    const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Year</w:t></w:r></w:p>'
    const table = `<w:tbl>${cells(bold, paragraph('Price'))}${cells(paragraph('1900'), paragraph('3'))}</w:tbl>`
    const {text, remarks} = await written(`${paragraph('Words.')}${paragraph('What was paid [1]', 'Beschriftung')}${table}`)
    expect(text).toBe('Words.\n\n:::table[What was paid \\[1\\]]\n\n| Year | Price |\n| - | - |\n| 1900 | 3 |\n\n:::')
    expect(remarks).toEqual(['the heads of a table: the first row'])
    expect(parse(text).children.map(({type}) => type)).toEqual(['paragraph', 'containerDirective'])
  })

  test('a frame of one cell is no table, and a row of stars a break', async () => {
    expect((await written(`<w:tbl>${cells(paragraph('In a box.'))}</w:tbl>${paragraph('* * *')}${paragraph('Words.')}`)).text).toBe('In a box.\n\n---\n\nWords.')
  })

  const openDocument = async (styles: string, text: string) => {
    const archive = new JSZip()
    archive.file('content.xml', `<office:document-content xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" xmlns:fo="f"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`)
    return markdownOf(await bring('a.odt', await archive.generateAsync({type: 'uint8array'}))).trim()
  }

  test('a list within a list counts as its style says, though it does not name it again', async () => {
    const style = '<text:list-style style:name="L"><text:list-level-style-number text:level="1"/><text:list-level-style-number text:level="2"/><text:list-level-style-bullet text:level="3"/></text:list-style>'
    const item = (words: string, inner = '') => `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`
    const list = (inner: string) => `<text:list>${inner}</text:list>`
    expect(await openDocument(style, list(item('one', list(item('two', list(item('three')))))).replace('<text:list>', '<text:list text:style-name="L">'))).toBe('1. one\n   1. two\n      - three')
  })

  test('a list of LibreOffice counts on behind other text, and from where it begins', async () => {
    const style = (name: string, first = '') => `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1"${first}/><text:list-level-style-number text:level="2"/></text:list-style>`
    const styles = style('L') + style('M', ' text:start-value="4"')
    const item = (words: string, inner = '', more = '') => `<text:list-item${more}>${words === '' ? '' : `<text:p>${words}</text:p>`}${inner}</text:list-item>`
    const list = (inner: string, more: string) => `<text:list ${more}>${inner}</text:list>`
    const words = '<text:p>Words.</text:p>'
    const text = [
      list(item('one') + item('two', list(item('below'), '')), 'text:style-name="L" xml:id="a"'), words,
      list(item('', list(item('below too'), 'text:continue-numbering="true"')) + item('three'), 'text:style-name="L" text:continue-numbering="true"'), words,
      list(item('four'), 'text:style-name="M" xml:id="b"'), words, list(item('three again'), 'text:style-name="L" text:continue-list="a"'), words,
      list(item('nine', '', ' text:start-value="9"'), 'text:style-name="M"'), words, list(item('five'), 'text:style-name="M" text:continue-list="b"'), words, list(item('one'), 'text:style-name="L"')
    ].join('')
    const lines = (await openDocument(styles, text)).split('\n').filter(line => /\d\. /.test(line)).map(line => line.replace(/^.*?(\d+\. \D+)$/, '$1'))
    expect(lines).toEqual(['1. one', '2. two', '1. below', '2. below too', '3. three', '4. four', '3. three again', '9. nine', '5. five', '1. one'])
  })

  test('heads, titles, quotations and captions that only the names of their styles tell', async () => {
    const table = '<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1900</text:p></table:table-cell></table:table-row></table:table>'
    const text = '<text:h text:style-name="Title" text:outline-level="1">Lamps</text:h><text:p text:style-name="Heading_20_1">The oil</text:p><text:p text:style-name="Quote">Burn.</text:p><text:p text:style-name="Table">What was paid</text:p>'
    expect(await openDocument('', `${text}${table}`)).toBe('---\ntitle: Lamps\n---\n\n## The oil\n\n> Burn.\n\n:::table[What was paid]\n\n| Year |\n| - |\n| 1900 |\n\n:::')
  })

  test('what the author struck out, underlined or hid', async () => {
    const style = (name: string, property: string) => `<style:style style:name="${name}" style:family="text"><style:text-properties ${property}/></style:style>`
    const styles = style('T1', 'style:text-line-through-style="solid"') + style('T2', 'style:text-underline-style="solid"') + style('T3', 'text:display="none"') + style('T4', 'style:text-underline-style="none"')
    expect(await openDocument(styles, '<text:p>a <text:span text:style-name="T1">b</text:span> <text:span text:style-name="T2">c</text:span><text:span text:style-name="T3">d</text:span> <text:span text:style-name="T4">e</text:span></text:p>')).toBe('a ~~b~~ *c* e')
  })
})

describe('web pages', () => {
  const furnished = `<header><a href="/">The Wick</a><nav>Home</nav></header><aside><h2>Related</h2></aside>
    <div class="post"><h1>The Lamp <a href="#lamp">¶</a></h1><p>A lamp was lit on the first day, and it was lit again on the second.</p><div class="share-buttons">Share</div></div>
    <footer>Imprint</footer>`

  test('what stands around the text is left out, and told', async () => {
    const imported = await bring('a.html', `<!doctype html><title>The Lamp – The Wick</title>${furnished}`)
    expect(markdownOf(imported)).toBe('---\ntitle: The Lamp\n---\n\nA lamp was lit on the first day, and it was lit again on the second.\n')
    expect(imported.remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)).toEqual(['The Wick Home', 'Related', 'Share', 'Imprint'].map(words => `what stands around the text: “${words}”`))
  })

  test('a header with the only head, a section\'s, and a foot with notes stay', async () => {
    const page = '<header><h1>Lamps</h1></header><section><header><h2>The oil</h2></header><p>Oil came<a href="#n" id="r">1</a> in barrels, and the barrels came in ships over the sea.</p></section><footer><p id="n">Said. <a href="#r">↩</a></p></footer>'
    expect(markdownOf(await bring('a.html', `<!doctype html>${page}`))).toBe('---\ntitle: Lamps\n---\n\n## The oil\n\nOil came[^1] in barrels, and the barrels came in ships over the sea.\n\n[^1]: Said.\n')
  })

  const told = (words: string, count: string) => ({kind: 'lost', text: `what stands outside of the page's text: “${words}” (${count})`})

  test('what is written around an article is of its text, and the rest is told by its words', async () => {
    const imported = await bring('a.html', `<!doctype html><div class="top"><h1>Lamps</h1></div><p class="lead">Who lit them?</p><div>Menu <a href="/">Home</a></div>
      <main><div class="meta">By the way</div><article><h2>One</h2><p>Said<a href="#n1">there</a>.</p></article><ul><li>${'More of it. '.repeat(9)}</li></ul></main>
      <div><p id="n1">A note.</p></div><section class="footnotes"><p>Another.</p></section><section><h2>Quellen</h2><p>A book.</p></section><script>let x</script><p>The end.</p>`)
    expect(markdownOf(imported)).toBe('---\ntitle: Lamps\n---\n\nWho lit them?\n\n## One\n\nSaidthere.\n\nA note.\n\nAnother.\n\n## Quellen\n\nA book.\n\nThe end.\n')
    expect(imported.remarks.filter(({text}) => text.startsWith('what stands'))).toEqual([told('Menu Home', '2 words'), told('By the way', '3 words'), told('More of it. More of it. More of it. More of it. Mo…', '27 words')])
  })

  test.each([
    ['<main><p>One.</p></main><main><p>Two.</p></main>'],
    ['<article><p>One.</p></article><div>Ad</div><article><p>Two.</p></article>'],
    ['<main><article><p>One.</p></article><article><p>Two.</p></article></main>'],
    ['<article><p>One.</p><article><p>Two.</p></article></article>'],
    ['<article><p>One.</p></article><main><p>Two.</p></main>']
  ])('of several texts all are taken: %s', async page => {
    expect(markdownOf(await bring('a.html', `<!doctype html>${page}`))).toBe('\nOne.\n\nTwo.\n')
  })

  test('a page with very much around its text says so in few lines', async () => {
    const {remarks} = await bring('a.html', `<!doctype html>${'<div>Two words</div>'.repeat(25)}<main><p>One.</p></main>`)
    expect(remarks.filter(({text}) => text.startsWith('what stands'))).toHaveLength(20)
    expect(remarks.at(-1)?.text).toBe('more that stands outside of the page\'s text (10 words)')
  })

  test('a table keeps its caption', async () => {
    expect(markdownOf(await bring('a.html', '<!doctype html><table><caption>What was <em>paid</em></caption><tr><th>A</th></tr><tr><td>b</td></tr></table>'))).toBe('\n:::table[What was *paid*]\n\n| A |\n| - |\n| b |\n\n:::\n')
  })
})
