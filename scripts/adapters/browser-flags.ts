/** How a browser is started: its flags and its environment, the same on every machine as far as can be. */
import {join} from 'node:path'
import type {Machine} from './machine.ts'

/** The page has no network: no name and no address resolves, and no proxy would do it in the browser's place. */
const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-quic',
  '--disable-sync',
  '--no-pings',
  '--metrics-recording-only'
]

/** Layout and colour do not depend on the screen, and the language not on the user. */
const sameEverywhere = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
  // Without it a C locale makes the language `en-US@posix`.
  '--accept-lang=en-US'
]

/** Nothing that a user of a window would need. */
const nothingElse = [
  // A profile on the disk is some seventy files, to be written and removed: as much time as a short print.
  '--incognito',
  '--disable-gpu-shader-disk-cache',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-gpu',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame'
]

/** A long layout is no hang, and a page in the background is as urgent as any. */
const fullSpeed = [
  '--disable-hang-monitor',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // A container's shared memory is often too small; a file in the private folder does as well.
  '--disable-dev-shm-usage'
]

/** Write the flags for a browser whose profile lies in a private folder; it is spoken to through a pipe, not a port. */
export function flags(machine: Machine, privateFolder: string): readonly string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${join(privateFolder, 'profile')}`,
    ...noNetwork,
    ...sameEverywhere,
    ...nothingElse,
    ...fullSpeed,
    ...(isRoot(machine) ? ['--no-sandbox'] : []),
    'about:blank'
  ]
}

/** Tell whether the process belongs to root, for whom Chromium's sandbox does not start. */
export function isRoot({userId}: Machine): boolean {
  return userId === 0
}

/**
 * Write the browser's environment: the machine's, less what would change language or reach a network; time zone UTC.
 * `libraryFolder` holds libraries for a machine that lacks them.
 */
export function childEnvironment(machine: Machine, privateFolder: string, libraryFolder?: string): Record<string, string> {
  const kept = Object.entries(machine.environment).flatMap(([name, value]) => {
    return value === undefined || isLocaleOrProxy(name) ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(kept),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    // A full browser would leave crash reports and settings in the user's home.
    BREAKPAD_DUMP_LOCATION: privateFolder,
    GSETTINGS_BACKEND: 'memory',
    ...temporaryFolder(machine, privateFolder),
    ...(libraryFolder !== undefined && libraries(machine, libraryFolder))
  }
}

function isLocaleOrProxy(name: string): boolean {
  return /^(LC_.*|LANG|LANGUAGE|.*_proxy)$/iu.test(name)
}

/** Chromium leaves files in the temporary folder now and then; in a private one they go when it goes. */
function temporaryFolder({platform}: Machine, folder: string): Record<string, string> {
  if (platform === 'win32') return {TEMP: folder, TMP: folder}
  // It makes a socket below, whose path may have about 100 characters: too few in a Mac's long folders.
  return folder.length <= 60 ? {TMPDIR: folder} : {}
}

/** An empty entry would mean the working folder. */
function libraries({environment}: Machine, folder: string): Record<string, string> {
  const others = (environment['LD_LIBRARY_PATH'] ?? '').split(':').filter(other => other !== '')
  return {LD_LIBRARY_PATH: [folder, ...others].join(':')}
}
