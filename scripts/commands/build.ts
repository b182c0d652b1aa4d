/** The command `build`: a build, and what is said of it. */
import type {BuildOptions} from '../command-line.ts'
import type {Surroundings} from '../commands.ts'
import type {Outcome} from '../library.ts'
import {build} from '../library.ts'
import type {Report} from '../report.ts'
import {displayedPath} from '../report.ts'
import type {EditionName} from '../types.ts'

/** Build and tell. Gives the exit code. */
export async function run(options: BuildOptions<EditionName>, {report}: Surroundings): Promise<number> {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(abort, signal, report))
  const outcome = await build({...options, signal: abort.signal, stage: report.stage, say: line => process.stderr.write(`${line}\n`)})
  tell(outcome, options, report)
  return outcome.built ? 0 : 1
}

/** End at once, leaving no browser, no half-written file and no half line behind; the code says which signal it was. */
function stop(abort: AbortController, signal: 'SIGINT' | 'SIGTERM', report: Report): void {
  abort.abort()
  report.end()
  process.exit(signal === 'SIGINT' ? 130 : 143)
}

function tell({built, artifacts, messages, record}: Outcome, options: BuildOptions<EditionName>, report: Report): void {
  const folder = displayedPath(options.path, process.cwd())
  report.messages(messages, folder.endsWith('.md') || folder.endsWith('.markdown') ? displayedPath(`${options.path}/..`, process.cwd()) : folder)
  if (options.json && record) report.record(record)
  report.summary({built, folder: displayedPath(options.out, process.cwd()), artifacts, messages, elapsedMs: performance.now()})
}
