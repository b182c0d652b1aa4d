/** Progress: which stages run, and how long each took. On a live terminal it moves; in a log it is one line a stage. */
import {escapeControls, secondsText} from './text.ts'
import type {Environment} from './text.ts'

export type Progress = {
  /** Tell that a stage begins, and by calling what comes back that it is done. Stages may run side by side. */
  readonly stage: (name: string) => () => void
  /** Take the moving line away, before something else is written. */
  readonly clear: () => void
  /** Take it away for good. */
  readonly end: () => void
}

/** `every` does something again and again, after each so many milliseconds, until what it gave back is called. */
export type ProgressOptions = {
  readonly write: (text: string) => void
  readonly isLive: boolean
  readonly nowMs: () => number
  readonly every: (ms: number, act: () => void) => () => void
}

export const silent: Progress = {stage: () => () => undefined, clear: () => undefined, end: () => undefined}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const frameMs = 80

/** Tell whether a line can be taken back: on a terminal that obeys controls, and that nobody records. */
export function isLive({TERM: term, CI: ci = ''}: Environment, isTerminal: boolean): boolean {
  return isTerminal && term !== 'dumb' && ['', '0', 'false'].includes(ci)
}

/** Show progress through `write`. */
export function createProgress({write, isLive, nowMs, every}: ProgressOptions): Progress {
  const running = new Set<{readonly name: string}>()
  let [turn, rest]: [number, (() => void) | undefined] = [0, undefined]
  const clear = () => {
    if (isLive) write('\r\u001b[K')
  }
  const show = () => {
    if (isLive && running.size > 0) write(`${frames[turn++ % frames.length] ?? ''} ${[...running].map(({name}) => name).join(', ')} …`)
  }
  const move = () => {
    clear()
    show()
  }
  const end = () => {
    if (rest) clear()
    rest?.()
    rest = undefined
  }
  const stage = (name: string) => {
    const [entry, startMs] = [{name: escapeControls(name)}, nowMs()]
    running.add(entry)
    if (isLive) rest ??= every(frameMs, move)
    move()
    return () => {
      if (!running.delete(entry)) return
      clear()
      write(`${entry.name} … ${secondsText(nowMs() - startMs)}\n`)
      show()
      if (running.size === 0) end()
    }
  }
  return {stage, clear, end}
}
