/** Manuscripts that nobody would write: tags that match nothing, Markdown cut short, directives in each other, odd characters. */
import fc from 'fast-check'

const allowed = [
  'a', 'abbr', 'address', 'article', 'aside', 'b', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn',
  'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h6', 'header', 'hr', 'i', 'img', 'input', 'ins', 'kbd', 'li', 'main', 'mark', 'nav',
  'ol', 'p', 'pre', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td',
  'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'
]
/** What may not stay, but for its words. */
const withheld = [
  'body', 'button', 'center', 'embed', 'fieldset', 'font', 'form', 'frame', 'frameset', 'html', 'head', 'iframe', 'image', 'label', 'legend', 'link', 'listing', 'marquee', 'meta',
  'nobr', 'noembed', 'noframes', 'noscript', 'object', 'optgroup', 'option', 'param', 'plaintext', 'portal', 'select', 'slot', 'source', 'textarea', 'video', 'x', 'xmp', 'x-y'
]
/** What goes with all that is in it, where it is closed. */
export const unread = ['script', 'style', 'template']
/** What holds words in a way of its own; a formula may stand in a word. */
const foreign = ['script', 'style', 'svg', 'style', 'template', 'title']

const attributes = fc.constantFrom(
  ' class="c"', ' id="i"', ' id=i', ' onclick="alert(1)"', ' ONLOAD=alert(1)', ' style="position:fixed;background:url(https://example.org/x)"', ' href="https://example.org/"', ' href="javascript:alert(1)"',
  ' href=" java\tscript:alert(1)"', ' href="data:text/html,<script>alert(1)</script>"', ' href="#nowhere"', ' src="https://example.org/x.png"', ' src="map.svg"', ' src=//example.org/x.js',
  ' srcset="https://example.org/x.png 2x"', ' srcdoc="<script>alert(1)</script>"', ' action="https://example.org/"', ' lang=fr', ' dir="rtl"', ' title="a > b"', ' title=\'"\'', ' data-noteref="a"', ' data-page-ref="i"', ' data-index="1"', ' data-at="x"',
  ' role="doc-noteref"', ' colspan=2', ' rowspan="0"', ' headers="i"', ' scope="col"', ' start="-1"', ' value="x"', ' hidden', ' open', ' type="checkbox"', ' span="3"', ' xmlns="http://www.w3.org/2000/svg"', ' xlink:href="javascript:alert(1)"',
  ' aria-labelledby="nowhere"', ' datetime="once"', ' align="left"', ' "', ' =', ' a=b=c', '/', ' \u0000x="y"', ' __proto__="x"', ' constructor', ' is="x-y"', ' cite="javascript:alert(1)"', ' contenteditable', ' autofocus'
)
const name = fc.oneof({weight: 9, arbitrary: fc.constantFrom(...allowed)}, {weight: 3, arbitrary: fc.constantFrom(...withheld)}, {weight: 1, arbitrary: fc.constantFrom(...foreign)}).chain(each => fc.constantFrom(each, each, each, each.toUpperCase()))
const opening = fc.tuple(name, fc.array(attributes, {maxLength: 3}), fc.constantFrom('>', '>', '>', '>', ' >', '/>')).map(([tag, given, end]) => `<${tag}${given.join('')}${end}`)
const closing = name.map(tag => `</${tag}>`)

/** A word that a reader is to see; it is given its letters when all words are known. */
const word = fc.constantFrom(' WORD ', ' WORD ', 'WORD')
const odd = fc.constantFrom(
  '&amp;', '&lt;script&gt;', '&#0;', '&#x202E;', '&#8232;', '&nbsp;', '&nosuch;', '&copy', '&#x110000;', '\u0000', '\u0007', '\u200B', '\u00AD', '\u202E', '\u2028', '\uFEFF', '\uFFFE', '\uD83D', '\u{1F5DE}\uFE0F',
  'e\u0301\u0302', 'مرحبا', '漢字', '\\', '\\<', '<', '>', '< b', '</', '<>', '&', '"', '\'', '--', '...', '$x$', '$$', '%', '^', '~', '*', '**', '_', '`', '``', '[', ']', '](', '![', '[^', ':', '::', ':x', '|', '#', '{', '}', '{#i}', '  \n', '\\\n', '\n', '\r\n', '\t'
)
const marked = fc.constantFrom(
  '<!-- HIDDEN -->', '<!-- HIDDEN > -->', '<!-->', '<!--->', '<!-- <script> HIDDEN </script> -->', '<!DOCTYPE html>', '<!ELEMENT a>', '<?php HIDDEN ?>', '<?xml version="1.0"?>', '<![CDATA[ WORD ]]>', '<![CDATA[<b onclick="x"> WORD </b>]]>'
)
/** What takes all the text behind it, or the text up to where it happens to end. */
const cut = fc.constantFrom('<!--CUT ', '<?CUT ', '<![CDATA[CUT ', '<a href="CUT ', '<b title=\'CUT ', '<div CUT ')

const {inline} = fc.letrec<{inline: string; inlines: string; raw: string}>(tie => ({
  inlines: fc.array(tie('inline'), {maxLength: 4}).map(parts => parts.join('')),
  raw: fc.oneof({weight: 3, arbitrary: opening}, {weight: 2, arbitrary: closing}, {weight: 4, arbitrary: fc.tuple(name, fc.array(attributes, {maxLength: 2}), tie('inlines')).map(([tag, given, inner]) => `<${tag}${given.join('')}>${inner}</${tag}>`)}, {weight: 1, arbitrary: marked}),
  inline: fc.oneof({maxDepth: 4, depthSize: 'large'},
    {weight: 6, arbitrary: word},
    {weight: 1, arbitrary: odd},
    {weight: 3, arbitrary: tie('raw')},
    {weight: 3, arbitrary: fc.tuple(fc.constantFrom(['*', '*'], ['**', '**'], ['_', '_'], ['~~', '~~'], ['`', '`'], ['[', '](https://example.org/)'], ['[', '](javascript:alert(1))'], ['[', '](#i "HIDDEN")'], ['[', '][ref]'], ['[', ']'], [':x[', ']{onclick="x"}'], [':b[', ']'], ['(', ')'], ['"', '"'] as const), tie('inlines')).map(([[before, behind], inner]) => before + inner.trim() + behind)},
    {weight: 1, arbitrary: fc.constantFrom('[^a]', '[^b]', '[^nowhere]', '![HIDDEN](map.svg)', '![HIDDEN](map.svg "HIDDEN")', '<https://example.org/>', 'https://example.org/', ':index[HIDDEN]', ':index[HIDDEN!HIDDEN]{from}', ':page[i]', ':x', '[ref]', '[x]')})
}))
const line = fc.array(inline, {minLength: 1, maxLength: 5}).map(parts => parts.join(''))

const directive = fc.constantFrom('epigraph', 'verse', 'pullquote', 'figure', 'aside', 'table', 'timeline', 'pagebreak', 'imprint', 'verze', '__proto__')
const given = fc.constantFrom('', '', '{#i}', '{.c}', '{src=map.svg alt="HIDDEN"}', '{onclick="x" style="x"}', '{src="https://example.org/x.png"}', '{title="HIDDEN"}', '{', '{}', ' {.c}')
const lines = fc.array(line, {minLength: 1, maxLength: 3}).map(each => each.join('\n'))

const {blocks} = fc.letrec<{block: string; blocks: string}>(tie => ({
  blocks: fc.array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n')), {minLength: 1, maxLength: 5}).map(each => each.flat().join('')),
  block: fc.oneof({maxDepth: 3, depthSize: 'large'},
    {weight: 4, arbitrary: lines},
    {weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '### ', '###### ', '> ', '- ', '* ', '1. ', '7) ', '- [ ] ', '    ', '\t', '[^a]: ', '[^b]: ', '[^c]: ', ': '), lines).map(parts => parts.join(''))},
    {weight: 1, arbitrary: fc.tuple(line, fc.constantFrom('\n===', '\n---', ' {#i .c}', '\n: ')).map(parts => parts.join(''))},
    {weight: 1, arbitrary: fc.tuple(line, line, line, line).map(([a, b, c, d]) => `| ${a} | ${b} |\n|---|:-:|\n| ${c} | ${d} |`)},
    {weight: 1, arbitrary: fc.tuple(fc.constantFrom('```', '```js', '~~~'), lines, fc.constantFrom('\n```', '\n~~~')).map(([a, b, c]) => `${a}\n${b}${c}`)},
    {weight: 3, arbitrary: fc.tuple(opening, fc.constantFrom('', '\n', '\n\n'), tie('blocks'), fc.constantFrom('', '\n', '\n\n'), closing).map(parts => parts.join(''))},
    {weight: 2, arbitrary: fc.tuple(name, fc.constantFrom('\n', '\n\n'), tie('blocks')).map(([tag, gap, inner]) => `<${tag}>${gap}${inner}${gap}</${tag}>`)},
    {weight: 3, arbitrary: fc.tuple(fc.constantFrom(':::', ':::', '::::'), directive, fc.constantFrom('', '', '[ WORD ]'), given, tie('blocks'), fc.constantFrom('\n:::', '\n:::', '\n::::', '')).map(([colons, called, label, more, inner, end]) => `${colons}${called}${label}${more}\n${inner}${end}`)},
    {weight: 1, arbitrary: fc.tuple(directive, given).map(([called, more]) => `::${called}[ WORD ]${more}`)},
    {weight: 1, arbitrary: fc.tuple(fc.constantFrom('> ', '- ', '  ', '> > '), tie('blocks')).map(([mark, inner]) => inner.split('\n').map(each => mark + each).join('\n'))},
    {weight: 1, arbitrary: fc.constantFrom('***', '---', '[ref]: https://example.org/ "HIDDEN"', '[ref]: javascript:alert(1)', '<hr>', '---\ntitle: HIDDEN\n---', '| WORD', ':::')})
}))

/** A table by its tags, of which any may be missing. */
const tags = fc.array(fc.oneof(word, fc.constantFrom('<table>', '<caption>', '<colgroup>', '<col>', '<thead>', '<tbody>', '<tfoot>', '<tr>', '<td>', '<th>', '</table>', '</tr>', '</td>', '</tbody>', '</caption>', '<ul>', '<li>', '<dl>', '<dt>', '<dd>', '</ul>', '</li>', '</dl>', '<p>', '</p>', '<b>', '</b>', '<a href="https://example.org/">', '</a>', '\n', '\n\n')), {minLength: 3, maxLength: 14}).map(parts => parts.join(''))

const body = fc.tuple(fc.array(fc.oneof({weight: 5, arbitrary: blocks}, {weight: 1, arbitrary: tags}), {minLength: 1, maxLength: 4}), fc.option(fc.tuple(cut, blocks), {freq: 12})).map(([each, last]) => [...each, ...last ?? []].join('\n\n'))

/** Written with letters that no rule changes: `zabcz`. */
export const letters = (number: number) => `z${[625, 25, 1].map(unit => String.fromCharCode(97 + Math.floor(number / unit) % 25)).join('')}z`

/** A hostile manuscript: its words are each another, from `zaaaz` on, in the order in which they stand. */
export const hostileManuscripts = body.map(text => {
  let count = 0
  const named = text.replaceAll(/WORD|HIDDEN/g, kind => kind === 'WORD' ? letters(count++) : 'hidden')
  return `---\ntitle: T\nlang: en\n---\n\nBefore.\n\n${named}\n`
})

/** The words of a text, in their order. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/z[a-y]{3}z/g) ?? []
}
