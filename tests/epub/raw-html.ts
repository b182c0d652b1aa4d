/** Manuscripts of raw HTML in random nests: every element that may stay, in every other, in every block of Markdown. */
import fc from 'fast-check'

const names = [
  'a', 'abbr', 'address', 'aside', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn',
  'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h6', 'header', 'hr', 'i', 'ins', 'kbd', 'li', 'mark', 'nav', 'ol', 'p', 'pre', 'q',
  'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead',
  'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'
] as const
const empty: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'wbr'])
const attributes = fc.constantFrom('', '', '', ' class="x"', ' lang="fr"', ' dir="rtl"', ' title="t"', ' href="https://example.org/"', ' value="3"', ' span="2"', ' open', ' headers="nowhere"', ' aria-label="l"', ' aria-describedby="nowhere"', ' datetime="once"', ' align="left"', ' start="x"', ' colspan="2"')

/** Words are numbered when all is known: so each is there once. */
const word = fc.constant(' w# ')
const {node} = fc.letrec<{node: string; nodes: string}>(tie => ({
  nodes: fc.array(tie('node'), {maxLength: 4}).map(nodes => nodes.join('')),
  node: fc.oneof({maxDepth: 5, depthSize: 'large'}, word, fc.tuple(fc.constantFrom(...names), attributes, tie('nodes')).map(([name, attribute, inner]) => empty.has(name) ? `<${name}${attribute}>` : `<${name}${attribute}>${inner}</${name}>`))
}))

const block = fc.tuple(fc.constantFrom('', 'w# ', '# w# ', '- w# ', '> w# ', '- ', '> ', '1. ', '*w#* [w#](https://example.org/) '), fc.array(node, {minLength: 1, maxLength: 4})).map(([before, inner]) => before + inner.join('') + ' w#')

/** A manuscript of some blocks; its words are `w1`, `w2` and so on. */
export const nests = fc.array(block, {minLength: 1, maxLength: 4}).map(blocks => {
  let count = 0
  return blocks.join('\n\n').replaceAll('w#', () => `w${count += 1}`)
})

/** The numbered words of a text. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{N}])w\d+(?![\p{L}\p{N}])/gu) ?? []
}
