// Where the bundles of what is installed now lie. Plain JavaScript, because set-up asks too, on any Node.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Name the folder by npm's own list of what it installed, and by how bundles are made: another install or another
 * maker has another folder, so bundles are never older than the packages. Undefined where npm left no list.
 * @param {string} [root] the project's folder
 * @returns {string | undefined}
 */
export function bundlesFolder(root = dirname(dirname(here))) {
  try {
    const hash = createHash('sha256')
    for (const file of [join(root, 'node_modules', '.package-lock.json'), join(here, 'bundle.ts')]) hash.update(readFileSync(file))
    return join(root, 'node_modules', '.cache', `packages-${hash.digest('hex').slice(0, 16)}`)
  } catch {
    return undefined
  }
}

/**
 * The file of a package's bundle.
 * @param {string} specifier as it is imported: `css-tree`
 * @returns {string}
 */
export function bundleName(specifier) {
  return `${specifier.replaceAll('/', '+')}.mjs`
}
