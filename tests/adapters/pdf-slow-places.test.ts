import {deflateSync} from 'node:zlib'
import {PDFCrossRefStream, PDFDocument, PDFObjectStream} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {appendInOrder, insertInOrder, packByZlib} from '../../scripts/adapters/pdf-slow-places.ts'

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

test('streams of objects are packed by zlib: the library opens what it wrote with them', async () => {
  packByZlib()
  const file = await PDFDocument.create({updateMetadata: false})
  file.setTitle('A title')
  file.context.register(file.context.obj(Array.from({length: 5000}, (_, index) => (index * 48_271) % 9_973)))
  const stream = PDFObjectStream.withContextAndObjects(file.context, file.context.enumerateIndirectObjects())
  expect(deflateSync(stream.getUnencodedContents()).equals(stream.getContents())).toBe(true)
  expect((await PDFDocument.load(await file.save({useObjectStreams: true}))).getTitle()).toBe('A title')
})
