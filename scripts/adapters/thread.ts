/** Starts threads: they begin as the program itself did. */
import {Worker, type WorkerOptions} from 'node:worker_threads'

let beginning: readonly string[] | undefined

/** From now on, threads begin with these arguments of Node, in place of the program's own: a snapshot begins without any. */
export function beginThreadsWith(argumentList: readonly string[]): void {
  beginning = argumentList
}

/** Start a module as a thread. */
export function startThread(module: URL, options: Omit<WorkerOptions, 'execArgv'>): Worker {
  return new Worker(module, {...options, ...(beginning && {execArgv: [...beginning]})})
}
