import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {rememberComposing} from '../../scripts/preview/remember-composing.ts'
import {rememberReading} from '../../scripts/preview/remember.ts'
import {compose, composeFile} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import type {Manuscript} from '../../scripts/types.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-composing-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function readFrom(path: string, memory = rememberReading()): Promise<Manuscript> {
  const manuscript = await read(path, realDisk, {parse: memory.parse})
  if (!('metadata' in manuscript)) throw new Error(JSON.stringify(manuscript.messages))
  return manuscript
}

/** A pamphlet as text, messages and maps with it. */
const asText = (value: unknown) => JSON.stringify(value, (_, part: unknown) => part instanceof Map ? [...part] : part instanceof Uint8Array ? part.length : part)

test.each(['manuscript', 'docs'])('what is remembered of %s makes the same pamphlet, again and again', async name => {
  const manuscript = await readFrom(`${root}${name}`)
  const engines = await enginesFor(manuscript)
  const anew = asText(compose(manuscript, engines))
  const composeAgain = rememberComposing()
  for (let round = 0; round < 3; round++) expect(asText(compose(manuscript, engines, composeAgain))).toBe(anew)
})

test('only the file that changed is composed again', async () => {
  const composed: string[] = []
  const composeAgain = rememberComposing((source, manuscript, engines) => {
    composed.push(source.name)
    return composeFile(source, manuscript, engines)
  })
  const memory = rememberReading()
  writeFileSync(join(folder, 'pamphlet.yaml'), 'title: T\nlang: en\n')
  writeFileSync(join(folder, 'a.md'), '# A\n\nA note.[^1]\n\n[^1]: Here.\n')
  for (const word of ['One', 'Two']) {
    writeFileSync(join(folder, 'b.md'), `# B\n\n${word}.[^1]\n\n[^1]: There.\n`)
    const manuscript = await readFrom(folder, memory)
    const pamphlet = compose(manuscript, await enginesFor(manuscript), composeAgain)
    expect(pamphlet.notes.map(({number}) => number)).toEqual([1, 2])
  }
  expect(composed).toEqual(['a.md', 'b.md', 'b.md'])
})
