/** A temporary folder for a test, and files in it. */
import {mkdir, mkdtemp, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** Run with a new folder that holds the files; remove it afterwards. */
export async function inFolder<Result>(files: Readonly<Record<string, string | Uint8Array>>, run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'pamphleteer-manuscript-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), {recursive: true})
      await writeFile(join(folder, name), content)
    }
    return await run(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
