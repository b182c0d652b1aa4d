/** The options of `build`: what they are, and what they come to. */
import {UsageError} from '../types.ts'
import {shared} from './shared-options.ts'
import type {CommandLine, Given} from './values.ts'
import {optional, quote, suggestion, valueOf} from './values.ts'

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

/** The folder that is built where no path is given, and the one that the artifacts go to. */
export const standard = {path: 'manuscript', out: 'dist'} as const

/** What a path to a manuscript leads to. */
export const manuscriptWords = 'a Markdown file, or a folder with pamphlet.yaml and chapters'

/** Describe `build` for the editions that there are. */
export function buildLine(editions: readonly string[]): CommandLine {
  return {
    name: 'build',
    summary: 'Make a web page, a PDF and an EPUB from a Markdown manuscript.',
    operands: {form: '[PATH]', summary: `${manuscriptWords} (default: ${standard.path})`},
    options: [
      {flags: '--out <DIR>', summary: 'the folder for the artifacts', standard: standard.out},
      {flags: '--edition <NAMES>', summary: `of ${editions.join(', ')}, with commas between (default: all)`, isList: true},
      shared.theme, shared.style, shared.date, shared.strict,
      {flags: '--json', summary: 'print the build record on standard output, and nothing else there'},
      shared.browser
    ],
    example: 'build article.md --out dist --edition read,epub --date 2024-01-21'
  }
}

/** Read what `build` was called with. Throws UsageError, which names the nearest right word. */
export function buildOptions<Name extends string>(given: Given, known: readonly Name[]): BuildOptions<Name> {
  const date = valueOf(given, 'date')
  const names = given.options.get('edition')
  return {
    path: pathFrom(given.operands),
    out: valueOf(given, 'out') ?? standard.out,
    editions: names === undefined ? known : editionsFrom(names.join(','), known),
    ...optional('theme', given),
    ...optional('style', given),
    ...(date === undefined ? {} : {date: checkDate(date)}),
    ...optional('browser', given),
    strict: given.options.has('strict'),
    json: given.options.has('json')
  }
}

function pathFrom([path = standard.path, second]: readonly string[]): string {
  if (path === '') throw new UsageError('Unexpected empty path, expected a manuscript', 'Name a Markdown file or a folder.')
  if (second === undefined) return path
  throw new UsageError(
    `Unexpected second path ${quote(second)}, expected one manuscript`,
    `Build ${quote(path)} and ${quote(second)} one after the other.`
  )
}

/** Pick editions from a list of names, each once. */
export function editionsFrom<Name extends string>(text: string, known: readonly Name[]): readonly Name[] {
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
export function checkDate(text: string): string {
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
