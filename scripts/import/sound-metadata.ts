/** What a file says of itself, as far as a manuscript can say it: the build would refuse the rest. */
import {readMetadata} from '../manuscript/metadata.ts'
import {shown} from './images.ts'
import type {ImportedMetadata, Remark} from './imported.ts'
import {lost} from './imported.ts'
import {frontMatter} from './markdown.ts'

/** Leave out the keys whose values do not hold; each is told with its value. */
export function soundMetadata(metadata: ImportedMetadata): {readonly metadata: ImportedMetadata; readonly remarks: readonly Remark[]} {
  const text = frontMatter(metadata, false).replace(/^---\n|---\n$/g, '')
  const {bad} = text === '' ? {bad: new Set<string>()} : readMetadata({file: 'import', text, firstLine: 2})
  const entries = Object.entries(metadata)
  const sound: ImportedMetadata = Object.fromEntries(entries.filter(([key]) => !bad.has(key)))
  return {metadata: sound, remarks: entries.filter(([key]) => bad.has(key)).map(([key, value]) => lost(`what the file says as ${key}, ${valueOf(value)}, which is none: write a right one`))}
}

function valueOf(value: unknown): string {
  return `“${shown(typeof value === 'string' ? value : JSON.stringify(value))}”`
}
