import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {locate} from '../../scripts/manuscript/locate.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-locate-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test.each([
  ['nowhere', 'Give the path of a `.md` file or of a folder; `pamphleteer new DIR` (in a clone `npm run new -- DIR`) begins one.'],
  ['letter.DOCX', 'Bring it in with `pamphleteer import FILE` (in a clone `npm run import -- FILE`).'],
  ['letter.pdf', 'Give the path of a `.md` file or of a folder.']
])('who gives %s hears how it goes on', async (name, remedy) => {
  if (name !== 'nowhere') writeFileSync(join(folder, name), 'x')
  await expect(locate(join(folder, name), realDisk)).rejects.toMatchObject({name: 'UsageError', remedy})
})
