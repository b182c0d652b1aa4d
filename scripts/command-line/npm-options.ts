/** Options that npm keeps for itself where the `--` in front of them was forgotten: `npm run build a.md --theme plain`. */
import {UsageError} from '../types.ts'
import type {CommandLine, Given} from './values.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Options that npm has too: they may be its user's settings. */
const alsoOfNpm: ReadonlySet<string> = new Set(['browser', 'editor', 'json', 'yes'])

/** Throw UsageError where npm has taken options of the command, with the line that was meant. */
export function refuseSwallowed({options}: CommandLine, {operands}: Given, environment: Environment, isThere: (path: string) => boolean): void {
  const script = environment['npm_lifecycle_event']
  if (script === undefined || script === '') return
  const swallowed = options.flatMap(({flags}) => {
    const name = /--([a-z-]+)/.exec(flags)?.[1] ?? ''
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`]
    return value === undefined || value === '' || alsoOfNpm.has(name) ? [] : [{name, takesValue: flags.includes('<'), value}]
  })
  if (swallowed.length === 0) return
  const names = swallowed.map(({name}) => `\`--${name}\``).join(', ')
  throw new UsageError(`Unexpected ${swallowed.length > 1 ? 'options' : 'option'} ${names} kept by npm, expected \`--\` in front`, `Write \`${meant(script, swallowed, operands, isThere)}\`.`)
}

type Swallowed = {readonly name: string; readonly takesValue: boolean; readonly value: string}

/** npm leaves the value of an option that it does not know among the operands, and keeps `true`. */
function meant(script: string, swallowed: readonly Swallowed[], operands: readonly string[], isThere: (path: string) => boolean): string {
  const lacking = swallowed.filter(({takesValue, value}) => takesValue && value === 'true').length
  const isPath = (operand: string) => isThere(operand) || /[/\\]|\.(?:md|markdown)$/.test(operand)
  const paths = operands.length > lacking ? operands.filter(isPath) : []
  const values = operands.filter(operand => !paths.includes(operand))
  const options = swallowed.map(({name, takesValue, value}) => !takesValue ? `--${name}` : `--${name} ${value === 'true' ? values.shift() ?? 'VALUE' : value}`)
  return ['npm run', script, '--', ...paths, ...options, ...values].join(' ')
}
