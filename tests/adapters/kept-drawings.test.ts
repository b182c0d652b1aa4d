import {chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {drawingKey, keptDrawings, noDrawings} from '../../scripts/adapters/kept-drawings.ts'
import {thisMachine} from '../../scripts/adapters/machine.ts'

let home: string
const machine = () => ({...thisMachine(), platform: 'linux' as const, environment: {XDG_CACHE_HOME: home}})
const folder = () => join(home, 'pamphleteer', 'drawings')
const drawing = new Uint8Array([1, 2, 3])

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pamphleteer-drawings-'))
})
afterEach(() => rmSync(home, {recursive: true, force: true}))

test('finds what was kept, and nothing else', async () => {
  const drawings = keptDrawings(machine())
  expect(await drawings.find('a')).toBeUndefined()
  await drawings.keep('a', drawing)
  expect(await keptDrawings(machine()).find('a')).toEqual(drawing)
  expect(await drawings.find('b')).toBeUndefined()
  expect(readdirSync(folder())).toEqual(['a'])
})

test('a file that was changed is not found', async () => {
  const drawings = keptDrawings(machine())
  await drawings.keep('a', drawing)
  for (const damaged of [new Uint8Array(), new Uint8Array(35).fill(7)]) {
    writeFileSync(join(folder(), 'a'), damaged)
    expect(await drawings.find('a')).toBeUndefined()
  }
})

test('what lies in a folder that others may write is not trusted', async () => {
  const drawings = keptDrawings(machine())
  await drawings.keep('a', drawing)
  chmodSync(join(home, 'pamphleteer'), 0o777)
  expect(await drawings.find('a')).toBeUndefined()
})

test('where nothing can be kept, nothing is, and nobody is told', async () => {
  writeFileSync(join(home, 'pamphleteer'), 'a file')
  const drawings = keptDrawings(machine())
  await drawings.keep('a', drawing)
  await noDrawings.keep('a', drawing)
  expect([await drawings.find('a'), await noDrawings.find('a')]).toEqual([undefined, undefined])
})

test('the oldest go when there are many', async () => {
  mkdirSync(folder(), {recursive: true, mode: 0o700})
  for (let index = 0; index < 140; index++) {
    writeFileSync(join(folder(), `old-${index}`), '')
    utimesSync(join(folder(), `old-${index}`), 1000 + index, 1000 + index)
  }
  await keptDrawings(machine()).keep('new', drawing)
  const names = readdirSync(folder())
  expect(names).toHaveLength(128)
  expect(names).toContain('new')
  expect(names).toContain('old-139')
  expect(names).not.toContain('old-8')
})

test('a key tells parts from their sum', () => {
  expect(drawingKey(['ab', 'c'])).not.toBe(drawingKey(['a', 'bc']))
  expect(drawingKey(['ab', new Uint8Array([1])])).toBe(drawingKey(['ab', new Uint8Array([1])]))
})
