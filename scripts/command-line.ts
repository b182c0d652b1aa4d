/** The command line: arguments in, a value out. Nothing is read, printed or ended here. */
import {Command, CommanderError} from 'commander'
import {closest, distance} from 'fastest-levenshtein'
import {UsageError} from './types.ts'

/** What is to be built. Paths and the date stand as they were typed; `editions` in the program's own order. */
export type BuildOptions<Name extends string = string> = {
  readonly path: string
  readonly out: string
  readonly editions: readonly Name[]
  readonly theme?: string
  readonly style?: string
  readonly date?: string
  readonly strict: boolean
  readonly json: boolean
  readonly browser?: string
}

/** What is asked for: a build, or a text to print on standard output. */
export type Request<Name extends string = string> =
  | {readonly action: 'build'; readonly options: BuildOptions<Name>}
  | {readonly action: 'print'; readonly text: string}

export type Program<Name extends string = string> = {readonly version: string; readonly editions: readonly Name[]}

type Flags = {
  readonly out: string
  readonly edition?: readonly string[]
  readonly theme?: string
  readonly style?: string
  readonly date?: string
  readonly strict?: true
  readonly json?: true
  readonly browser?: string
}

const help = 'Run with `--help` to see all options.'
const example = `
Exit code: 0 built, 1 errors in the manuscript, 2 wrong usage, 3 the environment.

Example:
  pamphleteer build article.md --out dist --edition read,epub --date 2024-01-21`

/** Read the arguments (without the program's own name). Throws UsageError, which names the nearest right word. */
export function parseCommandLine<Name extends string>(argumentList: readonly string[], program: Program<Name>): Request<Name> {
  const printed: string[] = []
  const command = commandFor(program, text => printed.push(text))
  try {
    command.parse(argumentList, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return {action: 'print', text: printed.join('')}
    throw usageError(error, command)
  }
  return {action: 'build', options: optionsFrom(command.opts<Flags>(), command.args, program.editions)}
}

/** Describe the command to Commander, which prints through `print` and throws in place of ending the process. */
function commandFor({version, editions}: Program, print: (text: string) => void): Command {
  return new Command('pamphleteer')
    .usage('[build] [PATH] [options]')
    .description('Make a web page, a PDF and an EPUB from a Markdown manuscript.')
    .argument('[PATH...]', 'a Markdown file, or a folder with pamphlet.yaml and chapters (default: manuscript)')
    .option('--out <DIR>', 'the folder for the artifacts', 'dist')
    .option('--edition <NAMES>', `of ${editions.join(', ')}, with commas between (default: all)`, collect)
    .option('--theme <NAME>', "the theme, in place of the metadata's")
    .option('--style <FILE>', "your own CSS, which wins over the theme's")
    .option('--date <ISO>', 'the date of the build, as YYYY-MM-DD')
    .option('--strict', 'let warnings fail the build')
    .option('--json', 'print the build record on standard output, and nothing else there')
    .option('--browser <PATH>', 'the browser that prints')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', example)
    .configureOutput({writeOut: print, writeErr: () => undefined, getOutHelpWidth: () => 100, getOutHasColors: () => false})
    .showSuggestionAfterError(false)
    .exitOverride()
}

/** Gather an option that may stand more than once. */
function collect(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value]
}

function optionsFrom<Name extends string>(flags: Flags, operands: readonly string[], known: readonly Name[]): BuildOptions<Name> {
  const {out, theme, style, date, browser} = flags
  for (const [name, value] of Object.entries({out, theme, style, date, browser})) checkValue(name, value)
  return {
    path: pathFrom(operands),
    out,
    editions: flags.edition === undefined ? known : editionsFrom(flags.edition.join(','), known),
    ...(theme === undefined ? {} : {theme}),
    ...(style === undefined ? {} : {style}),
    ...(date === undefined ? {} : {date: checkDate(date)}),
    ...(browser === undefined ? {} : {browser}),
    strict: flags.strict === true,
    json: flags.json === true
  }
}

/** Find the manuscript's path; the word `build` may stand in front. */
function pathFrom(operands: readonly string[]): string {
  const [path = 'manuscript', second] = operands[0] === 'build' ? operands.slice(1) : operands
  if (path === '') throw new UsageError('Unexpected empty path, expected a manuscript', 'Name a Markdown file or a folder.')
  if (second === undefined) return path
  throw new UsageError(
    `Unexpected second path ${quote(second)}, expected one manuscript`,
    `Build ${quote(path)} and ${quote(second)} one after the other.`
  )
}

/** Refuse an empty value, and one that is an option itself: then the value was forgotten. */
function checkValue(name: string, value: string | undefined): void {
  if (value === undefined || (value !== '' && !value.startsWith('--'))) return
  const actual = value === '' ? 'empty value' : quote(value)
  throw new UsageError(
    `Unexpected ${actual}, expected a value for \`--${name}\``,
    `Write a value after \`--${name}\`; in front of a name with dashes put \`./\`.`
  )
}

/** Pick editions from a list of names, each once. */
function editionsFrom<Name extends string>(text: string, known: readonly Name[]): readonly Name[] {
  const names = text.split(',').map(name => name.trim()).filter(name => name !== '')
  const all = known.map(name => `\`${name}\``).join(', ')
  if (names.length === 0) {
    throw new UsageError('Unexpected empty list, expected the names of editions', `Name some of ${all} after \`--edition\`.`)
  }
  const unknown = names.find(name => !known.some(edition => edition === name))
  if (unknown === undefined) return known.filter(edition => names.includes(edition))
  throw new UsageError(
    `Unexpected edition ${quote(unknown)}, expected some of ${all}`,
    suggestion(unknown, known) ?? `Choose from ${all}.`
  )
}

/** Check an ISO date, to the day or to the second with its time zone: without one it would differ by machine. */
function checkDate(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(text)
  // JavaScript takes February 30th for March 1st; so a day must come back as it went in.
  const day = new Date(match?.[1] ?? '')
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(match?.[1] ?? text)
  if (isDay && !Number.isNaN(Date.parse(text))) return text
  throw new UsageError(
    `Unexpected date ${quote(text)}, expected one such as \`2024-01-21\``,
    'Write year, month and day with hyphens between.'
  )
}

/** Say in our words what Commander found. */
function usageError({code, message}: CommanderError, command: Command): UsageError {
  const option = /'([^]*)'/.exec(message)?.[1] ?? ''
  const flags = command.options.map(known => known.long ?? '').concat('--help')
  if (code === 'commander.optionMissingArgument') {
    const [name = option, value = 'value'] = option.split(' ')
    return new UsageError(
      `Unexpected end, expected ${value.replace(/[<>]/g, '')} after \`${name}\``,
      `Write a value after \`${name}\`.`
    )
  }
  if (code !== 'commander.unknownOption') return new UsageError(`Unexpected arguments (${message})`, help)
  const name = option.replace(/=[^]*/, '')
  const known = flags.includes(name)
  return new UsageError(
    known ? `Unexpected value in ${quote(option)}, expected \`${name}\` alone` : `Unexpected option ${quote(option)}, expected a known one`,
    known ? `Write \`${name}\`.` : suggestion(name, flags) ?? help
  )
}

/** Name the known word that is nearest to a given one, where it is near enough to have been meant. */
function suggestion(word: string, known: readonly string[]): string | undefined {
  const given = word.slice(0, 40).toLowerCase()
  const nearest = closest(given, known)
  return distance(given, nearest) <= Math.max(2, nearest.length / 3) ? `Write \`${nearest}\`.` : undefined
}

/** Show what was typed, not too much of it. */
function quote(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
