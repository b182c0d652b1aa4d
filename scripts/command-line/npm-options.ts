/** Options that npm keeps for itself where the `--` in front of them was forgotten: `npm run build a.md --theme plain`. */
import {UsageError} from '../types.ts'
import type {CommandLine, Given} from './values.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Options that npm has too: they may be its user's settings. */
const alsoOfNpm: ReadonlySet<string> = new Set(['browser', 'editor', 'json', 'yes'])

/** Throw UsageError where npm has taken options of the command, with the line that was meant. */
export function refuseSwallowed({options, operands: described}: CommandLine, {operands}: Given, environment: Environment, isThere: (path: string) => boolean): void {
  const script = environment['npm_lifecycle_event']
  if (script === undefined || script === '') return
  const swallowed = options.flatMap(({flags}) => {
    const name = /--([a-z-]+)/.exec(flags)?.[1] ?? ''
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`]
    return value === undefined || value === '' || alsoOfNpm.has(name) ? [] : [{name, placeholder: /<(.+)>/.exec(flags)?.[1], value}]
  })
  if (swallowed.length === 0) return
  const names = swallowed.map(({name}) => `\`--${name}\``).join(', ')
  const line = ['npm run', script, '--', ...meant(swallowed, {operands, form: described?.form ?? ''}, isThere)].join(' ')
  throw new UsageError(`Unexpected ${swallowed.length > 1 ? 'options' : 'option'} ${names} kept by npm, expected \`--\` in front`, `Write \`${line}\`.`)
}

/** `placeholder` stands in the help for the value; an option without one takes none. */
type Swallowed = {readonly name: string; readonly placeholder: string | undefined; readonly value: string}

/** What npm handed on, and what it is by the help: `[PATH]`. */
type HandedOn = {readonly operands: readonly string[]; readonly form: string}

/**
 * npm leaves the value of an option that it does not know among the operands, keeps `true`, and does not tell the order of
 * the options: with more than one value nobody knows whose each is, and the placeholders of the help stand for them.
 */
function meant(swallowed: readonly Swallowed[], {operands, form}: HandedOn, isThere: (path: string) => boolean): readonly string[] {
  const lacking = swallowed.filter(({placeholder, value}) => placeholder !== undefined && value === 'true').length
  const paths = pathsAmong(operands, Math.max(0, operands.length - lacking), isThere)
  const values = operands.filter(operand => paths?.includes(operand) !== true)
  const known = paths && lacking === 1 ? values[0] : undefined
  const options = swallowed.map(({name, placeholder, value}) => placeholder === undefined ? `--${name}` : `--${name} ${value === 'true' ? known ?? placeholder : value}`)
  return [...(paths ?? [form.replaceAll(/[[\]<>]/g, '')]), ...options]
}

/** As many operands as are no values: all that are Markdown by name, or the first ones where they are there; else undefined. */
function pathsAmong(operands: readonly string[], count: number, isThere: (path: string) => boolean): readonly string[] | undefined {
  if (count === operands.length) return operands
  const texts = operands.filter(operand => /\.(?:md|markdown)$/.test(operand))
  if (count > 0 && texts.length === count) return texts
  const first = operands.slice(0, count)
  return first.every(isThere) ? first : undefined
}
