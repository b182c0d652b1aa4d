/** Front matter of Markdown files: metadata in a manuscript of one file, a mistake in a chapter. */
import {message} from '../messages.ts'
import type {Message, SourceFile} from '../types.ts'
import {knownKeys} from './metadata-schema.ts'
import type {MetadataSource} from './metadata.ts'

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
    if (hasOnlyComments(first.value)) return [message('bad-metadata', {...place, line: 2}, 'Unexpected text between two lines of `---` at the beginning of the file, expected keys and values: a head is a comment there, and would be lost', 'Take the two lines out, or write the metadata between them.')]
    return isChapter ? [message('bad-metadata', place, 'Unexpected front matter in a chapter, expected it in `pamphlet.yaml`', 'Move it to `pamphlet.yaml`.')] : []
  }
  const line = looseFence(file.text)
  if (line === undefined) return []
  return [message('bad-metadata', {file: file.name, line, column: 1}, 'Unexpected front matter without its fences, expected `---` on the first line of the file and on the line after the last key', 'Correct the fences.')]
}

/** A break above the first head and another below it look like fences to YAML. */
function hasOnlyComments(yaml: string): boolean {
  const lines = yaml.split('\n').filter(line => line.trim() !== '')
  return lines.length > 0 && lines.every(line => /^\s*#/.test(line))
}

/** The line of a fence that a known key follows, and yet no front matter came of it. */
function looseFence(text: string): number | undefined {
  const start = /^\s*---[ \t]*\n([a-z]+):(?:[ \t]|\n)/.exec(text)
  if (!start || !knownKeys(undefined).includes(start[1] ?? '')) return undefined
  return text.slice(0, text.indexOf('---')).split('\n').length
}
