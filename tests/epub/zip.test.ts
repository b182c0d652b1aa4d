import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {bind} from '../../scripts/epub/bind.ts'
import {pamphlet, theme} from '../stock.ts'
import {bound, modified} from './book.ts'
import {serifTheme} from './printed.ts'
import {readZip} from './zip.ts'

const {bytes} = await bound(pamphlet)

test('mimetype comes first, stored, without extra field, at its fixed place', () => {
  const [first] = readZip(bytes)
  expect(first).toMatchObject({name: 'mimetype', offset: 0, method: 'stored', extraBytes: 0})
  expect(Buffer.from(bytes).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
})

test('container and package follow, and no folder has an entry', () => {
  const names = readZip(bytes).map(({name}) => name)
  expect(names.slice(1, 3)).toEqual(['META-INF/container.xml', 'OEBPS/content.opf'])
  expect(names.filter(name => name.endsWith('/'))).toEqual([])
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
})

test('every entry has the date of the build, in UTC', () => {
  expect(new Set(readZip(bytes).map(({date}) => date))).toEqual(new Set(['2024-01-15T12:34:56']))
})

test('a date that no zip can hold becomes the first that it can', async () => {
  const early = await bound(pamphlet, {modified: new Date(0)})
  expect(new Set(readZip(early.bytes).map(({date}) => date))).toEqual(new Set(['1980-01-01T00:00:00']))
  expect(early.text('OEBPS/content.opf')).toContain('<meta property="dcterms:modified">1970-01-01T00:00:00Z</meta>')
})

test('text is packed, pictures and fonts are stored as they are', async () => {
  const methods = new Map(readZip(bytes).map(({name, method}) => [name, method]))
  expect(methods.get('OEBPS/chapter-1.xhtml')).toBe('deflated')
  expect(methods.get('OEBPS/images/press.svg')).toBe('deflated')
  const cover = {mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]), alt: 'Cover'} as const
  const set = readZip((await bound(pamphlet, {cover}, serifTheme)).bytes).filter(({name}) => /\.(?:png|woff2)$/.test(name))
  expect(set.map(({name, method}) => `${name} ${method}`)).toEqual(['OEBPS/cover.png stored', 'OEBPS/fonts/alegreya-latin-700-normal.woff2 stored', 'OEBPS/fonts/alegreya-latin-700-italic.woff2 stored'])
})

test('the same pamphlet gives the same bytes twice', async () => {
  const again = await bind(pamphlet, theme, {modified})
  expect(Buffer.compare(again.bytes, bytes)).toBe(0)
})

test('another date gives other bytes', async () => {
  const later = await bind(pamphlet, theme, {modified: new Date('2024-01-15T12:34:58Z')})
  expect(Buffer.compare(later.bytes, bytes)).not.toBe(0)
})

test.each([['Pacific/Auckland', -720], ['America/Los_Angeles', 480]])('the same bytes come out in %s', (zone, offset) => {
  const script = fileURLToPath(new URL('print-hash.ts', import.meta.url))
  const out = execFileSync(process.execPath, [script], {encoding: 'utf8', timeout: 50_000, env: {...process.env, TZ: zone}})
  expect(out).toBe(`${offset} ${createHash('sha256').update(bytes).digest('hex')}`)
})
