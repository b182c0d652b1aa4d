/** The thread of `bindApart`: it hears what to bind, then of its pages and its cover, and answers once. */
import {enableCompileCache} from 'node:module'
import {parentPort} from 'node:worker_threads'
import {EnvironmentError, type Pages} from '../types.ts'
import type {Answer, Order, Part} from './bind-apart.ts'
import type {CoverImage} from './cover.ts'

const pages = Promise.withResolvers<Pages>()
const cover = Promise.withResolvers<CoverImage>()

parentPort?.on('message', (message: Order | Part) => {
  if ('theme' in message) void answer(message)
  else if ('pages' in message) pages.resolve(message.pages)
  else cover.resolve(message.cover)
})

async function answer({pamphlet, theme, modified, compiledFolder}: Order): Promise<void> {
  // As in the program's own thread, whose settings do not hold here.
  if (compiledFolder !== undefined) enableCompileCache(compiledFolder)
  const {bind} = await import('./bind.ts')
  const told: Answer = await bind(pamphlet, theme, {modified, pages: pages.promise, cover: cover.promise}).then(artifact => ({artifact}), faultOf)
  parentPort?.postMessage(told)
}

/** Of errors, only what every error has comes through to another thread. */
function faultOf(error: unknown): Answer {
  if (!(error instanceof EnvironmentError)) throw error
  return {reason: error.message, remedy: error.remedy}
}
