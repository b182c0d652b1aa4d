/** A running browser as the operating system sees it: its process, its pipe, its private folder, and its end. */
import type {ChildProcess} from 'node:child_process'
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Readable, Writable} from 'node:stream'
import {childEnvironment, flags} from './browser-flags.ts'
import type {Machine} from './machine.ts'

/** What Puppeteer speaks through. */
export type Transport = {
  send: (message: string) => void
  close: () => void
  onmessage?: (message: string) => void
  onclose?: () => void
}

/** How a process ended: in words (`` signal `SIGKILL` ``), and what it last said on its error output. */
export type Ending = {readonly how: string; readonly said: string}

export type BrowserProcess = {
  readonly id: number | undefined
  readonly transport: Transport
  /** Settles when the process has ended, also when it could not be started; never rejects. */
  readonly ended: Promise<Ending>
  /** Kill the process with all its children, and remove its folder; all is done when the call returns. */
  readonly kill: () => void
  /** Kill, but wait for the end before the folder is removed, for `patienceMs` at most. */
  readonly finish: (patienceMs: number) => Promise<void>
}

const keptErrorCharacters = 8192
const childrensTimeMs = 500

/**
 * Start an executable with our flags, in a process group of its own, so that a Ctrl-C at the terminal reaches us alone.
 * A browser whose pipe closes ends by itself: it does not outlive us, however we end.
 * Throws an Error where no private folder can be made.
 */
export function startProcess(executable: string, machine: Machine, libraryFolder?: string): BrowserProcess {
  const folder = mkdtempSync(join(machine.temporaryFolder, 'pamphleteer-'))
  const child = spawnIn(folder, executable, machine, libraryFolder)
  const ended = endOf(child)
  const kill = () => {
    killGroup(child, machine.platform)
    removeFolder(folder)
  }
  const finish = async (patienceMs: number) => {
    killGroup(child, machine.platform)
    await settlesWithin(ended, patienceMs)
    removeFolder(folder)
  }
  return {id: child.pid, transport: pipeTransport(child), ended, kill, finish}
}

function spawnIn(folder: string, executable: string, machine: Machine, libraryFolder?: string): ChildProcess {
  try {
    return spawn(executable, flags(machine, folder), {
      detached: machine.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
      env: childEnvironment(machine, folder, libraryFolder)
    })
  } catch (error) {
    removeFolder(folder)
    throw error
  }
}

/** Wait for the end of a process, and a moment for its children, who hold its error output. */
function endOf(child: ChildProcess): Promise<Ending> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptErrorCharacters)
  })
  return new Promise(resolve => {
    child.once('error', error => resolve({how: `error ${codeOf(error)}`, said}))
    child.once('exit', (code, signal) => {
      const end = () => resolve({how: signal === null ? `exit code \`${code ?? ''}\`` : `signal \`${signal}\``, said})
      const timer = setTimeout(end, childrensTimeMs)
      child.once('close', () => {
        clearTimeout(timer)
        end()
      })
    })
  })
}

/** Wait for a promise, but not longer than a time; tells whether it settled. */
export async function settlesWithin(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), limitMs)
  const settled = await Promise.race([promise.then(() => true, () => true), late.promise])
  clearTimeout(timer)
  return settled
}

/** Speak Chromium's pipe protocol: messages of JSON that end in a zero byte, out on 3, in on 4. */
function pipeTransport(child: ChildProcess): Transport {
  const [, , , output, input] = child.stdio
  const transport: Transport = {
    send: message => {
      if (isWritable(output)) output.write(`${message}\0`)
    },
    close: () => undefined
  }
  // A broken pipe means that the browser has ended, which is told by its process.
  output?.on('error', () => undefined)
  input?.on('error', () => undefined)
  input?.once('close', () => transport.onclose?.())
  // Each message gets a turn of its own, so that promises settle in between.
  const deliver = (message: string) => setImmediate(() => transport.onmessage?.(message))
  input?.on('data', messageReader(deliver))
  return transport
}

/** Cut a stream of bytes into messages. */
export function messageReader(deliver: (message: string) => void): (bytes: Buffer) => void {
  let pending: Buffer[] = []
  return bytes => {
    let start = 0
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      deliver(Buffer.concat([...pending, bytes.subarray(start, end)]).toString('utf8'))
      pending = []
      start = end + 1
    }
    if (start < bytes.length) pending.push(bytes.subarray(start))
  }
}

function isWritable(stream: Readable | Writable | null | undefined): stream is Writable {
  return stream !== null && stream !== undefined && 'write' in stream && !stream.destroyed
}

/** A process group on POSIX; on Windows a tree, which only a tool can end. A process that is gone is no error. */
function killGroup(child: ChildProcess, platform: NodeJS.Platform): void {
  if (child.pid === undefined) return
  try {
    if (platform === 'win32') spawnSync('taskkill', ['/pid', `${child.pid}`, '/T', '/F'], {timeout: 5000, stdio: 'ignore'})
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** The dying may still write for a moment, so try again a few times; what stays then is the system's to clean up. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 20})
  } catch {
    return
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? `\`${error.code}\`` : error.message
}
