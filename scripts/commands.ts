/** The list of commands: a command is one object here. What a command does is loaded when it is called. */
import type {CommandLine, Given} from './command-line.ts'
import {buildLine, buildOptions, manuscriptWords, standard} from './command-line/build-options.ts'
import {previewStandard, shared} from './command-line/shared-options.ts'
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

const importing: Command = {
  name: 'import',
  summary: 'Make a manuscript from a .docx, .odt, .txt, .html, .epub or .md file.',
  operands: {form: '<FILE>', summary: 'the file; what it is, its content says'},
  options: [
    {flags: '--out <DIR>', summary: 'a new folder for the manuscript (default: the name of the file)'},
    {flags: '--encoding <NAME>', summary: 'the encoding of a text or a page, such as windows-1251 (default: found out)'}
  ],
  example: 'import letter.docx --out letter',
  accept: given => async surroundings => (await import('./commands/import.ts')).run(given, surroundings)
}

const starting: Command = {
  name: 'new',
  summary: 'Make a small manuscript that builds at once, in a new folder.',
  operands: {form: '<DIR>', summary: 'the new folder; nothing is written over'},
  options: [
    {flags: '--title <TEXT>', summary: 'the title (default: the name of the folder)'},
    {flags: '--author <NAME>', summary: 'who wrote it'},
    {flags: '--lang <TAG>', summary: 'the language (default: en)'},
    {flags: '--page <SIZE>', summary: 'the paper (default: by the language)'},
    {flags: '--theme <NAME>', summary: 'the theme (default: classic)'},
    {flags: '--yes', summary: 'ask nothing'}
  ],
  example: 'new my-pamphlet --title Lamps --lang en-GB --yes',
  accept: given => async surroundings => (await import('./commands/new.ts')).run(given, surroundings)
}

const checking: Command = {
  name: 'check',
  summary: 'Look at manuscripts, PDFs or EPUBs as a print shop and a bookshop would, and show what they would object to.',
  operands: {form: '[FILES...]', summary: `manuscripts, PDFs or EPUBs (default: ${standard.path})`},
  options: [
    {flags: '--out <DIR>', summary: 'the folder for NAME-preflight.html', standard: standard.out},
    {flags: '--for <WHOM>', summary: 'what the PDFs are held to: print, read or copier (default: what each was made for)'},
    shared.theme, shared.style, shared.date, shared.strict,
    {flags: '--json', summary: 'print all findings on standard output, and nothing else there'},
    shared.browser
  ],
  example: 'check from-elsewhere.pdf --for print',
  accept: given => async surroundings => (await import('./commands/check.ts')).run(given, surroundings)
}

const dev: Command = {
  name: 'dev',
  summary: 'Show the pages, the sheets and the e-book while you write, in your browser.',
  operands: {form: '[PATH]', summary: `${manuscriptWords} (default: ${standard.path})`},
  options: [
    {flags: '--port <NUMBER>', summary: 'the port on this machine; the next ones where it is in use', standard: String(previewStandard.port)},
    {flags: '--editor <LINK>', summary: 'what opens a place in your editor, with {path}, {line} and {column}', standard: previewStandard.editor},
    shared.theme, shared.style, shared.browser
  ],
  example: 'dev article.md',
  accept: given => async surroundings => (await import('./commands/dev.ts')).run(given, surroundings)
}

const doctor: Command = {
  name: 'doctor',
  summary: 'Look at this machine: what is there, what is missing, what to do.',
  options: [shared.browser],
  example: 'doctor',
  accept: given => async surroundings => (await import('./commands/doctor.ts')).run(given, surroundings)
}

const diff: Command = {
  name: 'diff',
  summary: 'Show which pages of a PDF have changed, as pictures and as text.',
  operands: {form: '<OLD> <NEW>', summary: 'the two PDFs'},
  options: [{flags: '--out <DIR>', summary: 'a new folder for the pictures and changes.md (default: text alone)'}],
  example: 'diff old.pdf dist/lamps.pdf --out changes',
  accept: given => async surroundings => (await import('./commands/diff.ts')).run(given, surroundings)
}

const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of the metadata, for editors.',
  options: [{flags: '--markdown', summary: 'print the reference for readers in its place'}],
  example: 'schema',
  accept: given => async surroundings => (await import('./commands/schema.ts')).run(given, surroundings)
}

const themes: Command = {
  name: 'theme',
  summary: 'Begin a theme of your own: copy one of the program into a new folder.',
  operands: {form: '<DIR>', summary: 'the new folder, below the manuscript; nothing is written over'},
  options: [{flags: '--from <NAME>', summary: 'the theme that is copied', standard: 'classic'}],
  example: 'theme manuscript/mine --from plain',
  accept: given => async surroundings => (await import('./commands/theme.ts')).run(given, surroundings)
}

/** All commands; the first is meant where none is named. */
export const commands: readonly [Command, ...Command[]] = [build, dev, starting, importing, checking, doctor, diff, schema, themes]
