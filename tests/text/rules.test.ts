import {globSync, readFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {format} from '../../scripts/messages.ts'
import type {IndexEntry, Pamphlet} from '../../scripts/types.ts'
import {composeMarkdown} from './compose-markdown.ts'

/** A test is a folder: `input.md`, the HTML expected of it and the messages. Refresh both with `npx vitest run -u`. */
const folders = globSync('tests/text/rules/*/input.md').toSorted().map(dirname)
const stringifier = unified().use(rehypeStringify, {closeSelfClosing: true}).freeze()

/** An entry of the index on a line: places, then the numbers of the entries that it refers to. */
const indexLine = ({number, term, opensGroup, places, references}: IndexEntry, depth: number) => [
  `\n${opensGroup ? '\n' : ''}[index] ${'  '.repeat(depth)}${number}. ${stringifier.stringify({type: 'root', children: [...term]})}`,
  ...places.map(({from, to}) => to === undefined ? from : `${from} to ${to}`),
  ...references.map(({entry, isAlso}) => `${isAlso ? 'see also' : 'see'} ${entry}`)
].join(', ')

const indexText = (entries: readonly IndexEntry[], depth: number): string => entries.map(entry => indexLine(entry, depth) + indexText(entry.children, depth + 1)).join('')

const html = ({chapters, notes, index, imprint}: Pamphlet) => [
  ...chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children),
  ...notes.flatMap(({id, children}) => [{type: 'text' as const, value: `\n[${id}] `}, ...children]),
  ...(imprint.length > 0 ? [{type: 'text' as const, value: '\n[imprint] '}, ...imprint] : [])
].map(node => stringifier.stringify({type: 'root', children: [node]})).map(text => text.replaceAll(/ data-at="[^"]*"/g, '')).filter(text => text.trim() !== '').join('\n') + indexText(index, 0)

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
