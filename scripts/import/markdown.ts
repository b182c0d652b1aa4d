/** An imported text as the Markdown file that the program reads. */
import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {stringify} from 'yaml'
import {namesIn} from '../manuscript/slips.ts'
import type {Imported, ImportedMetadata, ImportedPerson} from './imported.ts'

const keys = ['title', 'subtitle', 'slug', 'publisher', 'author', 'date', 'lang', 'rights', 'identifier', 'subject', 'description', 'series', 'dedication', 'epigraph', 'back'] as const

/** Write front matter and text. What only looks like a mark or a directive is escaped. */
export function markdownOf({metadata, body, source}: Imported): string {
  if (source !== undefined) return source
  const hasFormulas = holdsFormulas(body)
  // Without formulas a dollar is a dollar, and needs no mark before it.
  const writer = unified().use(hasFormulas ? [remarkMath] : []).use(remarkGfm, {tablePipeAlign: false}).use(remarkStringify, {
    bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one', incrementListMarker: true,
    unsafe: [{atBreak: true, character: ':', after: ':'}]
  })
  return `${frontMatter(metadata, hasFormulas)}\n${writer.stringify(body)}`
}

function holdsFormulas(body: Root): boolean {
  let found = false
  visit(body, ({type}) => {
    found ||= type === 'inlineMath' || type === 'math'
  })
  return found
}

/** The metadata between their fences; empty where there are none. */
export function frontMatter(metadata: ImportedMetadata, hasFormulas: boolean): string {
  const entries = keys.flatMap((key): readonly (readonly [string, unknown])[] => {
    const value: unknown = key === 'author' ? metadata.author?.flatMap((one): readonly (string | ImportedPerson)[] => typeof one === 'string' ? namesIn(one).filter(name => /\p{L}/u.test(name)) : [one]) : metadata[key]
    return value === undefined ? [] : [[key, Array.isArray(value) && value.length === 1 ? value[0] : value]]
  })
  const all = hasFormulas ? [...entries, ['math', true]] : entries
  return all.length === 0 ? '' : `---\n${stringify(Object.fromEntries(all), {lineWidth: 0})}---\n`
}
