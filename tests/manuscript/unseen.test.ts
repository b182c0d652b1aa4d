import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cleanText} from '../../scripts/manuscript/unseen.ts'
import {format} from '../../scripts/messages.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'
import {toHtml} from '../text/to-html.ts'

const unwritten = /[\s\p{Cc}\uFEFF\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}]/gu

const told = (text: string): readonly string[] => cleanText('a.md', text).messages.map(message => format(message).split('\n')[0] ?? '')

describe('characters that nobody sees', () => {
  test.each([
    ['One\n\nA bell\u0007 rings.', 'One\n\nA bell rings.', ['a.md:3:7: warning: Unexpected control character U+0007, expected text without (unseen-character)']],
    ['a\u000Bb\u000Cc\u0085d', 'a b c d', ['U+000B', 'U+000C', 'U+0085'].map((code, index) => `a.md:1:${2 + 2 * index}: warning: Unexpected control character ${code}, expected text without (unseen-character)`)],
    ['\u009F\u007F\u009F', '', ['a.md:1:1: warning: Unexpected control character U+009F (2 times), expected text without (unseen-character)', 'a.md:1:2: warning: Unexpected control character U+007F, expected text without (unseen-character)']],
    ['one\uFEFF two', 'one two', ['a.md:1:4: warning: Unexpected byte order mark U+FEFF, expected one at the beginning of the file at most (unseen-character)']],
    ['one \u202Etwo', 'one \u202Etwo', ['a.md:1:5: warning: Unexpected mark of writing direction U+202E, expected letters that tell their own direction (unseen-character)']],
    ['\uFFFC', '\uFFFC', ['a.md:1:1: warning: Unexpected placeholder for an object U+FFFC, expected the object itself (unseen-character)']],
    ['\uFFFD', '\uFFFD', ['a.md:1:1: warning: Unexpected placeholder for a lost character U+FFFD, expected the character itself (unseen-character)']],
    ['Ann \uF02A and \uF02A', 'Ann \uF02A and \uF02A', ['a.md:1:5: warning: Unexpected character for private use U+F02A (2 times), expected one that has a meaning in every font (private-character)']],
    ['a\uFFFEb\u{1FFFF}\uFDD0', 'ab', ['U+FFFE', 'U+1FFFF', 'U+FDD0'].map((code, index) => `a.md:1:${[2, 4, 6][index]}: warning: Unexpected code that is no character ${code}, expected text without (unseen-character)`)],
    ['\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} a\u{E0041}', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} a', ['a.md:1:17: warning: Unexpected hidden tag U+E0041, expected text that is seen (unseen-character)']],
    ['\u{100000}', '\u{100000}', ['a.md:1:1: warning: Unexpected character for private use U+100000, expected one that has a meaning in every font (private-character)']],
    ['plain\ttext\n\u200E\u00AD\u200D', 'plain\ttext\n\u200E\u00AD\u200D', []]
  ])('%j', (text, clean, messages) => {
    expect(cleanText('a.md', text).text).toBe(clean)
    expect(told(text)).toEqual(messages)
  })

  test('no control character is left, and nothing else goes', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}).map(text => text.replaceAll('\r', '\n')), text => {
      const clean = cleanText('a.md', text).text
      expect(clean).not.toMatch(/[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/u)
      expect(clean.replaceAll(unwritten, '')).toBe(text.replaceAll(unwritten, ''))
    }))
  })

  test('HTML cannot name one', () => {
    expect(toHtml(composeMarkdown({'a.md': 'A <b title="x&#7;y">bell&#7;</b>&#8;.'}))).toBe('<p>A <b title="xy">bell</b>.</p>')
  })
})
