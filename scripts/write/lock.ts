/**
 * The lock of an output folder: a folder `.pamphleteer.lock` that holds one file, named after its owner.
 * It is made aside and moved into place. A move fails where a filled folder stands, so that just one build succeeds,
 * and the lock never stands there without its owner's name. A dead owner's lock is opened by deleting the file with
 * that very name: a build that comes late with old knowledge finds no such file, and harms nobody.
 */
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {EnvironmentError} from '../types.ts'
import type {Disk} from './disk.ts'
import {codeOf} from './failure.ts'
import {ownerName, ownerOf, standingOf} from './owner.ts'
import type {Owner} from './owner.ts'

const lockName = '.pamphleteer.lock'
const pollMs = 40

/** Take the lock of a folder, made where it is missing; wait about `waitMs` for another build, then EnvironmentError. */
export async function takeLock(folder: string, owner: Owner, waitMs: number, disk: Disk): Promise<void> {
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += pollMs) {
    if (tryLock(folder, owner, disk)) return
    await setTimeout(pollMs)
  }
  if (!tryLock(folder, owner, disk)) throw busy(folder, disk)
}

/** Give the lock back. Where that fails, the next build finds its owner dead. */
export function releaseLock(folder: string, owner: Owner, disk: Disk): void {
  attempt(() => disk.unlinkSync(join(folder, lockName, ownerName(owner))))
  attempt(() => disk.rmdirSync(join(folder, lockName)))
}

/** Take the lock if it is free, or if its owner is dead. */
function tryLock(folder: string, owner: Owner, disk: Disk): boolean {
  disk.mkdirSync(folder, {recursive: true})
  dismissDead(join(folder, lockName), disk)
  return holders(join(folder, lockName), disk).length === 0 && claim(folder, owner, disk)
}

/** Make the lock aside and move it into place; false where another build was faster. */
function claim(folder: string, owner: Owner, disk: Disk): boolean {
  const [lock, ticket, name] = [join(folder, lockName), join(folder, `.pamphleteer-${ownerName(owner)}-lock`), ownerName(owner)]
  disk.mkdirSync(ticket)
  try {
    disk.writeFileSync(join(ticket, name), '')
    disk.renameSync(ticket, lock)
    // Whoever tidies up may have emptied the ticket before the move.
    return holders(lock, disk).includes(name)
  } catch (error) {
    if (holders(lock, disk).length > 0) return false
    throw error
  } finally {
    attempt(() => disk.rmSync(ticket, {recursive: true, force: true}))
  }
}

/** Delete what a dead owner left in a lock, and an empty lock. What cannot be deleted counts as held. */
function dismissDead(lock: string, disk: Disk): void {
  for (const name of holders(lock, disk)) {
    const owner = ownerOf(name)
    if (owner !== undefined && standingOf(owner) === 'dead') attempt(() => disk.unlinkSync(join(lock, name)))
  }
  attempt(() => disk.rmdirSync(lock))
}

/** Who holds a lock, as names of files; a lock that is no folder counts as held. */
function holders(lock: string, disk: Disk): readonly string[] {
  try {
    return disk.readdirSync(lock).toSorted()
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : ['unknown']
  }
}

/** Say who is in the way. */
function busy(folder: string, disk: Disk): EnvironmentError {
  const owner = ownerOf(holders(join(folder, lockName), disk)[0] ?? '')
  const who = owner === undefined ? 'an unknown build' : `a build (process ${owner.pid} on ${owner.host})`
  return new EnvironmentError(
    `Unexpected lock of ${who}, expected \`${folder}\` to be free in time`,
    `Wait for the other build; if there is none, delete \`${join(folder, lockName)}\`.`
  )
}

/** Do what may fail without harm. */
function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // The callers look at the outcome themselves.
  }
}
