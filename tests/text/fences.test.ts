/** Fences of metadata that came to nothing are breaks to Markdown: what was told of them is told once. */
import {describe, expect, test} from 'vitest'
import {misplacedFrontMatter} from '../../scripts/manuscript/front-matter.ts'
import {parse} from '../../scripts/manuscript/parse.ts'
import {compose} from '../../scripts/text/compose.ts'
import {metadata} from '../stock.ts'

const told = (text: string) => {
  const file = {name: 'a.md', text, tree: parse(text)}
  const messages = misplacedFrontMatter(file, false)
  return compose({files: [file], metadata, assets: new Map(), messages}).messages.map(({ruleId, place}) => `${ruleId} ${place.line ?? 0}`)
}

describe('of a fence is told once', () => {
  test.each([
    ['below an empty line', '\n---\ntitle: Bells\nlang: en\n---\n\n# Head\n\nText.\n', ['bad-metadata 2']],
    ['that nothing closes', '---\ntitle: Bells\nlang: en\n\n# Head\n\nText.\n', ['bad-metadata 1']],
    ['that four hyphens close', '---\ntitle: Bells\nlang: en\n----\n\n# Head\n\nText.\n', ['bad-metadata 1']],
    ['of stars', '***\ntitle: Bells\nlang: en\n***\n\n# Head\n\nText.\n', ['bad-metadata 1']],
    ['with a break below it that is one', '\n---\ntitle: Bells\nlang: en\n---\n\n# Head\n\n***\n\nText.\n', ['bad-metadata 2', 'idle-break 9']]
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('and a break that is none stays told', () => {
    expect(told('***\n\n# Head\n\nText.\n')).toEqual(['idle-break 1'])
  })
})
