/** The command `theme`: a theme of the program, copied to be made one's own. */
import {readFile} from 'node:fs/promises'
import {basename, resolve} from 'node:path'
import type {Given} from '../command-line.ts'
import {onlyOperand, valueOf} from '../command-line/values.ts'
import {buildCall, quotedPath} from './calls.ts'
import type {Surroundings} from '../commands.ts'
import {displayedPath, escapeControls} from '../report.ts'
import {UsageError} from '../types.ts'
import {readTheme} from '../typeset/theme.ts'
import {deliver} from '../write/new-folder.ts'

/** A manuscript that holds every construct, to look at the theme with. */
const trial = ['trial/every-construct.md', 'trial/images/press.svg']
const templates = new URL('../../templates/', import.meta.url)

/** Copy. Gives the exit code. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const folder = onlyOperand(given, 'one folder')
  if (folder === undefined) throw new UsageError('Unexpected end, expected the name of a new folder', 'Write `pamphleteer theme DIR`.')
  const from = valueOf(given, 'from') ?? 'classic'
  const files = await readTheme(from)
  const name = basename(resolve(folder))
  const trials = await Promise.all(trial.map(async file => [file, await readFile(new URL(file, templates))] as const))
  await deliver(new Map<string, string | Uint8Array>([...files, ['theme.yaml', ownName(files.get('theme.yaml') ?? '', name)], ...trials]), folder)
  const shown = escapeControls(displayedPath(folder, process.cwd()))
  report.print(`${shown}/ holds a copy of ${from}: ${[...files.keys()].join(', ')}\nLook at it with:     ${buildCall(process.env)} ${quotedPath(`${shown}/${trial[0] ?? ''}`)} --theme ${quotedPath(`./${shown}`)}\nIn your metadata:    theme: ./${escapeControls(name)}\n`)
  return 0
}

/** The copy's own file begins with what it is now, and not with what it was. */
function ownName(text: string, name: string): string {
  return `# ${name}: a line about it.\n${text.replace(/^#.*\n/, '').replace(/^name: .*$/m, `name: ${JSON.stringify(name)}`)}`
}
