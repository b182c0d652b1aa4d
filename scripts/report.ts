/**
 * What the person who builds gets to see. `report/text.ts` makes the words; here they go to the streams.
 * Messages, progress and failures go to standard error; the summary, or with `--json` the record, to standard output.
 */
import {escapeControls, failureText, messagesText, secondsText, summaryText, wantsColours} from './report/text.ts'
import type {Environment, Outcome, Places} from './report/text.ts'
import type {Artifact, Message} from './types.ts'

export {displayedPath} from './report/text.ts'
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
}

/** `nowMs`: a clock that only goes forward, in milliseconds; `json`: whether standard output is the record's. */
export type ReportOptions = {
  readonly stdout: Output
  readonly stderr: Output
  readonly environment: Environment
  readonly nowMs: () => number
  readonly json: boolean
}

/** Make a report that writes to the streams it is handed. Progress is shown on a terminal only, and not with `json`. */
export function createReport({stdout, stderr, environment, nowMs, json}: ReportOptions): Report {
  const progress = createProgress(stderr, environment, nowMs, json)
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
    failure: error => say(stderr, failureText(error))
  }
}

type Progress = {readonly stage: Report['stage']; readonly clear: () => void}

/** Show a line a stage: on a live terminal those that run are named meanwhile; in CI only what is done; else nothing. */
function createProgress(stderr: Output, environment: Environment, nowMs: () => number, json: boolean): Progress {
  if (json || stderr.isTTY !== true) return {stage: () => () => undefined, clear: () => undefined}
  const running = new Set<{readonly name: string}>()
  const isLive = environment['TERM'] !== 'dumb' && ['', '0', 'false'].includes(environment['CI'] ?? '')
  const clear = () => isLive && stderr.write('\r\u001b[K')
  const show = () => isLive && running.size > 0 && stderr.write([...running].map(({name}) => name).join(', ') + ' …')
  const stage = (name: string) => {
    const [entry, startMs] = [{name: escapeControls(name)}, nowMs()]
    running.add(entry)
    clear()
    show()
    return () => {
      if (!running.delete(entry)) return
      clear()
      stderr.write(`${entry.name} … ${secondsText(nowMs() - startMs)}\n`)
      show()
    }
  }
  return {stage, clear}
}
