/** Every kind of block of a manuscript has its own tag in the reading PDF: a table is a Table there, and no paragraph. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {browserHere} from '../adapters/browser-here.ts'
import type {Node} from '../pdf/outline.ts'
import {openTags} from '../pdf/outline.ts'
import {violations} from '../pdf/violations.ts'

const found = await browserHere()
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-tagged-'))
afterAll(async () => {
  await found?.here.end()
  rmSync(folder, {recursive: true, force: true})
})

/** Build the reading PDF of a text and read its tags. */
async function tagsOf(text: string): Promise<readonly Node[]> {
  if (!found) throw new Error('Expected a browser')
  const {browser} = found
  const path = join(folder, 'tagged.md')
  writeFileSync(path, `---\ntitle: Tagged\nlang: en\npage: a6\nfrontmatter: none\n---\n\n${text}\n`)
  writeFileSync(join(folder, 'press.svg'), readFileSync('tests/fixtures/whole/stress/press.svg'))
  const world = {disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined}
  const {artifacts} = await build({path, out: folder, editions: ['read'], strict: false, json: false, date: '2024-01-21'}, world)
  const opened = await openTags(artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array())
  expect(violations(opened)).toEqual([])
  return opened.nodes
}

/** The tags of these types, each with those of them that it holds: `Table(TR(TH TH) TR(TD TD))`. */
function shapeOf(nodes: readonly Node[], types: readonly string[]): string {
  const write = (node: Node): string => {
    const inner = node.kids.map(write).filter(text => text !== '').join(' ')
    return types.includes(node.type) ? `${node.type}${inner === '' ? '' : `(${inner})`}` : inner
  }
  return nodes[0] ? write(nodes[0]) : ''
}

const table = '| Year | Work |\n|---|---|\n| 1641 | A sheet |\n| 1649 | A book |'
const cells = 'TR(TH TH) TR(TD TD) TR(TD TD)'
const tall = `| Year | Work |\n|---|---|\n| 1641 | ${'many words '.repeat(500)}|`
const wide = `| ${'Head | '.repeat(5)}\n|${'---|'.repeat(5)}\n| ${'something | '.repeat(5)}`

test.skipIf(!found).each([
  ['a table', table, `Table(${cells})`],
  ['a table with a caption', `:::table[Works]\n${table}\n:::`, `Table(Caption ${cells})`],
  ['a time line', `:::timeline\n${table}\n:::`, 'Table(TR(TH TH) TR(TH TD) TR(TH TD))'],
  ['a table in a quotation', table.replaceAll(/^/gm, '> '), `Table(${cells})`],
  ['a table in an item', `- Works:\n\n${table.replaceAll(/^/gm, '  ')}`, `Table(${cells})`],
  ['a table in a box', `:::aside[Box]\n${table}\n:::`, `Table(${cells})`],
  ['a table of raw HTML', '<table><tr><th scope="row">1641</th><td>A sheet</td></tr></table>', 'Table(TR(TH TD))'],
  ['a table that is turned', wide, 'Table(TR(TH TH TH TH TH) TR(TD TD TD TD TD))'],
  ['a table with cells that say nothing', `| Year | Work |\n|---|---|\n| | A sheet |\n| :index[1649] | <a href="https://example.org/"></a> |\n| <span> </span> | [ ] |`, 'Table(TR(TH TH) TR(TD TD) TR(TD TD) TR(TD TD))'],
  ['two tables', `${table}\n\nBetween.\n\n${table}`, `Table(${cells}) Table(${cells})`]
])('%s is one', async (_, text, expected) => {
  expect(shapeOf(await tagsOf(`Before.\n\n${text}\n\nBehind.`), ['Table', 'Caption', 'TR', 'TH', 'TD'])).toBe(expected)
})

test.skipIf(!found)('a table whose cells stand below each other is a list: each cell says its head itself', async () => {
  expect(shapeOf(await tagsOf(`Before.\n\n${tall}\n\nBehind.`), ['Table', 'TR', 'TD', 'L', 'LI'])).toMatch(/^L\(LI(?:\(.*\))?\)$/)
})

test.skipIf(!found)('of such a list short cells that stand behind each other are one paragraph', async () => {
  const row = `| Year | Work | Place | Price |\n|---|---|---|---|\n| 1641 | ${'many words '.repeat(500)}| London | 2d |`
  expect(shapeOf(await tagsOf(row), ['L', 'LI', 'P'])).toBe('L(LI(P P P))')
})

test.skipIf(!found)('lists, quotations, pictures, code and heads have tags of their own', async () => {
  const nodes = await tagsOf('## Head\n\n1. one\n2. two\n   - three\n\n> Quoted.\n\n![A press](press.svg "The press")\n\n```\ncode\n```\n\nA [link](https://example.org/).')
  expect(shapeOf(nodes, ['H1', 'H2', 'L', 'LI', 'BlockQuote', 'Figure', 'Caption', 'Code', 'Link'])).toBe('H1 H2 L(LI LI(L(LI))) BlockQuote Figure Caption Code Link')
})
