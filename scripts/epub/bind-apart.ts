/** Binds in a thread of its own: to load what an EPUB takes, and to run it, would keep the pages waiting. */
import {getCompileCacheDir} from 'node:module'
import {dirname} from 'node:path'
import {Worker} from 'node:worker_threads'
import {type Artifact, EnvironmentError, type Pages, type Pamphlet, type Theme} from '../types.ts'
import type {CoverImage} from './cover.ts'

/** What the thread begins with. `compiledFolder` is where the program keeps compiled code, if it keeps any. */
export type Order = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly modified: Date; readonly compiledFolder?: string}

/** What it hears of later, each as soon as it is there. */
export type Part = {readonly pages: Pages} | {readonly cover: CoverImage}

/** What it answers, once: the EPUB, or what the environment lacks. */
export type Answer = {readonly artifact: Artifact} | {readonly reason: string; readonly remedy: string}

/** Long enough for any pamphlet that can be printed. */
const limitMs = 600_000

/** Bind the pamphlet, as `bind` does; pages and cover may still be in the making. Rejects where one of them does. */
export async function bindApart(pamphlet: Pamphlet, theme: Theme, {modified, pages, cover}: {readonly modified: Date; readonly pages: Promise<Pages>; readonly cover: Promise<CoverImage>}): Promise<Artifact> {
  const thread = new Worker(new URL(import.meta.url.endsWith('.ts') ? './bind-thread.ts' : './bind-thread.js', import.meta.url))
  const compiled = getCompileCacheDir()
  const order: Order = {pamphlet: {...pamphlet, messages: []}, theme, modified, ...(compiled !== undefined && {compiledFolder: dirname(compiled)})}
  try {
    thread.postMessage(order)
    const [answer] = await Promise.all([answerOf(thread), handOver(thread, pages, cover)])
    if ('artifact' in answer) return answer.artifact
    throw new EnvironmentError(answer.reason, answer.remedy)
  } finally {
    await thread.terminate()
  }
}

/** The print itself stays here: the EPUB lists its pages and shows none of them. */
async function handOver(thread: Worker, pages: Promise<Pages>, cover: Promise<CoverImage>): Promise<void> {
  const hand = (part: Part) => thread.postMessage(part)
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
