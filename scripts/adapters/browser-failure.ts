/** Says why a browser did not start or did not go on, in the words of a message. */
import type {Ending} from './browser-process.ts'

/** A browser that did not start. */
export type StartFailure = {readonly executable: string; readonly ending: Ending}

const remedies = {
  library: 'Install the library with the system\'s package manager, or install Chromium.',
  sandbox: 'Allow unprivileged user namespaces (on Ubuntu: `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`), '
    + 'or install Google Chrome, whose package brings what its sandbox needs.',
  missing: 'Name a browser that is there and made for this machine with `--browser PATH`.',
  other: 'Run it by hand with `--version` to see what is wrong with it.'
}

/**
 * What helps on a machine without any browser. For Linux on ARM nobody but the system's packages has one; for Linux on
 * x64 one comes along, so that where none is there the install has left it out.
 */
export function noBrowserRemedy(platform: NodeJS.Platform, architecture: string): string {
  if (platform !== 'linux') return `Run ${otherBrowsers}`
  if (architecture !== 'x64') return 'Install Chromium with the system\'s package manager (Debian: `sudo apt install chromium`), or set PUPPETEER_EXECUTABLE_PATH to a browser.'
  return `Install the program again with this Node, as you did before: under an older one npm leaves out the browser that comes along (\`@sparticuz/chromium\`). Or run ${otherBrowsers}`
}

const otherBrowsers = '`npx puppeteer browsers install chrome-headless-shell`, or install Chromium, or set PUPPETEER_EXECUTABLE_PATH to a browser.'

/** What helps where a browser stopped half way. */
export const endedRemedy = 'Build again; if it happens again, free some memory, or name another browser with `--browser PATH`.'

/** Find the name of the library that the loader did not find; undefined where that was not the reason. */
export function missingLibrary({said}: Ending): string | undefined {
  return /error while loading shared libraries: ([^:\s]+)/u.exec(said)?.[1]
}

/** Say in one line why a browser did not start, without a full stop. */
export function startReason({executable, ending}: StartFailure): string {
  return `Unexpected ${startCause(ending)} from \`${executable}\`, expected a browser that starts`
}

/** Say what helps a browser to start. */
export function startRemedy({ending}: StartFailure): string {
  if (missingLibrary(ending) !== undefined) return remedies.library
  if (hasNoSandbox(ending)) return remedies.sandbox
  return /`(ENOENT|EACCES|ENOTDIR|ENOEXEC)`/u.test(ending.how) ? remedies.missing : remedies.other
}

function startCause(ending: Ending): string {
  const library = missingLibrary(ending)
  if (library !== undefined) return `missing library \`${library}\``
  if (hasNoSandbox(ending)) return 'lack of a usable sandbox'
  const lastLine = ending.said.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
  return lastLine === '' ? ending.how : `${ending.how} (\`${lastLine.replaceAll('`', '\'')}\`)`
}

function hasNoSandbox({said}: Ending): boolean {
  return /No usable sandbox|Failed to move to new namespace|setuid sandbox/iu.test(said)
}
