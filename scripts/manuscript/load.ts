/** The files of a manuscript from disk: bounded, decoded, parsed; what cannot be used is reported. */
import {message} from '../messages.ts'
import type {Message, SourceFile} from '../types.ts'
import type {Below, BelowFault} from './below.ts'
import {decode} from './decode.ts'
import {literal} from './literal.ts'
import {parseBounded} from './parse-bounded.ts'
import type {Parsed} from './parse-here.ts'
import {cleanText} from './unseen.ts'

/** How much may be read: bytes a file and bytes in all. */
export type TextLimits = {readonly fileBytes: number; readonly totalBytes: number}

/** Parses a text; with `math`, dollars enclose formulas. It must end, whatever the text. */
export type Parse = (text: string, math: boolean) => Promise<Parsed>

export type LoadOptions = {readonly limits?: TextLimits; readonly parse?: Parse}

export type Loaded = {readonly files: readonly SourceFile[]; readonly messages: readonly Message[]}

const mebibyte = 1_048_576
export const textLimits: TextLimits = {fileBytes: 20 * mebibyte, totalBytes: 60 * mebibyte}

/** Load Markdown files in their order. A file that cannot be used is left out, with a message. */
export async function loadFiles(names: readonly string[], folder: Below, {limits = textLimits, parse = parseAnew}: LoadOptions = {}): Promise<Loaded> {
  const files: SourceFile[] = []
  const messages: Message[] = []
  let rest = limits.totalBytes
  for (const name of names) {
    const loaded = await loadFile(name, folder, Math.min(limits.fileBytes, rest), {limits, parse})
    if ('ruleId' in loaded) messages.push(loaded)
    else {
      files.push(loaded.file)
      messages.push(...loaded.messages)
      rest -= Buffer.byteLength(loaded.file.text)
    }
  }
  return {files, messages}
}

type LoadedFile = {readonly file: SourceFile; readonly messages: readonly Message[]}

const parseAnew: Parse = (text, math) => parseBounded(text, undefined, math)

async function loadFile(name: string, folder: Below, maximumBytes: number, {limits, parse}: Required<LoadOptions>): Promise<LoadedFile | Message> {
  const read = await loadText(name, folder, Math.max(maximumBytes, 0))
  if ('ruleId' in read) return read
  if ('fault' in read) return unreadable(name, read, limits)
  const {text, messages} = cleanText(name, read.text)
  const parsed = await parse(text, false)
  return parsed.tree ? {file: {name, text, tree: parsed.tree}, messages} : unparsable(name, parsed)
}

/** Parse loaded files again, with dollars for formulas: only the metadata could tell, and that stands in a file itself. */
export async function withFormulas({files, messages}: Loaded, parse: Parse = parseAnew): Promise<Loaded> {
  const parsed = await Promise.all(files.map(async ({name, text}) => ({name, text, ...await parse(text, true)})))
  const failed = parsed.flatMap(file => file.tree ? [] : [unparsable(file.name, file)])
  return {files: parsed.flatMap(({name, text, tree}) => tree ? [{name, text, tree}] : []), messages: [...messages, ...failed]}
}

/** Read and decode one text file: its text, the fault of the disk, or the message that it is no UTF-8. */
export async function loadText(name: string, folder: Below, maximumBytes: number): Promise<{readonly text: string} | BelowFault | Message> {
  const opened = await folder.open(name, maximumBytes)
  if (opened.fault !== undefined) return opened
  const decoded = decode(opened.bytes)
  if (decoded.fault === undefined) return {text: decoded.text}
  const {actual, ...point} = decoded.fault
  return message('invalid-utf8', {file: name, ...point}, `Unexpected ${actual}, expected UTF-8`, 'Save the file in UTF-8, which editors ask for under "Save as". Or bring it in with `pamphleteer import FILE` (in a clone `npm run import -- FILE`), which finds out the encoding.')
}

const descriptions: Readonly<Record<Exclude<BelowFault['fault'], 'too-large'>, readonly [actual: string, remedy: string]>> = {
  missing: ['missing file', 'Put the file there.'],
  outside: ['link out of the manuscript\'s folder:', 'Put the file itself in place of the link.'],
  loop: ['link that leads back to itself:', 'Put the file itself in place of the link.'],
  folder: ['folder', 'Give it a name without `.md`.'],
  special: ['special file', 'Put an ordinary file in its place.'],
  forbidden: ['unreadable file', 'Change its permissions.']
}

/** Say what stands where a text file was expected. */
export function describeFault(name: string, {fault}: BelowFault): readonly [actual: string, remedy: string] {
  if (fault === 'too-large') return [`size of ${literal(name)}`, 'Make it smaller.']
  const [actual, remedy] = descriptions[fault]
  return [`${actual} ${literal(name)}`, remedy]
}

function unreadable(name: string, fault: BelowFault, {fileBytes, totalBytes}: TextLimits): Message {
  const [actual, remedy] = describeFault(name, fault)
  const expected = fault.fault === 'too-large' ? `at most ${fileBytes / mebibyte} MiB a file and ${totalBytes / mebibyte} MiB in all` : 'a Markdown file'
  return message('no-markdown', {file: name}, `Unexpected ${actual}, expected ${expected}`, remedy)
}

function unparsable(file: string, parsed: Parsed): Message {
  const place = {file, ...parsed.fault !== undefined && parsed.place}
  if (parsed.fault === 'slow') return message('too-deep', place, 'Unexpected amount of nested or repeated marks, expected Markdown that can be parsed in seconds', 'Look for a long run of `*`, `_`, `[`, `>` or `:`.')
  return message('too-deep', place, 'Unexpected depth of nesting, expected at most 100 lists, quotations, boxes or emphases inside each other', 'Take out the excess of marks, or put them in a code block.')
}
