import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {closedStyle, mostNested} from '../../scripts/typeset/closed-style.ts'

const closed = (css: string) => {
  const {text, messages} = closedStyle('own.css', css)
  return [text.replace(/ +/g, ' ').trim(), ...messages.map(({ruleId, place}) => `${ruleId} ${place.file}:${place.line}:${place.column}`)]
}

describe('what lies outside a style sheet is taken out, and told with its place', () => {
  test.each([
    ['p {\n  background: red url(http://example.org/a.png)}', 'p {\n background: red none }', '2:19'],
    ['p {background: url("a.png")}', 'p {background: none }', '1:16'],
    ['p {background: u\\72l(\'//example.org/a.png\')}', 'p {background: none }', '1:16'],
    ['p {background: u\\72l(https://example.org/*\\)*/a.png)}', 'p {background: none }', '1:16'],
    ['p {background: image-set("a.png" 1x, "b.png" 2x)}', 'p {background: none }', '1:16'],
    ['\n@import url(http://example.org/a.css) print;\np {color: red}', 'p {color: red}', '2:1'],
    ['@\\69mport "a.css"; p {color: red}', 'p {color: red}', '1:1'],
    ['@import "a.css"', '', '1:1']
  ])('%j', (css, expected, place) => {
    expect(closed(css)).toEqual([expected, `bad-style own.css:${place}`])
  })

  test.each([
    `url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/a.png'/></svg>")`,
    `url('data:image/svg+xml;base64,${Buffer.from('<svg><image xlink:href="//example.org/a.png"/></svg>').toString('base64')}')`,
    `url("data:image/svg+xml;utf8,%3Csvg%3E%3Cstyle%3Ep{fill:url(https://example.org/a.svg)}%3C/style%3E%3C/svg%3E")`,
    `image-set("data:image/svg+xml,<svg><image h&#x72;ef='https://example.org/a.png' href='&#104;ttps://example.org'/></svg>" 1x)`,
    'url("data:text/html,<script>alert(1)</script>")'
  ])('a drawing that loads or runs something is taken out and told: %s', address => {
    const {text, messages} = closedStyle('own.css', `p {color: red}\nq {background: ${address}}`)
    expect(text).toMatch(/^p \{color: red\}\nq \{background: none\s*\}$/)
    expect(messages).toMatchObject([{ruleId: 'bad-style', place: {file: 'own.css', line: 2, column: 16}, remedy: expect.stringContaining('Take out') as string}])
  })

  test.each(['p {background: url(data:image/png;base64,AA)}', 'p {mask: url("#a")}', `p {background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cuse href='%23a'/%3E%3C/svg%3E")}`, '/* url(a.png) */ p::before {content: "url(a.png)"}', 'p {color: red'])('%j stays as it is', css => {
    expect(closed(css)).toEqual([css])
  })
})

describe('rules beyond reason', () => {
  test.each([
    ['rules in rules', `p {color: red}\n${'a{'.repeat(3_000)}${'}'.repeat(3_000)}\nq {color: red}`],
    ['rules that are never closed', `p {color: red}\n${'a{'.repeat(3_000)}`],
    ['brackets in brackets', `p {color: red}\na {width: ${'calc('.repeat(3_000)}1px${')'.repeat(3_000)}}`],
    ['selectors in selectors', `p {color: red}\n${':is('.repeat(3_000)}a${')'.repeat(3_000)} {color: red}`]
  ])('%s are left out, at their place', (_, css) => {
    const {text, messages} = closedStyle('nest.css', css)
    expect(text).toMatch(/^p \{color: red\}\s*(?:q \{color: red\})?$/)
    expect(messages.map(({ruleId, place: {file, line, column}}) => `${ruleId} ${file}:${line}:${column}`)).toEqual(['bad-style nest.css:2:1'])
    expect(messages[0]?.reason).not.toMatch(/stack/i)
  })

  test('what people write is not', () => {
    expect(closed(`${'a{'.repeat(mostNested)}${'}'.repeat(mostNested)}`)).toHaveLength(1)
  })
})

test('whatever it is given, lines stay where they are, and nothing is left that leads out', () => {
  const piece = fc.constantFrom('p', ' {', '}', 'url(', 'url(a.png)', '"a.png"', ')', '(', ';', '\n', '@import ', 'image-set(', '/*', '*/', '"', '\\', 'background:')
  fc.assert(fc.property(fc.array(piece, {maxLength: 30}), pieces => {
    const css = pieces.join('')
    const {text} = closedStyle('own.css', css)
    expect(text.split('\n')).toHaveLength(css.split('\n').length)
    expect(closedStyle('own.css', text).messages).toEqual([])
  }))
})
