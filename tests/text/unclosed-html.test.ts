import fc from 'fast-check'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, test} from 'vitest'
import type {Pamphlet} from '../../scripts/types.ts'
import {composeMarkdown} from './compose-markdown.ts'

/** Elements that may not stay, and `table` and parts of one, which a parser treats by rules of their own. */
const names = [
  'body', 'button', 'canvas', 'center', 'embed', 'form', 'frameset', 'head', 'html', 'iframe', 'image', 'marquee', 'math', 'noembed',
  'noframes', 'noscript', 'object', 'optgroup', 'option', 'plaintext', 'script', 'select', 'string', 'style', 'svg', 'template',
  'textarea', 'title', 'video', 'xmp', 'caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tr'
]
const withheld = names.slice(0, names.indexOf('caption'))

const words = ({chapters}: Pamphlet) => chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children)
  .map(child => textOf({type: 'root', children: [child]})).join(' ').match(/w\d+/g) ?? []

describe.each(names)('<%s> without its closing tag', name => {
  test.each([
    ['in a paragraph', `w1 <${name}> w2\n\n## w3\n\n- w4\n`],
    ['with attributes', `w1 <${name} class="a"> w2\n\n## w3\n\n- w4\n`],
    ['in a block of HTML', `w1\n\n<${name}>\nw2\n\n## w3\n\nw4\n`],
    ['at the beginning', `<${name}>\n\nw1 w2\n\n## w3\n\nw4\n`]
  ])('%s loses no word', (_place, text) => {
    const pamphlet = composeMarkdown({'a.md': text})
    expect(words(pamphlet).toSorted()).toEqual(['w1', 'w2', 'w3', 'w4'])
    if (withheld.includes(name)) expect(pamphlet.messages.map(({ruleId}) => ruleId)).toContain('removed-html')
  })
})

test('no mixture of opening tags loses a word', () => {
  const tag = fc.tuple(fc.constantFrom(...withheld), fc.constantFrom('', ' class="a>b"', '/', ' title=\'<object>\'')).map(([name, rest]) => `<${name}${rest}>`)
  const line = fc.array(fc.oneof(tag, fc.constant('word'), fc.constant('*word*')), {minLength: 1, maxLength: 6}).map(parts => parts.join(' '))
  fc.assert(fc.property(fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n> ')), {minLength: 1, maxLength: 8}), lines => {
    let count = 0
    const text = lines.map(([first, end]) => first + end).join('').replaceAll('word', () => `w${String(count += 1)}`)
    expect(words(composeMarkdown({'a.md': `w0 ${text}`}))).toHaveLength(count + 1)
  }), {numRuns: 200})
})

test('thousands of tags that are never closed take no more than their share of time', () => {
  const before = process.cpuUsage()
  const pamphlet = composeMarkdown({'a.md': `w1 ${'<object> '.repeat(5000)}w2\n\n<div ${'<a '.repeat(20000)}`})
  expect(words(pamphlet)).toEqual(['w1', 'w2'])
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4)
}, 60_000)
