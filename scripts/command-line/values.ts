/** What the values on a command line have in common: how they are described, checked and quoted. */
import {closest, distance} from 'fastest-levenshtein'
import {UsageError} from '../types.ts'

/** An option as a command declares it; `flags` in Commander's notation: `--out <DIR>`. */
export type OptionLine = {
  readonly flags: string
  readonly summary: string
  readonly standard?: string
  /** It may stand more than once, each time with one more value. */
  readonly isList?: true
}

/** What a command is called with; nothing of it is judged yet beyond its form. */
export type Given = {
  readonly operands: readonly string[]
  /** The values of each option that stands there, by its long name without dashes; for one without a value, none. */
  readonly options: ReadonlyMap<string, readonly string[]>
}

/** A command as the help shows it. `operands` in Commander's notation: `[PATH]`. */
export type CommandLine = {
  readonly name: string
  readonly summary: string
  readonly operands?: {readonly form: string; readonly summary: string}
  readonly options: readonly OptionLine[]
  readonly example: string
}

/** The last value of an option; undefined where it does not stand there. */
export function valueOf({options}: Given, name: string): string | undefined {
  return options.get(name)?.at(-1)
}

/** A value as a part of an object in which an absent key stays absent. */
export function optional<Name extends string>(name: Name, given: Given): Readonly<Partial<Record<Name, string>>> {
  const value = valueOf(given, name)
  const part: Partial<Record<Name, string>> = {}
  if (value !== undefined) part[name] = value
  return part
}

/** The one operand of a command; undefined where there is none. Throws UsageError for a second. */
export function onlyOperand({operands}: Given, expected: string): string | undefined {
  const [first, second] = operands
  if (second !== undefined) throw new UsageError(`Unexpected second operand ${quote(second)}, expected ${expected}`, `Call the command for ${quote(first ?? '')} and for ${quote(second)}.`)
  if (first === '') throw new UsageError(`Unexpected empty operand, expected ${expected}`, 'Write a path.')
  return first
}

/** Name the known word that is nearest to a given one, where it is near enough to have been meant. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const given = word.slice(0, 40).toLowerCase()
  const nearest = closest(given, known)
  return distance(given, nearest) <= Math.max(2, nearest.length / 3) ? `Write \`${nearest}\`.` : undefined
}

/** Show what was typed, not too much of it. */
export function quote(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
