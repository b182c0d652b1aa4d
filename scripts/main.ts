/** The program: a request becomes a build, its outcome a report and an exit code. */
import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import type {Browser} from './adapters/browser.ts'
import {launch} from './adapters/browser.ts'
import type {BuildOptions} from './command-line.ts'
import {parseCommandLine} from './command-line.ts'
import {editions} from './editions.ts'
import type {Outcome} from './pipeline.ts'
import type {Places, Report} from './report.ts'
import {createReport, displayedPath} from './report.ts'
import type {EditionName} from './types.ts'
import {EnvironmentError, UsageError} from './types.ts'

/** Run the program. Exit codes: 0 built, 1 errors in the manuscript, 2 wrong usage, 3 the environment. */
export async function main(argumentList: readonly string[]): Promise<number> {
  const report = createReport({stdout: process.stdout, stderr: process.stderr, environment: process.env, nowMs: () => performance.now(), json: argumentList.includes('--json')})
  try {
    const request = parseCommandLine(argumentList, {version: version(), editions: editions.map(({name}) => name)})
    if (request.action === 'build') return await run(request.options, report)
    process.stdout.write(request.text)
    return 0
  } catch (error) {
    report.failure(error)
    return error instanceof UsageError ? 2 : error instanceof EnvironmentError ? 3 : 70
  }
}

/** Build, with the browser starting while the manuscript is read; whatever happens, it is closed. */
async function run(options: BuildOptions<EditionName>, report: Report): Promise<number> {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(abort, signal))
  const needsBrowser = editions.some(({name, needsPages}) => needsPages && options.editions.includes(name))
  const browser = needsBrowser ? start(options, abort.signal) : undefined
  try {
    // Loaded while the browser comes up.
    const [{build}, {realDisk}, {lastCommit}] = await Promise.all([import('./pipeline.ts'), import('./adapters/disk.ts'), import('./adapters/git.ts')])
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

/** End at once, leaving no browser and no half-written file behind; the shell's own code says which signal it was. */
function stop(abort: AbortController, signal: 'SIGINT' | 'SIGTERM'): void {
  abort.abort()
  process.exit(signal === 'SIGINT' ? 130 : 143)
}

function tell({built, artifacts, messages, record}: Outcome, options: BuildOptions<EditionName>, report: Report): void {
  report.messages(messages, placesOf(options))
  if (options.json && record) report.record(record)
  report.summary({built, folder: displayedPath(options.out, process.cwd()), artifacts, messages, elapsedMs: performance.now()})
}

/** Messages name a style sheet as the record does, without its folder, which need not be the manuscript's. */
function placesOf({path, style}: BuildOptions<EditionName>): Places {
  const shown = (file: string) => displayedPath(file, process.cwd())
  const folder = /\.(?:md|markdown)$/.test(path) ? shown(`${path}/..`) : shown(path)
  return {folder, ...(style !== undefined && {elsewhere: new Map([[basename(style), shown(style)]])})}
}

function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof file === 'object' && file !== null && 'version' in file ? String(file.version) : ''
}
