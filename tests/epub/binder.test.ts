import {expect, test} from 'vitest'
import {bind} from '../../scripts/epub/bind.ts'
import {message} from '../../scripts/messages.ts'
import {startBinder, type BindingOrder} from '../../scripts/epub/binder.ts'
import type {CoverImage} from '../../scripts/epub/cover.ts'
import {pamphlet} from '../stock.ts'
import {modified, openBook} from './book.ts'
import {pagesWith, serifTheme, starts} from './printed.ts'

const printed = pagesWith(starts)
const cover: CoverImage = {mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]), alt: 'Cover'}

const bindApart = async (order: Pick<BindingOrder, 'pages' | 'cover'> & Partial<BindingOrder>) => {
  const {bind: bindThere, close} = startBinder()
  try {
    return await bindThere({pamphlet, theme: serifTheme, modified, ...order})
  } finally {
    await close()
  }
}

test('binds the same book as without a thread', async () => {
  const [here, apart] = await Promise.all([
    bind(pamphlet, serifTheme, {modified, pages: printed, cover}),
    bindApart({pages: Promise.resolve(printed), cover: Promise.resolve(cover)})
  ])
  expect(Buffer.compare(apart.bytes, here.bytes)).toBe(0)
  expect(apart.facts).toEqual(here.facts)
})

test('claims nothing there that the messages deny', async () => {
  const certified = {...pamphlet, metadata: {...pamphlet.metadata, epub: {fonts: false, certifiedBy: 'The Press'}}}
  const packageOf = async (of: typeof certified) => openBook((await bindApart({pamphlet: of, pages: Promise.resolve(printed), cover: Promise.resolve(cover)})).bytes).text('OEBPS/content.opf')
  const claims = ['structuralNavigation', 'with structural headings', 'The Press</meta>']
  const [sound, skipping] = [await packageOf(certified), await packageOf({...certified, messages: [message('skipped-heading', {file: 'a.md', line: 1, column: 1}, 'Skipped')]})]
  expect(claims.filter(claim => !sound.includes(claim))).toEqual([])
  expect(claims.filter(claim => skipping.includes(claim))).toEqual([])
})

test('fails as the pages or the cover fail, and as the binding does', async () => {
  const never = new Promise<never>(() => undefined)
  const fault = Promise.reject(new Error('no paper'))
  await expect(bindApart({pages: fault, cover: never})).rejects.toThrow('no paper')
  await expect(bindApart({pages: never, cover: fault})).rejects.toThrow('no paper')
  await expect(bindApart({pamphlet: {...pamphlet, assets: new Map()}, pages: never, cover: never})).rejects.toThrow('expected the name of an asset')
})

test('a binder that is closed fails whoever waits for it', async () => {
  const never = new Promise<never>(() => undefined)
  const binder = startBinder()
  const waiting = expect(binder.bind({pamphlet, theme: serifTheme, modified, pages: never, cover: never})).rejects.toThrow('Unexpected end of the thread')
  await binder.close()
  await waiting
})
