import {EpubCheck} from '@likecoin/epubcheck-ts'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {problemsOf} from '../epub/book.ts'
import {composeHostile} from '../text/hostile/faults.ts'
import {hostileManuscripts} from '../text/hostile/manuscripts.ts'
import {editionsOf, faultsOfEditions, joinedInEditions, wordsOf} from './edition-words.ts'

/** More with HOSTILE_EDITIONS=30; others with HOSTILE_SEED. */
const runs = Number(process.env['HOSTILE_EDITIONS'] ?? 4)
const seed = Number(process.env['HOSTILE_SEED'] ?? 1918)

/**
 * Without what is printed elsewhere or twice by design: from right to left the letters stand in the order of the paper, and a
 * reference to a head says its words. PDFium says a letter with two accents twice, and behind its neighbour too, where that
 * begins under the second accent: other readers, and the text that stands in the file for the three characters, say it once.
 */
const plain = (manuscript: string) => manuscript.replaceAll('e\u0301\u0302', 'e\u0301').replaceAll(':page[i]', '').replaceAll(/\u202E|&#x202E;|\u0645\u0631\u062D\u0628\u0627/gi, '').replaceAll(/dir="rtl"/gi, 'dir="ltr"')

let browser: Browser
beforeAll(async () => {
  browser = await launch({})
})
afterAll(() => browser.close())

describe('hostile manuscripts, whatever is said of them', () => {
  test.each(fc.sample(hostileManuscripts, {numRuns: runs, seed}).map((manuscript, index) => [index, plain(manuscript)] as const))('give sound editions with every word once and in order: %i', {timeout: 60_000}, async (_index, manuscript) => {
    const {files, pamphlet} = await composeHostile(manuscript) ?? {}
    if (!files || !pamphlet) return
    const made = await editionsOf(pamphlet, files, browser)
    const {messages} = await EpubCheck.validate(made.book.bytes)
    expect(await faultsOfEditions(wordsOf(pamphlet), made)).toEqual([])
    expect(joinedInEditions(manuscript, made)).toEqual([])
    expect(problemsOf(made.book)).toEqual([])
    expect(messages.filter(({severity}) => severity !== 'info' && severity !== 'usage')).toEqual([])
  })
})
