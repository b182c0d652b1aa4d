/** What the report says, as text. Pure; whatever comes from a manuscript, a file name or an argument is made harmless. */
import {posix, relative, resolve, sep} from 'node:path'
import {styleText} from 'node:util'
import {format} from '../messages.ts'
import {EnvironmentError, UsageError} from '../types.ts'
import type {Artifact, Message, Severity} from '../types.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** A build at its end. `folder`: where the artifacts stand, as displayed; `artifacts`: none where nothing was written. */
export type Outcome = {
  readonly built: boolean
  readonly folder: string
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
  readonly elapsedMs: number
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const colours: Readonly<Record<Severity, 'red' | 'yellow'>> = {error: 'red', warning: 'yellow'}

/**
 * Make text from a manuscript, a file name or an argument harmless to a terminal: control characters, marks that
 * turn the direction of writing, line separators and lone surrogates are written as escapes.
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu, character => {
    const code = character.codePointAt(0) ?? 0
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

/** Tell whether to write in colours. FORCE_COLOR wins over NO_COLOR, as in Node itself; both over the terminal. */
export function wantsColours({FORCE_COLOR: force, NO_COLOR: no, TERM: term}: Environment, isTerminal: boolean): boolean {
  if (force !== undefined) return force !== '0' && force !== 'false'
  if (no !== undefined && no !== '') return false
  return isTerminal && term !== 'dumb'
}

/** Where the files of messages stand, as displayed: in the manuscript's folder, but for those `elsewhere`, by the name of the file or of its folder. */
export type Places = {readonly folder: string; readonly elsewhere?: ReadonlyMap<string, string>}

/** Write messages, one or two lines each, with the displayed path of each file; a line break at the end of each. */
export function messagesText(messages: readonly Message[], places: Places, coloured: boolean): string {
  return messages.map(message => `${paint(format(harmless(message, places)), coloured)}\n`).join('')
}

/** Write the artifacts with their sizes and pages, and what is to be said of the build in one sentence. */
export function summaryText({built, folder, artifacts, messages, elapsedMs}: Outcome): string {
  const rows = artifacts.map(({name, bytes, facts}) =>
    [escapeControls(posix.join(folder, name)), sizeText(bytes.byteLength), extentText(facts)] as const)
  const [nameWidth, sizeWidth] = [widest(rows.map(row => row[0])), widest(rows.map(row => row[1]))]
  const lines = rows.map(([name, size, pages]) =>
    `${name.padEnd(nameWidth)}  ${size.padStart(sizeWidth)}  ${pages}`.trimEnd())
  const [errors, warnings] = [countText(messages, 'error'), countText(messages, 'warning')]
  const last = built
    ? `Built in ${secondsText(elapsedMs)}, with ${errors} and ${warnings}.`
    : `Not built, after ${secondsText(elapsedMs)}: ${toldOf(messages) || errors}. What the last build made is as it was.`
  return [...lines, ...built ? artifacts.flatMap(blankSides).slice(0, 1) : [], last].map(line => `${line}\n`).join('')
}

/** Write an error that ended the build: its reason, and the remedy on the next line. */
export function failureText(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof UsageError) {
    return `pamphleteer: ${escapeControls(error.message)}\n  ${escapeControls(error.remedy)}\n`
  }
  const trace = error instanceof Error ? error.stack ?? error.message : String(error)
  const lines = trace.split('\n').slice(0, 30).map(line => `  ${escapeControls(line.trim())}\n`)
  return `pamphleteer: Unexpected fault of the program itself, expected none\n  Report it with the lines below.\n${lines.join('')}`
}

/** Write a path as seen from the working directory, with forward slashes; the directory itself is `.`. */
export function displayedPath(path: string, workingDirectory: string): string {
  return relative(workingDirectory, resolve(workingDirectory, path)).split(sep).join('/') || '.'
}

/** Write a size in bytes as people do: 1 kB is 1000 bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const kilobytes = bytes / 1000
  if (kilobytes < 999.5) return `${kilobytes < 9.95 ? kilobytes.toFixed(1) : kilobytes.toFixed(0)} kB`
  const megabytes = kilobytes / 1000
  return `${megabytes < 99.95 ? megabytes.toFixed(1) : megabytes.toFixed(0)} MB`
}

/** Write a time in seconds, to the hundredth. */
export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

/** Write the file's displayed path and escape what came from outside. */
function harmless({place, reason, remedy, ...rest}: Message, {folder, elsewhere}: Places): Message {
  const [first = '', ...inside] = place.file.split('/')
  const file = escapeControls(elsewhere?.has(first) ? [elsewhere.get(first), ...inside].join('/') : posix.join(folder, place.file))
  const base = {...rest, place: {...place, file}, reason: escapeControls(reason)}
  return remedy === undefined ? base : {...base, remedy: escapeControls(remedy)}
}

/** Colour a formatted message: its severity strong, its remedy faint. */
function paint(text: string, coloured: boolean): string {
  if (!coloured) return text
  const [first = '', ...remedy] = text.split('\n')
  const severe = first.replace(/: (error|warning): /, (_, word: Severity) => `: ${style(['bold', colours[word]], `${word}:`)} `)
  return [severe, ...remedy.map(line => style(['dim'], line))].join('\n')
}

function style(formats: readonly ('bold' | 'dim' | 'red' | 'yellow')[], text: string): string {
  return styleText([...formats], text, {validateStream: false})
}

function countText(messages: readonly Message[], severity: Severity): string {
  const count = messages.filter(message => message.severity === severity).length
  return `${numbers[count] ?? count} ${severity}${count === 1 ? '' : 's'}`
}

const wastefulBlanks = 3

/** Nothing is wrong with a booklet whose sheets have sides without a page, but there is a key that brings the text to whole ones. */
function blankSides({name, facts: {layout, blanks}}: Artifact): readonly string[] {
  if (layout !== 'saddle' || typeof blanks !== 'number' || blanks < wastefulBlanks) return []
  return [`${numbers[blanks] ?? blanks} sides of the sheets in ${escapeControls(name)} stay blank; \`fit: 4\` in the metadata brings the text to whole sheets.`.replace(/^./, first => first.toUpperCase())]
}

/** What was told until then: of what a build that ended had not looked at yet, nobody knows that there is none. */
function toldOf(messages: readonly Message[]): string {
  const severities = (['error', 'warning'] as const).filter(severity => messages.some(message => message.severity === severity))
  return severities.map(severity => countText(messages, severity)).join(' and ')
}

/** How much there is of it: pages, or the sheets of a booklet, and at what scale pages stand on those. */
function extentText({pages, sheets, scalePercent}: Artifact['facts']): string {
  if (typeof sheets !== 'number') return countedText(pages, 'page')
  return [countedText(sheets, 'sheet'), ...typeof scalePercent !== 'number' || scalePercent === 100 ? [] : [`pages at ${scalePercent} %`]].join(', ')
}

function countedText(count: unknown, one: string): string {
  return typeof count === 'number' ? `${count} ${one}${count === 1 ? '' : 's'}` : ''
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(text => text.length))
}
