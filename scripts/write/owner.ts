/** Who is writing: a name for this process that other builds can read, and whether its bearer still lives. */
import {randomBytes} from 'node:crypto'
import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'

/**
 * A process that writes. `started` is when it started, in the kernel's ticks, or `0` where the system does not tell;
 * `token` is new for each writing, so that one name never comes back.
 */
export type Owner = {readonly pid: number; readonly started: string; readonly token: string; readonly host: string}

/** How an owner stands, seen from this process. Nothing is known about processes of another machine or container. */
export type Standing = 'alive' | 'dead' | 'elsewhere'

const pattern = /^(\d{1,9})\.(\d{1,20})\.([0-9a-f]{12})@([A-Za-z0-9-]{1,80})$/

/** Name this process, anew for each writing. */
export function thisProcess(): Owner {
  const started = statusOf(process.pid)?.started ?? '0'
  return {pid: process.pid, started, token: randomBytes(6).toString('hex'), host: thisHost()}
}

/** Write an owner as a file name. */
export function ownerName({pid, started, token, host}: Owner): string {
  return `${pid}.${started}.${token}@${host}`
}

/** Read an owner from a file name; undefined where the name is not one of ours. */
export function ownerOf(name: string): Owner | undefined {
  const [, pid, started, token, host] = pattern.exec(name) ?? []
  if (pid === undefined || started === undefined || token === undefined || host === undefined) return undefined
  return {pid: Number(pid), started, token, host}
}

/** Tell how an owner stands. A process that took over a dead one's number is not mistaken for it where `/proc` is. */
export function standingOf(owner: Owner): Standing {
  if (owner.host !== thisHost()) return 'elsewhere'
  if (!answers(owner.pid)) return 'dead'
  const status = statusOf(owner.pid)
  if (status === undefined) return 'alive'
  if (status.state === 'Z' || status.state === 'X') return 'dead'
  return owner.started === '0' || owner.started === status.started ? 'alive' : 'dead'
}

/** Name this machine. Containers of one machine may share its name, so the number of the process name space is added. */
function thisHost(): string {
  const space = readOrNothing(() => readlinkSync('/proc/self/ns/pid')) ?? ''
  return `${hostname().slice(0, 60)} ${space.replace(/\D/g, '')}`.trim().replace(/[^A-Za-z0-9]/g, '-') || 'nameless'
}

/** Tell whether a process with this number exists, be it another user's. */
function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Read a process's state letter and start from `/proc` (proc(5), fields 3 and 22); undefined where it cannot be read. */
function statusOf(pid: number): {readonly state: string; readonly started: string} | undefined {
  const text = readOrNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The program's name stands in parentheses and may hold anything, parentheses too.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, started] = [fields?.[0], fields?.[19]]
  return state === undefined || started === undefined ? undefined : {state, started}
}

/** Read something that not every system has. */
function readOrNothing(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
