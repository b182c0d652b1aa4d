import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {make} from '../../scripts/pipeline.ts'
import {bytesOf, pressRoom} from './press-room.ts'

const {folder, browser} = pressRoom('kept-printing')

test('the page that says how to print is printed once, and has the same bytes when it is found', async () => {
  const path = join(folder, 'kept.md')
  writeFileSync(path, '---\ntitle: Kept\nauthor: A B\nlang: en-GB\nfrontmatter: none\n---\n\nWords.\n')
  const kept = new Map<string, Uint8Array>()
  const opened: number[] = []
  const counting: Browser = {...browser(), open: (...given) => {
    opened.push(given[1].widthPx)
    return browser().open(...given)
  }}
  const build = async () => {
    const outcome = await make({path, out: folder, editions: ['booklet'], strict: false, json: false, date: '2024-01-21'}, {
      disk: realDisk, browser: () => Promise.resolve(counting), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined,
      drawings: {find: key => Promise.resolve(kept.get(key)), keep: (key, bytes) => Promise.resolve(void kept.set(key, bytes))}
    })
    return Buffer.from(bytesOf(outcome, '-printing.pdf'))
  }
  const instructions = 800
  const first = await build()
  expect([first.length > 0, opened.filter(widthPx => widthPx === instructions).length]).toEqual([true, 1])
  const second = await build()
  expect(opened.filter(widthPx => widthPx === instructions)).toHaveLength(1)
  expect(second.equals(first)).toBe(true)
})
