/** What qpdf has to say of a file: the one from the registry, so that every machine asks it. */
import {createRequire} from 'node:module'
import createQpdf from '@neslinesli93/qpdf-wasm'

/** Run `qpdf --check`: its exit code (0 sound, 2 errors, 3 warnings) and what it printed. */
export async function qpdfCheck(pdf: Uint8Array): Promise<{readonly status: number; readonly said: readonly string[]}> {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const options = {locateFile: () => createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm'), noInitialRun: true, print: say, printErr: say}
  const qpdf = await createQpdf(options)
  // The types leave out how a file is written.
  const write = 'writeFile' in qpdf.FS ? qpdf.FS.writeFile : undefined
  if (typeof write !== 'function') throw new Error('Expected a file system in qpdf')
  Reflect.apply(write, qpdf.FS, ['/file.pdf', pdf])
  return {status: qpdf.callMain(['--check', '/file.pdf']), said}
}
