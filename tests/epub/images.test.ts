import {h} from 'hastscript'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import type {Asset, ImageType} from '../../scripts/types.ts'
import {bound, problemsOf, type OpenBook} from './book.ts'
import {chapter, withChapters} from './hostile.ts'

const canvas = (alpha: number) => sharp({create: {width: 12, height: 8, channels: alpha < 1 ? 4 : 3, background: {r: 200, g: 30, b: 30, alpha}}})

const made = {
  'a/opaque.webp': {mediaType: 'image/webp', bytes: await canvas(1).webp().toBuffer()},
  'a/clear.webp': {mediaType: 'image/webp', bytes: await canvas(0.5).webp().toBuffer()},
  'b/opaque.avif': {mediaType: 'image/avif', bytes: await canvas(1).avif().toBuffer()},
  'b/photo.jpg': {mediaType: 'image/jpeg', bytes: await canvas(1).jpeg().toBuffer()},
  'b/Größe 1.png': {mediaType: 'image/png', bytes: await canvas(0.5).png().toBuffer()},
  'c/größe-1.png': {mediaType: 'image/png', bytes: await canvas(1).png().toBuffer()},
  '图.gif': {mediaType: 'image/gif', bytes: await canvas(1).gif().toBuffer()}
} as const satisfies Record<string, {mediaType: ImageType; bytes: Uint8Array}>

const assets = new Map(Object.entries(made).map(([name, {mediaType, bytes}]): [string, Asset] => [name, {name, mediaType, bytes: new Uint8Array(bytes), widthPx: 12, heightPx: 8}]))

const pictures = chapter('a', 'A', [...assets.keys()].map(src => h('p', [h('img', {src, alt: src, width: 12, height: 8})])))

const bindPictures = () => bound(withChapters([pictures], {assets}))

const imagesOf = (book: OpenBook) => [...book.files.keys()].filter(path => path.startsWith('OEBPS/images/')).map(path => path.slice(13))

test('names are plain and unique; WebP and AVIF become JPEG, or PNG where they are clear', async () => {
  const book = await bindPictures()
  expect(imagesOf(book)).toEqual(['opaque.jpg', 'clear.png', 'opaque-2.jpg', 'photo.jpg', 'gro-e-1.png', 'gro-e-1-2.png', 'image.gif'])
  expect(problemsOf(book)).toEqual([])
})

test('what every reader shows stays byte for byte', async () => {
  const {files} = await bindPictures()
  expect(files.get('OEBPS/images/photo.jpg')).toEqual(made['b/photo.jpg'].bytes)
  expect(files.get('OEBPS/images/gro-e-1.png')).toEqual(made['b/Größe 1.png'].bytes)
  expect(files.get('OEBPS/images/image.gif')).toEqual(made['图.gif'].bytes)
})

test('converted pictures are what their names say, with their size and their clear parts', async () => {
  const {files} = await bindPictures()
  const [jpeg, png] = await Promise.all(['opaque.jpg', 'clear.png'].map(name => sharp(files.get(`OEBPS/images/${name}`)).metadata()))
  expect(jpeg).toMatchObject({format: 'jpeg', width: 12, height: 8, hasAlpha: false})
  expect(png).toMatchObject({format: 'png', width: 12, height: 8, hasAlpha: true})
})

test('conversion gives the same bytes every time', async () => {
  const [first, second] = [await bindPictures(), await bindPictures()]
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
})

test('a cover that old readers do not show is converted too', async () => {
  const book = await bound(withChapters([pictures], {assets}), {cover: {...made['b/opaque.avif'], alt: 'Red'}})
  expect((await sharp(book.files.get('OEBPS/cover.jpg')).metadata()).format).toBe('jpeg')
  expect(problemsOf(book)).toEqual([])
})

test('bytes that are no image are an error', async () => {
  const broken = new Map([['x.webp', {name: 'x.webp', mediaType: 'image/webp', bytes: new Uint8Array([1, 2, 3]), widthPx: 1, heightPx: 1} as const]])
  await expect(bound(withChapters([chapter('a', 'A', [h('img', {src: 'x.webp', alt: 'x'})])], {assets: broken}))).rejects.toThrow()
})
