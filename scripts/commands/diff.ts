/** The command `diff`: which pages of a PDF changed, as pictures and as text. */
import type {PdfPages} from '../adapters/pdfium.ts'
import {openPages} from '../adapters/pdfium.ts'
import {realDisk} from '../adapters/disk.ts'
import type {Given} from '../command-line.ts'
import {quote, valueOf} from '../command-line/values.ts'
import type {Surroundings} from '../commands.ts'
import {changesText, compare, pictureName} from '../diff/compare.ts'
import {escapeControls} from '../report.ts'
import {UsageError} from '../types.ts'
import {deliver, refuseFull} from '../write/new-folder.ts'

const maximumBytes = 500 * 1_048_576

/** Compare and tell. Gives the exit code: 0 whether there are changes or not. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const [oldPath, newPath, third] = given.operands
  if (oldPath === undefined || newPath === undefined || third !== undefined) throw new UsageError(`Unexpected ${third === undefined ? 'end' : quote(third)}, expected two PDFs`, 'Write `pamphleteer diff OLD.pdf NEW.pdf`.')
  const out = valueOf(given, 'out')
  if (out !== undefined) await refuseFull(out)
  const done = report.stage('diff')
  const [old, fresh] = [await openAt(oldPath), await openAt(newPath)]
  try {
    const changes = await compare(old, fresh)
    const text = changesText(changes, {old: old.count, new: fresh.count})
    if (out !== undefined) await deliver(new Map<string, string | Uint8Array>([['changes.md', text], ...changes.map(change => [pictureName(change), change.picture] as const)]), out)
    done()
    report.print(text.split('\n').filter(line => !line.startsWith('![')).map(line => `${escapeControls(line)}\n`).join('').replace(/\n{2,}/g, '\n'))
    return 0
  } finally {
    done()
    old.close()
    fresh.close()
  }
}

async function openAt(path: string): Promise<PdfPages> {
  const real = await realDisk.realPath(path)
  const file = real.fault === undefined ? await realDisk.readFile(real.value, maximumBytes) : real
  const pages = file.fault === undefined ? await openPages(file.value) : undefined
  if (pages === undefined) throw new UsageError(`Unexpected ${file.fault ?? 'content of'} ${quote(path)}, expected a PDF without a password`, 'Look at the file, and at its name.')
  return pages
}
