import * as fc from 'fast-check'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, test} from 'vitest'
import {elementsIn} from '../../scripts/elements.ts'
import {functionWords} from '../../scripts/template/function-words.ts'
import {titleLines, titleValue} from '../../scripts/template/title-lines.ts'

/** `|` between pieces, `/` between phrases. */
const drawn = (title: string, lang = 'en') => titleLines(title, lang).map(pieces => pieces.join('|')).join('/')

test.each([
  ['Who Keeps the Looms: Two Centuries of Weaving', 'en', 'Who Keeps|the Looms:/Two Centuries|of Weaving'],
  ['100 Years Ago, Death of Lenin', 'en', '100 Years Ago,/Death|of Lenin'],
  ['What Is to Be Done?', 'en', 'What|Is|to Be Done?'],
  ['On the Origin of Species', 'en', 'On the Origin|of Species'],
  ['Bread, Land and Peace for All', 'en', 'Bread,|Land|and Peace|for All'],
  ['Le Droit à la paresse : réfutation du droit au travail', 'fr', 'Le Droit|à la paresse :/réfutation|du droit|au travail'],
  ['Von der Utopie zur Wissenschaft', 'de', 'Von der Utopie|zur|Wissenschaft'],
  ['Что делать?', 'ru', 'Что делать?'],
  ['Lenin', 'en', 'Lenin'],
  ['怎么办？', 'zh', '怎么办？'],
  ['A, b; c: d? e! f', 'en', 'A,|b;|c:|d?|e! f']
])('%s (%s) breaks by sense', (title, lang, expected) => {
  expect(drawn(title, lang)).toBe(expected)
})

test.each([
  ['The Entirely Circumstantial Title of a Pamphlet about the Wendham Water-Works', ['The Entirely', 'of a Pamphlet', 'the Wendham', 'Water-Works']],
  ['Arbeiter-Unfallversicherung', []],
  ['The Well-Being', ['Well-Being']]
])('a compound that a line can hold is not broken at its hyphen: %s', (title, pieces) => {
  const held = [...elementsIn({type: 'root', children: [...titleValue(title, 'en')]})].filter(({properties}) => String(properties.className) === 'piece')
  expect(held.map(piece => textOf(piece))).toEqual(pieces)
})

describe('any title', () => {
  const word = fc.oneof(fc.constantFrom('the', 'of', 'a', 'and', 'Press', 'Readers:', 'Why?', 'It', '1917', '–', 'is,', '&'), fc.stringMatching(/^[\p{L}'’-]{1,20}$/u))
  const title = fc.array(word, {minLength: 1, maxLength: 24}).map(words => words.join(' '))

  test('is the same when its pieces are put together, and as a value', () => {
    fc.assert(fc.property(title, text => {
      expect(titleLines(text, 'en').flat().join(' ')).toBe(text)
      expect(textOf({type: 'root', children: [...titleValue(text, 'en')]})).toBe(text)
    }))
  })

  test('ends no line with an article or a preposition, unless a long word follows or the phrase ends', () => {
    fc.assert(fc.property(title, text => {
      for (const pieces of titleLines(text, 'en')) {
        for (const [index, piece] of pieces.slice(0, -1).entries()) {
          const [last = ''] = piece.split(' ').slice(-1)
          const next = pieces[index + 1] ?? ''
          if (functionWords('en').has(last.toLowerCase())) expect(last.length + next.length).toBeGreaterThan(10)
        }
      }
    }))
  })

  test('has pieces that fit on a line, but for words that are longer', () => {
    fc.assert(fc.property(title, text => {
      for (const piece of titleLines(text, 'en').flat()) if (piece.includes(' ')) expect(piece.length).toBeLessThanOrEqual(24)
    }))
  })

  test('has three phrases at most', () => {
    fc.assert(fc.property(title, text => {
      expect(titleLines(text, 'en').length).toBeLessThanOrEqual(3)
    }))
  })
})
