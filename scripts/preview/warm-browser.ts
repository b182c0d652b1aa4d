/** One browser over all builds; where it ends, another is started. */
import type {Browser} from '../adapters/browser.ts'

export type WarmBrowser = {
  readonly get: () => Promise<Browser>
  /** Do work with the browser; where it fails and the browser is gone, once more with a new one. */
  readonly survive: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly close: () => Promise<void>
}

/** `onEnd` hears that a browser has ended. */
export function keepWarm(launch: () => Promise<Browser>, onEnd: () => void): WarmBrowser {
  let started: Promise<Browser> | undefined
  const get = () => {
    if (started === undefined) {
      started = launch()
      // A failure is for whoever waits; the next one who asks tries again.
      started.catch(() => started = undefined)
    }
    return started
  }
  const close = async () => {
    const closing = started
    started = undefined
    await closing?.then(browser => browser.close(), () => undefined)
  }
  const survive = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      const browser = await started?.catch(() => undefined)
      if (browser === undefined || isAlive(browser.processId)) throw error
      onEnd()
      await close()
      return work()
    }
  }
  return {get, survive, close}
}

/** Signal 0 asks and does nothing. */
function isAlive(processId: number | undefined): boolean {
  try {
    return processId !== undefined && process.kill(processId, 0)
  } catch {
    return false
  }
}
