import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {phrases} from '../../scripts/text/formula-speech/phrases.ts'
import {namesIn} from '../../scripts/text/formula-speech/signs.ts'
import {spokenFormula} from '../../scripts/text/formula-speech/speak.ts'
import {mathml} from '../../scripts/text/mathml.ts'
import {toHtml} from './to-html.ts'
import {composeMarkdown} from './compose-markdown.ts'

function spoken(tex: string, lang = 'en'): string | undefined {
  const [math] = fromHtml(mathml(tex, true).html ?? '', {fragment: true}).children
  return math?.type === 'element' ? spokenFormula(math, lang) : undefined
}

describe('a formula is heard in words:', () => {
  test.each([
    ['x^2 + \\frac{y}{2}', 'x squared plus y over 2'],
    ['\\frac{n(n+1)}{2}', 'the fraction n open parenthesis n plus 1 close parenthesis over 2 end fraction'],
    ['\\sum_{i=1}^n i', 'the sum from i equals 1 to n of i'],
    ['\\sum_{i\\in S} x_i', 'the sum for i is in S of x sub i'],
    ['\\int_0^\\infty e^{-x}\\,dx', 'the integral from 0 to infinity of e to the power minus x d x'],
    ['\\int f', 'the integral f'],
    ['e^{-x^2}', 'e to the power minus x squared end power'],
    ['\\lim_{x\\to 0}\\frac{\\sin x}{x}', 'the limit for x to 0 of the fraction sine x over x end fraction'],
    ['\\sqrt{x} + \\sqrt{a+b} + \\sqrt[3]{x} + \\sqrt[n]{x}', 'the square root of x end root plus the square root of a plus b end root plus the cube root of x end root plus the root with index n of x end root'],
    ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', 'the 2 by 2 matrix, row 1: a, b; row 2: c, d, end matrix'],
    ['\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}', 'the 2 by 2 determinant, row 1: a, b; row 2: c, d, end determinant'],
    ['\\begin{aligned} a &= b \\\\ &= d\\end{aligned}', 'line 1: a equals b; line 2: equals d'],
    ['f(x)=\\begin{cases} 1 & x>0 \\\\ 0\\end{cases}', 'f open parenthesis x close parenthesis equals case 1: 1, x is greater than 0; case 2: 0'],
    ['\\sqrt{x}', 'the square root of x'],
    ['1+\\sqrt{x}', '1 plus the square root of x'],
    ['\\sqrt{x}^2', 'the square root of x end root squared'],
    ['\\frac{\\sqrt{x}}{2}', 'the fraction the square root of x end root over 2 end fraction'],
    ['\\begin{gathered} a = b \\\\ c = d\\end{gathered} \\tag{1}', 'line 1: a equals b; line 2: c equals d (1)'],
    ['a = b \\tag{2}', 'a equals b (2)'],
    ['\\ce{H2O}', 'H sub 2 O'],
    ['\\ce{2H2 + O2 -> 2H2O}', '2 H sub 2 plus O sub 2 to 2 H sub 2 O'],
    ['\\binom{n}{k}', 'n choose k'],
    ["s' = f''", 's prime equals f double prime'],
    ['x_{i+1}^2', 'x sub i plus 1 end sub squared'],
    ['x_1^3', 'x sub 1 cubed'],
    ['\\bar{x}\\vec{v}\\overline{AB}', 'x bar vector v A B bar'],
    ['\\cancel{a}', 'crossed out a'],
    ['30^\\circ, 1{,}000\\,\\%', '30 degrees, 1,000 percent'],
    ['\\mathbb{R}\\mathbf{A}\\Omega\\varphi', 'R A Omega phi'],
    ['\\text{rate of profit } = 1', 'rate of profit equals 1'],
    ['\\boxed{b}', 'b']
  ])('%s', (tex, expected) => {
    expect(spoken(tex)).toBe(expected)
  })
})

test.each([
  ['de-AT', 'Summe von i gleich 1 bis n über Bruch i Quadrat durch 2 Ende Bruch'], ['fr', 'somme de i égale 1 à n de fraction i au carré sur 2 fin de fraction'],
  ['es', 'suma desde i igual a 1 hasta n de fracción i al cuadrado sobre 2 fin de fracción'], ['it', 'somma da i uguale a 1 a n di frazione i al quadrato fratto 2 fine frazione'],
  ['pt-PT', 'soma de i igual a 1 a n de fração i ao quadrado sobre 2 fim da fração'], ['nl', 'de som van i is gelijk aan 1 tot n van breuk i kwadraat gedeeld door 2 einde breuk']
])('in %s', (lang, expected) => {
  expect(spoken('\\sum_{i=1}^n \\frac{i^2}{2}', lang)).toBe(expected)
})

test.each(['\\underbrace{a+b}_{c}', '\\xrightarrow{f}', 'a \\dagger b', `${'\\sqrt{'.repeat(100)}x${'}'.repeat(100)}`])('what it has no words for it leaves to the TeX: %s', tex => {
  expect(spoken(tex)).toBeUndefined()
  const shown = composeMarkdown({'a.md': `A $${tex}$.`}, {math: true})
  expect(toHtml(shown)).toContain(`alttext="${tex}"`)
})

test('so it does in languages without words', () => {
  expect(spoken('x^2', 'ru')).toBeUndefined()
})

test('every language has names of its own for every sign, and every phrase its places', () => {
  const english = namesIn('en')
  const places = (phrase: unknown): unknown => typeof phrase === 'string' ? phrase.split('{}').length : Object.values(phrase ?? {}).map(places)
  for (const lang of ['de', 'fr', 'es', 'it', 'pt', 'nl'] as const) {
    expect([...namesIn(lang)].filter(([, name]) => name === '')).toEqual([])
    expect([...namesIn(lang).keys()]).toEqual([...english.keys()])
    expect(Object.values(phrases[lang]).map(places)).toEqual(Object.values(phrases.en).map(places))
  }
})

test('in raw HTML, too, but for what its author says of it', () => {
  const html = toHtml(composeMarkdown({'a.md': 'A <math><msup><mi>x</mi><mn>2</mn></msup></math> and <math alttext="my own words"><mi>x</mi></math>.'}, {}))
  expect(html).toContain('<math alttext="x squared">')
  expect(html).toContain('<math alttext="my own words">')
})
