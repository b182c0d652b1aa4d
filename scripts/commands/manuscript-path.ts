/** From a path on the command line to the manuscript that is meant by it. */
import {realDisk} from '../adapters/disk.ts'
import {innerManuscript} from '../manuscript/inner.ts'
import {displayedPath, escapeControls} from '../report.ts'

/** The manuscript that a path means; where that lies in the folder named, say so on standard error. */
export async function manuscriptPath(path: string): Promise<string> {
  const inner = await innerManuscript(path, realDisk)
  if (inner === undefined) return path
  const shown = (file: string) => escapeControls(displayedPath(file, process.cwd()))
  process.stderr.write(`${shown(path)}/ has no chapters of its own: ${shown(inner)}/ is taken.\n`)
  return inner
}
