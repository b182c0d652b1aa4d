import type {Element, ElementContent, Root, Text} from 'hast'
import {h} from 'hastscript'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {htmlOf, typesetMarkdown, typesetTree, visible} from './typeset.ts'

/** Typeset an HTML fragment and give it back, with its spaces made visible. */
function typesetHtml(lang: string, html: string): string {
  const tree = unified().use(rehypeParse, {fragment: true}).parse(html)
  typesetTree(tree, lang)
  return visible(htmlOf(tree)).replaceAll('&#x22;', '"')
}

describe('blocks', () => {
  const table = [
    ['across inline elements', '<p>"<em>word</em>" and <b>"</b>word<i>"</i></p>', '<p>“<em>word</em>” and <b>“</b>word<i>”</i></p>'],
    ['a quotation ends with its block', '<p>"one</p><p>two" and "three"</p>', '<p>“one</p><p>two” and “three”</p>'],
    ['heads, cells, items, terms, captions', '<h2>"a"</h2><table><caption>"b"</caption><tbody><tr><th>"c"</th><td>"d"</td></tr></tbody></table><ul><li>"e"<ul><li>"f"</li></ul>"g"</li></ul><dl><dt>"h"</dt><dd>"i"</dd></dl><figure><figcaption>"j"</figcaption></figure>', '<h2>“a”</h2><table><caption>“b”</caption><tbody><tr><th>“c”</th><td>“d”</td></tr></tbody></table><ul><li>“e”<ul><li>“f”</li></ul>“g”</li></ul><dl><dt>“h”</dt><dd>“i”</dd></dl><figure><figcaption>“j”</figcaption></figure>'],
    ['direct text of block elements', '<blockquote>"a"<p>"b"</p>"c"</blockquote><div>"d" <em>"e"</em></div><details><summary>"f"</summary>"g"</details>', '<blockquote>“a”<p>“b”</p>“c”</blockquote><div>“d” <em>“e”</em></div><details><summary>“f”</summary>“g”</details>'],
    ['code and the like are left alone', '<p>"<code>"a" -- b</code>" <kbd>\'</kbd> <samp>...</samp> <var>x--y</var></p><pre>"a" -- b...</pre><textarea>"a"</textarea><script>"a"</script><style>"a"</style><svg><text>"a"</text></svg>', '<p>“<code>"a" -- b</code>” <kbd>\'</kbd> <samp>...</samp> <var>x--y</var></p><pre>"a" -- b...</pre><textarea>"a"</textarea><script>"a"</script><style>"a"</style><svg><text>"a"</text></svg>'],
    ['code counts as a word', '<p><code>a</code>\'s and <code>a</code>"--<code>b</code> - c</p>', '<p><code>a</code>’s and <code>a</code>”—<code>b</code>~– c</p>'],
    ['an image counts as a word', '<p>"<img src="a.png">" and <img src="a.png">\'s</p>', '<p>“<img src="a.png">” and <img src="a.png">’s</p>'],
    ['a line break counts as a space', '<p>one<br>"two"<br>\'Tis three --<br>four</p>', '<p>one<br>“two”<br>’Tis three~—<br>four</p>'],
    ['dashes and stops in two elements stay as typed', '<p>a -<em>-</em> b.<em>.</em>.</p>', '<p>a -<em>-</em> b.<em>.</em>.</p>'],
    ['references to notes are no part of the text', '<p>"word<a class="noteref" href="#n">1</a>" and "word"<a data-noteref="a">"</a>\'s</p>', '<p>“word<a class="noteref" href="#n">1</a>” and “word”<a data-noteref="a">"</a>’s</p>']
  ] as const
  test.each(table)('%s', (_name, html, expected) => {
    expect(typesetHtml('en-US', html)).toBe(expected)
  })
})

describe('languages inside a text', () => {
  const table = [
    ['en-GB', '<p>"He said <span lang="fr">"oui ?"</span>"</p>', '<p>“He said <span lang="fr">«~oui_?~»</span>”</p>'],
    ['fr', '<p>Il dit : "<span lang="en">well? "no"</span>" !</p>', '<p>Il dit~: «~<span lang="en">well? “no”</span>~»_!</p>'],
    ['en', '<blockquote lang="de"><p>"ja" <em>"nein" <b lang="fr">"oui"</b></em></p></blockquote>', '<blockquote lang="de"><p>„ja“ <em>„nein“ <b lang="fr">«~oui~»</b></em></p></blockquote>'],
    ['en', '<p>"a <i lang="ru">и он</i> b"</p>', '<p>“a <i lang="ru">и~он</i> b”</p>'],
    ['ru', '<p>"и <i lang="en">в it</i> и он"</p>', '<p>«и~<i lang="en">в it</i> и~он»</p>']
  ] as const
  test.each(table)('%s: %s', (lang, html, expected) => {
    expect(typesetHtml(lang, html)).toBe(expected)
  })
})

test('a French space stands beside its mark, not in the element before', () => {
  expect(typesetHtml('fr', '<p><em>quoi</em>? <em>quoi </em>?</p>')).toBe('<p><em>quoi</em>_? <em>quoi_</em>?</p>')
})

test('the tree keeps its shape', () => {
  const text: Text = {type: 'text', value: '"a" -- b...'}
  const tree: Root = {type: 'root', children: [h('p', [text])]}
  typesetTree(tree, 'en-US')
  expect(text.value).toBe('“a”—b…')
})

test('a tree deeper than the call stack', () => {
  let deep: ElementContent = {type: 'text', value: '"a"'}
  const innermost = deep
  for (let level = 0; level < 20_000; level++) deep = {type: 'element', tagName: 'span', properties: {}, children: [deep]} satisfies Element
  typesetTree({type: 'root', children: [deep]}, 'en-US')
  expect(innermost.value).toBe('“a”')
})

describe('mixed quotation marks are told with their place', () => {
  const closing = (expected: string, opener: string, mark = '"') => `Unexpected straight closing mark \`${mark}\` after \`${opener}\`, expected \`${expected}\``
  const opening = (expected: string, closer: string, mark = '"') => `Unexpected straight opening mark \`${mark}\` before \`${closer}\`, expected \`${expected}\``
  const table = [
    ['en-US', 'old “Bolsheviks"—all', '1:16: ', closing('”', '“')],
    ['en-US', 'new "ones” here', '1:5: ', opening('“', '”')],
    ['en-GB', 'the ‘old Bolsheviks\' here', '1:20: ', closing('’', '‘', '\'')],
    ['fr', 'un « mot" ici', '1:9: ', closing('»', '«')],
    ['de', 'ein „Wort" hier', '1:10: ', closing('“', '„')],
    ['de', 'ein "Wort“ hier', '1:5: ', opening('„', '“')],
    // What makes the source longer or shorter than the text.
    ['en-US', 'a &amp; \\* b **c “d** e"', '1:24: ', closing('”', '“')],
    ['en-US', '“a&mdash;b&quot; c', '1:11: ', closing('”', '“')],
    ['en-US', '“a\\" b', '1:4: ', closing('”', '“')],
    ['en-US', 'one\n   two “three"', '2:14: ', closing('”', '“')],
    ['en-US', '> “one\n> two" three', '2:6: ', closing('”', '“')],
    ['en-US', '- a\n  > “b\n  > c"', '3:6: ', closing('”', '“')],
    ['en-US', '“one\r\ntwo"', '2:4: ', closing('”', '“')],
    ['en-US', '# A “head"\n\ntext', '1:10: ', closing('”', '“')],
    ['en-US', '| a | b |\n|---|---|\n| c | “d" |', '3:9: ', closing('”', '“')],
    ['en-US', 'a <b>b</b> “c" d', '1:14: ', closing('”', '“')],
    ['en-US', 'text -- and... “a"', '1:18: ', closing('”', '“')]
  ] as const
  test.each(table)('%s: %s', (lang, source, place, reason) => {
    expect(typesetMarkdown(lang, source).messages).toEqual([`${place}${reason}`])
  })

  test('the pair comes out right', () => {
    expect(typesetMarkdown('en-US', 'old “Bolsheviks"—all, „Wort" and « mot", "ja“').html).toBe('<p>old “Bolsheviks”—all, „Wort“ and « mot», „ja“</p>')
  })

  test('the message carries its rule, its source and a remedy', () => {
    const tree: Root = {type: 'root', children: [h('p', '“a"')]}
    expect(typesetTree(tree, 'en').messages.map(({ruleId, source, note, fatal, line}) => ({ruleId, source, note, fatal, line}))).toEqual([
      {ruleId: 'mixed-quotes', source: 'pamphleteer', note: 'Type `”` here, or straight marks at both ends.', fatal: false, line: undefined}
    ])
  })

  test('two in one text, two places', () => {
    expect(typesetMarkdown('en-US', '“a" \\& “b" c').messages.map(message => message.slice(0, 5))).toEqual(['1:3: ', '1:10:'])
  })
})

describe('no message', () => {
  const table = [
    '"One paragraph of a speech.\n\n"Another, and the end."',
    '“One paragraph of a speech.\n\n“Another, and the end.”',
    '“a 12" record”, “6\'2" tall”, “don\'t”, “the workers\' councils”',
    '‘the workers\' councils’, ‘tis the workers\' council, \'tis the workers’ council',
    '“He said \'no\' and "yes"”, "He said “no” and ‘yes’"',
    '“One paragraph.\n\nHe said "no".',
    'a " b, a \' b, “c'
  ] as const
  test.each(table)('%s', source => {
    expect(typesetMarkdown('en-GB', source).messages).toEqual([])
  })
})
