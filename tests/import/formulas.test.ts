/** Formulas come as TeX, or leave a mark in the text: none goes without a trace. */
import JSZip from 'jszip'
import {describe, expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {parseFormulas} from '../../scripts/manuscript/parse-formulas.ts'
import {mathml} from '../../scripts/text/mathml.ts'

const bring = (name: string, bytes: Uint8Array | string) => importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: () => Promise.resolve(undefined)})
/** What comes of a page's body: the Markdown below its front matter. */
const page = async (html: string) => markdownOf(await bring('a.html', `<!doctype html>${html}`)).replace(/^---\n[^]*?\n---\n/, '').trim()

describe('MathML', () => {
  test.each([
    ['<mfrac><mi>a</mi><mn>2</mn></mfrac><mo>+</mo><msqrt><mi>x</mi><mo>−</mo><mn>1</mn></msqrt>', '\\frac{a}{2}+\\sqrt{x-1}'],
    ['<mroot><mi>x</mi><mn>3</mn></mroot><mo>≤</mo><mi>π</mi><mi>r</mi>', '\\sqrt[3]{x}\\leq \\pi r'],
    ['<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msup><mi>i</mi><mn>2</mn></msup>', '\\sum_{i=1}^{n}i^{2}'],
    ['<munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover><msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup>', '\\int\\limits_{0}^{1}a_{1}^{2}'],
    ['<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow>', '\\left( \\frac{a}{b} \\right)(a)'],
    ['<mrow><mo>{</mo><mtable><mtr><mtd><mn>0</mn></mtd><mtd><mtext>if $5 &amp; more</mtext></mtd></mtr></mtable></mrow>', '\\begin{cases} 0 & \\text{if \\$5 \\& more} \\end{cases}'],
    ['<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>', '\\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix}'],
    ['<mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr></mtable>', '\\begin{aligned} a & =b \\end{aligned}'],
    ['<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mi>sin</mi><mo>⁡</mo><mi>x</mi><mi>sgn</mi><mi>y</mi>', '\\lim_{x\\to 0}\\sin x\\operatorname{sgn}y'],
    ['<mover><mi>x</mi><mo>^</mo></mover><mover><mi>AB</mi><mo>¯</mo></mover><mover><mi>v</mi><mo>→</mo></mover><mover><mo>=</mo><mi>d</mi></mover>', '\\hat{x}\\overline{\\operatorname{AB}}\\vec{v}\\overset{d}{=}'],
    ['<munder><munder><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>⏟</mo></munder><mi>n</mi></munder>', '\\underbrace{a+b}_{n}'],
    ['<mi mathvariant="bold">x</mi><mi mathvariant="double-struck">E</mi><mi mathvariant="normal">d</mi><mi>𝐲</mi><mi>𝑧</mi>', '\\mathbf{x}\\mathbb{E}\\mathrm{d}\\mathbf{y}z'],
    ['<mmultiscripts><mi>X</mi><mi>a</mi><mi>b</mi><mprescripts/><mn>1</mn><mn>2</mn></mmultiscripts>', '{}_{1}^{2}{X}_{a}^{b}'],
    ['<mn>1,5</mn><mo>%</mo><mo>#</mo><mo>_</mo><menclose notation="box"><mi>y</mi></menclose><mi>f</mi>', '1{,}5\\%\\#\\_\\boxed{y}f'],
    ['<msup><msup><mi>a</mi><mi>b</mi></msup><mi>c</mi></msup><msup><mi>f</mi><mo>′</mo></msup>', '{a^{b}}^{c}f\''],
    ['<semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">{\\displaystyle x\\,}</annotation></semantics>', 'x\\,']
  ])('%s', async (inside, tex) => {
    expect(await page(`<p>Say <math>${inside}</math> here.</p>`)).toBe(tex.includes('$') ? `Say $$${tex}$$ here.` : `Say $${tex}$ here.`)
    expect(mathml(tex, false)).toHaveProperty('html')
  })

  test('what TeX makes of it has the same signs again, and the Markdown is read back as formulas', async () => {
    const text = await page('<p>Say <math><mi>x</mi><mo>&lt;</mo><mi>y</mi></math> here.</p><p><math display="block"><mi>x</mi></math></p>')
    expect(text).toBe('Say $x<y$ here.\n\n$$\nx\n$$')
    expect(parseFormulas(text).children.map(({type}) => type)).toEqual(['paragraph', 'math'])
  })

  test('a dollar is marked where formulas are, and only there', async () => {
    expect(await page('<p>It costs $5 or $6, <math><mi>x</mi></math>.</p>')).toBe('It costs \\$5 or \\$6, $x$.')
    expect(await page('<p>It costs $5 or $6.</p>')).toBe('It costs $5 or $6.')
  })

  test.each([
    ['an element that is not known', '<mfrac><mi>a</mi><mlongdiv><mi>b</mi></mlongdiv></mfrac>'],
    ['an enclosure that is not known', '<menclose notation="phasorangle"><mi>b</mi></menclose>'],
    ['an annotation and a formula that are not the same', '<semantics><mlongdiv><mi>b</mi></mlongdiv><annotation encoding="application/x-tex">c</annotation></semantics>'],
    ['TeX that nothing can set', '<semantics><mi>b</mi><annotation encoding="application/x-tex">\\frac{b</annotation></semantics>'],
    ['nothing', '']
  ])('%s leaves a mark and is told with its place', async (_, inside) => {
    const imported = await bring('a.html', `<!doctype html><p>So the rule of <b>three</b> says <math>${inside}</math> here.</p>`)
    expect(markdownOf(imported)).toBe('\nSo the rule of **three** says \\[formula] here.\n')
    expect(imported.remarks.map(({kind, text}) => `${kind}: ${text}`)).toEqual(['lost: a formula behind “the rule of three says”: [formula] stands in its place, write it as $TeX$'])
  })

  test('a formula in a note, a head and a cell', async () => {
    const x = '<math><mi>x</mi></math>'
    expect(await page(`<h1>T</h1><p>A.</p><h2>On ${x}</h2><table><tr><th>${x}</th></tr><tr><td>1</td></tr></table><p>Words<a href="#n" id="r">1</a>.</p><p id="n">See ${x}. <a href="#r">↩</a></p>`))
      .toBe('A.\n\n## On $x$\n\n| $x$ |\n| - |\n| 1 |\n\nWords[^1].\n\n[^1]: See $x$.')
  })

  test.each([
    ['KaTeX', '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span>'],
    ['MathJax', '<mjx-container><svg></svg><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>'],
    ['Wikipedia', '<span class="mwe-math-element"><span style="display: none;"><math><mi>x</mi></math></span><img src="https://example.org/x.svg" alt="x"></span>']
  ])('the second form of a formula by %s goes', async (_, markup) => {
    expect(await page(`<p>Say ${markup} here.</p>`)).toBe('Say $x$ here.')
  })
})

test('many formulas that cannot be read are told in a line', async () => {
  const imported = await bring('a.html', `<!doctype html><p>${'<math><mlongdiv></mlongdiv></math> and '.repeat(30)}</p>`)
  expect(imported.remarks.map(({text}) => text).slice(-1)).toEqual(['10 more formulas: look for [formula]'])
})

describe('formulas of Word', () => {
  const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const wordFile = (body: string) => {
    const archive = new JSZip()
    archive.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    archive.file('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    archive.file('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`)
    return archive.generateAsync({type: 'uint8array'})
  }
  const run = (text: string, properties = '') => `<m:r>${properties === '' ? '' : `<m:rPr>${properties}</m:rPr>`}<w:rPr><w:rFonts w:ascii="Cambria Math"/></w:rPr><m:t>${text}</m:t></m:r>`
  const part = (name: string, inside: string) => `<m:${name}>${inside}</m:${name}>`
  const control = '<m:ctrlPr><w:rPr><w:i/></w:rPr></m:ctrlPr>'
  const plainStyle = '<m:sty m:val="p"/>'
  const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

  test.each([
    ['a fraction', `<m:f><m:fPr>${control}</m:fPr>${part('num', run('a+1'))}${part('den', run('b'))}</m:f>`, '\\frac{a+1}{b}'],
    ['a fraction on a slope', `<m:f><m:fPr><m:type m:val="skw"/></m:fPr>${part('num', run('1'))}${part('den', run('2'))}</m:f>`, '{1}/{2}'],
    ['a binomial', `<m:d><m:e><m:f><m:fPr><m:type m:val="noBar"/></m:fPr>${part('num', run('n'))}${part('den', run('k'))}</m:f></m:e></m:d>`, '\\left( \\genfrac{}{}{0pt}{}{n}{k} \\right)'],
    ['scripts', `<m:sSup>${part('e', run('x'))}${part('sup', run('2'))}</m:sSup><m:sSubSup>${part('e', run('a'))}${part('sub', run('i'))}${part('sup', run('n'))}</m:sSubSup><m:sSub>${part('e', run('b'))}${part('sub', run('1,5'))}</m:sSub>`, 'x^{2}a_{i}^{n}b_{1{,}5}'],
    ['scripts in front', `<m:sPre>${part('sub', run('1'))}${part('sup', run('2'))}${part('e', run('H'))}</m:sPre>`, '{}_{1}^{2}{H}'],
    ['roots', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${part('e', run('x'))}</m:rad><m:rad>${part('deg', run('3'))}${part('e', run('y'))}</m:rad>`, '\\sqrt{x}\\sqrt[3]{y}'],
    ['a sum', `<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>${part('sub', run('i=1'))}${part('sup', run('n'))}${part('e', run('i'))}</m:nary>`, '\\sum_{i=1}^{n}i'],
    ['an integral, with one end and with none', `<m:nary><m:naryPr><m:supHide m:val="on"/></m:naryPr>${part('sub', run('D'))}<m:sup/>${part('e', run('f'))}</m:nary><m:nary><m:naryPr><m:subHide/><m:supHide/></m:naryPr><m:sub/><m:sup/>${part('e', run('g'))}</m:nary>`, '\\int_{D}f\\int g'],
    ['delimiters', `<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="["/></m:dPr>${part('e', run('a'))}${part('e', run('b'))}</m:d>`, '[a;b['],
    ['cases', `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${part('e', `<m:eqArr>${part('e', run('0'))}${part('e', run('1'))}</m:eqArr>`)}</m:d>`, '\\begin{cases} 0 \\\\ 1 \\end{cases}'],
    ['equations below each other', `<m:eqArr>${part('e', run('a&amp;=b'))}${part('e', run('c&amp;=d'))}</m:eqArr>`, '\\begin{aligned} a & =b \\\\ c & =d \\end{aligned}'],
    ['functions', `<m:func>${part('fName', run('sin', plainStyle))}${part('e', run('x'))}</m:func><m:func>${part('fName', `<m:limLow>${part('e', run('max', plainStyle))}${part('lim', run('y'))}</m:limLow>`)}${part('e', run('y'))}</m:func>`, '\\sin x\\max_{y}y'],
    ['a matrix', `<m:d>${part('e', `<m:m><m:mPr><m:mcs/></m:mPr>${part('mr', part('e', run('1')) + part('e', run('0')))}${part('mr', part('e', run('0')) + part('e', run('1')))}</m:m>`)}</m:d>`, '\\left( \\begin{matrix} 1 & 0 \\\\ 0 & 1 \\end{matrix} \\right)'],
    ['accents and bars', `<m:acc>${part('e', run('x'))}</m:acc><m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr>${part('e', run('v'))}</m:acc><m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${part('e', run('AB'))}</m:bar><m:bar>${part('e', run('c'))}</m:bar>`, '\\hat{x}\\vec{v}\\overline{AB}\\underline{c}'],
    ['a brace with words', `<m:limLow>${part('e', `<m:groupChr>${part('e', run('a+b'))}</m:groupChr>`)}${part('lim', run('n times', '<m:nor/>'))}</m:limLow>`, '\\underbrace{a+b}_{\\text{n times}}'],
    ['alphabets', run('R', '<m:scr m:val="double-struck"/>') + run('x', '<m:sty m:val="b"/>') + run('d', plainStyle) + run('2', '<m:sty m:val="b"/>') + run('≤π'), '\\mathbb{R}\\mathbf{x}\\mathrm{d}\\mathbf{2}\\leq \\pi'],
    ['boxes and what is unseen', `<m:box>${part('e', run('a'))}</m:box><m:borderBox>${part('e', run('b'))}</m:borderBox><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr>${part('e', run('c'))}</m:phant>`, 'a\\boxed{b}\\phantom{c}'],
    ['words, and marks of review', `${words('if')}<w:ins>${run('x')}</w:ins><w:del>${run('y')}</w:del><w:bookmarkStart/>`, '\\text{if}x']
  ])('%s', async (_, inside, tex) => {
    const imported = await bring('a.docx', await wordFile(`<w:p>${words('Say ')}<m:oMath>${inside}</m:oMath>${words(' here.')}</w:p>`))
    expect(markdownOf(imported)).toBe(`---\nmath: true\n---\n\nSay $${tex}$ here.\n`)
    expect(imported.remarks.map(({kind, text}) => `${kind}: ${text}`)).toEqual(['guessed: a formula as TeX: compare with the file'])
  })

  test('lines of their own, one formula or several', async () => {
    const formula = (text: string) => `<m:oMath>${run(text)}</m:oMath>`
    const text = markdownOf(await bring('a.docx', await wordFile(`<w:p>${words('Words.')}</w:p><w:p><m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>${formula('x')}</m:oMathPara></w:p><w:p><m:oMathPara>${formula('y')}${formula('z')}</m:oMathPara>${words(' (1)')}</w:p>`)))
    expect(text).toBe('---\nmath: true\n---\n\nWords.\n\n$$\nx\n$$\n\n$\\begin{matrix} y \\\\ z \\end{matrix}$ (1)\n')
  })

  test('what is not known leaves a mark', async () => {
    const imported = await bring('a.docx', await wordFile(`<w:p>${words('Say ')}<m:oMath>${run('x')}<m:novelty/></m:oMath>${words(' here.')}</w:p>`))
    expect(markdownOf(imported)).toBe('\nSay \\[formula] here.\n')
    expect(imported.remarks.map(({text}) => text)).toEqual(['a formula behind “Say”: [formula] stands in its place, write it as $TeX$'])
  })
})

test('formulas of LibreOffice are objects of their own; other objects are told', async () => {
  const frame = (name: string) => `<draw:frame><draw:object xlink:href="./${name}"/><draw:image xlink:href="./ObjectReplacements/${name}"/></draw:frame>`
  const archive = new JSZip()
  archive.file('content.xml', `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="l"><office:body><office:text><text:p>Say ${frame('Object 1')} here.</text:p><text:p>${frame('Object 1')}</text:p><text:p>See ${frame('Object 2')}.</text:p></office:text></office:body></office:document-content>`)
  archive.file('Object 1/content.xml', '<?xml version="1.0"?>\n<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd"><math:math xmlns:math="http://www.w3.org/1998/Math/MathML" display="block"><math:semantics><math:mrow><math:mfrac><math:mi>a</math:mi><math:mi>b</math:mi></math:mfrac></math:mrow><math:annotation math:encoding="StarMath 5.0">a over b</math:annotation></math:semantics></math:math>')
  archive.file('Object 2/content.xml', '<office:document-content xmlns:office="o"/>')
  const imported = await bring('a.odt', await archive.generateAsync({type: 'uint8array'}))
  expect(markdownOf(imported)).toBe('---\nmath: true\n---\n\nSay $\\frac{a}{b}$ here.\n\n$$\n\\frac{a}{b}\n$$\n\nSee .\n')
  expect(imported.remarks.map(({text}) => text)).toEqual(expect.arrayContaining(['a chart or other object', '2 formulas as TeX: compare with the file']))
})
