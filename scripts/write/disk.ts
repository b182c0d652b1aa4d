/** What the writer asks of a file system; tests hand in one that fails. */
import type * as fs from 'node:fs'

export type Disk = Pick<typeof fs,
  | 'closeSync' | 'fsyncSync' | 'linkSync' | 'lstatSync' | 'mkdirSync' | 'openSync' | 'readdirSync'
  | 'renameSync' | 'rmSync' | 'rmdirSync' | 'statSync' | 'unlinkSync' | 'writeFileSync'>
