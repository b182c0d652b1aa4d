import {spawn} from 'node:child_process'
import * as fs from 'node:fs'
import {existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {write} from '../../scripts/write.ts'
import type {Disk} from '../../scripts/write/disk.ts'
import {takeLock} from '../../scripts/write/lock.ts'
import {ownerName, ownerOf, standingOf, thisProcess} from '../../scripts/write/owner.ts'
import type {Owner} from '../../scripts/write/owner.ts'
import {contents, dead, deadPid, failure, set, temporaryFolder, watched, whole} from './sets.ts'

const isLinux = process.platform === 'linux'
const paths = temporaryFolder()

describe('the lock', () => {
  const plant = (name: string) => {
    mkdirSync(join(paths.folder, '.pamphleteer.lock'), {recursive: true})
    writeFileSync(join(paths.folder, '.pamphleteer.lock', name), '')
  }

  test('of a dead process is taken over', async () => {
    plant(dead())
    await write(set('one'), paths.folder, {waitMs: 0})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test.runIf(isLinux)('of a dead process is known though its number lives again', async () => {
    plant(ownerName({...thisProcess(), started: '1'}))
    await write(set('one'), paths.folder, {waitMs: 0})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test.each([
    ['a living process', () => ownerName(thisProcess()), `process ${process.pid} on `],
    ['another machine', () => ownerName({...thisProcess(), pid: deadPid, host: 'elsewhere-1'}), `process ${deadPid} on elsewhere-1`],
    ['nobody we know', () => 'README', 'unknown build']
  ])('of %s is waited for, then reported', async (_, name, words) => {
    plant(name())
    const {message, remedy} = await failure(write(set('one'), paths.folder, {waitMs: 100}))
    expect(message).toContain(words)
    expect(remedy).toBe(`Wait for the other build; if there is none, delete \`${join(paths.folder, '.pamphleteer.lock')}\`.`)
    expect(contents(paths.folder)).toEqual({'.pamphleteer.lock': 'folder'})
    setTimeout(() => rmSync(join(paths.folder, '.pamphleteer.lock'), {recursive: true}), 100)
    await write(set('one'), paths.folder, {waitMs: 5000})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test('that is a file, or a link to elsewhere, is not touched', async () => {
    mkdirSync(paths.folder)
    writeFileSync(join(paths.folder, '.pamphleteer.lock'), 'mine')
    await failure(write(set('one'), paths.folder, {waitMs: 0}))
    expect(contents(paths.folder)).toEqual({'.pamphleteer.lock': 'mine'})
    mkdirSync(join(paths.base, 'elsewhere'))
    rmSync(join(paths.folder, '.pamphleteer.lock'))
    symlinkSync('../elsewhere', join(paths.folder, '.pamphleteer.lock'))
    await failure(write(set('one'), paths.folder, {waitMs: 0}))
    expect(readlinkSync(join(paths.folder, '.pamphleteer.lock'))).toBe('../elsewhere')
    expect(readdirSync(join(paths.base, 'elsewhere'))).toEqual([])
  })

  test('that is empty, after a crash while it was given back, is free', async () => {
    mkdirSync(join(paths.folder, '.pamphleteer.lock'), {recursive: true})
    await write(set('one'), paths.folder, {waitMs: 0})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test.each([
    ['a dead lock', () => plant(dead())],
    ['an empty lock', () => mkdirSync(join(paths.folder, '.pamphleteer.lock'), {recursive: true})],
    ['no lock', () => mkdirSync(paths.folder)]
  ])('goes to just one of two that find %s, wherever the one cuts in on the other', async (_, prepare) => {
    for (let cut = 1; cut <= 20; cut += 1) {
      prepare()
      const [late, early] = [thisProcess(), thisProcess()]
      const ends: Promise<string>[] = []
      const take = (owner: Owner, disk: Disk) => ends.push(takeLock(paths.folder, owner, 0, disk).then(() => ownerName(owner), () => 'refused'))
      // All calls to the disk in one try are synchronous, so that the second try runs whole in front of one of the first's.
      take(late, watched(call => call === cut && take(early, fs)))
      if (ends.length === 1) take(early, fs)
      const winners = (await Promise.all(ends)).filter(end => end !== 'refused')
      expect(winners, `cut ${cut}`).toHaveLength(1)
      expect(readdirSync(join(paths.folder, '.pamphleteer.lock'))).toEqual(winners)
      rmSync(paths.folder, {recursive: true})
    }
  })

  test('orders writers of one process', async () => {
    await Promise.all(['one', 'two', 'three', 'four'].map(text => write(set(text), paths.folder)))
    const winner = contents(paths.folder)['p.pdf']?.split(' ')[0] ?? ''
    expect(contents(paths.folder)).toEqual(whole(winner))
  })

  test('goes with what crashed builds left, and with nothing else', async () => {
    mkdirSync(paths.folder)
    const left = [`.pamphleteer-${dead()}-0-new`, `.pamphleteer-${dead()}-3-old`]
    const kept = ['.pamphleteer-notes', `.pamphleteer-${ownerName(thisProcess())}-0-new`, '.pamphleteer-x-0-new']
    for (const name of [...left, ...kept]) writeFileSync(join(paths.folder, name), 'x')
    const ticket = join(paths.folder, `.pamphleteer-${dead()}-lock`)
    mkdirSync(ticket)
    writeFileSync(join(ticket, dead()), '')
    await write([], paths.folder)
    expect(readdirSync(paths.folder).toSorted()).toEqual(kept.toSorted())
  })
})

describe('an owner', () => {
  test('reads as it was written', () => {
    const owner = thisProcess()
    expect(ownerOf(ownerName(owner))).toEqual(owner)
    expect(standingOf(owner)).toBe('alive')
    expect(thisProcess().token).not.toBe(owner.token)
  })

  test.each(['', '1', '1.2.3@h', `99999999999.1.${'a'.repeat(12)}@h`, `1.2.${'a'.repeat(12)}@../x`])('is not %j', name => {
    expect(ownerOf(name)).toBeUndefined()
  })

  test.runIf(isLinux)('that is killed and not yet buried is dead', async () => {
    // The shell starts a child and becomes a program that never asks for it.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {stdio: ['ignore', 'pipe', 'ignore']})
    try {
      const pid = Number(await new Promise<string>(resolve => parent.stdout.once('data', (data: Buffer) => resolve(data.toString()))))
      const owner = {...thisProcess(), pid, started: '0'}
      expect(standingOf(owner)).toBe('alive')
      // Until then it is still a shell, which would bury it.
      await expect.poll(() => readFileSync(`/proc/${parent.pid ?? 0}/comm`, 'utf8')).toBe('sleep\n')
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => standingOf(owner)).toBe('dead')
      expect(existsSync(`/proc/${pid}`)).toBe(true)
    } finally {
      parent.kill('SIGKILL')
    }
  })
})
