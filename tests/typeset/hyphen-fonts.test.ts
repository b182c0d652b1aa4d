import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import type {KeptDrawings} from '../../scripts/adapters/kept-drawings.ts'
import type {FontFile} from '../../scripts/types.ts'
import {hyphenFonts} from '../../scripts/typeset/hyphen-fonts.ts'
import {charactersOf} from '../../scripts/typeset/woff2-characters.ts'

const require = createRequire(import.meta.url)

/** A face read anew each time, so that none is known from a former test. */
function face(name: string): FontFile {
  const bytes = new Uint8Array(readFileSync(require.resolve(`@fontsource/alegreya/files/alegreya-${name}.woff2`)))
  return {family: 'Alegreya', weight: 400, style: 'normal', range: 'U+0-FF', name: `alegreya-${name}.woff2`, bytes, source: 'alegreya'}
}

function inMemory(): KeptDrawings & {readonly files: Map<string, Uint8Array>} {
  const files = new Map<string, Uint8Array>()
  return {files, find: key => Promise.resolve(files.get(key)), keep: (key, bytes) => Promise.resolve(void files.set(key, bytes))}
}

test('a face holds its hyphen, for the space and the soft hyphen, and little else', async () => {
  const [hyphens, none] = await hyphenFonts([face('latin-400-normal'), face('vietnamese-400-normal')])
  expect(none).toBeUndefined()
  expect(hyphens).toMatchObject({family: 'Alegreya hyphen', name: 'alegreya-latin-400-normal-hyphen.woff2', weight: 400})
  expect([...charactersOf(hyphens?.bytes ?? new Uint8Array())]).toEqual([0x20, 0xad])
  expect(hyphens?.bytes.length).toBeLessThan(1000)
})

test('what was kept is found, and is what would be made', async () => {
  const kept = inMemory()
  const fonts = () => [face('latin-400-normal'), face('vietnamese-400-normal'), face('latin-400-italic')]
  const made = await hyphenFonts(fonts(), kept)
  expect(kept.files.size).toBe(1)
  expect(await hyphenFonts(fonts(), kept)).toEqual(made)
  expect(await hyphenFonts(fonts())).toEqual(made)
  expect(kept.files.size).toBe(1)
})

test('what was kept is taken', async () => {
  const kept = inMemory()
  await hyphenFonts([face('latin-400-normal')], kept)
  const [key = ''] = kept.files.keys()
  kept.files.set(key, Buffer.from(Buffer.from('a face').toString('base64')))
  const [hyphens] = await hyphenFonts([face('latin-400-normal')], kept)
  expect(hyphens?.bytes).toEqual(new Uint8Array(Buffer.from('a face')))
})

test('what is no font serves nobody', async () => {
  expect(await hyphenFonts([{...face('latin-400-normal'), bytes: new Uint8Array(100)}])).toEqual([])
})

test('a face that stands in for other signs of a family has no hyphen of it', async () => {
  expect(await hyphenFonts([{...face('latin-700-normal'), range: 'U+201C, U+201D'}])).toEqual([])
})
