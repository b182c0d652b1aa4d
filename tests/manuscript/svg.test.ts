import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {inspectSvg} from '../../scripts/manuscript/svg.ts'
import {readXml, XmlError} from '../../scripts/manuscript/xml.ts'
import {assets} from '../stock.ts'

const judge = (text: string) => inspectSvg(new TextEncoder().encode(text))
const svg = (attributes = '', content = '') => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`

test('says what is lettered in it, not what describes it', () => {
  expect(judge('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Title</title><text>A<!-- no --><tspan>&#x416;</tspan><title>No</title></text><style>a {}</style></svg>')).toEqual({widthPx: 9, heightPx: 9, lettering: 'AЖ'})
  expect(judge('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@font-face {font-family: "Own"; src: url("data:font/woff2;base64,AQID")}</style><text>A</text></svg>')).toEqual({widthPx: 9, heightPx: 9})
})

describe('the size of an SVG', () => {
  test.each([
    ['', 300, 150],
    ['width="40" height="20"', 40, 20],
    ['width="1in" height="25.4mm"', 96, 96],
    ['width="72pt" height="1pc"', 96, 16],
    ['viewBox="0 0 40 20"', 40, 20],
    ['viewBox="0,0,40,20" width="100"', 100, 50],
    ['viewBox="0 0 40 20" height="100px"', 200, 100],
    ['viewBox="0 0 40 20" width="100%" height="100%"', 40, 20],
    ['viewBox="a b c d" height="7"', 300, 7],
    ['width="auto" height="inherit"', 300, 150],
    ['width="1e9" height="0.1" viewBox="0 0 1 1"', 1_000_000, 1]
  ])('%s', (attributes, widthPx, heightPx) => {
    expect(judge(svg(attributes))).toEqual({widthPx, heightPx})
  })

  test.each([
    ['viewBox="0 0 0 0" width="7"', 'corrupt', '`viewBox="0 0 0 0"`'], ['viewBox="0 0 -1 5"', 'corrupt', '`viewBox="0 0 -1 5"`'], ['width="-5" height="4"', 'corrupt', '`width="-5"`'],
    ['width="4" height="0"', 'corrupt', '`height="0"`'], ['height="0.0mm"', 'corrupt', '`height="0.0mm"`'], ['width="99999999" height="9"', 'unsafe', 'of more than 100,000 px']
  ])('%s leaves nothing to see', (attributes, fault, actual) => {
    expect(judge(svg(attributes))).toEqual({fault, actual: expect.stringContaining(actual) as string, expected: expect.any(String) as string, remedy: expect.stringMatching(/\.$/) as string})
  })
})

describe('a sound SVG', () => {
  test.each([
    ['with declaration, comment, document type and prefix', '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- a - b -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d=\'M0 0\'/></s:svg>\n'],
    ['with references inside', svg('xmlns:xlink="http://www.w3.org/1999/xlink"', '<defs><linearGradient id="a"/></defs><use xlink:href="#a"/><path fill="url(#a)" style="stroke: url( \'#a\' )"/><image href="data:image/png;base64,AAAA"/>')],
    ['with a style sheet and a font inside', svg('', '<style><![CDATA[@font-face {font-family: a; src: url("data:font/woff2;base64,AAAA")} a > b {fill: url(#a)}]]></style>')],
    ['with text and entities', svg('', '<text>A &amp; B &lt; &#233; &#xE9; — é</text>')],
    ['with the words of a drawing program', svg('xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"', '<metadata><rdf:RDF><cc:Work rdf:about=""><cc:license rdf:resource="http://creativecommons.org/"/></cc:Work></rdf:RDF></metadata>')]
  ])('%s', (_name, text) => {
    expect(judge(text).fault).toBeUndefined()
  })

  test('the stock picture', () => {
    for (const {bytes} of assets.values()) expect(inspectSvg(bytes)).toEqual({widthPx: 40, heightPx: 20})
  })
})

describe('what may not be in an SVG', () => {
  test.each([
    ['element `script`', svg('', '<script href="#a"/>')],
    ['element `x:SCRIPT`', svg('xmlns:x="http://www.w3.org/2000/svg"', '<x:SCRIPT/>')],
    ['element `foreignObject`', svg('', '<g><foreignObject/></g>')],
    ['element `h:iframe`', svg('xmlns:h="http://www.w3.org/1999/xhtml"', '<h:iframe/>')],
    ['event handler `onload`', svg('onload="a()"')],
    ['event handler `ONCLICK`', svg('', '<path ONCLICK="a()"/>')],
    ['animation of `xlink:href`', svg('', '<set attributeName="xlink:href" to="#b"/>')],
    ['animation of `onclick`', svg('', '<set attributeName="onclick" to="a()"/>')],
    ['external reference in `href`', svg('', '<image href="a.png"/>')],
    ['external reference in `href`', svg('', '<a href="javascript:a()"><path/></a>')],
    ['external reference in `href`', svg('', '<use href="&#x68;ttps://example.org/#a"/>')],
    ['external reference in `href`', svg('', '<image href="data:image/svg+xml,&lt;svg/>"/>')],
    ['external reference in `xml:base`', svg('xml:base="https://example.org/"')],
    ['external reference in `fill`', svg('', '<path fill="url(https://example.org/#a)"/>')],
    ['external reference in `style`', svg('', '<path style="fill: u\\72l(a.svg#a)"/>')],
    ['external reference in a style sheet', svg('', '<style>@import "a.css";</style>')],
    ['external reference in a style sheet', svg('', '<style>@im<!-- -->port "a.css";</style>')],
    ['external reference in a style sheet', svg('', '<style><![CDATA[a {b: image-set("a.png" 1x)}]]></style>')],
    ['processing instruction `xml-stylesheet`', `<?xml-stylesheet href="a.css"?>${svg()}`],
    ['declarations in the document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('', '&a;')}`],
    ['declarations in the document type', `<!DOCTYPE svg [ <!ATTLIST svg a CDATA "b"> ]>${svg()}`]
  ])('%s: %s', (actual, text) => {
    expect(judge(text)).toMatchObject({fault: 'unsafe', actual})
  })
})

describe('what is no SVG', () => {
  test.each([
    ['no namespace', '<svg/>'],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['another element', '<g xmlns="http://www.w3.org/2000/svg"/>'],
    ['not closed', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['closed twice', `${svg()}</svg>`],
    ['two roots', `${svg()}${svg()}`],
    ['text around', `${svg()}a`],
    ['overlap', svg('', '<g><a></g></a>')],
    ['an attribute twice', svg('', '<g a="" a=""/>')],
    ['no quotes', svg('', '<g a=b/>')],
    ['an open quote', svg('', '<g a="/>')],
    ['a lone `&`', svg('', 'a & b')],
    ['an unknown entity', svg('', '&nbsp;')],
    ['a forbidden character', svg('', '&#0;')],
    ['a control character', svg('', '\u0001')],
    ['`--` in a comment', svg('', '<!-- a -- b -->')],
    ['an open comment', svg('', '<!-- a')],
    ['`]]>` in text', svg('', ']]>')],
    ['a prefix without a namespace', svg('', '<a:b/>')],
    ['a late declaration', ` <?xml version="1.0"?>${svg()}`],
    ['too deep', '<svg xmlns="http://www.w3.org/2000/svg">'.repeat(300) + '</svg>'.repeat(300)],
    ['nothing', '']
  ])('%s', (_name, text) => {
    expect(judge(text).fault).toBe('corrupt')
  })

  test('another encoding', () => {
    expect(inspectSvg(new Uint8Array([0xFF]))).toMatchObject({fault: 'corrupt', actual: 'encoding'})
    expect(judge(`<?xml version="1.0" encoding="UTF-7"?>${svg()}`)).toMatchObject({fault: 'corrupt', actual: 'encoding'})
  })
})

describe('any text', () => {
  const piece = fc.constantFrom('<', '>', '/', '<svg', ' xmlns="http://www.w3.org/2000/svg"', '</svg>', '<g>', '</g>', '"', '\'', '=', ' ', 'a', '&', ';', '<!--', '-->', '<![CDATA[', ']]>', '<?xml', '?>', '<!DOCTYPE', '[', ':', '\u0000')

  test('is judged and never thrown at', () => {
    fc.assert(fc.property(fc.array(piece, {maxLength: 40}), pieces => {
      expect(judge(pieces.join(''))).toBeTypeOf('object')
      try {
        readXml(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError)
      }
    }), {numRuns: 1_000})
  })

  test.each([
    ['a large picture inside', svg('', `<image href="data:image/png;base64,${'A'.repeat(10_000_000)}"/>`)],
    ['many instructions', '<?a?>'.repeat(200_000)],
    ['many document types', '<!DOCTYPE '.repeat(200_000)],
    ['a long comment', svg('', `<!--${' a-'.repeat(1_000_000)}-->`)],
    ['many attributes', svg(Array.from({length: 20_000}, (_, index) => `a${index}=""`).join(' '))],
    ['much white space', `<svg ${' '.repeat(1_000_000)}`],
    ['many elements', svg('', '<g/>'.repeat(200_000))]
  ])('%s: in time', (_name, text) => {
    const start = performance.now()
    expect(judge(text)).toBeTypeOf('object')
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
