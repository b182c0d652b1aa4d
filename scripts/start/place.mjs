// Where the snapshot lies that npm's script starts from, and whether it is of this code. Plain JavaScript, because set-up
// asks, on any Node.
import {createHash} from 'node:crypto'
import {readFileSync, readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const scripts = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(dirname(scripts), 'node_modules', '.cache')

/** package.json names it. */
export const snapshotFile = join(cache, 'pamphleteer.blob')

/** Says of which code the snapshot is, and of which packages. */
export const snapshotNote = join(cache, 'pamphleteer.blob.txt')

/**
 * The name of this code, by the times and sizes of its files (to read them takes too long), with these packages, the
 * pinned Node among them; undefined where npm left no list of them.
 * @returns {string | undefined}
 */
export function codeName() {
  try {
    const hash = createHash('sha256').update(readFileSync(join(dirname(cache), '.package-lock.json')))
    for (const file of sources()) {
      const {mtimeMs, size} = statSync(join(scripts, file))
      hash.update(`${file} ${mtimeMs} ${size}\n`)
    }
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** Whether the snapshot is of this code. */
export function isSnapshotNew() {
  try {
    return readFileSync(snapshotNote, 'utf8') === codeName()
  } catch {
    return false
  }
}

/** @returns {readonly string[]} */
function sources() {
  return readdirSync(scripts, {recursive: true, encoding: 'utf8'}).filter(name => /\.m?[jt]s$/.test(name)).sort()
}
