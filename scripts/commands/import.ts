/** The command `import`: a file from a word processor or an email becomes a manuscript in a folder of its own. */
import {basename, dirname, extname, join} from 'node:path'
import {realDisk} from '../adapters/disk.ts'
import type {Given} from '../command-line.ts'
import {onlyOperand, optional, valueOf} from '../command-line/values.ts'
import {buildCall, quotedPath} from './calls.ts'
import type {Surroundings} from '../commands.ts'
import {deliver} from '../write/new-folder.ts'
import {importFile} from '../import/import.ts'
import type {Imported} from '../import/imported.ts'
import {ImportFault} from '../import/imported.ts'
import {isFence} from '../import/tables.ts'
import {markdownOf} from '../import/markdown.ts'
import {below} from '../manuscript/below.ts'
import {slugOf} from '../manuscript/slug.ts'
import {displayedPath, escapeControls} from '../report.ts'
import {UsageError} from '../types.ts'

const maximumBytes = 200 * 1_048_576

/** Import a file and say what came of it. Gives the exit code. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const path = onlyOperand(given, 'one file')
  if (path === undefined) throw new UsageError('Unexpected end, expected a file', 'Write `pamphleteer import FILE`.')
  const slug = slugOf(basename(path, extname(path)))
  const out = valueOf(given, 'out') ?? slug
  const done = report.stage('import')
  const imported = await importAt(path, optional('encoding', given)).finally(done)
  const file = `${slug}.md`
  await deliver(new Map<string, string | Uint8Array>([[file, markdownOf(imported)], ...imported.images]), out)
  report.print(saying(imported, displayedPath(join(out, file), process.cwd())))
  return 0
}

/** Read and import; what is no text from the start is a fault of the call. */
async function importAt(path: string, options: {readonly encoding?: string}): Promise<Imported> {
  const real = await realDisk.realPath(path)
  const file = real.fault === undefined ? await realDisk.readFile(real.value, maximumBytes) : real
  if (real.fault === 'missing') throw await notFound(path)
  if (file.fault !== undefined || real.fault !== undefined) throw unreadable(file.fault ?? real.fault ?? 'missing', path)
  const folder = below(dirname(real.value), realDisk)
  const readNear = async (name: string) => {
    const opened = await folder.open(name, maximumBytes)
    return opened.fault === undefined ? opened.bytes : opened.fault === 'outside' ? 'outside' : undefined
  }
  try {
    return await importFile({name: basename(path), bytes: file.value, readNear, ...options})
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    throw new UsageError(`Unexpected ${error.message} in \`${path}\`, expected ${error.expected}`, error.remedy)
  }
}

/** A name that differs a little is said. */
async function notFound(path: string): Promise<UsageError> {
  const folder = await realDisk.realPath(dirname(path))
  const opened = folder.fault === undefined ? await below(folder.value, realDisk).open(basename(path), maximumBytes) : undefined
  const nearest = opened?.fault === 'missing' ? opened.nearest : undefined
  return new UsageError(`Unexpected name \`${path}\`: not found, expected a file that is there`, nearest === undefined ? 'Look at its name and its folder.' : `Write \`${join(dirname(path), nearest)}\`.`)
}

/** What cannot be read as a file, and what to do about it. */
function unreadable(fault: string, path: string): UsageError {
  if (fault === 'folder') return new UsageError(`Unexpected folder \`${path}\`, expected one file`, 'Name a file in it; several are imported one after the other.')
  const actual = fault === 'too-large' ? 'size of' : fault === 'forbidden' ? 'unreadable' : fault
  return new UsageError(`Unexpected ${actual} \`${path}\`, expected a file of at most 200 MiB`, 'Look at its name and its permissions.')
}

/** What was kept, what was guessed, what was lost, and how it goes on. */
function saying({body, images, remarks}: Imported, file: string): string {
  const blocks = body.children.filter(node => !isFence(node))
  const count = (types: readonly string[]) => blocks.filter(({type}) => types.includes(type)).length
  const counts = [[count(['heading']), 'head'], [count(['paragraph']), 'paragraph'], [count(['footnoteDefinition']), 'note'], [count(['table']), 'table'], [images.size, 'picture']] as const
  const kept = counts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}${number === 1 ? '' : 's'}`).join(', ')
  const lines = (kind: string, title: string) => {
    const texts = remarks.filter(remark => remark.kind === kind).map(({text}) => `  ${escapeControls(text)}\n`)
    return texts.length === 0 ? '' : `${title}\n${texts.join('')}`
  }
  return `${escapeControls(file)}: ${kept}\n${lines('guessed', 'Guessed; please look:')}${lines('lost', 'Not taken over:')}Build it with: ${buildCall(process.env)} ${quotedPath(escapeControls(file))}\n`
}
