import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {assetLimits, loadAssets, type AssetLimits} from '../../scripts/manuscript/assets.ts'
import {below} from '../../scripts/manuscript/below.ts'
import {sniff} from '../../scripts/manuscript/sniff.ts'
import {format} from '../../scripts/messages.ts'
import {inFolder} from './temporary.ts'

type Files = Readonly<Record<string, Uint8Array | string>>

const load = (files: Files, urls: readonly string[] = Object.keys(files), limits: AssetLimits = assetLimits) => inFolder(files, folder =>
  loadAssets(urls.map((url, index) => ({url, place: {file: 'a.md', line: index + 1, column: 1}})), below(folder, realDisk), limits))

const messagesOf = async (files: Files, urls?: readonly string[], limits?: AssetLimits) => (await load(files, urls, limits)).messages.map(message => format(message).split('\n')[0])

/** A picture that does not compress to nothing, the same in every run. */
function picture(width = 60, height = 40) {
  const pixels = Uint8Array.from({length: width * height * 3}, (_, index) => (index * 7919 + index ** 2 % 251) % 256)
  return sharp(pixels, {raw: {width, height, channels: 3}})
}

const made: Record<string, Buffer> = {}
beforeAll(async () => {
  made['png'] = await picture().png().toBuffer()
  made['jpeg'] = await picture().jpeg().toBuffer()
  made['progressive'] = await picture().jpeg({progressive: true}).toBuffer()
  made['cmyk'] = await picture().toColourspace('cmyk').jpeg().toBuffer()
  made['turned'] = await picture().withMetadata({orientation: 6}).jpeg().toBuffer()
  made['webp'] = await picture().webp().toBuffer()
  made['gif'] = await picture().gif().toBuffer()
  made['avif'] = await picture().avif().toBuffer()
  made['tiff'] = await picture().tiff().toBuffer()
})
const get = (name: string) => made[name] ?? Buffer.alloc(0)

describe('good images', () => {
  test.each([
    ['png', 'image/png', 60, 40], ['jpeg', 'image/jpeg', 60, 40], ['progressive', 'image/jpeg', 60, 40], ['cmyk', 'image/jpeg', 60, 40],
    ['turned', 'image/jpeg', 40, 60], ['webp', 'image/webp', 60, 40], ['gif', 'image/gif', 60, 40], ['avif', 'image/avif', 60, 40]
  ])('%s', async (name, mediaType, widthPx, heightPx) => {
    // The name says nothing: what counts is the content.
    const {assets, messages} = await load({'images/a.bin': get(name)})
    expect(messages).toEqual([])
    expect(assets.get('images/a.bin')).toMatchObject({name: 'images/a.bin', mediaType, widthPx, heightPx})
    expect(Buffer.from(assets.get('images/a.bin')?.bytes ?? [])).toEqual(get(name))
  })

  test('each once, in the order of names, however it is written', async () => {
    const files = {'b c.png': get('png'), 'a.gif': get('gif')}
    const {assets, messages} = await load(files, ['b%20c.png', 'b c.png', './b c.png?x#y', 'x/../b c.png', 'a.gif'])
    expect(messages).toEqual([])
    expect([...assets.keys()]).toEqual(['a.gif', 'b c.png'])
  })

  test('a name in another Unicode normal form is found', async () => {
    const {assets} = await load({['e\u0301.png']: get('png')}, ['\u00E9.png'])
    expect([...assets.keys()]).toEqual(['\u00E9.png'])
  })
})

describe('damaged images', () => {
  test.each(['png', 'jpeg', 'progressive', 'cmyk', 'webp', 'gif', 'avif'])('%s, cut in the middle', async name => {
    const bytes = get(name)
    expect(await messagesOf({'a.png': bytes.subarray(0, Math.floor(bytes.length / 2))})).toEqual(['a.md:1:1: error: Unexpected damage in image `a.png`, expected a file that decodes to its end (corrupt-image)'])
  })

  test.each(['png', 'jpeg', 'progressive', 'webp', 'avif'])('%s, cut near the end', async name => {
    expect((await messagesOf({'a.png': get(name).subarray(0, -12)}))[0]).toMatch(/corrupt-image/)
  })

  test('a header and nothing else; noise inside', async () => {
    const noise = Buffer.from(get('png'))
    noise.fill(0x55, 60, 400)
    const messages = await messagesOf({'a.png': get('png').subarray(0, 33), 'b.jpg': new Uint8Array([0xFF, 0xD8, 0xFF, 0xE0]), 'c.png': noise, 'd.gif': 'GIF89a'})
    expect(messages).toHaveLength(4)
    for (const message of messages) expect(message).toMatch(/corrupt-image/)
  })
})

describe('formats that cannot be used', () => {
  test.each<[string, Uint8Array | string]>([
    ['BMP', 'BM\u0001\u0002'], ['PDF', '%PDF-1.7'], ['Photoshop', '8BPS\0\u0001'], ['JPEG XL', new Uint8Array([0xFF, 0x0A, 0])],
    ['HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'], ['video', '\0\0\0\u0010ftypisom\0\0\0\0'], ['compressed SVG', new Uint8Array([0x1F, 0x8B, 8])]
  ])('%s', async (name, bytes) => {
    const {assets, messages} = await load({'a.png': bytes})
    expect(assets.size).toBe(0)
    expect(messages.map(format)).toEqual([`a.md:1:1: error: Unexpected ${name} file \`a.png\`, expected PNG, JPEG, WebP, GIF, AVIF or SVG (image-format)\n  Convert it to PNG or JPEG.`])
  })

  test('TIFF', async () => {
    expect((await messagesOf({'a.jpg': get('tiff')}))[0]).toMatch(/Unexpected TIFF file/)
  })

  test('AVIF behind a general brand', () => {
    expect(sniff(new TextEncoder().encode('\0\0\0\u0018ftypmif1\0\0\0\0mif1avif'))).toEqual({mediaType: 'image/avif'})
  })

  test('sniffing ends in time', () => {
    expect(sniff(new TextEncoder().encode(`${'<!---->'.repeat(9_000)}<a`))).toEqual({})
    expect(sniff(new TextEncoder().encode('<!'.repeat(30_000)))).toEqual({})
    expect(sniff(new Uint8Array())).toEqual({})
    expect(sniff(new Uint8Array([0, 0]))).toEqual({})
  })
})

describe('too much', () => {
  test('more than 100 megapixels, told before they are decoded', async () => {
    const header = Buffer.from(get('png'))
    header.writeUInt32BE(20_000, 16)
    header.writeUInt32BE(20_000, 20)
    const {crc32} = await import('node:zlib')
    header.writeUInt32BE(crc32(header.subarray(12, 29)), 29)
    expect(await messagesOf({'a.png': header})).toEqual(['a.md:1:1: error: Unexpected image `a.png` of 400 megapixels, expected at most 100 (image-format)'])
  })

  test('bytes a file, bytes in all, files', async () => {
    const files = {'a.png': get('png'), 'b.png': get('png'), 'c.png': get('png'), 'd.png': get('png'), 'e.png': get('png')}
    const mebibyte = 1_048_576
    expect((await messagesOf(files, ['a.png'], {...assetLimits, fileBytes: 16}))[0]).toMatch(/Unexpected size of image `a.png`/)
    expect(await messagesOf(files, undefined, {...assetLimits, files: 2})).toHaveLength(3)
    expect((await messagesOf(files, undefined, {...assetLimits, totalBytes: 10}))[0]).toMatch(/of images, expected fewer/)
    expect(await messagesOf(files, undefined, {...assetLimits, totalBytes: 500 * mebibyte})).toEqual([])
  })
})

describe('places', () => {
  test('each reference has its own message', async () => {
    expect(await messagesOf({}, ['gone.png', 'gone.png', 'https://example.org/a.png'])).toEqual([
      'a.md:1:1: error: Unexpected missing image `gone.png`, expected a file below the manuscript (missing-image)',
      'a.md:2:1: error: Unexpected missing image `gone.png`, expected a file below the manuscript (missing-image)',
      'a.md:3:1: error: Unexpected remote image `https://example.org/a.png`, expected a file below the manuscript (remote-image)'
    ])
  })

  test('a file that changes while it is read is read as it was opened', async () => {
    await inFolder({'a.png': get('png')}, async folder => {
      const disk = {...realDisk, readFile: async (path: string, maximum: number) => {
        const found = await realDisk.readFile(path, maximum)
        await writeFile(join(folder, 'a.png'), 'something else')
        return found
      }}
      const {assets} = await loadAssets([{url: 'a.png', place: {file: 'a.md'}}], below(folder, disk))
      expect(assets.get('a.png')?.mediaType).toBe('image/png')
    })
  })
})

test('a missing image that another folder has is named', async () => {
  const {messages} = await load({'images/deep/hall.png': get('png')}, ['hall.png', 'pictures/hall.png', 'yard.png'])
  expect(messages.map(({remedy}) => remedy)).toEqual([
    'Write `images/deep/hall.png` if that is the one, or put the file there.',
    'Write `images/deep/hall.png` if that is the one, or put the file there.',
    'Put the file there, or correct the path.'
  ])
})

test('a missing image whose name or folder is written otherwise is named as the file that is there', async () => {
  const {messages} = await load({'pic/a.png': get('png'), 'pic/other.txt': ''}, ['PIC/A.PNG', 'Pic/a.png', 'pik/a.pgn', 'Pic/harbour.png'])
  expect(messages.map(({remedy}) => remedy)).toEqual([
    'Write `pic/a.png`: upper and lower case must match.',
    'Write `pic/a.png`: upper and lower case must match.',
    'Write `pic/a.png` if that is the one, or put the file there.',
    'Put the file there, or correct the path.'
  ])
})
