/** Binds in a thread of its own: to load what an EPUB takes, and to run it, would keep the pages waiting. */
import {getCompileCacheDir} from 'node:module'
import {dirname} from 'node:path'
import type {Worker} from 'node:worker_threads'
import type {Machine} from '../adapters/machine.ts'
import {startThread} from '../adapters/thread.ts'
import {type Artifact, EnvironmentError, type Pages, type Pamphlet, type Theme} from '../types.ts'
import type {CoverImage} from './cover.ts'

/** What to bind, and the parts that may still be in the making. */
export type BindingOrder = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly modified: Date; readonly pages: Promise<Pages>; readonly cover: Promise<CoverImage>}

/** A thread that has what an EPUB takes, or is loading it. It binds one book, and is closed whatever came of that. */
export type Binder = {
  /** Bind the pamphlet, as `bind` does. Rejects where its pages or its cover do. */
  readonly bind: (order: BindingOrder) => Promise<Artifact>
  readonly close: () => Promise<void>
}

/** What the thread begins with: where the program keeps compiled code, if it keeps any. */
export type Setting = {readonly compiledFolder?: string}

/** What it hears first; `machine` is the one whose user's drawings it may keep. */
export type Beginning = Pick<BindingOrder, 'pamphlet' | 'theme' | 'modified'> & {readonly machine?: Machine}

/** What it hears, each as soon as it is there. */
export type Part = Beginning | {readonly pages: Pages} | {readonly cover: CoverImage}

/** What it answers, once: the EPUB, or what the environment lacks. */
export type Answer = {readonly artifact: Artifact} | {readonly reason: string; readonly remedy: string}

/** Long enough for any pamphlet that can be printed. */
const limitMs = 600_000

/** Start the thread: the earlier, the less of its loading is waited for. On a machine it keeps the faces that it cuts. */
export function startBinder(machine?: Machine): Binder {
  const compiled = getCompileCacheDir()
  const setting: Setting = compiled === undefined ? {} : {compiledFolder: dirname(compiled)}
  const thread = startThread(new URL(import.meta.url.endsWith('.ts') ? './binder-thread.ts' : './binder-thread.js', import.meta.url), {workerData: setting})
  // Whoever waits for an answer hears of it too.
  thread.on('error', () => undefined)
  return {
    bind: async order => {
      const [answer] = await Promise.all([answerOf(thread), handOver(thread, order, machine)])
      if ('artifact' in answer) return answer.artifact
      throw new EnvironmentError(answer.reason, answer.remedy)
    },
    close: async () => {
      await thread.terminate()
    }
  }
}

/** The print itself stays here: the EPUB lists its pages and shows none of them. */
async function handOver(thread: Worker, {pamphlet, theme, modified, pages, cover}: BindingOrder, machine: Machine | undefined): Promise<void> {
  const hand = (part: Part) => thread.postMessage(part)
  // The environment is no plain object, as what goes to another thread must be. What the messages deny, the package must not claim.
  hand({pamphlet, theme, modified, ...(machine && {machine: {...machine, environment: {...machine.environment}}})})
  await Promise.all([pages.then(printed => hand({pages: {...printed, pdf: new Uint8Array()}})), cover.then(drawn => hand({cover: drawn}))])
}

async function answerOf(thread: Worker): Promise<Answer> {
  const {promise, resolve, reject} = Promise.withResolvers<Answer>()
  const timer = setTimeout(() => reject(new Error(`Unexpected binding for more than ${limitMs / 60_000} minutes, expected an end`)), limitMs)
  thread.once('message', (answer: Answer) => resolve(answer))
  thread.once('error', reject)
  thread.once('exit', () => reject(new Error('Unexpected end of the thread that binds the EPUB, expected an answer')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}
