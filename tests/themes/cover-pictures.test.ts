/** A picture on a cover is no stamp: the texts make room for it, and a message says where they cannot. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {wordBoxes} from '../../scripts/bench/word-boxes.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {charactersIn} from '../../scripts/typeset/characters.ts'
import {paginate} from '../../scripts/typeset/paginate.ts'
import {printerIn} from '../../scripts/typeset/printer.ts'
import {loadTheme, themeNames} from '../../scripts/typeset/theme.ts'
import {browserHere} from '../adapters/browser-here.ts'

const started = await browserHere()
const themes = await themeNames()
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-cover-pictures-'))
writeFileSync(join(folder, 'portrait.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900" viewBox="0 0 600 900"><rect width="600" height="900" fill="#248"/></svg>')

const manuscript = (page: string, title: string) => `---
title: ${title}
subtitle: Two hundred and eleven years of crossing the river
author: Joan Tasker
publisher: Wendham Local History Group
lang: en
page: ${page}
epigraph: {text: "Over, over! Bring the boat over!", by: the call}
cover: {image: portrait.svg, alt: A river}
---

# Head

Text.
`

describe.skipIf(!started)('the picture of a cover', () => {
  afterAll(async () => {
    rmSync(folder, {recursive: true, force: true})
    await started?.here.end()
  })

  const paginated = async (theme: string, page: string, title: string) => {
    const path = join(folder, `${theme}-${page}-${title.length}.md`)
    writeFileSync(path, manuscript(page, title))
    const source = await read(path, realDisk)
    if (!('metadata' in source) || !started) throw new Error('Expected a manuscript and a browser')
    const pamphlet = compose(source)
    const {observations, pdf} = await paginate(pamphlet, await loadTheme(theme, charactersIn(pamphlet)), printerIn(started.browser, {isTagged: true}))
    const pages = (await wordBoxes(pdf)).map(words => words.map(({text}) => text).join(' '))
    return {covers: observations.filter(({kind}) => kind === 'cover'), mottoOn: pages.findIndex(text => text.includes('Over, over!')) + 1}
  }

  test.each(themes.flatMap(theme => ['half-letter', 'a5', 'a6'].map(page => [theme, page] as const)))('has about a third of the page, and the motto is kept, in %s on %s', async (theme, page) => {
    const {covers, mottoOn} = await paginated(theme, page, 'The Ferry at Wendham')
    expect(covers).toEqual([])
    expect(mottoOn).toBeGreaterThan(0)
  })

  test.each([['large-print', 'a5', 2], ['classic', 'a4', 1]])('leaves the motto to the next page only where the cover is too small for both: %s on %s', async (theme, page, expected) => {
    expect((await paginated(theme, page, 'The Ferry at Wendham')).mottoOn).toBe(expected)
  })

  test('is told where no type is small enough', async () => {
    const {covers} = await paginated('large-print', 'a6', `The Whole and Entirely Circumstantial History of the Ferry at Wendham, ${'and of those who rowed it, '.repeat(3)}as told by them`)
    expect(covers.map(observation => 'pictureWidthPx' in observation)).toEqual([true])
  })

  test.each(themes)('has its colours on the screen, in %s', theme => {
    expect(readFileSync(`templates/${theme}/print.css`, 'utf8')).not.toContain('grayscale')
  })
})
