/** The thread of a binder: it loads what it needs, hears what to bind, then of its pages and its cover, and answers once. */
import {enableCompileCache} from 'node:module'
import {parentPort, workerData} from 'node:worker_threads'
import {keptDrawings, noDrawings} from '../adapters/kept-drawings.ts'
import {EnvironmentError, type Pages} from '../types.ts'
import type {Answer, Beginning, Part} from './binder.ts'
import type {CoverImage} from './cover.ts'

const pages = Promise.withResolvers<Pages>()
const cover = Promise.withResolvers<CoverImage>()
const loading = load(workerData)

parentPort?.on('message', (message: Part) => {
  if ('theme' in message) void answer(message)
  else if ('pages' in message) pages.resolve(message.pages)
  else cover.resolve(message.cover)
})

/** Load also what binding loads on demand: all books but the barest demand it. */
async function load(setting: unknown) {
  // As in the program's own thread, whose settings do not hold here.
  if (typeof setting === 'object' && setting !== null && 'compiledFolder' in setting && typeof setting.compiledFolder === 'string') enableCompileCache(setting.compiledFolder)
  // What Node reads at the first date it writes, it reads for all threads; here nobody waits for it.
  new Intl.DateTimeFormat('en', {timeZone: 'UTC'})
  const [{bind}] = await Promise.all([import('./bind.ts'), import('../adapters/epub-gen-memory.ts')])
  return bind
}

async function answer({pamphlet, theme, modified, machine}: Beginning): Promise<void> {
  const bind = await loading
  const told: Answer = await bind(pamphlet, theme, {modified, pages: pages.promise, cover: cover.promise, kept: machine ? keptDrawings(machine) : noDrawings}).then(artifact => ({artifact}), faultOf)
  parentPort?.postMessage(told)
}

/** Of errors, only what every error has comes through to another thread. */
function faultOf(error: unknown): Answer {
  if (!(error instanceof EnvironmentError)) throw error
  return {reason: error.message, remedy: error.remedy}
}
