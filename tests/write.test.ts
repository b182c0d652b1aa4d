import {spawnSync} from 'node:child_process'
import * as fs from 'node:fs'
import {existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {EnvironmentError} from '../scripts/types.ts'
import {write} from '../scripts/write.ts'
import type {Disk} from '../scripts/write/disk.ts'
import {artifact, contents, failure, set, temporaryFolder, watched, whole} from './write/sets.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'
const paths = temporaryFolder()

const systemError = (code: string) => Object.assign(new Error(`${code}: injected`), {code})

describe('a folder that takes the artifacts', () => {
  test('is made, with its parents', async () => {
    paths.folder = join(paths.base, 'a', 'b')
    await write(set('one'), paths.folder)
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test('keeps what this build did not make', async () => {
    await write([...set('one'), artifact('p.epub', 'old')], paths.folder)
    writeFileSync(join(paths.folder, 'notes.txt'), 'mine')
    await write(set('two'), paths.folder)
    expect(contents(paths.folder)).toEqual({...whole('two'), 'p.epub': 'old', 'notes.txt': 'mine'})
  })

  test('may be reached through a link', async () => {
    mkdirSync(join(paths.base, 'real'))
    symlinkSync('real', paths.folder)
    await write(set('one'), paths.folder)
    expect(contents(join(paths.base, 'real'))).toEqual(whole('one'))
  })

  test.skipIf(process.platform === 'win32')('gets files with the mode that the umask gives', async () => {
    await write(set('one'), paths.folder)
    writeFileSync(join(paths.base, 'common'), '')
    expect(statSync(join(paths.folder, 'p.pdf')).mode).toBe(statSync(join(paths.base, 'common')).mode)
  })

  test('has a link in an artifact’s place replaced, not followed', async () => {
    mkdirSync(paths.folder)
    writeFileSync(join(paths.base, 'precious'), 'precious')
    symlinkSync('../precious', join(paths.folder, 'p.pdf'))
    symlinkSync('nowhere', join(paths.folder, 'p.html'))
    await write(set('one'), paths.folder)
    expect(readFileSync(join(paths.base, 'precious'), 'utf8')).toBe('precious')
    expect(lstatSync(join(paths.folder, 'p.pdf')).isSymbolicLink()).toBe(false)
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test('takes no artifacts at all as well', async () => {
    await write([], paths.folder)
    expect(contents(paths.folder)).toEqual({})
  })
})

describe('a folder that refuses', () => {
  test('because it is a file', async () => {
    writeFileSync(paths.folder, '')
    const {message, remedy} = await failure(write(set('one'), paths.folder))
    expect([message, remedy]).toEqual([`Unexpected file, expected a folder at \`${paths.folder}\``, 'Move the file away, or choose another folder with `--out`.'])
    expect((await failure(write(set('one'), join(paths.folder, 'below')))).message).toContain('Unexpected file')
  })

  test('because it is a link to nowhere or to itself', async () => {
    symlinkSync('nowhere', paths.folder)
    await failure(write(set('one'), paths.folder))
    symlinkSync('loop', join(paths.base, 'loop'))
    await failure(write(set('one'), join(paths.base, 'loop', 'below')))
  })

  test('because a folder stands in an artifact’s place', async () => {
    await write(set('one'), paths.folder)
    rmSync(join(paths.folder, 'p.pdf'))
    mkdirSync(join(paths.folder, 'p.pdf'))
    const error = await failure(write(set('two'), paths.folder))
    expect(error.message).toBe(`Unexpected folder \`${join(paths.folder, 'p.pdf')}\`, expected a file or nothing in the artifact's place`)
    expect(contents(paths.folder)).toEqual({...whole('one'), 'p.pdf': 'folder'})
  })

  test.each([
    ['', 'empty name'], ['..', 'dot in front'], ['.hidden', 'dot in front'], ['a/b', 'character'], ['a\\b', 'character'],
    ['../a', 'dot in front'], ['a\u0000b', 'character'], ['a\nb', 'character'], ['a\ud800', 'character'], ['c:d', 'character'],
    ['a.', 'dot or space'], ['é'.repeat(101), 'name of more than 200 bytes'], ['P.html', 'second artifact']
  ])('because of the artifact name %j', async (name, fault) => {
    const error = await failure(write([...set('one'), artifact(name, '')], paths.folder))
    expect(error.message).toContain(`Unexpected ${fault}`)
    expect(error.message.length).toBeLessThan(200)
    expect(existsSync(paths.folder)).toBe(false)
  })

  test('takes a name of 200 bytes', async () => {
    await write([artifact('é'.repeat(100), 'x')], paths.folder)
    expect(Object.values(contents(paths.folder))).toEqual(['x'])
  })

  test.skipIf(process.seteuid === undefined)('because we may not write there', async () => {
    await write(set('one'), paths.folder)
    fs.chmodSync(paths.base, 0o755)
    fs.chmodSync(paths.folder, 0o555)
    // Root may write anywhere, so the test gives that up for a moment.
    if (isRoot) process.seteuid?.(65534)
    try {
      expect((await failure(write(set('two'), paths.folder))).message).toContain('Unexpected lack of permission')
      if (isRoot) expect((await failure(write(set('two'), join(paths.base, 'new')))).message).toContain('Unexpected lack of permission')
    } finally {
      if (isRoot) process.seteuid?.(0)
      fs.chmodSync(paths.folder, 0o755)
    }
    expect(contents(paths.folder)).toEqual(whole('one'))
  })
})

// Mounting a small file system needs root and Linux; the injected disks below stand in for it elsewhere.
describe.skipIf(!isLinux || !isRoot)('a real full disk', () => {
  let mounted = false
  beforeEach(() => {
    mkdirSync(paths.folder)
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', paths.folder], {timeout: 10_000}).status === 0
  })
  afterEach(() => {
    if (mounted) spawnSync('umount', [paths.folder], {timeout: 10_000})
  })

  test('leaves the last good artifacts as they were', async context => {
    if (!mounted) context.skip('mounting is not allowed here')
    await write(set('one'), paths.folder)
    const big = [...set('two'), artifact('p.epub', 'x'.repeat(700_000)), artifact('p-print.pdf', 'y'.repeat(700_000))]
    const error = await failure(write(big, paths.folder))
    expect(error.message).toBe(`Unexpected full disk, expected room for the artifacts in \`${paths.folder}\``)
    expect(contents(paths.folder)).toEqual(whole('one'))
    await write(set('three'), paths.folder)
    expect(contents(paths.folder)).toEqual(whole('three'))
  })

  test('and a read-only one do so too', async context => {
    if (!mounted) context.skip('mounting is not allowed here')
    await write(set('one'), paths.folder)
    spawnSync('mount', ['-o', 'remount,ro', paths.folder], {timeout: 10_000})
    expect((await failure(write(set('two'), paths.folder))).message).toContain('Unexpected read-only file system')
    expect(contents(paths.folder)).toEqual(whole('one'))
  })
})

describe('a failure at any call to the disk', () => {
  const withoutLinks: Disk = {...fs, linkSync: () => {
    throw systemError('EPERM')
  }}
  test.each([['hard links', fs], ['no hard links', withoutLinks]])('gives all or nothing, with %s', async (_, disk) => {
    let total = 0
    await write(set('one'), paths.folder, {disk: watched(call => total = call, disk)})
    expect(total).toBeGreaterThan(20)
    for (let fatal = 1; fatal <= total + 10; fatal += 1) {
      rmSync(paths.folder, {recursive: true})
      await write(set('one'), paths.folder)
      let broken = ''
      const faulty = watched((call, name) => {
        if (call !== fatal) return
        broken = name
        throw systemError('EIO')
      }, disk)
      // A new artifact in front: to undo its move is to remove it.
      const outcome = await write([artifact('a.txt', 'two'), ...set('two')], paths.folder, {disk: faulty, waitMs: 0}).then(() => 'written', (error: unknown) => error)
      const {'.pamphleteer.lock': lock, ...rest} = contents(paths.folder)
      // Where tidying up itself fails, a name may stay until the next build.
      const tidied = ['rmSync', 'unlinkSync', 'rmdirSync'].includes(broken)
      const artifacts = Object.fromEntries(Object.entries(rest).filter(([name]) => !tidied || !name.startsWith('.pamphleteer-')))
      expect(artifacts, `call ${fatal}, ${broken}`).toEqual(outcome === 'written' ? {...whole('two'), 'a.txt': 'two'} : whole('one'))
      if (outcome !== 'written') expect(outcome).toBeInstanceOf(EnvironmentError)
      if (!tidied) expect(lock).toBeUndefined()
    }
  })

  test.each([
    ['ENOSPC', 'full disk'], ['EDQUOT', 'full disk'], ['EBUSY', 'file in use'], ['EIO', 'failure (EIO: injected)']
  ])('%s reads “%s”', async (code, words) => {
    const error = await failure(write(set('one'), paths.folder, {disk: {...fs, fsyncSync: () => {
      throw systemError(code)
    }}}))
    expect(error.message).toContain(words)
    expect(error.remedy).toMatch(/^[A-Z].*\.$/)
    expect(contents(paths.folder)).toEqual({})
  })

  test('that cannot flush is none', async () => {
    await write(set('one'), paths.folder, {disk: {...fs, fsyncSync: () => {
      throw systemError('EINVAL')
    }}})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test('nothing is moved before everything is written', async () => {
    const calls: string[] = []
    await write(set('one'), paths.folder, {disk: watched((_, name) => calls.push(name))})
    const moves = calls.flatMap((name, index) => name === 'renameSync' ? [index] : [])
    // The first move is the lock's.
    expect(moves).toHaveLength(4)
    expect(calls.slice(moves[1]).filter(name => name === 'writeFileSync')).toEqual([])
    expect(calls.slice(0, moves[1]).filter(name => name === 'fsyncSync')).toHaveLength(3)
  })
})
