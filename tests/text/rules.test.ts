import {globSync, readFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {format} from '../../scripts/messages.ts'
import type {Pamphlet} from '../../scripts/types.ts'
import {composeMarkdown} from './compose-markdown.ts'

/** A test is a folder: `input.md`, the HTML expected of it and the messages. Refresh both with `npx vitest run -u`. */
const folders = globSync('tests/text/rules/*/input.md').toSorted().map(dirname)
const stringifier = unified().use(rehypeStringify, {closeSelfClosing: true}).freeze()

const html = ({chapters, notes, imprint}: Pamphlet) => [
  ...chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children),
  ...notes.flatMap(({id, children}) => [{type: 'text' as const, value: `\n[${id}] `}, ...children]),
  ...(imprint.length > 0 ? [{type: 'text' as const, value: '\n[imprint] '}, ...imprint] : [])
].map(node => stringifier.stringify({type: 'root', children: [node]})).map(text => text.replaceAll(/ data-at="[^"]*"/g, '')).filter(text => text.trim() !== '').join('\n')

describe.each(folders)('%s', folder => {
  const pamphlet = composeMarkdown({'input.md': readFileSync(`${folder}/input.md`, 'utf8')})

  test('gives the HTML', async () => {
    await expect(`${html(pamphlet)}\n`).toMatchFileSnapshot(`rules/${basename(folder)}/expected.html`)
  })

  test('says what is wrong', async () => {
    await expect(pamphlet.messages.map(message => `${format(message)}\n`).join('')).toMatchFileSnapshot(`rules/${basename(folder)}/messages.txt`)
  })
})

test('every folder of rules was found', () => {
  expect(folders.length).toBeGreaterThan(15)
})
