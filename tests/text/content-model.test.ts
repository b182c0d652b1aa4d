import {expect, test} from 'vitest'
import {elementsIn} from '../../scripts/elements.ts'
import {composeMarkdown} from './compose-markdown.ts'

test('elements of words round many blocks do not multiply them', () => {
  const [depth, blocks] = [60, 300]
  const {chapters, messages} = composeMarkdown({'a.md': `# T\n\n<div>${'<b><i>'.repeat(depth / 2)}${'<p>x</p>'.repeat(blocks)}${'</i></b>'.repeat(depth / 2)}</div>\n`})
  const elements = chapters.flatMap(({children}) => children.flatMap(child => child.type === 'element' ? [child, ...elementsIn(child)] : []))
  expect(elements.filter(({tagName}) => tagName === 'p')).toHaveLength(blocks)
  expect(elements.length).toBeLessThan(blocks + 2 * depth + 10)
  expect(messages.some(({remedy}) => remedy?.includes('more than 200 blocks'))).toBe(true)
})
