import {expect, test} from 'vitest'
import {checkForeign} from '../scripts/preflight.ts'
import {emptyPdf, hostilePdfs} from './hostile-pdfs.ts'

const reasonFor = async (bytes: Uint8Array) => (await checkForeign(bytes)).findings.find(({rule}) => rule === 'unreadable-pdf')?.reason

test.each(Object.entries(hostilePdfs))('%s ends in a message', async (_, {make, reason}) => {
  expect(await reasonFor(await make())).toBe(reason)
})

test('a whole file can be read', async () => {
  expect(await reasonFor(await emptyPdf(3))).toBeUndefined()
})
