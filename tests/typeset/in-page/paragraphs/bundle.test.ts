import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {inPageBundle, patternScript} from '../../../../scripts/typeset/in-page/bundle.ts'

const options = {entries: ['./paragraphs/break.ts'], name: 'made'}

test('the same sources make the same script, kept by their content', async () => {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    const first = await inPageBundle({...options, cacheFolder})
    const files = await readdir(cacheFolder)
    expect(first).toBe(await inPageBundle(options))
    expect(files).toHaveLength(1)
    await writeFile(join(cacheFolder, files[0] ?? ''), 'kept')
    expect(await inPageBundle({...options, cacheFolder})).toBe('kept')
  } finally {
    await rm(cacheFolder, {recursive: true})
  }
})

test('only the languages in use bring their patterns', () => {
  const script = patternScript(['en-US', 'en', 'tlh'], 'patterns')
  expect(script.startsWith('globalThis["patterns"] = {"en-us": [[')).toBe(true)
  expect(script).not.toContain('"fr"')
  expect(patternScript([], 'patterns')).toBe('globalThis["patterns"] = {}')
})
