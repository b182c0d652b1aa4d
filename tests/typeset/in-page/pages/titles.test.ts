import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../../../scripts/adapters/browser.ts'
import type {Here} from '../../../adapters/browser-here.ts'
import {browserHere} from '../../../adapters/browser-here.ts'
import {print} from './print-here.ts'

const started = await browserHere()

/** 60 mm in pt. */
const pageWidthPt = 170.08

/** A page so narrow that words of the title, in the size that the theme gives it, are wider than its type area. */
const manuscript = (theme: string, frontmatter: string) => `---
title: Mutualism and the Administration of Housing Cooperatives
subtitle: Correspondence concerning responsibilities
author: Anna Wetherington
date: 2024-01-15
lang: en
theme: ${theme}
page: 60mm x 90mm
frontmatter: ${frontmatter}
---

It was printed in a night.
`

describe.skipIf(!started)('titles', () => {
  let browser: Browser
  let here: Here
  beforeAll(() => {
    if (started) ({browser, here} = started)
  })
  afterAll(() => here.end())

  test.each(['classic', 'plain', 'broadsheet', 'large-print'].flatMap(theme => ['none', 'full'].map(form => [theme, form])))('stand whole on a narrow page: %s, front matter %s', {timeout: 60_000}, async (theme = '', form = '') => {
    const {pages, messages} = await print(browser, join(here.folder, `${theme}-${form}`), {'a.md': manuscript(theme, form)})
    expect(messages).toEqual([])
    const words = pages.flat()
    expect(words.filter(({text, left, right}) => !/^\d+$/.test(text) && (left < 0 || right > pageWidthPt - 10))).toEqual([])
    const first = pages[0]?.map(({text}) => text.replace('-', '').toLowerCase()) ?? []
    expect(first).toEqual(expect.arrayContaining(['administration', 'cooperatives', 'responsibilities', 'wetherington']))
  })
})
