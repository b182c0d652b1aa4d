/** Which browsers there may be on a machine, in the order in which they are tried. Nothing here looks at the disk. */
import {posix, win32} from 'node:path'
import type {Machine} from './machine.ts'

export type Origin = 'option' | 'embedded' | 'puppeteer-cache' | 'installed'

/** A browser that may be there. Where an embedded or a cached one lies is known only when it is its turn. */
export type Candidate =
  | {readonly origin: 'option' | 'installed'; readonly executable: string}
  | {readonly origin: 'embedded' | 'puppeteer-cache'}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const linuxPaths = [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap(folder => commands.map(command => `${folder}/${command}`)),
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge'
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe']
]

/**
 * List the candidates for a machine, best first. `option` is the path that the user gave with `--browser`; it, or
 * PUPPETEER_EXECUTABLE_PATH, is the only candidate, because a user who names a browser wants no other.
 */
export function candidates(machine: Machine, option?: string): readonly Candidate[] {
  const named = namedExecutable(machine, option)
  if (named !== undefined) return [{origin: 'option', executable: named}]
  const embedded: readonly Candidate[] = hasEmbedded(machine) ? [{origin: 'embedded'}] : []
  const installed = installedPaths(machine).map(executable => ({origin: 'installed' as const, executable}))
  return [...embedded, {origin: 'puppeteer-cache'}, ...installed]
}

function namedExecutable({environment}: Machine, option?: string): string | undefined {
  return [option, environment['PUPPETEER_EXECUTABLE_PATH']].find(path => path !== undefined && path !== '')
}

/** The embedded browser is one binary, for one kind of machine. */
function hasEmbedded({platform, architecture}: Machine): boolean {
  return platform === 'linux' && architecture === 'x64'
}

function installedPaths(machine: Machine): readonly string[] {
  if (machine.platform === 'win32') return windowsInstallations(machine)
  const known = machine.platform === 'darwin' ? macInstallations(machine) : linuxPaths
  return [...new Set([...onPath(machine), ...known])]
}

/** Relative entries of PATH are left out: they would take whatever lies in the folder of the manuscript. */
function onPath({environment}: Machine): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(':').filter(folder => posix.isAbsolute(folder))
  return commands.flatMap(command => folders.map(folder => posix.join(folder, command)))
}

function macInstallations({homeFolder}: Machine): readonly string[] {
  const folders = ['/Applications', posix.join(homeFolder, 'Applications')]
  return macApplications.flatMap(name => folders.map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`))
}

function windowsInstallations({environment}: Machine): readonly string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => environment[name] ?? [])
  return windowsPaths.flatMap(parts => folders.map(folder => win32.join(folder, ...parts)))
}
