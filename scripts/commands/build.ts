/** The command `build`: a build, and what is said of it. */
import {basename, resolve} from 'node:path'
import type {BuildOptions} from '../command-line.ts'
import type {Surroundings} from '../commands.ts'
import type {Outcome} from '../library.ts'
import {build} from '../library.ts'
import {isThemeFolder} from '../manuscript/theme.ts'
import type {Places, Report} from '../report.ts'
import {displayedPath} from '../report.ts'
import type {EditionName} from '../types.ts'
import {manuscriptPath} from './manuscript-path.ts'

/** Build and tell. Gives the exit code. */
export async function run(asked: BuildOptions<EditionName>, {report}: Surroundings): Promise<number> {
  const options = {...asked, path: await manuscriptPath(asked.path)}
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(abort, signal, report))
  const outcome = await build({...options, signal: abort.signal, stage: report.stage, say: line => process.stderr.write(`${line}\n`)})
  tell(outcome, options, report)
  return outcome.built ? 0 : 1
}

/** End at once, leaving no browser, no half-written file and no half line behind; the code says which signal it was. */
export function stop(abort: AbortController, signal: 'SIGINT' | 'SIGTERM', report: Report): void {
  abort.abort()
  report.end()
  process.exit(signal === 'SIGINT' ? 130 : 143)
}

function tell({built, artifacts, messages, record}: Outcome, options: BuildOptions<EditionName>, report: Report): void {
  report.messages(messages, placesOf(options))
  if (options.json && record) report.record(record)
  report.summary({built, folder: displayedPath(options.out, process.cwd()), artifacts, messages, elapsedMs: performance.now()})
}

/** Messages name a style sheet, and a theme's folder, as the record does: without their folder, which need not be the manuscript's. */
export function placesOf({path, style, theme}: {readonly path: string; readonly style?: string; readonly theme?: string}): Places {
  const shown = (file: string) => displayedPath(file, process.cwd())
  const folder = /\.(?:md|markdown)$/.test(path) ? shown(`${path}/..`) : shown(path)
  const given = [style, theme !== undefined && isThemeFolder(theme) ? theme : undefined].filter(file => file !== undefined)
  return {folder, elsewhere: new Map(given.map(file => [basename(resolve(file)), shown(file)]))}
}
