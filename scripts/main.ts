/** The program: arguments become a command, its end an exit code. */
import {existsSync, readFileSync} from 'node:fs'
import {parseCommandLine} from './command-line.ts'
import {commands} from './commands.ts'
import {createReport} from './report.ts'
import {EnvironmentError, UsageError} from './types.ts'

/** Run the program. Exit codes: 0 done, 1 errors in the manuscript, 2 wrong usage, 3 the environment. */
export async function main(argumentList: readonly string[]): Promise<number> {
  const report = createReport({stdout: process.stdout, stderr: process.stderr, environment: process.env, nowMs: () => performance.now(), every, json: argumentList.includes('--json')})
  try {
    const request = parseCommandLine(argumentList, {version: version(), commands, isThere: existsSync, environment: process.env})
    if (request.action === 'run') refuseLostFolder()
    if (request.action === 'run') return await request.command.accept(request.given)({report, version: version()})
    process.stdout.write(request.text)
    return 0
  } catch (error) {
    report.failure(error)
    return error instanceof UsageError ? 2 : error instanceof EnvironmentError ? 3 : 70
  } finally {
    report.end()
  }
}

/** Whoever deletes the folder that a shell works in leaves it none, and every path is told from there. */
function refuseLostFolder(): void {
  try {
    process.cwd()
  } catch (cause) {
    throw new EnvironmentError('Unexpected working folder that is gone, expected one that is there', 'Go to another folder: `cd ~`.', {cause})
  }
}

/** Do something again and again, until what comes back is called. It keeps no process alive. */
function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms).unref()
  return () => clearInterval(timer)
}

function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof file === 'object' && file !== null && 'version' in file ? String(file.version) : ''
}
