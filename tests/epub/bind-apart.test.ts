import {expect, test} from 'vitest'
import {bind} from '../../scripts/epub/bind.ts'
import {bindApart} from '../../scripts/epub/bind-apart.ts'
import type {CoverImage} from '../../scripts/epub/cover.ts'
import {pamphlet} from '../stock.ts'
import {modified} from './book.ts'
import {pagesWith, serifTheme, starts} from './printed.ts'

const printed = pagesWith(starts)
const cover: CoverImage = {mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]), alt: 'Cover'}

test('binds the same book as without a thread', async () => {
  const [here, apart] = await Promise.all([
    bind(pamphlet, serifTheme, {modified, pages: printed, cover}),
    bindApart(pamphlet, serifTheme, {modified, pages: Promise.resolve(printed), cover: Promise.resolve(cover)})
  ])
  expect(Buffer.compare(apart.bytes, here.bytes)).toBe(0)
  expect(apart.facts).toEqual(here.facts)
})

test('fails as the pages or the cover fail, and as the binding does', async () => {
  const never = new Promise<never>(() => undefined)
  const fault = Promise.reject(new Error('no paper'))
  await expect(bindApart(pamphlet, serifTheme, {modified, pages: fault, cover: never})).rejects.toThrow('no paper')
  await expect(bindApart(pamphlet, serifTheme, {modified, pages: never, cover: fault})).rejects.toThrow('no paper')
  await expect(bindApart({...pamphlet, assets: new Map()}, serifTheme, {modified, pages: never, cover: never})).rejects.toThrow('expected the name of an asset')
})
