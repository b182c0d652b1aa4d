// Brings node_modules up to date before a command runs: installs when it is missing or older than the lock.
// Plain JavaScript for any Node from 20.19 on, because it runs before the pinned Node is there.
import {spawnSync} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import {delimiter, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundlesFolder} from './packages/installed.mjs'
import {isSnapshotNew, snapshotFile} from './start/place.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const lock = join(root, 'package-lock.json')
// npm writes this file last, so it tells that an install has finished.
const installed = join(modules, '.package-lock.json')
const pinnedNode = join(modules, 'node', 'bin')

if (!isUpToDate()) install()
if (!existsSync(bundlesFolder() ?? root)) onPinnedNode('packages', 'bundle.ts')
if (!isSnapshotNew()) prepareStart()

/** Tell whether the last finished install is as new as the lock. */
function isUpToDate() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs
}

/**
 * Install what the lock names. npm leaves out optional packages that the Node it runs on is too old for, the
 * embedded browser among them; so where that is the case a second, short pass runs npm on the pinned Node.
 */
function install() {
  console.error('Installing what package-lock.json names. This happens once and takes about half a minute.')
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], process.env.PATH)
  if (!isModern(process.versions.node)) {
    const path = pinnedNode + delimiter + process.env.PATH
    npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], path)
  }
}

/** Tell whether a Node version satisfies every package's engines (22.17 or later). */
function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 17)
}

/** Run npm; where it fails, end with its exit code's meaning for us: 3, the environment. */
function npm(argumentList, path) {
  const result = spawnSync('npm', argumentList, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: 900_000,
    env: {...process.env, PATH: path}
  })
  if (result.status === 0) return
  console.error(`npm ${argumentList[0]} failed${result.error ? `: ${result.error.message}` : ''}. Is the npm registry in reach?`)
  process.exit(3)
}

/** Let the program start faster, by what runs on the pinned Node. Where that fails, it only takes longer to start. */
function onPinnedNode(...script) {
  spawnSync('node', [join(root, 'scripts', ...script)], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    timeout: 300_000,
    env: {...process.env, PATH: pinnedNode + delimiter + process.env.PATH}
  })
}

/** Make what `npm run build` starts from: the program as it stands, loaded. */
function prepareStart() {
  console.error('Getting the program ready to start fast. This happens once after every change of its code and takes some seconds.')
  onPinnedNode('start', 'snapshot.ts')
  if (existsSync(snapshotFile)) return
  console.error(`Unexpected failure to write ${snapshotFile}, expected about 50 MB of free space in a folder that can be written.\n  Make room, or let the folder be written.`)
  process.exit(3)
}
