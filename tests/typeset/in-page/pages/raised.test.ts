import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {range} from './made.ts'
import type {Print} from './print-here.ts'
import {inkOf, print} from './print-here.ts'

const started = await browserHere()

const front = (theme: string) => `---\ntitle: Stock\nlang: en\npage: a5\nfrontmatter: none\ntheme: ${theme}\n---\n\n## Head\n\n`

describe.skipIf(!started)('what is raised above its line', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  const printed = (theme: string, text: string): Promise<Print> => print(browser, join(here.folder, 'raised'), {'text.md': front(theme) + text})

  test('is printed on one page alone where it begins a page: the call of a note in a caption', {timeout: 60_000}, async () => {
    const rows = range(0, 12).map(() => '| 1 | text |').join('\n')
    const note = range(0, 110).map(index => `note${index} words of a note that runs on here.`).join(' ')
    const table = `:::table[Sold[^c]]\n| Y | T |\n|---|---|\n${rows}\n:::`
    const made = await printed('plain', `${'A line of text.\n\n'.repeat(22)}The call is here.[^a]\n\n${table}\n\nAfter.\n\n[^a]: ${note}\n\n[^c]: Caption.`)
    const captioned = made.pages.findIndex(words => words.some(({text}) => text.startsWith('Sold')))
    expect(captioned).toBeGreaterThan(1)
    // Both pages before are filled by the note, whose letters have no descenders: below its last line there is nothing on either.
    const lowest = async (page: number) => {
      const folio = made.pages[page]?.find(({text}) => text === String(page + 1))
      return Math.max(...(await inkOf(made, page)).filter(pt => pt < (folio?.top ?? 0)))
    }
    expect(await lowest(captioned - 1)).toBe(await lowest(captioned - 2))
  })

  test('has room in its own line: a ruby stays in its sentence, and pages come out as composed', {timeout: 60_000}, async () => {
    const made = await printed('classic', range(0, 80).map(index => `Here stands <ruby>base<rt>above</rt></ruby> and a lot of text, number ${index}.`).join(' '))
    expect(made.messages).toEqual([])
    const [first = []] = made.pages
    const base = first.filter(({text}) => text === 'base')
    expect(base.length).toBeGreaterThan(10)
    for (const {bottom} of base) expect(first.filter(word => Math.abs(word.bottom - bottom) < 1).length).toBeGreaterThan(3)
  })
})
