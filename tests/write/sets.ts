/** What the writer's tests share: a folder of their own, sets of artifacts, and a look at what stands there. */
import {spawnSync} from 'node:child_process'
import * as fs from 'node:fs'
import {mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect} from 'vitest'
import {EnvironmentError} from '../../scripts/types.ts'
import type {Artifact} from '../../scripts/types.ts'
import type {Disk} from '../../scripts/write/disk.ts'
import {ownerName, thisProcess} from '../../scripts/write/owner.ts'

/** The number of a process that has ended. */
export const deadPid = spawnSync(process.execPath, ['-e', '0']).pid

/** The name of an owner that is dead, anew each time. */
export const dead = () => ownerName({...thisProcess(), pid: deadPid})

/** Give each test a new folder `base`, and in it `folder`, which does not exist yet. */
export function temporaryFolder(): {base: string; folder: string} {
  const paths = {base: '', folder: ''}
  beforeEach(() => {
    paths.base = mkdtempSync(join(tmpdir(), 'pamphleteer-write-'))
    paths.folder = join(paths.base, 'dist')
  })
  afterEach(() => rmSync(paths.base, {recursive: true, force: true}))
  return paths
}

export const artifact = (name: string, text: string): Artifact =>
  ({name, mediaType: 'text/plain', bytes: new TextEncoder().encode(text), facts: {}})

/** A set of artifacts that all begin with one word. */
export const set = (text: string) =>
  [artifact('SHA256SUMS', `${text} sums`), artifact('p.html', `${text} html`), artifact('p.pdf', `${text} pdf`)]

/** What stands in a folder once such a set is written there. */
export const whole = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(set(text).map(({name, bytes}) => [name, new TextDecoder().decode(bytes)]))

/** Everything that stands in a folder, by name. */
export function contents(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(path).toSorted().map(name =>
    [name, statSync(join(path, name)).isFile() ? readFileSync(join(path, name), 'utf8') : 'folder']))
}

/** The EnvironmentError that a promise must end with. */
export async function failure(promise: Promise<void>): Promise<EnvironmentError> {
  const error: unknown = await promise.then(() => undefined, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(EnvironmentError)
  return error as EnvironmentError
}

/** A disk whose calls are counted; `before` runs in front of each. */
export function watched(before: (call: number, name: string) => unknown, disk: Disk = fs): Disk {
  let calls = 0
  return new Proxy(disk, {
    get: (target, name: keyof Disk) => (...values: unknown[]) => {
      before(calls += 1, name)
      return (target[name] as (...values: unknown[]) => unknown)(...values)
    }
  })
}
