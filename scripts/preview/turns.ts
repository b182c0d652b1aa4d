/** Decides when to build again: one build at a time, and the last save wins. */

/** One build in the row. */
export type Turn = {
  /** Whether something was saved since the build began. */
  readonly isDisturbed: () => boolean
  /** Whether a newer build should have its place: always when disturbed, unless the reader has waited too long. */
  readonly isSuperseded: () => boolean
}

/** `quietMs`: how long to wait for the second half of a save; `patienceMs`: how long saves may keep pages from showing. */
export type TurnOptions = {
  readonly build: (turn: Turn) => Promise<boolean>
  readonly quietMs: number
  readonly patienceMs: number
  readonly nowMs: () => number
}

export type Turns = {
  /** Ask for a build. */
  readonly change: () => void
  /** Build no more; settles when the last build has ended. */
  readonly stop: () => Promise<void>
  /** Settles when nothing is left to be built. */
  readonly settled: () => Promise<void>
}

/** `build` tells whether it showed something; it must not throw. */
export function takeTurns({build, quietMs, patienceMs, nowMs}: TurnOptions): Turns {
  let [asked, begun] = [0, 0]
  let shownMs = nowMs()
  let running: Promise<void> | undefined
  let isOpen = true
  const isDisturbed = () => asked !== begun
  const run = async () => {
    while (isOpen && isDisturbed()) {
      await new Promise(resolve => setTimeout(resolve, quietMs))
      begun = asked
      const hasShown = await build({isDisturbed, isSuperseded: () => !isOpen || (isDisturbed() && nowMs() - shownMs < patienceMs)})
      if (hasShown) shownMs = nowMs()
    }
    running = undefined
  }
  return {
    change: () => {
      // The wait counts from the first save that is not shown, not from the last build, which may be an hour old.
      if (running === undefined) shownMs = nowMs()
      asked++
      if (isOpen) running ??= run()
    },
    stop: async () => {
      isOpen = false
      await running
    },
    settled: async () => {
      while (running !== undefined) await running
    }
  }
}
