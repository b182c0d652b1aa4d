/** The last commit of a manuscript, from git, which may stand in a repository that nobody has vouched for. */
import {execFile} from 'node:child_process'
import {realpath, stat} from 'node:fs/promises'
import {basename, dirname} from 'node:path'

const limitMs = 5_000

/** Nothing in a repository's own configuration may start a program, open a connection or write. */
const careful: readonly string[] = [
  '--no-pager', '--literal-pathspecs', '--no-replace-objects', '--no-optional-locks',
  '-c', 'core.fsmonitor=false',
  '-c', 'core.hooksPath=/dev/null',
  '-c', 'core.pager=cat',
  '-c', 'log.showSignature=false',
  '-c', 'safe.bareRepository=explicit',
  '-c', 'protocol.allow=never'
]

/**
 * Tell when a file or folder was last committed. Undefined where there is no git, no repository, no commit, no answer
 * within five seconds, or where git does not trust the folder. Changes that are not committed do not count.
 */
export async function lastCommit(path: string): Promise<Date | undefined> {
  const where = await place(path)
  if (!where) return undefined
  const output = await runGit([...careful, '-C', where.folder, 'log', '-1', '--format=%ct', '--no-show-signature', '--', where.name])
  return /^-?\d{1,12}\n$/.test(output) ? new Date(Number(output) * 1000) : undefined
}

async function place(path: string): Promise<{folder: string; name: string} | undefined> {
  try {
    const real = await realpath(path)
    const isFolder = (await stat(real)).isDirectory()
    return isFolder ? {folder: real, name: '.'} : {folder: dirname(real), name: basename(real)}
  } catch {
    return undefined
  }
}

/** Run git without a shell; whatever goes wrong, the answer is empty. */
function runGit(parameters: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    const options = {encoding: 'utf8', timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 1024, windowsHide: true, env: environment()} as const
    const child = execFile('git', parameters, options, (error, output) => resolve(error ? '' : output))
    child.stdin?.end()
  })
}

/** Without the GIT_ variables: in a hook they point at another repository. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_PAGER: 'cat',
    GIT_ASKPASS: '',
    SSH_ASKPASS: ''
  }
}
