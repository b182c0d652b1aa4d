/** The command line: arguments in, a value out. Nothing is read, printed or ended here. */
import {Command, CommanderError, Option} from 'commander'
import {metadataRemedy} from './command-line/metadata-options.ts'
import {standard as standardOptions} from './command-line/build-options.ts'
import type {CommandLine, Given} from './command-line/values.ts'
import {quote, suggestion} from './command-line/values.ts'
import type {Environment} from './command-line/npm-options.ts'
import {refuseSwallowed} from './command-line/npm-options.ts'
import {UsageError} from './types.ts'

export type {BuildOptions} from './command-line/build-options.ts'
export type {CommandLine, Given} from './command-line/values.ts'

/** What is asked for: a command with what it was given, or a text to print on standard output. */
export type Request<Known extends CommandLine> =
  | {readonly action: 'run'; readonly command: Known; readonly given: Given}
  | {readonly action: 'print'; readonly text: string}

/** The first of the commands is the one that a call without a command means. */
export type Program<Known extends CommandLine> = {
  readonly version: string
  readonly commands: readonly [Known, ...Known[]]
  /** Tells whether a path is there: a word that is none may be a misspelt command. */
  readonly isThere: (path: string) => boolean
  /** What npm says of the script that it runs. */
  readonly environment: Environment
}

const help = 'Run with `--help` to see all options.'
const exitCodes = 'Exit code: 0 done, 1 errors in the manuscript, 2 wrong usage, 3 the environment.'

/** Read the arguments (without the program's own name). Throws UsageError, which names the nearest right word. */
export function parseCommandLine<Known extends CommandLine>(argumentList: readonly string[], program: Program<Known>): Request<Known> {
  const {commands: [standard]} = program
  const [first, ...rest] = argumentList[0] === 'help' && !program.isThere('help') ? [...argumentList.slice(1, 2), '--help'] : argumentList
  const named = program.commands.find(({name}) => name === first)
  const isOverview = named === undefined
  const known = named ?? standard
  const request = parse(isOverview ? [first ?? [], rest].flat() : rest, known, helpOf(known, isOverview, program))
  if (request.action === 'run') refuseSwallowed(known, request.given, program.environment, program.isThere)
  if (!isOverview) return request
  if (request.action === 'print') {
    if (first !== undefined && isUnknown(first, program)) throw unknownCommand(first, program)
    return request
  }
  const {operands, options} = request.given
  checkFirstWord(operands[0], program)
  // The word that is meant anyway may stand behind options.
  return {...request, given: {operands: operands[0] === standard.name ? operands.slice(1) : operands, options}}
}

/** Without a command in front the first operand is a manuscript, or a command that is misspelt or stands too late. */
function checkFirstWord<Known extends CommandLine>(word: string | undefined, {commands, isThere}: Program<Known>): void {
  if (word === undefined || word === commands[0].name || !isBareWord(word) || isThere(word)) return
  if (commands.some(({name}) => name === word)) throw new UsageError(`Unexpected options in front of \`${word}\`, expected the command first`, `Write \`pamphleteer ${word}\`, and the options behind it.`)
  if (meantCommand(word, commands) !== undefined) throw unknownCommand(word, {commands})
}

/** A word in front of `--help` that is neither a command nor a manuscript: help on the rest would be no answer. */
function isUnknown<Known extends CommandLine>(word: string, {isThere, commands}: Program<Known>): boolean {
  return isBareWord(word) && word !== standardOptions.path && !isThere(word) && !commands.some(({name}) => name === word)
}

function isBareWord(word: string): boolean {
  return /^[a-z]+$/i.test(word)
}

/** What other programs call it. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['preview', 'dev'], ['watch', 'dev'], ['serve', 'dev'], ['init', 'new'], ['create', 'new'], ['convert', 'import'],
  ['lint', 'check'], ['preflight', 'check'], ['validate', 'check'], ['compare', 'diff'], ['make', 'build'], ['render', 'build']
])

function meantCommand(word: string, commands: readonly CommandLine[]): string | undefined {
  const other = otherNames.get(word.toLowerCase())
  return other === undefined || !commands.some(({name}) => name === other) ? suggestion(word, commands.map(({name}) => name)) : `Write \`${other}\`.`
}

function unknownCommand(word: string, {commands}: {readonly commands: readonly CommandLine[]}): UsageError {
  return new UsageError(`Unexpected command ${quote(word)}, expected one of ${commands.map(({name}) => `\`${name}\``).join(', ')}, or a manuscript that is there`, meantCommand(word, commands) ?? help)
}

function parse<Known extends CommandLine>(argumentList: readonly string[], known: Known, texts: HelpTexts): Request<Known> {
  const printed: string[] = []
  const command = commanderFor(known, texts, text => printed.push(text))
  try {
    command.parse(argumentList, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return {action: 'print', text: printed.join('')}
    throw usageError(error, command, argumentList)
  }
  const options = new Map(Object.entries(command.opts<Readonly<Record<string, readonly string[] | true>>>()).map(([name, values]) => [name, values === true ? [] : values]))
  for (const {flags, isList} of known.options) if (isList !== true) checkValues(longName(flags), options)
  return {action: 'run', command: known, given: {operands: command.args, options}}
}

type HelpTexts = {readonly usage: string; readonly version: string; readonly after: string}

/** The help of the standard command is the program's: it names the other commands too. */
function helpOf(known: CommandLine, isOverview: boolean, {commands, version}: Program<CommandLine>): HelpTexts {
  const form = known.operands ? `${known.operands.form} [options]` : '[options]'
  const width = Math.max(...commands.map(({name}) => name.length))
  const list = commands.map(({name, summary}) => `  ${name.padEnd(width)}  ${summary}`).join('\n')
  const overview = isOverview ? `\nCommands (each has its own \`--help\`):\n${list}\n` : ''
  return {usage: `${isOverview ? `[${known.name}]` : known.name} ${form}`, version, after: `${overview}\n${exitCodes}\n\nExample:\n  pamphleteer ${known.example}`}
}

/** Describe a command to Commander, which prints through `print` and throws in place of ending the process. */
function commanderFor({summary, operands, options}: CommandLine, {usage, version, after}: HelpTexts, print: (text: string) => void): Command {
  const command = new Command('pamphleteer').usage(usage).description(summary)
  // Commander takes any number of operands: to judge them is the command's own affair, in our words.
  if (operands) command.argument(`[${operands.form.replace(/[^\w ]/g, '')}...]`, operands.summary)
  else command.allowExcessArguments(false)
  for (const {flags, summary: text, standard} of options) {
    const shown = standard === undefined ? text : `${text} (default: "${standard}")`
    const option = new Option(flags, shown)
    command.addOption(flags.includes('<') ? option.argParser<readonly string[]>(collect) : option)
  }
  return command
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', after)
    .configureOutput({writeOut: print, writeErr: () => undefined, getOutHelpWidth: () => 100, getOutHasColors: () => false})
    .showSuggestionAfterError(false)
    .exitOverride()
}

/** Gather the values of an option: the last counts, or all of a list. */
function collect(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value]
}

/** Refuse an empty value, and one that is an option itself: then the value was forgotten. */
function checkValues(name: string, options: Given['options']): void {
  const wrong = options.get(name)?.find(value => value === '' || value.startsWith('--'))
  if (wrong === undefined) return
  throw new UsageError(
    `Unexpected ${wrong === '' ? 'empty value' : quote(wrong)}, expected a value for \`--${name}\``,
    `Write a value after \`--${name}\`; in front of a name with dashes put \`./\`.`
  )
}

function longName(flags: string): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? flags
}

/** Say in our words what Commander found. */
function usageError({code, message}: CommanderError, command: Command, argumentList: readonly string[]): UsageError {
  const option = /'([^]*)'/.exec(message)?.[1] ?? ''
  const flags = command.options.map(known => known.long ?? '').concat('--help')
  if (code === 'commander.optionMissingArgument') {
    const [name = option, value = 'value'] = option.split(' ')
    return new UsageError(
      `Unexpected end, expected ${value.replace(/[<>]/g, '')} after \`${name}\``,
      `Write a value after \`${name}\`.`
    )
  }
  if (code === 'commander.excessArguments') return new UsageError('Unexpected operand, expected options alone', help)
  if (code !== 'commander.unknownOption') return new UsageError(`Unexpected arguments (${message}), expected known ones`, help)
  return unknownOption(option, flags, argumentList[argumentList.indexOf(option) + 1])
}

/** `next` stands behind the option, and may be its value. */
function unknownOption(option: string, flags: readonly string[], next: string | undefined): UsageError {
  const name = option.replace(/=[^]*/, '')
  if (flags.includes(name)) return new UsageError(`Unexpected value in ${quote(option)}, expected \`${name}\` alone`, `Write \`${name}\`.`)
  const inMetadata = metadataRemedy(option, next)
  if (inMetadata !== undefined) return new UsageError(`Unexpected option ${quote(option)}, expected it as a key of the metadata`, inMetadata)
  return new UsageError(`Unexpected option ${quote(option)}, expected a known one`, suggestion(name, flags) ?? help)
}
