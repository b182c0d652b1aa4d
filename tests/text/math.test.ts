import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {toHtml} from './to-html.ts'
import {composeMarkdown} from './compose-markdown.ts'

const compose = (text: string, math = true) => composeMarkdown({'a.md': text}, {math})
const html = (text: string, math = true) => toHtml(compose(text, math))

describe('a formula', () => {
  const drawn = (tex: string) => [...html(tex).matchAll(/<(?:menclose|mrow|mtd)[^>]* class="([^"]+)"/g)].flatMap(match => match[1]?.split(' ') ?? [])
  const unknownTo = (sheet: string, classes: readonly string[]) => classes.filter(name => !readFileSync(`templates/${sheet}`, 'utf8').includes(`.${name} {`))

  test.each(['common.css', 'epub/base.css'])('has its bars and the sides of its equations drawn by %s, since browsers know nothing of them', sheet => {
    const classes = drawn('$\\overline{a}\\underline{a}$\n\n$$\n\\begin{aligned}a&=b\\end{aligned}\n$$\n')
    expect(classes).toEqual(['tml-overline', 'tml-underline', 'tml-right', 'tml-left'])
    expect(unknownTo(sheet, classes)).toEqual([])
  })

  test('has its strokes drawn where no reader does it', () => {
    const classes = drawn('$\\cancel{a}\\bcancel{a}\\xcancel{a}\\sout{a}$')
    expect(classes).toEqual(expect.arrayContaining(['upstrike', 'downstrike', 'tml-xcancel', 'sout']))
    expect(unknownTo('common.css', classes)).toEqual([])
  })

  test('is none where a sum of money is meant', () => {
    expect(html('It cost $15 to $20. Between $5 and $6, or $7-$8.')).toContain('<p>It cost $15 to $20. Between $5 and $6, or $7–$8.</p>')
    expect(html('Take $a$ or $b$-fold.').match(/<math/g)).toHaveLength(2)
  })

  test('in a line becomes MathML, with words for those who cannot see it', () => {
    expect(html('Take $a^2$ of it.')).toContain('<span class="formula"><math alttext="a squared"><msup><mi>a</mi><mn>2</mn></msup></math></span> of it.')
  })

  test('says how it is set where an EPUB can hold it', () => {
    expect(html('A $\\boxed{b}$.')).toMatch(/<mstyle scriptlevel="0" displaystyle="true" style="[^"]+"><mi>b<\/mi><\/mstyle>/)
  })

  test('on lines of its own is a block', () => {
    expect(html('Then\n\n$$\na \\le b\n$$\n')).toMatch(/<math display="block"[^>]*alttext="a is less than or equal to b"[^>]*>/)
  })

  test('alone between two dollars is a block too, and with words beside it is none', () => {
    expect(html('Then\n\n$$a \\le b$$\n')).toMatch(/<math display="block"[^>]*alttext="a is less than or equal to b"/)
    expect(html('Then $$a$$ follows.')).not.toContain('display="block"')
    expect(html('$a$')).not.toContain('display="block"')
  })

  test('stands beside raw HTML, which may have some of its own', () => {
    const text = html('A $b$ <span lang="fr">mot</span> <math><mi>x</mi></math>.')
    expect(text.match(/<math/g)).toHaveLength(2)
  })

  test('has no quotation marks or dashes set in it', () => {
    expect(html("$f'' - g$ and \"so\" on")).toContain('“so”')
    expect(html("$f'' - g$")).not.toContain('’')
  })
})

test('stands beside the directives of a line', () => {
  const pamphlet = composeMarkdown({'a.md': '# Sheets\n\nFolded $n$ times:index[folding], see :page[sheets].'}, {math: true})
  expect([toHtml(pamphlet).includes(':index'), pamphlet.index.map(({term}) => term)]).toEqual([false, [[{type: 'text', value: 'folding'}]]])
})

test('without the key dollars are text, and a class makes no formula', () => {
  expect(html('From $15 to $20, says $x$.', false)).toContain('From $15 to $20, says $x$.')
  expect(html('<code class="language-math">x</code>', false)).not.toContain('<math')
})

test('a dollar is written with a backslash', () => {
  expect(html('It costs \\$2 or \\$3.')).toContain('It costs $2 or $3.')
})

describe('what is no TeX', () => {
  test.each([
    ['Text $\\frac{a$ here.', 'a.md:1:6'], ['One\n\n$$\n\\nosuch{a}\n$$\n', 'a.md:3:1'], ['A $\\href{javascript:alert(1)}{x}$.', 'a.md:1:3'],
    [`A $${'x'.repeat(10_001)}$.`, 'a.md:1:3'], ['A $\\def\\a{\\a\\a}\\a$.', 'a.md:1:3'], [`A $${'{'.repeat(4000)}x${'}'.repeat(4000)}$.`, 'a.md:1:3']
  ])('%j is an error at its place, and stays', (text, at) => {
    const {messages} = compose(text)
    expect(messages.filter(({ruleId}) => ruleId === 'bad-formula' || ruleId === 'too-deep').map(({place}) => `${place.file}:${place.line ?? 1}:${place.column ?? 3}`)).toEqual([at])
  })
})

test('nothing that TeX can say makes a script, a link or a handler', () => {
  const piece = fc.constantFrom('\\href{javascript:a}{b}', '\\url{x}', '\\text{<script>}', '\\style{a}{b}', '\\htmlData{onclick=a}{b}', '\\class{a}{b}', '\\includegraphics{a}', '<img src=x>', 'x', '^2', '\\frac{1}{2}', '"')
  fc.assert(fc.property(fc.array(piece, {maxLength: 5}), pieces => {
    const tags = html(`A $${pieces.join(' ')}$ b`).replaceAll(/ alttext="[^"]*"/g, '').match(/<[^>]*>/g) ?? []
    for (const tag of tags) expect(tag).not.toMatch(/^<(?:script|img|a|iframe)\b|\son\w+=|javascript:/)
  }), {numRuns: 60})
})
