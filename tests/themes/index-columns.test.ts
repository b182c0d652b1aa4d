/** Where the columns of an index part: never between a term and all of its own, and with the term again above those that go on. */
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import type {Word} from '../../scripts/bench/word-boxes.ts'
import {wordBoxes} from '../../scripts/bench/word-boxes.ts'
import {build} from '../../scripts/pipeline.ts'
import {browserHere} from '../adapters/browser-here.ts'

const started = await browserHere()
const themes = ['classic', 'plain', 'broadsheet'] as const

const family = (...names: readonly string[]) => names.map(name => `Oakes family!${name}`)
const short = ['ale', 'bread', ...family('Samuel', 'Thomas', 'William')]
const many = ['ale', ...family('Anne', 'Ben', 'Carl', 'Dora', 'Eve', 'Fred', 'George', 'Henry', 'Ida', 'Joan')]

describe.skipIf(!started)('columns of an index', () => {
  afterAll(() => started?.here.end())

  /** The words of each column from the index's head on, from the top down. */
  const columnsOf = async (terms: readonly string[], theme: string): Promise<readonly string[]> => {
    if (!started) throw new Error('Expected a browser')
    const folder = join(started.here.folder, `${theme}-${terms.length}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'm.md'), `---\ntitle: Bells\nlang: en\npage: a5\nfrontmatter: none\ntheme: ${theme}\n---\n\nText${terms.map(term => `:index[${term}]`).join('')}.\n`)
    await build({path: join(folder, 'm.md'), out: join(folder, 'out'), editions: ['read'], strict: false, json: false}, {
      disk: realDisk, browser: () => Promise.resolve(started.browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: '', stage: () => () => undefined
    })
    const pdf = readdirSync(join(folder, 'out')).find(file => file.endsWith('.pdf')) ?? ''
    const words = (await wordBoxes(readFileSync(join(folder, 'out', pdf)))).flat()
    const listed = words.slice(words.findIndex(({text}) => /^index$/i.test(text)) + 1)
    return split(listed).map(column => column.map(({text}) => text).join(' ').replaceAll(/, 1\b|,/g, ''))
  }

  test.each(themes)('a short family keeps together, of %s', async theme => {
    expect((await columnsOf(short, theme))[1]).toMatch(/^(?:bread )?Oakes family Samuel Thomas William/)
  })

  test.each(themes)('a large one goes on below its term, of %s', async theme => {
    const [first = '', second = ''] = await columnsOf(many, theme)
    expect(first).toMatch(/^ale Oakes family Anne Ben/)
    expect(second).toMatch(/^Oakes family \(continued\) \w+ \w+/)
  })
})

/** A column begins where a word stands above the one before it. */
function split(words: readonly Word[]): readonly (readonly Word[])[] {
  const starts = words.flatMap(({top}, index) => index === 0 || top < (words[index - 1]?.top ?? 0) - 5 ? [index] : [])
  return starts.map((start, index) => words.slice(start, starts[index + 1]))
}
