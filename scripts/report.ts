/**
 * What the person who builds gets to see. `report/text.ts` makes the words; here they go to the streams.
 * Messages, progress and failures go to standard error; the summary, or with `--json` the record, to standard output.
 */
import {createProgress, isLive, silent} from './report/progress.ts'
import {failureText, messagesText, summaryText, wantsColours} from './report/text.ts'
import type {Environment, Outcome, Places} from './report/text.ts'
import type {Artifact, Message} from './types.ts'

export {displayedPath, escapeControls, wantsColours} from './report/text.ts'
export type {Environment, Outcome, Places} from './report/text.ts'

/** What a stream has to offer; `process.stdout` and `process.stderr` do. */
export type Output = {readonly isTTY?: boolean; write(chunk: string | Uint8Array): unknown}

export type Report = {
  /** Tell that a stage begins; call what comes back when it is done. Stages may run side by side. */
  readonly stage: (name: string) => () => void
  readonly messages: (messages: readonly Message[], places: Places) => void
  /** Show what the build came to; with `--json` nothing. */
  readonly summary: (outcome: Outcome) => void
  /** Print the build record itself, for `--json`. */
  readonly record: (record: Artifact) => void
  /** Show an error that ended the build. */
  readonly failure: (error: unknown) => void
  /** Print what another command has to say, on standard output. */
  readonly print: (text: string) => void
  /** Take the progress away, before the process ends. */
  readonly end: () => void
}

/**
 * `nowMs`: a clock that only goes forward, in milliseconds; `every`: a timer that repeats; `json`: whether standard output
 * is the record's.
 */
export type ReportOptions = {
  readonly stdout: Output
  readonly stderr: Output
  readonly environment: Environment
  readonly nowMs: () => number
  readonly every: (ms: number, act: () => void) => () => void
  readonly json: boolean
}

/** Make a report that writes to the streams it is handed; with `json` without progress. */
export function createReport({stdout, stderr, environment, nowMs, every, json}: ReportOptions): Report {
  const live = isLive(environment, stderr.isTTY === true)
  const progress = json ? silent : createProgress({write: text => stderr.write(text), isLive: live, nowMs, every})
  const coloured = wantsColours(environment, stderr.isTTY === true)
  const say = (output: Output, chunk: string | Uint8Array) => {
    progress.clear()
    output.write(chunk)
  }
  return {
    stage: progress.stage,
    messages: (messages, places) => say(stderr, messagesText(messages, places, coloured)),
    summary: outcome => json ? undefined : say(stdout, summaryText(outcome)),
    record: record => say(stdout, record.bytes),
    failure: error => say(stderr, failureText(error)),
    print: text => say(stdout, text),
    end: progress.end
  }
}
