import {PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {drawPages, type PagePicture} from '../../scripts/adapters/page-pictures.ts'
import {bytesOf, pressRoom} from './press-room.ts'

const {folder, press} = pressRoom('press-options')
const plain = {width: 600, height: 300, channels: 3, background: '#b04030'} as const
beforeAll(async () => {
  const pictures = {
    'colour.jpg': sharp({create: plain}).jpeg(),
    'gray.jpg': sharp({create: {...plain, background: '#777777'}}).toColourspace('b-w').jpeg(),
    'gray.png': sharp({create: {...plain, background: '#777777'}}).png(),
    'alpha.png': sharp({create: {...plain, channels: 4, background: {r: 176, g: 64, b: 48, alpha: 0.5}}}).png()
  }
  for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, name), await picture.toBuffer())
  const profile = readFileSync(new URL('../../templates/icc/fogra39-coated.icc', import.meta.url))
  writeFileSync(join(folder, 'shop.icc'), profile)
  writeFileSync(join(folder, 'broken.icc'), Buffer.concat([profile.subarray(0, 128), Buffer.alloc(2_000), profile.subarray(2_128)]))
})

async function pressed({print = '', text = 'Words.', style = ''}: {print?: string; text?: string; style?: string}, edition: 'print' | 'read' = 'print') {
  const outcome = await press({title: 'Options', metadata: `page: a5\nfrontmatter: none\nprint: {${print}}`, text, style}, edition)
  const bytes = bytesOf(outcome, edition === 'print' ? '-print.pdf' : '.pdf')
  return {...outcome, bytes, file: await PDFDocument.load(bytes.length > 0 ? bytes : await (await PDFDocument.create()).save(), {updateMetadata: false})}
}

function boxAt(file: PDFDocument, key: string, page = 0): readonly number[] {
  return file.getPages()[page]?.node.lookup(PDFName.of(key), PDFArray).asArray().map(value => Number(value.toString())) ?? []
}

/** The colours along the four edges of the bleed, a pixel inside it, as `r g b`. */
async function edges({bytes, file}: {readonly bytes: Uint8Array; readonly file: PDFDocument}, page: number): Promise<ReadonlySet<string>> {
  const [media, bleed] = [boxAt(file, 'MediaBox', page), boxAt(file, 'BleedBox', page)]
  const pictures: PagePicture[] = []
  await drawPages(bytes, 72, picture => void pictures.push(picture))
  const {rgb, widthPx, heightPx} = pictures[page] ?? {rgb: new Uint8Array(), widthPx: 0, heightPx: 0}
  const inset = Math.ceil((bleed[0] ?? 0) - (media[0] ?? 0)) + 1
  const at = (x: number, y: number) => [...rgb.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3)].join(' ')
  const across = Array.from({length: widthPx - 2 * inset}, (_, index) => inset + index)
  const along = Array.from({length: heightPx - 2 * inset}, (_, index) => inset + index)
  return new Set([...across.flatMap(x => [at(x, inset), at(x, heightPx - 1 - inset)]), ...along.flatMap(y => [at(inset, y), at(widthPx - 1 - inset, y)])])
}

/** Pictures by their colour space and whether they have a soft mask. */
function picturesIn({context}: PDFDocument): readonly string[] {
  return context.enumerateIndirectObjects().flatMap(([, value]) => {
    if (!(value instanceof PDFRawStream) || value.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return []
    return [`${String(value.dict.lookup(PDFName.of('ColorSpace')))}${value.dict.has(PDFName.of('SMask')) ? ' with a mask' : ''}`]
  }).toSorted()
}

describe('what is to bleed bleeds on all four sides', () => {
  test.each(['', 'bleed: 5 mm'])('a page’s background (%s)', async print => {
    const made = await pressed({print, style: '@page {background: #808080}'})
    expect(await edges(made, 0)).toEqual(new Set(['128 128 128']))
    expect(made.messages).toEqual([])
  })

  const full = ':::figure{.full-page src=gray.png alt="Gray"}\n:::'

  test.each(['', 'bleed: 5 mm'])('a picture on a page of its own, in the middle of a chapter and at its end (%s)', async print => {
    const made = await pressed({print, text: `Words.\n\n${full}\n\nWords.\n\n${full}`})
    expect(made.file.getPageCount()).toBe(4)
    for (const [page, isFull] of [false, true, false, true].entries()) expect([page, [...await edges(made, page)]]).toEqual([page, isFull ? ['119 119 119'] : ['255 255 255']])
    expect(made.messages.filter(({ruleId}) => ['no-bleed', 'overfull-line'].includes(ruleId))).toEqual([])
    const low = made.messages.filter(({ruleId}) => ruleId === 'low-resolution').map(({place}) => place.line)
    expect(low).toEqual([12, 17])
  })

  test.each([
    ['a line', '0'.repeat(110), 'p {white-space: nowrap !important; overflow-wrap: normal !important}'],
    ['a box', '> Words.', 'blockquote {width: 2000px}'],
    ['a box pulled out', '> Words.', 'blockquote {margin-right: -900px}']
  ])('beside %s that is wider than the page; all text keeps its size, and notes their place', async (_, wide, style) => {
    const made = await pressed({text: `Words.[^1]\n\n[^1]: A note.\n\n${full}\n\n${wide}\n\nMore words.[^2]\n\n[^2]: Another note.`, style})
    expect(await edges(made, 1)).toEqual(new Set(['119 119 119']))
    expect(made.messages.filter(({ruleId}) => ruleId === 'simpler-pages')).toEqual([])
  })

  test('with a caption the picture stays on its page, for the caption has to be read', async () => {
    const made = await pressed({text: ':::figure{.full-page src=gray.png alt="Gray"}\nA caption.\n:::'})
    expect(made.file.getPageCount()).toBe(1)
    expect(await edges(made, 0)).toEqual(new Set(['255 255 255']))
  })
})

test('print.standard: none makes no claim; boxes and marks stay', async () => {
  const [x4, none] = [await pressed({}), await pressed({print: 'standard: none'})]
  const claims = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').includes('GTS_PDFXVersion') || Buffer.from(bytes).toString('latin1').includes('pdfxid:')
  const packet = ({file}: {file: PDFDocument}) => {
    const metadata = file.catalog.lookup(PDFName.of('Metadata'))
    return metadata instanceof PDFRawStream ? metadata.contents : new Uint8Array()
  }
  expect([claims(packet(x4)), claims(packet(none))]).toEqual([true, false])
  expect(boxAt(none.file, 'TrimBox')).toEqual(boxAt(x4.file, 'TrimBox'))
  expect(boxAt(none.file, 'MediaBox')).toEqual(boxAt(x4.file, 'MediaBox'))
})

test('print.bleed: 0 and print.marks: false leave the trim alone', async () => {
  const {file} = await pressed({print: 'bleed: 0, marks: false'})
  for (const key of ['MediaBox', 'BleedBox']) expect(boxAt(file, key)).toEqual(boxAt(file, 'TrimBox'))
  const {file: marked} = await pressed({print: 'bleed: 0'})
  expect(boxAt(marked, 'BleedBox')).toEqual(boxAt(marked, 'TrimBox'))
  expect(boxAt(marked, 'MediaBox')[0]).toBeLessThan((boxAt(marked, 'TrimBox')[0] ?? 0) - 20)
})

test('the shop’s own profile is the one in the file', async () => {
  const {file} = await pressed({print: 'colour: process, icc: shop.icc'})
  const intent = file.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
  const profile = intent.lookup(PDFName.of('DestOutputProfile'))
  if (!(profile instanceof PDFRawStream)) throw new Error('Expected a profile')
  const {decodePDFRawStream} = await import('@cantoo/pdf-lib')
  expect(Buffer.from(decodePDFRawStream(profile).decode()).equals(readFileSync(join(folder, 'shop.icc')))).toBe(true)
})

test('a profile that is damaged behind its head is told at its place, and nothing is built', async () => {
  const {messages, built} = await pressed({print: 'icc: broken.icc'})
  expect(messages.map(({ruleId, reason, place: {line, column}}) => [ruleId, reason, line, column])).toEqual([['bad-metadata', 'Unexpected file `broken.icc`, which has tables that are damaged, or none from the screen to its inks, expected the ICC profile of a press (CMYK, output)', 7, 14]])
  expect(built).toBe(false)
})

test('a cover of its own that there cannot be is told at its place, once, and the pages are built', async () => {
  const {messages, artifacts} = await pressed({print: 'cover: separate'})
  expect(messages.map(({ruleId, severity, place: {line, column}}) => [ruleId, severity, line, column])).toEqual([['no-cover', 'warning', 7, 16]])
  expect(artifacts.map(({name}) => name)).toEqual(['options-print.pdf', 'options.json', 'SHA256SUMS'])
})

test.each([
  ['has no sheet where nothing stands on it', '', '', 1],
  ['nor where its paper is white', '@page blank {background: #fff}', '', 1],
  ['has one where its pages have a paper', '@page blank {background: #f4ecd8}', '', 2],
  ['has one where the text ends on it', '', '\n\n::pagebreak\n\nThe end.', 2]
])('the inside of a cover %s', async (_, style, more, sheets) => {
  const text = `${Array.from({length: 4}, (__, index) => `Words ${index}.`).join('\n\n::pagebreak\n\n')}${more}`
  const made = await press({title: 'Options', metadata: 'page: a6\nfrontmatter: full\nback: {text: Back}\nprint: {cover: separate, paper: 350, marks: false}', text, style}, 'print')
  const file = await PDFDocument.load(bytesOf(made, '-cover.pdf'), {updateMetadata: false})
  expect([file.getPageCount(), made.artifacts.find(({name}) => name.endsWith('-cover.pdf'))?.facts['pages']]).toEqual([sheets, sheets])
})

describe('the spine of a cover', () => {
  /** The colours from the left to the right fold, a quarter of the height down or at all of it, outside and inside, where the text ends. */
  const spines = async (style: string, isWhole = false) => {
    const text = Array.from({length: 31}, (_, index) => `Words ${index}.`).join('\n\n::pagebreak\n\n')
    const made = await press({title: 'Options', metadata: 'page: a6\nfrontmatter: full\nback: {text: Back}\nprint: {cover: separate, paper: 350, marks: false}', text, style}, 'print')
    const pictures: PagePicture[] = []
    await drawPages(bytesOf(made, '-cover.pdf'), 72, picture => void pictures.push(picture))
    return pictures.map(({rgb, widthPx, heightPx}) => {
      const [middle, reach] = [Math.round(widthPx / 2), 8]
      const rows = isWhole ? Array.from({length: heightPx}, (_, row) => row) : [Math.round(heightPx / 4)]
      return new Set(rows.flatMap(row => Array.from({length: 2 * reach}, (_, index) => rgb[(row * widthPx + middle - reach + index) * 3])))
    })
  }

  test('has the paper of the front, bare inside where it is glued', async () => {
    expect(await spines('@page cover {background: #808080} @page back {background: #404040}')).toEqual([new Set([128]), new Set([255])])
  })

  test('has the paper of the back where the front has none', async () => {
    expect(await spines('@page back {background: #404040}')).toEqual([new Set([64]), new Set([255])])
    expect(await spines('')).toEqual([new Set([255]), new Set([255])])
  })

  test('has the title in black, on dark paper in white; inside nothing', async () => {
    const [[light, inside], [dark]] = [await spines('', true), await spines('@page cover {background: #202020}', true)]
    expect([Math.min(...[...light ?? []].map(Number)) < 100, inside]).toEqual([true, new Set([255])])
    expect([Math.min(...[...dark ?? []].map(Number)), Math.max(...[...dark ?? []].map(Number)) > 150]).toEqual([32, true])
  })
})

describe('pictures', () => {
  const text = ['colour.jpg', 'gray.jpg', 'gray.png', 'alpha.png'].map(name => `![A picture](${name})`).join('\n\n')

  test('in process colour gray ones have one channel, colour ones four, and a mask stays', async () => {
    expect(picturesIn((await pressed({print: 'colour: process', text})).file)).toEqual(['/DeviceCMYK', '/DeviceCMYK with a mask', '/DeviceGray', '/DeviceGray', '/DeviceGray'])
  })

  test('they and their masks keep every pixel', async () => {
    const {context} = (await pressed({print: 'colour: process', text})).file
    const sizes = context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFRawStream && value.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
      ? [['Width', 'Height'].map(key => String(value.dict.lookup(PDFName.of(key)))).join(' × ')]
      : [])
    expect(sizes).toEqual(Array.from({length: 5}, () => '600 × 300'))
  })

  test('drawings in line stay drawings in line: a bit a pixel, in their colours, with what shows through', async () => {
    const checks = (light: string, dark: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" shape-rendering="crispEdges"><rect width="640" height="320" fill="${light}"/><path d="M0 0h64v64h64v64h64v64H0zM320 32h256v256H320z" fill="${dark}"/></svg>`))
      .png({palette: true, colours: 2, dither: 0}).toBuffer()
    const drawings = {'line.png': checks('#fff', '#000'), 'colours.png': checks('#ffe0a0', '#204080'), 'through.png': checks('transparent', '#b02010')}
    for (const [name, drawing] of Object.entries(drawings)) writeFileSync(join(folder, name), await drawing)
    const text = Object.keys(drawings).map(name => `![A drawing](${name})`).join('\n\n')
    for (const colour of ['black', 'process']) {
      const [print, read] = [await pressed({print: `colour: ${colour}, marks: false, bleed: 0`, text}), await pressed({print: `colour: ${colour}, marks: false, bleed: 0`, text}, 'read')]
      const bits = print.file.context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFRawStream && value.dict.has(PDFName.of('Width')) ? [['Width', 'BitsPerComponent'].map(key => String(value.dict.lookup(PDFName.of(key)))).join(' × ')] : [])
      // A mask is as the browser made it.
      expect(bits.toSorted()).toEqual(['640 × 1', '640 × 1', '640 × 1', '640 × 8'])
      if (colour === 'process') expect(await difference(print.bytes, read.bytes)).toBeLessThan(4)
    }
  })

  test.each(['black', '{spot: Red}'])('in %s all have one channel', async colour => {
    expect(new Set(picturesIn((await pressed({print: `colour: ${colour}`, text})).file))).toEqual(new Set(['/DeviceGray', '/DeviceGray with a mask']))
  })
})

const twoCircles = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100"><radialGradient id="a" r=".2" fx=".4" fy=".4" spreadMethod="repeat"><stop stop-color="#fc0"/><stop offset="1" stop-color="#00f"/></radialGradient><rect width="90" height="90" fill="url(#a)"/></svg>'

test('a gradient that no press knows has a message with its place and a way out, and there is no file', async () => {
  writeFileSync(join(folder, 'circles.svg'), twoCircles)
  const {messages, built, artifacts} = await pressed({text: 'Words.\n\n![Circles](circles.svg)'})
  expect(messages.map(({ruleId, place, severity}) => [ruleId, place.line, severity])).toEqual([['unconverted-colour', 12, 'error']])
  expect(messages[0]?.remedy).toContain('spreadMethod')
  expect([built, artifacts]).toEqual([false, []])
})

/** How far apart two pictures are: the mean difference of all channels, of 255. */
async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const drawn = await Promise.all([a, b].map(async pdf => {
    const pictures: PagePicture[] = []
    await drawPages(pdf, 72, picture => void pictures.push(picture))
    return pictures[0]?.rgb ?? new Uint8Array()
  }))
  const [first = new Uint8Array(), second = new Uint8Array()] = drawn
  return first.length === second.length ? first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length : Infinity
}

// Grays, so that the picture on the screen is that of the inks; PDFium draws 256 steps of a gradient, repetitions and all.
test.each([
  'linear-gradient(20deg, #000, transparent 60%)', 'radial-gradient(#333, transparent)', 'linear-gradient(to right, rgb(0 0 0 / .8), #fff0 50%, #777)', 'conic-gradient(from 30deg at 30% 40%, #000 25%, #999 25% 50%, #fff, #000)',
  'repeating-linear-gradient(45deg, #000, #fff 200px)', 'repeating-radial-gradient(circle at 20px 20px, #000, #aaa 200px)', 'conic-gradient(#000, transparent)'
])('%s looks in one ink as it does on the screen', async gradient => {
  const text = '> Words.'
  const style = `blockquote {padding-bottom: 70mm; background: ${gradient}}`
  const plain = await pressed({print: 'marks: false, bleed: 0', text, style: 'blockquote {padding-bottom: 70mm}'})
  const [made, read] = [await pressed({print: 'marks: false, bleed: 0', text, style}), await pressed({print: 'marks: false, bleed: 0', text, style}, 'read')]
  expect(made.messages).toEqual([])
  expect(await difference(made.bytes, read.bytes)).toBeLessThan(3)
  expect(await difference(made.bytes, plain.bytes)).toBeGreaterThan(10)
})

test.each(['black', 'process', '{spot: Red}'])('gradients of all kinds become inks in %s', async colour => {
  const {messages, built, bytes} = await pressed({print: `colour: ${colour}`, style: 'main p {background: linear-gradient(red, transparent), conic-gradient(red, blue)} main h1 {background: repeating-radial-gradient(red, blue 9px)}'})
  expect(messages).toEqual([])
  expect(built).toBe(true)
  const spaces = [...(await PDFDocument.load(bytes, {updateMetadata: false})).context.enumerateIndirectObjects()].filter(([, value]) => String(value instanceof PDFRawStream ? value.dict : value).includes('/DeviceRGB'))
  expect(spaces).toEqual([])
})

test('a neutral gradient is black ink alone, in process colours too', async () => {
  const {file} = await pressed({print: 'colour: process', style: 'main p {background: linear-gradient(#fff, #333), radial-gradient(#777, transparent)}'})
  const spaces = file.context.enumerateIndirectObjects().flatMap(([, value]) => {
    const dict = value instanceof PDFRawStream ? value.dict : value
    return dict instanceof PDFDict && dict.has(PDFName.of('ShadingType')) ? [String(dict.lookup(PDFName.of('ColorSpace')))] : []
  })
  expect(spaces.length).toBeGreaterThan(0)
  expect(new Set(spaces)).toEqual(new Set(['/DeviceGray']))
})

test.each(['black', 'process', '{spot: Red}'])('linear and radial gradients become inks in %s', async colour => {
  const {messages, built} = await pressed({print: `colour: ${colour}`, style: 'main p {background: linear-gradient(red, #fff 30%, #333)} main h1 {background: radial-gradient(#fff, #333)}'})
  expect(messages).toEqual([])
  expect(built).toBe(true)
})
