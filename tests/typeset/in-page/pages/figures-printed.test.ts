import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()

const words = (count: number): string => `${range(0, count).map(index => ['paper', 'press', 'sheet', 'fold', 'stitch'][index % 5]).join(' ')}.`
const picture = (heightPx: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="${heightPx}" viewBox="0 0 400 ${heightPx}"><rect width="400" height="${heightPx}" fill="#ccc"/></svg>`
const figure = (number: number): string => `![A box](box.svg "Figure${number}")`

/** The figures on each page that has any, by their number. */
const figuresOn = ({pages}: Print): readonly (readonly number[])[] =>
  pages.map(page => page.flatMap(({text}) => /^Figure(\d+)/.exec(text)?.slice(1).map(Number) ?? [])).filter(found => found.length > 0)

describe.skipIf(!started)('figures that follow each other, printed', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const printed = (text: string, heightPx: number) => print(browser, join(here.folder, 'figures'), {'a.md': `---\ntitle: T\nlang: en\npage: a5\nfrontmatter: none\n---\n\n${text}\n`, 'box.svg': picture(heightPx)})

  test('stand two to a page', {timeout: 60_000}, async () => {
    const made = await printed(`${words(250)}\n\n${range(0, 6).map(number => `A line.\n\n${figure(number)}`).join('\n\n')}\n\n${words(900)}`, 260)
    expect(figuresOn(made)).toEqual([[0, 1], [2, 3], [4, 5]])
    expect(made.messages.map(({ruleId, place: {line}}) => [ruleId, line])).toEqual([['late-figure', 28]])
  })

  test('and are too high for that, stand above text one by one, and a message tells of those too far behind', {timeout: 60_000}, async () => {
    const made = await printed(`${words(250)}\n\n${range(0, 6).map(figure).join('\n\n')}\n\n${words(1500)}`, 330)
    expect(figuresOn(made)).toEqual(range(0, 6).map(number => [number]))
    expect(made.messages.map(({ruleId, place: {line}}) => [ruleId, line])).toEqual([['late-figure', 20]])
  })
})
