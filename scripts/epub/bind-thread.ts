/** The thread of `bindApart`: it hears what to bind, then of its pages and its cover, and answers once. */
import {enableCompileCache} from 'node:module'
import {parentPort} from 'node:worker_threads'
import {useBundles} from '../packages/bundled.ts'
import {EnvironmentError} from '../types.ts'
import type {Answer, Order, Parts} from './bind-apart.ts'

const parts = Promise.withResolvers<Parts>()

parentPort?.on('message', (message: Order | Parts) => {
  if ('theme' in message) void answer(message)
  else parts.resolve(message)
})

async function answer({pamphlet, theme, modified, compiledFolder}: Order): Promise<void> {
  // As in the program's own thread, whose settings do not hold here.
  if (compiledFolder !== undefined) enableCompileCache(compiledFolder)
  useBundles()
  const {bind} = await import('./bind.ts')
  const [pages, cover] = [parts.promise.then(({pages: printed}) => printed), parts.promise.then(({cover: drawn}) => drawn)]
  const told: Answer = await bind(pamphlet, theme, {modified, pages, cover}).then(artifact => ({artifact}), faultOf)
  parentPort?.postMessage(told)
}

/** Of errors, only what every error has comes through to another thread. */
function faultOf(error: unknown): Answer {
  if (!(error instanceof EnvironmentError)) throw error
  return {reason: error.message, remedy: error.remedy}
}
