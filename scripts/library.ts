/**
 * The program from code: `import {build} from 'pamphleteer'`. What the command line does with a terminal is left out:
 * messages and artifacts are values here.
 */
import type {Browser} from './adapters/browser.ts'
import {launchAhead} from './adapters/browser.ts'
import {keptDrawings} from './adapters/kept-drawings.ts'
import {thisMachine} from './adapters/machine.ts'
import {checkDate, editionsFrom, standard} from './command-line/build-options.ts'
import type {BuildOptions} from './command-line.ts'
import {editions} from './editions.ts'
import {type Binder, startBinder} from './epub/binder.ts'
import type {Artifact, EditionName, Message} from './types.ts'

export type {Artifact, EditionName, Facts, Json, Message, Place, RuleId, Severity} from './types.ts'
export {EnvironmentError, UsageError} from './types.ts'

/** What to build, and how. Paths are absolute, or relative to the working folder. */
export type LibraryOptions = {
  /** A Markdown file, or a folder with `pamphlet.yaml` and chapters; `manuscript` if absent. */
  readonly path?: string
  /** The folder that the artifacts are written into; `dist` if absent. */
  readonly out?: string
  /** All if absent. */
  readonly editions?: readonly EditionName[]
  /** A theme in place of the metadata's. */
  readonly theme?: string
  /** A CSS file that wins over the theme's. */
  readonly style?: string
  /** The date of the build: `2024-01-21`, or to the second with a time zone. */
  readonly date?: string
  /** Let warnings fail the build. */
  readonly strict?: boolean
  /** The browser that prints. */
  readonly browser?: string
  /** When it aborts, the browser is killed before the abort returns, and the build is over. */
  readonly signal?: AbortSignal
  /** Told when a stage begins; what comes back is called at its end. */
  readonly stage?: (name: string) => () => void
  /** Told, in a line, of what takes seconds. */
  readonly say?: (line: string) => void
}

/** What came of a build. */
export type Outcome = {
  /** Whether the artifacts were written. */
  readonly built: boolean
  /** What was written, the record and the sums included; none where nothing was. */
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
  /** The build record, which a build that failed has too. */
  readonly record?: Artifact
}

const names = editions.map(({name}) => name)

/**
 * Build a pamphlet and write it. What is wrong with the manuscript is in the outcome's messages; where one of them is an
 * error nothing is written. Browser and binder start while the manuscript is read, and are closed whatever happens.
 * Throws UsageError where an option is at fault, EnvironmentError where the machine is.
 */
export async function build(options: LibraryOptions = {}): Promise<Outcome> {
  const {stage = () => () => undefined} = options
  const asked = askedOf(options)
  const {browser, binder, close} = await startAhead(options, asked.editions)
  try {
    // Loaded while the browser comes up.
    const [pipeline, {realDisk}, {lastCommit}] = await Promise.all([import('./pipeline.ts'), import('./adapters/disk.ts'), import('./adapters/git.ts')])
    const outcome = await pipeline.make(asked, {
      disk: realDisk, browser, drawings: keptDrawings(thisMachine()), ...(binder && {binder}), lastCommit, sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'], nodeVersion: process.version, stage
    })
    // They end while the artifacts are written.
    void close()
    await pipeline.deliver(outcome, asked, {stage})
    return outcome
  } finally {
    await close()
  }
}

/** Bring the options into the form of the command line's, with what is standard where one is absent. */
function askedOf({path = standard.path, out = standard.out, strict = false, editions: some, theme, style, date}: LibraryOptions): BuildOptions<EditionName> {
  return {
    path, out, strict, json: false, editions: some === undefined ? names : editionsFrom(some.join(','), names),
    ...(theme !== undefined && {theme}), ...(style !== undefined && {style}), ...(date !== undefined && {date: checkDate(date)})
  }
}

type Ahead = {readonly browser: () => Promise<Browser>; readonly binder?: Binder; readonly close: () => Promise<unknown>}

/** Start what takes longest to come up: the browser, where an edition prints, and the binder, where there is an EPUB. */
async function startAhead(options: LibraryOptions, asked: readonly EditionName[]): Promise<Ahead> {
  const needsBrowser = editions.some(({name, needsPages}) => needsPages && asked.includes(name))
  const ahead = needsBrowser ? await start(options) : undefined
  const binder = asked.includes('epub') ? startBinder(thisMachine()) : undefined
  let closing: Promise<unknown> | undefined
  return {
    browser: async () => (ahead ?? await start(options)).browser,
    ...(binder && {binder}),
    close: () => closing ??= Promise.all([binder?.close(), ahead?.browser.then(started => started.close(), () => undefined)])
  }
}

function start({browser, signal, say}: LibraryOptions): Promise<{readonly browser: Promise<Browser>}> {
  return launchAhead({...(signal && {signal}), ...(say && {say}), ...(browser !== undefined && {executable: browser})})
}
