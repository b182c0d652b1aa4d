import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {composeHostile, faultsOf} from './hostile/faults.ts'
import {hostileManuscripts} from './hostile/manuscripts.ts'

/** More with HOSTILE_RUNS=5000; others with HOSTILE_SEED. */
const runs = Number(process.env['HOSTILE_RUNS'] ?? 60)
const seed = Number(process.env['HOSTILE_SEED'] ?? 1917)
/** Seconds of work: such a manuscript has some kilobytes, and takes a twentieth of it. */
const most = 5

describe('hostile manuscripts', () => {
  test('lose no word without a message, and bring in nothing that runs or lies elsewhere', {timeout: 30_000 + runs * 1_000}, async () => {
    await fc.assert(fc.asyncProperty(hostileManuscripts, async manuscript => {
      const before = process.cpuUsage()
      const {pamphlet} = await composeHostile(manuscript) ?? {}
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(most)
      if (pamphlet) expect(faultsOf(manuscript, pamphlet)).toEqual([])
    }), {numRuns: runs, seed, endOnFailure: process.env['HOSTILE_SHRINK'] === undefined})
  })

  test.each([
    ['Before.\n\n<svg>zaaaz</svg>\n', []],
    ['Before <span data-index="1">zaaaz</span> <a data-noteref=a>zaabz</a> <a data-page-ref="i" title="data-index">zaacz</a>.\n', []],
    ['Before.\n\n[a](javascript:alert(1)) :::\n\n:::imprint\n[b](javascript:alert(1))\n:::\n', []]
  ])('%j is as it should be', async (text, expected) => {
    const manuscript = `---\ntitle: T\nlang: en\n---\n\n${text}`
    const {pamphlet} = await composeHostile(manuscript) ?? {}
    expect(pamphlet && faultsOf(manuscript, pamphlet)).toEqual(expected)
  })

  test.each([
    ['zaaaz zaabz', 'zaaaz', ['zaabz is lost']],
    ['zaaaz zaabz', 'zaaaz zaabz zaaaz', ['zaaaz stands twice', 'zaaaz stands too late']],
    ['zaaaz zaabz', 'zaaazzaabz', ['zaaazzaabz run together']]
  ])('the yardstick itself: %j that comes out as %j', async (text, made, expected) => {
    const {pamphlet} = await composeHostile(`---\ntitle: T\nlang: en\n---\n\n${made}\n`) ?? {}
    expect(pamphlet && faultsOf(text, pamphlet)).toEqual(expected)
  })
})
