/** What the writer asks of a file system; tests hand in one that fails. */
import type * as fs from 'node:fs'

export type Disk = Pick<typeof fs,
  | 'closeSync' | 'existsSync' | 'fsyncSync' | 'linkSync' | 'lstatSync' | 'mkdirSync' | 'openSync' | 'readdirSync'
  | 'renameSync' | 'rmSync' | 'rmdirSync' | 'statSync' | 'unlinkSync' | 'writeFileSync'>

/** Do what may fail without harm: the caller does not rely on it, or looks at the outcome. */
export function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // Nothing depends on it.
  }
}
