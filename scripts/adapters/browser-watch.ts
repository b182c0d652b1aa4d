/** Watches work in a browser: a browser that dies, a page that crashes or a limit that passes ends the wait. */
import {EnvironmentError} from '../types.ts'
import {endedRemedy} from './browser-failure.ts'
import type {Ending} from './browser-process.ts'
import {settlesWithin} from './browser-process.ts'

export type Watch = {
  /** Settles when the browser has ended; never rejects. */
  readonly ended: Promise<Ending>
  /** Settles when the page has crashed; never rejects. */
  readonly crashed: Promise<unknown>
  /** Tells whether the browser still answers. */
  readonly isConnected: () => boolean
  /** Ends the browser when a limit passes: it may be busy for ever. */
  readonly kill: () => void
  readonly limitMs: number
}

const crashNewsMs = 50

type Outcome<T> =
  | {readonly kind: 'done'; readonly value: T}
  | {readonly kind: 'failed'; readonly error: unknown}
  | {readonly kind: 'ended'; readonly how: string}
  | {readonly kind: 'crashed'}
  | {readonly kind: 'late'}

/**
 * Wait for work. `task` names it for a message: `printing`. An error of the work itself is thrown as it is.
 * Throws an EnvironmentError where the browser dies, the page crashes, or the limit passes.
 */
export async function watched<T>(watch: Watch, task: string, work: Promise<T>): Promise<T> {
  const outcome = await firstOutcome(watch, work)
  switch (outcome.kind) {
    case 'done': return outcome.value
    case 'failed': throw outcome.error
    case 'ended': throw new EnvironmentError(`Unexpected end of the browser while ${task} (${outcome.how}), expected it to go on`, endedRemedy)
    case 'crashed': throw new EnvironmentError(`Unexpected crash of the page while ${task}, expected it to go on`, endedRemedy)
    case 'late': {
      watch.kill()
      const seconds = Math.round(watch.limitMs / 1000)
      throw new EnvironmentError(`Unexpected ${task} for more than \`${seconds}\` seconds, expected an end`, lateRemedy)
    }
  }
}

const lateRemedy = 'Build again when the machine has less to do; if it happens again, split the manuscript.'

async function firstOutcome<T>(watch: Watch, work: Promise<T>): Promise<Outcome<T>> {
  const first = Promise.withResolvers<Outcome<T>>()
  const timer = setTimeout(() => first.resolve({kind: 'late'}), watch.limitMs)
  const stops = [
    whenSettled(watch.ended, () => void watch.ended.then(({how}) => first.resolve({kind: 'ended', how}))),
    whenSettled(watch.crashed, () => first.resolve({kind: 'crashed'}))
  ]
  work.then<Outcome<T>, Outcome<T>>(value => ({kind: 'done', value}), (error: unknown) => failure(watch, error)).then(first.resolve, first.reject)
  try {
    return await first.promise
  } finally {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

const waiting = new WeakMap<Promise<unknown>, Set<() => void>>()

/**
 * Hear of a promise that may never settle, until what comes back is called. It gets one reaction for all: its own for
 * every wait, as `Promise.race` gives it, would keep what came of each as long as the browser lives.
 */
function whenSettled(promise: Promise<unknown>, tell: () => void): () => void {
  const known = waiting.get(promise)
  const listeners = known ?? new Set<() => void>()
  if (!known) {
    waiting.set(promise, listeners)
    void promise.then(() => {
      waiting.delete(promise)
      for (const each of listeners) each()
    })
  }
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Work fails a moment before the death of the browser or the page behind it is known; then that is the reason. */
async function failure<T>({isConnected, ended, crashed}: Watch, error: unknown): Promise<Outcome<T>> {
  if (!isConnected()) return {kind: 'ended', how: (await ended).how}
  return await settlesWithin(crashed, crashNewsMs) ? {kind: 'crashed'} : {kind: 'failed', error}
}
