import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {brotliCompressSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {LaunchOptions} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {missingLibrary, startReason, startRemedy} from '../../scripts/adapters/browser-failure.ts'
import {messageReader, settlesWithin} from '../../scripts/adapters/browser-process.ts'
import type {Watch} from '../../scripts/adapters/browser-watch.ts'
import {watched} from '../../scripts/adapters/browser-watch.ts'
import type {Machine} from '../../scripts/adapters/machine.ts'
import {EnvironmentError} from '../../scripts/types.ts'

let folder = ''
let machine: Machine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pt-'))
  for (const name of ['tmp', 'bin', 'package', 'package/bin']) mkdirSync(join(folder, name))
  machine = {
    platform: 'linux',
    architecture: 'x64',
    userId: process.getuid?.(),
    homeFolder: folder,
    temporaryFolder: join(folder, 'tmp'),
    environment: {PATH: '/usr/bin:/bin'}
  }
})

afterEach(() => {
  const left = readdirSync(join(folder, 'tmp'))
  rmSync(folder, {recursive: true, force: true})
  expect(left).toEqual([])
})

const nothing = {embedded: () => Promise.resolve(undefined), cached: () => Promise.resolve([])}

function script(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

async function failure(options: LaunchOptions): Promise<{message: string; remedy: string}> {
  const error = await launch({machine, sources: nothing, ...options}).then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof EnvironmentError)) throw new Error(`Expected an EnvironmentError, got ${String(error)}`)
  return {message: error.message, remedy: error.remedy}
}

describe.runIf(process.platform !== 'win32')('launch', () => {
  it('says what helps on a machine without a browser', async () => {
    // Windows without any of its variables has no place for a browser, whatever this machine has.
    const bare = {...machine, platform: 'win32' as const, environment: {}}
    expect(await failure({machine: bare})).toEqual({
      message: 'Unexpected machine without a browser, expected Chromium, Chrome or Edge',
      remedy: 'Run `npx puppeteer browsers install chrome-headless-shell`, or install Chromium, or set PUPPETEER_EXECUTABLE_PATH to a browser.'
    })
  })

  it('takes no other browser than the one that the user names', async () => {
    const other = {embedded: () => expect.unreachable(), cached: () => expect.unreachable()}
    expect(await failure({executable: '/nowhere/browser', sources: other})).toEqual({
      message: 'Unexpected error `ENOENT` from `/nowhere/browser`, expected a browser that starts',
      remedy: 'Name a browser that is there and made for this machine with `--browser PATH`.'
    })
    const broken = script('broken', 'echo first >&2', 'echo "cannot go on" >&2', 'exit 7')
    const environment = {PATH: '/usr/bin:/bin', PUPPETEER_EXECUTABLE_PATH: broken}
    expect((await failure({machine: {...machine, environment}, sources: other})).message)
      .toBe(`Unexpected exit code \`7\` (\`cannot go on\`) from \`${broken}\`, expected a browser that starts`)
  })

  it('goes from one that does not start to the next, and tells of each', async () => {
    writeFileSync(join(folder, 'package', 'bin', 'chromium.br'), brotliCompressSync('#!/bin/sh\nexit 1\n'))
    const cached = script('cached', 'exit 2')
    script('bin/chromium', 'kill -9 $$')
    const sources = {
      embedded: () => Promise.resolve({folder: join(folder, 'package'), version: '1'}),
      cached: () => Promise.resolve([join(folder, 'absent'), cached])
    }
    const environment = {PATH: join(folder, 'bin')}
    const {message} = await failure({sources, machine: {...machine, environment}})
    expect(message.split('; ').slice(0, 3)).toEqual([
      expect.stringMatching(/^Unexpected exit code `1` from .*chromium-1\/chromium`/u),
      `Unexpected exit code \`2\` from \`${cached}\`, expected a browser that starts`,
      `Unexpected signal \`SIGKILL\` from \`${join(folder, 'bin', 'chromium')}\`, expected a browser that starts`
    ])
  })

  it('gives the embedded browser the libraries that the machine lacks, and just then', async () => {
    const log = join(folder, 'log')
    const embedded = ['#!/bin/sh', `echo "libraries=$LD_LIBRARY_PATH" >> ${log}`,
      'echo "chromium: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2', 'exit 127'].join('\n')
    writeFileSync(join(folder, 'package', 'bin', 'chromium.br'), brotliCompressSync(embedded))
    writeFileSync(join(folder, 'package', 'bin', 'al2023.tar.br'), brotliCompressSync(new Uint8Array(1024)))
    const sources = {...nothing, embedded: () => Promise.resolve({folder: join(folder, 'package'), version: '1'})}
    const {message, remedy} = await failure({sources})
    expect(message).toContain('missing library `libnss3.so`')
    expect(remedy).toContain('Install the library')
    const libraries = join(folder, '.cache', 'pamphleteer', 'chromium-1', 'lib')
    expect(readFileSync(log, 'utf8')).toBe(`libraries=\nlibraries=${libraries}\n`)
  })

  it('does not wait for ever for a browser that says nothing', async () => {
    const silent = script('silent', 'sleep 60')
    expect((await failure({executable: silent, startLimitMs: 200})).message).toContain('silence for more than `0.2` seconds')
  })

  it('leaves no process and no folder where it is aborted', async () => {
    const controller = new AbortController()
    const silent = script('silent', `echo $$ > ${join(folder, 'id')}`, 'sleep 60')
    const launching = launch({machine, sources: nothing, executable: silent, signal: controller.signal})
    setTimeout(() => controller.abort(new Error('stopped')), 300)
    await expect(launching).rejects.toThrow('stopped')
    const id = Number(readFileSync(join(folder, 'id'), 'utf8'))
    expect(() => process.kill(id, 0)).toThrow('ESRCH')
  })
})

describe('the reason why a browser did not start', () => {
  const ending = (said: string, how = 'exit code `1`') => ({executable: '/b', ending: {how, said}})

  it('names a library, whatever else was said', () => {
    const lost = ending('/b: error while loading shared libraries: libexpat.so.1: cannot open shared object file: No such file\n')
    expect(missingLibrary(lost.ending)).toBe('libexpat.so.1')
    expect(startReason(lost)).toBe('Unexpected missing library `libexpat.so.1` from `/b`, expected a browser that starts')
  })

  it('names the sandbox and never proposes to do without', () => {
    const refused = ending('[1:1:FATAL:zygote_host_impl_linux.cc(132)] No usable sandbox! If you are running on Ubuntu …', 'signal `SIGTRAP`')
    expect(startReason(refused)).toContain('lack of a usable sandbox')
    expect(startRemedy(refused)).toContain('user namespaces')
    expect(startRemedy(refused)).not.toContain('no-sandbox')
  })

  it('quotes the last line, shortened, without quotes of its own', () => {
    expect(startReason(ending(`a\nb \`c\` ${'d'.repeat(500)}\n\n`))).toMatch(/^Unexpected exit code `1` \(`b 'c' d{194}`\) from/u)
  })
})

describe('messages through a pipe', () => {
  it('come out whole, however they were cut', () => {
    const all = Buffer.from('{"a":"ä"}\0{}\0\0{"b":1}\0')
    for (let size = 1; size <= all.length; size++) {
      const messages: string[] = []
      const read = messageReader(message => messages.push(message))
      for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size))
      expect(messages).toEqual(['{"a":"ä"}', '{}', '', '{"b":1}'])
    }
  })
})

describe('watched work', () => {
  const never = new Promise<never>(() => undefined)
  const watch: Watch = {ended: never, crashed: never, isConnected: () => true, kill: () => expect.unreachable(), limitMs: 5000}

  it('gives its value or its own error', async () => {
    expect(await watched(watch, 'printing', Promise.resolve(1))).toBe(1)
    await expect(watched(watch, 'printing', Promise.reject(new TypeError('mine')))).rejects.toThrow(TypeError)
  })

  it.each([
    ['the browser ends', {ended: Promise.resolve({how: 'signal `SIGKILL`', said: ''})}, 'Unexpected end of the browser while printing (signal `SIGKILL`)'],
    ['the page crashes', {crashed: Promise.resolve()}, 'Unexpected crash of the page while printing']
  ])('ends with an EnvironmentError where %s', async (_, change, message) => {
    const error = await watched({...watch, ...change}, 'printing', never).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(String(error)).toContain(message)
  })

  it('blames the browser for an error of a broken line', async () => {
    const ended = new Promise<{how: string; said: string}>(resolve => setTimeout(() => resolve({how: 'signal `SIGTERM`', said: ''}), 20))
    const work = Promise.reject(new Error('Target closed'))
    await expect(watched({...watch, ended, isConnected: () => false}, 'printing', work)).rejects.toThrow('signal `SIGTERM`')
  })

  it('kills a browser that takes too long', async () => {
    let kills = 0
    const kill = () => {
      kills++
    }
    await expect(watched({...watch, kill, limitMs: 20}, 'printing', never)).rejects.toThrow('printing for more than')
    expect(kills).toBe(1)
  })

  it('keeps nothing of what came of it, however long the browser lives', async () => {
    const outcomes: WeakRef<object>[] = []
    for (let wait = 0; wait < 50; wait++) outcomes.push(new WeakRef(await watched(watch, 'printing', Promise.resolve({pdf: 'large'}))))
    setFlagsFromString('--expose-gc')
    await new Promise(resolve => setTimeout(resolve, 10))
    runInNewContext('gc()')
    // The engine itself may hold the last one a little longer.
    expect(outcomes.filter(outcome => outcome.deref() !== undefined).length).toBeLessThan(5)
  })

  it('tells whether a promise settles in time', async () => {
    expect(await settlesWithin(Promise.reject(new Error('x')), 1000)).toBe(true)
    expect(await settlesWithin(never, 10)).toBe(false)
  })
})
