import {PDFCrossRefStream, PDFDocument} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {appendInOrder, insertInOrder} from '../../scripts/adapters/pdf-cross-references.ts'

test('entries stand in the order of their numbers, equals as they came', () => {
  fc.assert(fc.property(fc.array(fc.nat(30), {maxLength: 40}), numbers => {
    const entries: {readonly ref: {readonly objectNumber: number}; readonly came: number}[] = []
    numbers.forEach((objectNumber, came) => insertInOrder(entries, {ref: {objectNumber}, came}))
    const expected = numbers.map((objectNumber, came) => ({ref: {objectNumber}, came})).toSorted((a, b) => a.ref.objectNumber - b.ref.objectNumber)
    expect(entries).toEqual(expected)
  }))
})

test('the library still has the method, and writes the same file with ours', async () => {
  const save = async () => {
    const file = await PDFDocument.create({updateMetadata: false})
    for (let page = 0; page < 30; page++) file.addPage([100, 100])
    return file.save({useObjectStreams: true})
  }
  expect(typeof Reflect.get(PDFCrossRefStream.prototype, 'appendEntry')).toBe('function')
  const theirs = await save()
  appendInOrder()
  expect(Buffer.from(await save()).equals(Buffer.from(theirs))).toBe(true)
})
