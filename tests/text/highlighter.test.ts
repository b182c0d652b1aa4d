import {describe, expect, test} from 'vitest'
import {parse} from '../../scripts/manuscript/parse.ts'
import {compose} from '../../scripts/text/compose.ts'
import {highlighterFor, plain} from '../../scripts/text/highlighter.ts'
import {metadata} from '../stock.ts'
import {toHtml} from './to-html.ts'

const html = async (text: string) => {
  const tree = parse(text)
  return toHtml(compose({files: [{name: 'a.md', text, tree}], metadata, assets: new Map(), messages: []}, {highlight: await highlighterFor([tree])}))
}
const fenced = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`

describe('code whose language is named', () => {
  test('has its words marked', async () => {
    expect(await html(fenced('js', '// one\nconst a = "b" + 2'))).toContain('<span class="hl-comment">// one</span>\n<span class="hl-keyword">const</span> a = <span class="hl-string">"b"</span> + <span class="hl-number">2</span>')
  })

  test.each(['python', 'rust', 'yaml', 'html', 'sh', 'sql', 'c', 'latex', 'markdown', 'JS'])('keeps every character: %s', async language => {
    const code = 'def a(b): # "c"\n\tif x < 1 && y: <p class="q">$z</p> // \\d+\n\n  SELECT * FROM t; -- é 漢\n'
    const text = await html(fenced(language, code))
    expect(text.replaceAll(/<\/?(?:span|pre|code)[^>]*>/g, '').replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&').trimEnd()).toBe(code.trimEnd())
  })
})

test.each(['', 'text', 'nosuch', 'constructor'])('code in `%s` stays plain', async language => {
  expect(await html(fenced(language, 'const a = 1'))).toContain('const a = 1\n</code>')
})

test('what is longer than any code in print stays plain', async () => {
  expect(await html(fenced('js', `const a = "${'b'.repeat(1_000)}"`))).not.toContain('hl-')
  expect(await html(fenced('js', 'const a = 1\n'.repeat(2_000)))).not.toContain('hl-')
})

test('nothing is loaded where no language is named', async () => {
  expect(await highlighterFor([parse('Text.\n\n    code\n')])).toBe(plain)
})
