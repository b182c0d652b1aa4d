/** The list of commands: a command is one object here. What a command does is loaded when it is called. */
import type {CommandLine, Given} from './command-line.ts'
import {buildLine, buildOptions} from './command-line/build-options.ts'
import {editions} from './editions.ts'
import type {Report} from './report.ts'

/** What every command may use, handed in by the program. */
export type Surroundings = {
  readonly report: Report
  /** The program's own version. */
  readonly version: string
}

export type Command = CommandLine & {
  /** Judge what the command was called with (throws UsageError) and give what it then does; that gives the exit code. */
  readonly accept: (given: Given) => (surroundings: Surroundings) => Promise<number>
}

const names = editions.map(({name}) => name)

const build: Command = {
  ...buildLine(names),
  accept: given => {
    const options = buildOptions(given, names)
    return async surroundings => (await import('./commands/build.ts')).run(options, surroundings)
  }
}

/** All commands; the first is meant where none is named. */
export const commands: readonly [Command, ...Command[]] = [build]
