import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {innerManuscript} from '../../scripts/manuscript/inner.ts'
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

test.each([
  ['only in it', ['README.md', 'manuscript/01.md'], true],
  ['in both', ['01.md', 'manuscript/01.md'], false],
  ['nowhere', ['notes.txt', 'manuscript/notes.txt'], false],
  ['in it, beside metadata', ['pamphlet.yaml', 'manuscript/01.md'], false],
  ['in a file of that name', ['manuscript'], false]
])('a folder with a folder `manuscript` and chapters %s', async (name, files, isMeant) => {
  const project = join(folder, name)
  mkdirSync(join(project, 'manuscript'), {recursive: true})
  if (files.includes('manuscript')) rmSync(join(project, 'manuscript'), {recursive: true})
  for (const file of files) writeFileSync(join(project, file), 'x')
  expect(await innerManuscript(project, realDisk)).toBe(isMeant ? join(project, 'manuscript') : undefined)
  expect(await innerManuscript(join(project, files[0] ?? ''), realDisk)).toBeUndefined()
  if (!isMeant) return
  // Who asks for the folder itself, from code, hears of the one in it.
  expect((await locate(project, realDisk)).messages).toMatchObject([{remedy: 'Give the path of the folder `manuscript` in it, or put the chapters into this folder itself.'}])
})
