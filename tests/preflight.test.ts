import {PDFDocument, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {deflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {checkForeign} from '../scripts/preflight.ts'

const reasonFor = async (bytes: Uint8Array) => (await checkForeign(bytes)).findings.find(({rule}) => rule === 'unreadable-pdf')?.reason

async function pdf(pages: number, change: (file: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  for (let page = 0; page < pages; page++) file.addPage([100, 100])
  change(file)
  return file.save()
}

test('a truncated file, and one that is none, end in a message', async () => {
  const whole = await pdf(3)
  expect(await reasonFor(whole.subarray(0, 40))).toMatch(/^Unexpected damaged file/)
  expect(await reasonFor(new TextEncoder().encode('no PDF at all'))).toMatch(/^Unexpected damaged file/)
  expect(await reasonFor(whole)).toBeUndefined()
})

test('an encrypted file ends in a message', async () => {
  const file = await pdf(1, ({context}) => context.trailerInfo.Encrypt = context.register(context.obj({Filter: 'Standard', V: 1, R: 2, P: -4})))
  expect(await reasonFor(file)).toMatch(/^Unexpected (?:encrypted PDF|damaged file)/)
})

test('ten thousand empty pages end in a message', async () => {
  expect(await reasonFor(await pdf(10_000))).toBe('Unexpected number of 10000 pages, expected at most 5000')
})

test('a bomb of nested forms ends in a message', async () => {
  const bomb = await pdf(1, file => {
    const {context} = file
    const stream = (content: string, resources: unknown) => {
      const packed = deflateSync(content)
      return context.register(PDFRawStream.of(context.obj({Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Filter: 'FlateDecode', Length: packed.length, Resources: context.obj(resources as Record<string, never>)}), packed))
    }
    let below = stream('0 0 1 1 re f', {})
    for (let level = 0; level < 20; level++) below = stream('/A Do '.repeat(10), {XObject: {A: below}})
    const [page] = file.getPages()
    page?.node.set(PDFName.of('Resources'), context.obj({XObject: {A: below}}))
    page?.node.set(PDFName.of('Contents'), context.register(context.flateStream('/A Do')))
  })
  expect(await reasonFor(bomb)).toBe('Unexpected too much on the pages, expected pages that can be drawn')
})
