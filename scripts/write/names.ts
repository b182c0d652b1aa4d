/** Which names an artifact may have: plain ones, that every file system takes and no path hides in. */
import {EnvironmentError} from '../types.ts'

const longest = 200

/** Refuse names that are not plain, and two names that a file system may take for one. Throws EnvironmentError. */
export function checkNames(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    const key = name.normalize('NFC').toLowerCase()
    const fault = faultOf(name) ?? (seen.has(key) ? 'second artifact of one name' : undefined)
    if (fault !== undefined) throw refusal(fault, name)
    seen.add(key)
  }
}

/** Say what is wrong with a name, or nothing. */
function faultOf(name: string): string | undefined {
  if (name === '') return 'empty name'
  if (Buffer.byteLength(name) > longest) return `name of more than ${longest} bytes`
  if (name.startsWith('.')) return 'dot in front of a name'
  if (/[. ]$/.test(name)) return 'dot or space at the end of a name'
  if (/[/\\:*?"<>|\p{Cc}]/u.test(name) || !name.isWellFormed()) return 'character in a name'
  return undefined
}

function refusal(fault: string, name: string): EnvironmentError {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return new EnvironmentError(
    `Unexpected ${fault}: \`${shown}\`, expected a plain file name for the artifact`,
    'Give the pamphlet a `slug` of letters, figures and hyphens.'
  )
}
