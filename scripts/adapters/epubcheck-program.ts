/** EPUBCheck itself, the program that shops run, where it is installed: it sees more than its port, and needs Java. */
import {execFile} from 'node:child_process'
import {mkdtemp, open, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {z} from 'zod'
import type {BookFault} from './epub-check.ts'

const limitMs = 120_000
const mostOutputBytes = 64 * 1_048_576

const report = z.object({messages: z.array(z.object({
  ID: z.string(),
  severity: z.string(),
  message: z.string(),
  locations: z.array(z.object({path: z.string(), line: z.number()}))
}))})

/**
 * Check a book; undefined where the program is not installed, has not ended in two minutes or says nothing that can be
 * read. `path`: where programs are looked for, as PATH has it.
 */
export async function faultsByProgram(bytes: Uint8Array, path: string): Promise<readonly BookFault[] | undefined> {
  const program = await findProgram(path)
  if (!program) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'pamphleteer-book-'))
  try {
    const file = join(folder, 'book.epub')
    await writeFile(file, bytes)
    return faultsIn(await run(program, [file, '--quiet', '--json', '-']))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** The command line that starts it. Debian installs a Java archive that only some systems start by themselves. */
async function findProgram(path: string): Promise<readonly string[] | undefined> {
  for (const folder of path.split(delimiter).filter(part => part !== '')) {
    const file = join(folder, 'epubcheck')
    const found = await stat(file).catch(() => undefined)
    if (found?.isFile()) return await beginsWith(file, 'PK') ? ['java', '-jar', file] : [file]
  }
  return undefined
}

async function beginsWith(path: string, text: string): Promise<boolean> {
  const file = await open(path)
  try {
    return (await file.read({buffer: Buffer.alloc(text.length)})).buffer.toString('latin1') === text
  } finally {
    await file.close()
  }
}

/** Run it without a shell. It ends with 1 where it has found something; what it says then counts all the same. */
function run([program = '', ...first]: readonly string[], rest: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    const options = {encoding: 'utf8', timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: mostOutputBytes, windowsHide: true} as const
    const child = execFile(program, [...first, ...rest], options, (_error, output) => resolve(output))
    child.stdin?.end()
  })
}

function faultsIn(output: string): readonly BookFault[] | undefined {
  const read = report.safeParse(parsed(output))
  return read.data?.messages.flatMap(({ID: id, severity, message: text, locations: [first]}): BookFault[] =>
    ['FATAL', 'ERROR', 'WARNING'].includes(severity) ? [{id, severity: severity === 'WARNING' ? 'warning' : 'error', text, place: placeOf(first)}] : [])
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{')))
  } catch {
    return undefined
  }
}

/** A line of 0 or less: the whole file. */
function placeOf(location: {readonly path: string; readonly line: number} | undefined): string | undefined {
  if (!location) return undefined
  return location.line > 0 ? `${location.path}:${location.line}` : location.path
}
