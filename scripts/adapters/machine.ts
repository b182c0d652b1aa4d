/** The machine that the program runs on, handed in so that any can be thought of. */
import {homedir, tmpdir} from 'node:os'
import {posix, win32} from 'node:path'

/** What the choice of a browser depends on, and where the user keeps things. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly architecture: string
  /** Absent where the platform has no user ids (Windows). */
  readonly userId: number | undefined
  readonly homeFolder: string
  readonly temporaryFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Describe the machine that this runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    userId: process.getuid?.(),
    homeFolder: homedir(),
    temporaryFolder: tmpdir(),
    environment: process.env
  }
}

/** Give the folder for files that can be made again, one a user, as the platform wants it. */
export function cacheFolder({platform, homeFolder, environment}: Machine): string {
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] ?? win32.join(homeFolder, 'AppData', 'Local'), 'pamphleteer')
  }
  if (platform === 'darwin') return posix.join(homeFolder, 'Library', 'Caches', 'pamphleteer')
  const named = environment['XDG_CACHE_HOME'] ?? ''
  // The XDG rules: a path that is not absolute is to be ignored.
  return posix.join(posix.isAbsolute(named) ? named : posix.join(homeFolder, '.cache'), 'pamphleteer')
}
