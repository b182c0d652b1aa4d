/**
 * Makes the snapshot that npm's script starts from; set-up runs it after an install, and after a change of the code. Node
 * takes longer to load the program than the program to read a pamphlet; out of a snapshot it comes whole.
 * https://nodejs.org/api/cli.html#--build-snapshot
 */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {codeName, snapshotFile, snapshotNote} from './place.mjs'
import {bundleProgram} from './program.ts'

const scripts = fileURLToPath(new URL('..', import.meta.url))
const sample = fileURLToPath(new URL('../../templates/new/text/en', import.meta.url))
const preload = new URL('../packages/preload.mjs', import.meta.url)
const limitMs = 120_000

/**
 * Make a snapshot at a path, which starts the program as `build.ts` does. `made` is a folder with what the program makes of
 * the sample: by its PDF what edits PDFs is warmed, too. Throws an Error where it cannot be made.
 */
export function makeSnapshot(file: string, made: string): Promise<void> {
  return snapshot(file, bundleProgram, namesIn(made).filter(name => name.endsWith('.pdf')).map(name => join(made, name)))
}

/** Make a start that loads the program anew: npm's script names one in any case. */
export function makePlainStart(file: string): Promise<void> {
  return snapshot(file, code => writeFileSync(code, plainCode))
}

const plainCode = `require('node:v8').startupSnapshot.setDeserializeMainFunction(() => {
  const load = process.getBuiltinModule('node:module').createRequire(${JSON.stringify(scripts)})
  load('./packages/preload.mjs')
  load('./adapters/thread.ts').beginThreadsWith(['--import', ${JSON.stringify(preload.href)}])
  void load('./run.ts').run()
})`

/** Make a snapshot of the heap that some code leaves behind, which is given some arguments. */
async function snapshot(file: string, writeCode: (code: string) => Promise<void> | void, argumentList: readonly string[] = []): Promise<void> {
  mkdirSync(dirname(file), {recursive: true})
  await inFolder(async folder => {
    const code = join(folder, 'program.cjs')
    await writeCode(code)
    const {status, stderr, error} = run(['--snapshot-blob', file, '--build-snapshot', code, ...argumentList])
    if (status !== 0) throw new Error(`Unexpected failure of Node to make a snapshot: ${error?.message ?? stderr}`)
  })
}

/** Do something with a folder that is gone afterwards. */
async function inFolder(act: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-snapshot-'))
  try {
    await act(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function run(argumentList: readonly string[]) {
  return spawnSync(process.execPath, argumentList, {encoding: 'utf8', timeout: limitMs})
}

/**
 * Put a start in the place that npm's script names: the program whole, where it makes of the sample what the program makes
 * that is loaded anew; otherwise a start that loads it. What is to be done is tried first, and takes the place at once.
 */
async function prepare(): Promise<void> {
  const name = codeName()
  const draft = join(dirname(snapshotFile), `pamphleteer-${process.pid}.blob`)
  try {
    await inFolder(async folder => {
      const made = makeSample(anew, join(folder, 'expected'))
      await makeSnapshot(draft, made.folder)
      proveEqual(draft, made, join(folder, 'found'))
    }).catch(() => makePlainStart(draft))
    rmSync(snapshotNote, {force: true})
    renameSync(draft, snapshotFile)
    if (name !== undefined) writeFileSync(snapshotNote, name)
  } finally {
    rmSync(draft, {force: true})
  }
}

/** The program, loaded anew. */
const anew = ['--import', preload.href]

export type MadeSample = {readonly folder: string; readonly status: number | null}

/** Make the sample in a folder, by the program that these arguments of Node start. */
export function makeSample(start: readonly string[], folder: string): MadeSample {
  const {status} = run([...start, join(scripts, 'build.ts'), sample, '--out', folder, '--edition', 'web,read,epub', '--date', '2024-01-21', '--json'])
  return {folder, status}
}

/** Throws where a snapshot does not write what was expected, byte by byte. A machine without a browser makes no pages, by either start. */
export function proveEqual(file: string, expected: MadeSample, folder: string): void {
  const found = makeSample(['--snapshot-blob', file], folder)
  if (found.status !== expected.status || written(folder) !== written(expected.folder)) throw new Error('Unexpected artifacts from the snapshot, expected those of the program that is loaded anew')
}

function written(folder: string): string {
  return namesIn(folder).map(name => `${name} ${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}`).join('\n')
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : []
}

if (import.meta.main) await prepare()
