import {join} from 'node:path'
import {expect, test} from 'vitest'
import {browserHere} from '../../adapters/browser-here.ts'
import {print} from './pages/print-here.ts'

const started = await browserHere()

test.skipIf(!started)('of code that is too wide the one line is named, without its line end', {timeout: 60_000}, async () => {
  if (!started) return
  const {browser, here} = started
  const wide = `print(${'wide '.repeat(40)})`
  const text = `---\ntitle: Stock\nlang: en\n---\n\nText.\n\n\`\`\`js\nlet i = 1\n  ${wide}\nlet j\n\`\`\`\n`
  const {messages} = await print(browser, join(here.folder, 'code'), {'text.md': text, 'own.css': 'pre {white-space: pre; overflow-wrap: normal}'})
  await here.end()
  expect(messages.filter(({ruleId}) => ruleId === 'overfull-line').map(({reason}) => /\(`(.*?)`?\)$/.exec(reason)?.[1])).toEqual([`  ${wide}`.slice(0, 60).trim()])
})
