/** Front matter of Markdown files: metadata in a manuscript of one file, a mistake in a chapter. */
import {message} from '../messages.ts'
import type {Message, Place, SourceFile} from '../types.ts'
import {knownKeys} from './metadata-schema.ts'
import type {MetadataSource} from './metadata.ts'
import {otherNames} from './slips.ts'

/** The YAML at the start of a file; without any, an empty text. The fence above it is the file's first line. */
export function frontMatterOf({name, tree}: SourceFile): MetadataSource {
  const [first] = tree.children
  return {file: name, text: first?.type === 'yaml' ? first.value : '', firstLine: 2}
}

/** Report front matter that stands in a chapter, that has no keys, or that is not fenced and so would be set as text. */
export function misplacedFrontMatter(file: SourceFile, isChapter: boolean): readonly Message[] {
  const [first] = file.tree.children
  if (first?.type === 'yaml') {
    const place = {file: file.name, line: 1, column: 1}
    if (hasNoKeys(first.value)) return [withoutKeys(first.value, {...place, line: 2}, isChapter)]
    return isChapter ? [message('bad-metadata', place, 'Unexpected front matter in a chapter, expected it in `pamphlet.yaml`', 'Move it to `pamphlet.yaml`.')] : []
  }
  const fence = looseFence(file.text)
  return fence ? [unfenced(fence, file.name)] : []
}

/** A break at the beginning and another below it look like fences to YAML, and a head between them like a comment. */
function hasNoKeys(yaml: string): boolean {
  const lines = yaml.split('\n').filter(line => line.trim() !== '')
  return lines.length > 0 && lines.every(line => /^\s*#/.test(line) || !/[:{[]/.test(line))
}

function withoutKeys(yaml: string, place: Place, isChapter: boolean): Message {
  const lost = /^\s*#/m.test(yaml) ? ': a head is a comment there, and would be lost' : ''
  return message('bad-metadata', place, `Unexpected text between two lines of \`---\` at the beginning of the file, expected keys and values${lost}`, `Take the two lines out where they were meant as breaks${isChapter ? '' : ', or write metadata between them: each key on a line of its own, with a colon and a space behind it'}.`)
}

/** The line of a fence, counted from 1, and how it was written. */
type Fence = {readonly line: number; readonly signs: string}

/** The fence that a known key follows, and yet no front matter came of it; word processors make dashes of its hyphens. */
function looseFence(text: string): Fence | undefined {
  const found = /^\s*(?<signs>[-\u2010-\u2015]{1,9}|([*_=+])\2{2,8})[ \t]*\n(?<key>[a-z]+):(?:[ \t]|\n)/.exec(text)
  const {signs = '', key = ''} = found?.groups ?? {}
  if (signs === '' || !knownKeys(undefined).includes(key) && !otherNames.has(key)) return undefined
  return {line: text.slice(0, text.indexOf(signs)).split('\n').length, signs}
}

function unfenced({line, signs}: Fence, file: string): Message {
  const place = {file, line, column: 1}
  if (signs === '---') return message('bad-metadata', place, 'Unexpected front matter without its fences, expected `---` on the first line of the file and on the line after the last key', 'Write three hyphens alone on each of the two lines, and nothing above the first.')
  return message('bad-metadata', place, `Unexpected \`${signs}\` above metadata, expected \`---\` on the first line of the file and on the line after the last key`, `Write three hyphens on each of the two lines${/[\u2010-\u2015]/.test(signs) ? '; word processors make a dash of them, unless that is taken back' : ''}.`)
}
