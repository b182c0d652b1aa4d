/** The real browser for tests, unpacked into a folder of the test's own. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, LaunchOptions} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {type Machine, thisMachine} from '../../scripts/adapters/machine.ts'

export type Here = {
  /** Everything that the browser writes lies below. */
  readonly folder: string
  readonly machine: Machine
  /** Start another browser of the same kind. */
  readonly launch: (options?: LaunchOptions) => Promise<Browser>
  readonly end: () => Promise<void>
}

/** Start a browser; undefined, with the reason on the error output, where this machine has none. */
export async function browserHere(): Promise<{browser: Browser; here: Here} | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'pt-'))
  const real = thisMachine()
  const machine = {...real, temporaryFolder: folder, environment: {...real.environment, XDG_CACHE_HOME: join(folder, 'cache')}}
  const again = (options: LaunchOptions = {}) => launch({machine, ...options})
  try {
    const browser = await again()
    const end = async () => {
      await browser.close()
      rmSync(folder, {recursive: true, force: true})
    }
    return {browser, here: {folder, machine, launch: again, end}}
  } catch (error) {
    rmSync(folder, {recursive: true, force: true})
    console.warn(`Skipping the tests with a browser: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
