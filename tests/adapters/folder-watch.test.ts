import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {isNoise, watchFolders} from '../../scripts/adapters/folder-watch.ts'

let folder = ''
let stop: () => void = () => undefined
const onChange = vi.fn<() => void>()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'))
  writeFileSync(join(folder, 'a.md'), 'one')
  mkdirSync(join(folder, 'images'))
  onChange.mockClear()
  stop = watchFolders([{path: folder, isFolder: true}], {pollMs: 50, onChange})
  await quiet()
})
afterEach(() => {
  stop()
  rmSync(folder, {recursive: true, force: true})
})

const quiet = () => new Promise(resolve => setTimeout(resolve, 200))

test.each([
  ['a file is saved', () => writeFileSync(join(folder, 'a.md'), 'two')],
  ['a file is added', () => writeFileSync(join(folder, 'b.md'), 'new')],
  ['a file is renamed', () => renameSync(join(folder, 'a.md'), join(folder, 'c.md'))],
  ['a file is removed', () => rmSync(join(folder, 'a.md'))],
  ['a file is put in the place of another, as editors save', () => {
    writeFileSync(join(folder, '.a.md.swp'), 'three')
    renameSync(join(folder, '.a.md.swp'), join(folder, 'a.md'))
  }],
  ['a picture in a folder is saved', () => writeFileSync(join(folder, 'images', 'x.png'), 'x')],
  ['the folder goes away', () => rmSync(folder, {recursive: true})]
])('%s', async (_, act) => {
  act()
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), {timeout: 5_000})
})

test('a folder that goes away and comes again is watched again', async () => {
  rmSync(folder, {recursive: true})
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), {timeout: 5_000})
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.md'), 'again')
  await quiet()
  onChange.mockClear()
  writeFileSync(join(folder, 'a.md'), 'and again')
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), {timeout: 5_000})
})

test('nothing is told of what editors put down for a moment, nor after the end', async () => {
  writeFileSync(join(folder, '.a.md.swp'), 'x')
  writeFileSync(join(folder, 'a.md~'), 'x')
  await quiet()
  expect(onChange).not.toHaveBeenCalled()
  stop()
  writeFileSync(join(folder, 'a.md'), 'late')
  await quiet()
  expect(onChange).not.toHaveBeenCalled()
})

test.each([['.git', true], ['a.md~', true], ['4913', true], ['#a.md#', true], ['node_modules', true], ['a.md', false], ['map.svg', false]])('%s', (name, noise) => {
  expect(isNoise(name)).toBe(noise)
})
