import {join} from 'node:path'
import {expect, test} from 'vitest'
import {browserHere} from '../../adapters/browser-here.ts'
import {print} from './pages/print-here.ts'

const started = await browserHere()

test.skipIf(!started)('of code that is too wide the one line is named, without its line end; a box that is seen is told as text is', {timeout: 60_000}, async () => {
  if (!started) return
  const {browser, here} = started
  const wide = `print(${'wide '.repeat(40)})`
  const text = `---\ntitle: Stock\nlang: en\n---\n\nText.\n\n\`\`\`js\nlet i = 1\n  ${wide}\nlet j\n\`\`\`\n`
  const {messages} = await print(browser, join(here.folder, 'code'), {'text.md': text, 'own.css': 'pre {white-space: pre; overflow-wrap: normal}'})
  const boxed = await print(browser, join(here.folder, 'box'), {'text.md': '---\ntitle: Stock\nlang: en\nfrontmatter: none\n---\n\n:::aside[Box]{.wide}\nOne.\n:::\n\n:::aside[Box]{.unseen}\nTwo.\n:::\n\n:::aside[Box]\nThree.\n:::\n', 'own.css': '.wide, .unseen {margin-right: -60px; background: #ccc} .unseen {background: none; border: 0}'})
  await here.end()
  expect(boxed.messages.filter(({ruleId}) => ruleId === 'overfull-line').map(({reason, place}) => [place.line, reason])).toEqual([[7, 'Unexpected box 14.3 mm wider than the type area, expected one that fits: what is beyond is not printed']])
  expect(messages.filter(({ruleId}) => ruleId === 'overfull-line').map(({reason}) => /\(`(.*?)`?\)$/.exec(reason)?.[1])).toEqual([`  ${wide}`.slice(0, 60).trim()])
})
