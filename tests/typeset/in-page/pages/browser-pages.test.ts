import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import {wordBoxes} from '../../../../scripts/bench/word-boxes.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {uncomposedPages} from '../../../handbook/uncomposed.ts'
import {classicArea} from './print-here.ts'

const started = await browserHere()

describe.skipIf(!started)('pages that the browser breaks', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test('keep their leading, whatever marks stand in the lines', {timeout: 60_000}, async () => {
    const path = join(here.folder, 'long.md')
    writeFileSync(path, `---\ntitle: Long\npage: a5\nfrontmatter: none\n---\n\n${'The press in the cellar printed all night, and in the morning the street read. '.repeat(40)}\n`)
    const [words = []] = await wordBoxes((await uncomposedPages(path, browser)).pdf)
    const {leading} = classicArea('a5')
    const lines = [...new Set(words.map(({bottom}) => Math.round(bottom * 10) / 10))].slice(4, 24)
    const apart = lines.slice(1).map((line, index) => line - (lines[index] ?? 0))
    expect(apart.every(distance => Math.abs(distance - leading) < 0.2), apart.join(' ')).toBe(true)
  })
})
