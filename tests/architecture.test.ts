import {globSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {expect, test} from 'vitest'

/** Rooms from the ground up: a file may import from its own room and from any room in front of its own. */
const ground = ['types', 'messages', 'elements', 'css', 'css-tree', 'writing', 'place', 'tall-lines', 'words', 'language', 'contributors', 'controls', 'isbn', 'font-face', 'cut-faces', 'svg-fonts', 'remembering', 'asset-name', 'alternative-text', 'sheet-sizes', 'content', 'packages']
const stages = ['manuscript', 'text', 'typeset', 'pdf', 'imposition', 'epub', 'web', 'checks', 'write', 'record', 'report', 'command-line']
/** Ways in and out beside a build: they may use any stage, and nothing of each other. */
const ways = ['import', 'new', 'doctor', 'schema', 'diff', 'preview']
const floors = [...ground.map(room => [room]), ['template'], ['adapters'], stages, ['editions', 'preflight'], ['pipeline'], ['library'], ways, ['commands'], ['main'], ['run'], ['start'], ['build', 'bench', 'pack']]
const reserved = ['puppeteer', 'puppeteer-core', 'epub-gen-memory', 'subset-font', '@cantoo/pdf-lib', '@embedpdf/pdfium', 'lcms-wasm', 'fontkit']

const files = globSync('scripts/**/*.ts').toSorted()
const room = (path: string) => path.split('/')[1]?.replace(/(?:\.d)?\.ts$/, '') ?? ''
const floor = (path: string) => floors.findIndex(rooms => rooms.includes(room(path)))
const importsOf = (path: string) => [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)[^'\n]*(?:\n[^'\n]*)*? from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(match => match[1] ?? match[2] ?? '')

test.each(files)('%s stands in a room of the plan', path => {
  expect(floor(path)).toBeGreaterThanOrEqual(0)
})

test.each(files)('%s imports only from rooms below its own', path => {
  const wrong = importsOf(path).filter(target => target.startsWith('.')).map(target => normalize(join(dirname(path), target)))
    .filter(target => room(target) !== room(path) && floor(target) >= floor(path))
  expect(wrong).toEqual([])
})

test.each(files.filter(path => !['adapters', 'bench'].includes(room(path))))('%s leaves the browser, the EPUB and the PDF library to the adapters', path => {
  expect(importsOf(path).filter(target => reserved.includes(target))).toEqual([])
})

test.each(files.filter(path => room(path) === 'types'))('%s imports nothing of ours but other types', path => {
  expect(importsOf(path).filter(target => !/^(?:hast|mdast|\.\/(?:types\/)?[a-z]+\.ts)$/.test(target))).toEqual([])
})

test('a wrong arrow would be seen', () => {
  expect(floor('scripts/types.ts')).toBeLessThan(floor('scripts/adapters/pdf.ts'))
  expect(floor('scripts/web/web.ts')).toBe(floor('scripts/epub/bind.ts'))
  expect(importsOf('scripts/web/web.ts')).toContain('../types.ts')
})
