/** The command `build`: a browser that starts while the manuscript is read, a build, and what is said of it. */
import type {Browser} from '../adapters/browser.ts'
import {launch} from '../adapters/browser.ts'
import type {BuildOptions} from '../command-line.ts'
import type {Surroundings} from '../commands.ts'
import {editions} from '../editions.ts'
import type {Outcome} from '../pipeline.ts'
import type {Report} from '../report.ts'
import {displayedPath} from '../report.ts'
import type {EditionName} from '../types.ts'

/** Build; whatever happens, the browser is closed. Gives the exit code. */
export async function run(options: BuildOptions<EditionName>, {report}: Surroundings): Promise<number> {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(abort, signal, report))
  const needsBrowser = editions.some(({name, needsPages}) => needsPages && options.editions.includes(name))
  const browser = needsBrowser ? start(options, abort.signal) : undefined
  try {
    // Loaded while the browser comes up.
    const [{build}, {realDisk}, {lastCommit}] = await Promise.all([import('../pipeline.ts'), import('../adapters/disk.ts'), import('../adapters/git.ts')])
    const outcome = await build(options, {
      disk: realDisk,
      browser: () => browser ?? start(options, abort.signal),
      lastCommit,
      sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'],
      nodeVersion: process.version,
      stage: report.stage
    })
    tell(outcome, options, report)
    return outcome.built ? 0 : 1
  } finally {
    await browser?.then(started => started.close(), () => undefined)
  }
}

function start({browser}: BuildOptions, signal: AbortSignal): Promise<Browser> {
  const started = launch({signal, say: line => process.stderr.write(`${line}\n`), ...(browser !== undefined && {executable: browser})})
  // A failure is for whoever asks for the browser; a build that ends before has no use for it.
  started.catch(() => undefined)
  return started
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
