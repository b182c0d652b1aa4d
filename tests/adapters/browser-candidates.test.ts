import {describe, expect, it} from 'vitest'
import {candidates} from '../../scripts/adapters/browser-candidates.ts'
import {childEnvironment, flags, isRoot} from '../../scripts/adapters/browser-flags.ts'
import {cacheFolder, type Machine} from '../../scripts/adapters/machine.ts'

const linux: Machine = {
  platform: 'linux',
  architecture: 'x64',
  userId: 1000,
  homeFolder: '/home/ada',
  temporaryFolder: '/tmp',
  environment: {PATH: '/home/ada/bin:bin::/usr/bin'}
}
const mac: Machine = {...linux, platform: 'darwin', architecture: 'arm64', homeFolder: '/Users/ada', environment: {}}
const windows: Machine = {
  ...linux,
  platform: 'win32',
  userId: undefined,
  homeFolder: 'C:\\Users\\Ada',
  environment: {PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\Ada\\AppData\\Local'}
}

const origins = (machine: Machine, option?: string) => [...new Set(candidates(machine, option).map(({origin}) => origin))]
const paths = (machine: Machine) => candidates(machine).flatMap(candidate => 'executable' in candidate ? [candidate.executable] : [])

describe('candidates', () => {
  it('come in order: embedded, Puppeteer\'s cache, installed', () => {
    expect(origins(linux)).toEqual(['embedded', 'puppeteer-cache', 'installed'])
  })

  it.each([
    ['Linux on ARM', {...linux, architecture: 'arm64'}],
    ['macOS', mac],
    ['Windows', windows]
  ])('leave out the embedded one on %s', (_, machine) => {
    expect(origins(machine)).toEqual(['puppeteer-cache', 'installed'])
  })

  it('are just the one that the user names', () => {
    const named = {...linux, environment: {PUPPETEER_EXECUTABLE_PATH: '/opt/env'}}
    expect(candidates(linux, '/opt/mine')).toEqual([{origin: 'option', executable: '/opt/mine'}])
    expect(candidates(named)).toEqual([{origin: 'option', executable: '/opt/env'}])
    expect(candidates(named, '/opt/mine')).toEqual([{origin: 'option', executable: '/opt/mine'}])
    expect(origins({...linux, environment: {PUPPETEER_EXECUTABLE_PATH: ''}})).not.toContain('option')
  })

  it('look along PATH by name first, never in a relative folder', () => {
    expect(paths(linux).slice(0, 4)).toEqual([
      '/home/ada/bin/chromium', '/usr/bin/chromium', '/home/ada/bin/chromium-browser', '/usr/bin/chromium-browser'
    ])
    expect(paths(linux).every(path => path.startsWith('/'))).toBe(true)
    expect(new Set(paths(linux)).size).toBe(paths(linux).length)
  })

  it('know where macOS and Windows keep browsers', () => {
    expect(paths(mac)).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(paths(mac)).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium')
    expect(paths(windows)).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\Ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\Ada\\AppData\\Local\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\Ada\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe'
    ])
  })
})

describe('the cache folder', () => {
  it.each([
    [linux, '/home/ada/.cache/pamphleteer'],
    [{...linux, environment: {XDG_CACHE_HOME: '/var/ada'}}, '/var/ada/pamphleteer'],
    [{...linux, environment: {XDG_CACHE_HOME: 'here'}}, '/home/ada/.cache/pamphleteer'],
    [mac, '/Users/ada/Library/Caches/pamphleteer'],
    [windows, 'C:\\Users\\Ada\\AppData\\Local\\pamphleteer'],
    [{...windows, environment: {}}, 'C:\\Users\\Ada\\AppData\\Local\\pamphleteer']
  ])('is where the platform wants it (%#)', (machine, folder) => {
    expect(cacheFolder(machine)).toBe(folder)
  })
})

describe('flags', () => {
  it('keep the sandbox for everybody but root', () => {
    expect(flags(linux, '/tmp/p')).not.toContain('--no-sandbox')
    expect(flags(windows, 'C:\\p')).not.toContain('--no-sandbox')
    expect(flags({...linux, userId: 0}, '/tmp/p')).toContain('--no-sandbox')
    expect([linux, windows].map(isRoot)).toEqual([false, false])
  })

  it('cut the network off, open no port and use a profile of their own', () => {
    const given = flags(linux, '/tmp/p')
    expect(given).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
    expect(given).toContain('--no-proxy-server')
    expect(given).toContain('--remote-debugging-pipe')
    expect(given).toContain('--user-data-dir=/tmp/p/profile')
    expect(given.filter(flag => /debugging-port|disable-web-security|single-process/u.test(flag))).toEqual([])
  })
})

describe('the browser\'s environment', () => {
  it('has one language and time zone, no proxy, and what else there was', () => {
    const machine = {...linux, environment: {
      PATH: '/usr/bin', LC_ALL: 'de_DE.UTF-8', LANG: 'fr', LANGUAGE: 'fr', TZ: 'Asia/Tokyo', https_proxy: 'http://p', ALL_PROXY: 'x', GONE: undefined
    }}
    expect(childEnvironment(machine, '/tmp/p')).toEqual({
      PATH: '/usr/bin', LANG: 'C.UTF-8', TZ: 'UTC', TMPDIR: '/tmp/p', BREAKPAD_DUMP_LOCATION: '/tmp/p', GSETTINGS_BACKEND: 'memory'
    })
  })

  it('puts temporary files into the private folder, where its path is short enough for a socket', () => {
    expect(childEnvironment({...windows, environment: {}}, 'C:\\p')).toMatchObject({TEMP: 'C:\\p', TMP: 'C:\\p'})
    expect(childEnvironment({...linux, environment: {TMPDIR: '/tmp'}}, `/tmp/${'p'.repeat(80)}`)).toMatchObject({TMPDIR: '/tmp'})
  })

  it('finds libraries in our folder first, never in the working folder', () => {
    const machine = {...linux, environment: {LD_LIBRARY_PATH: '/opt/lib:'}}
    expect(childEnvironment(machine, '/tmp/p', '/lib/ours')).toMatchObject({LD_LIBRARY_PATH: '/lib/ours:/opt/lib'})
    expect(childEnvironment({...linux, environment: {}}, '/tmp/p')).not.toHaveProperty('LD_LIBRARY_PATH')
  })
})
