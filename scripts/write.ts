/** The last stage, and the only writer of the output folder: all artifacts of a build come to stand there, or none. */
import * as fs from 'node:fs'
import {join} from 'node:path'
import {EnvironmentError} from './types.ts'
import type {Artifact} from './types.ts'
import type {Disk} from './write/disk.ts'
import {codeOf, explain} from './write/failure.ts'
import {releaseLock, takeLock} from './write/lock.ts'
import {checkNames} from './write/names.ts'
import {ownerName, ownerOf, standingOf, thisProcess} from './write/owner.ts'
import type {Owner} from './write/owner.ts'

/** `waitMs`: how long to wait for another build, 20 s if absent; `disk`: another file system, for tests. */
export type WriteOptions = {readonly waitMs?: number; readonly disk?: Disk}

/** An artifact on its way: where it shall stand, where it is written first, where what stood there is kept meanwhile. */
type Delivery = {readonly bytes: Uint8Array; readonly target: string; readonly fresh: string; readonly former: string}

/**
 * Write artifacts into a folder, made where it is missing: first all of them aside, then all into place.
 * Files that this build did not make stay. Throws EnvironmentError; then the folder holds what it held before.
 */
export async function write(artifacts: readonly Artifact[], folder: string, options: WriteOptions = {}): Promise<void> {
  const {waitMs = 20_000, disk = fs} = options
  const owner = thisProcess()
  try {
    checkNames(artifacts.map(artifact => artifact.name))
    await takeLock(folder, owner, waitMs, disk)
    // From here to the end nothing awaits: no signal's handler and no other task can stop the work half-way.
    try {
      deliver(artifacts, folder, owner, disk)
    } finally {
      releaseLock(folder, owner, disk)
    }
  } catch (error) {
    throw explain(error, folder)
  }
}

/** Write and exchange, with the folder locked; nothing of ours but the artifacts remains, whatever happens. */
function deliver(artifacts: readonly Artifact[], folder: string, owner: Owner, disk: Disk): void {
  removeLeftovers(folder, disk)
  const aside = (index: number, kind: string) => join(folder, `.pamphleteer-${ownerName(owner)}-${index}-${kind}`)
  const deliveries = artifacts.map(({name, bytes}, index) =>
    ({bytes, target: join(folder, name), fresh: aside(index, 'new'), former: aside(index, 'old')}))
  try {
    for (const {target} of deliveries) refuseFolder(target, disk)
    writeAside(deliveries, disk)
    exchange(deliveries, disk)
    flushFolder(folder, disk)
  } finally {
    for (const {fresh} of deliveries) disk.rmSync(fresh, {force: true})
  }
}

/** Delete what crashed builds left, which nobody is writing any more, since the folder is ours. */
function removeLeftovers(folder: string, disk: Disk): void {
  for (const name of disk.readdirSync(folder).toSorted()) {
    const [, written = ''] = /^\.pamphleteer-(.+)-(?:lock|\d+-(?:new|old))$/.exec(name) ?? []
    const owner = ownerOf(written)
    // A living process of this machine may be waiting for its turn. (Or its lock was deleted by hand.)
    if (owner === undefined || standingOf(owner) === 'alive') continue
    disk.rmSync(join(folder, name), {recursive: true, force: true})
  }
}

/** Refuse a folder in an artifact's place; a link there is fine, because it is replaced itself and never followed. */
function refuseFolder(target: string, disk: Disk): void {
  if (disk.lstatSync(target, {throwIfNoEntry: false})?.isDirectory() !== true) return
  throw new EnvironmentError(
    `Unexpected folder \`${target}\`, expected a file or nothing in the artifact's place`,
    'Move the folder away, or choose another one with `--out`.'
  )
}

/** Write all artifacts under their names aside, and bring them safely to the disk. */
function writeAside(deliveries: readonly Delivery[], disk: Disk): void {
  const descriptors: number[] = []
  try {
    for (const {fresh, bytes} of deliveries) {
      const descriptor = disk.openSync(fresh, 'wx')
      descriptors.push(descriptor)
      disk.writeFileSync(descriptor, bytes)
    }
    // In a second round, because the first flush takes most of the others along.
    for (const descriptor of descriptors) flush(descriptor, disk)
  } finally {
    for (const descriptor of descriptors) disk.closeSync(descriptor)
  }
}

/** Bring a file to the disk, where its file system knows how to. */
function flush(descriptor: number, disk: Disk): void {
  try {
    disk.fsyncSync(descriptor)
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Move all artifacts into place. Where one cannot be (a file in use, say), put back what stood there. */
function exchange(deliveries: readonly Delivery[], disk: Disk): void {
  const begun: Delivery[] = []
  try {
    for (const delivery of deliveries) {
      begun.push(delivery)
      keepFormer(delivery, disk)
      disk.renameSync(delivery.fresh, delivery.target)
    }
  } catch (error) {
    for (const delivery of begun.toReversed()) putBack(delivery, disk)
    throw error
  }
  for (const {former} of deliveries) disk.rmSync(former, {force: true})
}

/** Give what stands in an artifact's place a second name: by a hard link, so that the place is never empty. */
function keepFormer({target, former}: Delivery, disk: Disk): void {
  if (!exists(target, disk)) return
  try {
    disk.linkSync(target, former)
  } catch {
    // Not every file system has hard links.
    disk.renameSync(target, former)
  }
}

/** Undo a move. */
function putBack({target, fresh, former}: Delivery, disk: Disk): void {
  if (exists(former, disk)) {
    disk.renameSync(former, target)
    // A move between two names of one file does nothing.
    disk.rmSync(former, {force: true})
  } else if (!exists(fresh, disk)) disk.rmSync(target, {force: true})
}

/** Tell whether something stands there, be it a link to nowhere. */
function exists(path: string, disk: Disk): boolean {
  return disk.lstatSync(path, {throwIfNoEntry: false}) !== undefined
}

/** Bring the new names to the disk, where a folder can be opened. The artifacts stand in any case. */
function flushFolder(folder: string, disk: Disk): void {
  try {
    const descriptor = disk.openSync(folder, 'r')
    try {
      disk.fsyncSync(descriptor)
    } finally {
      disk.closeSync(descriptor)
    }
  } catch {
    // Windows opens no folders.
  }
}
