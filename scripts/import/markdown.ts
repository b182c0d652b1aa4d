/** An imported text as the Markdown file that the program reads. */
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {stringify} from 'yaml'
import {namesIn} from '../manuscript/slips.ts'
import type {Imported, ImportedMetadata} from './imported.ts'

const keys = ['title', 'subtitle', 'publisher', 'author', 'date', 'lang', 'rights', 'description', 'dedication', 'epigraph'] as const

/** Write front matter and text. What only looks like a mark or a directive is escaped. */
export function markdownOf({metadata, body}: Imported): string {
  const writer = unified().use(remarkGfm, {tablePipeAlign: false}).use(remarkStringify, {
    bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one', incrementListMarker: true,
    unsafe: [{atBreak: true, character: ':', after: ':'}]
  })
  return `${frontMatter(metadata)}\n${writer.stringify(body)}`
}

function frontMatter(metadata: ImportedMetadata): string {
  const entries = keys.flatMap(key => {
    const value = key === 'author' ? metadata.author?.flatMap(namesIn) : metadata[key]
    return value === undefined ? [] : [[key, Array.isArray(value) && value.length === 1 ? value[0] : value] as const]
  })
  return entries.length === 0 ? '' : `---\n${stringify(Object.fromEntries(entries), {lineWidth: 0})}---\n`
}
