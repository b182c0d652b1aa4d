/** Helpers of these tests: text and Markdown through the typographic rules, with spaces that can be seen. */
import type {Root} from 'hast'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {rehypeTypography} from '../../../scripts/text/rehype-typography.ts'
import {typesetText} from '../../../scripts/text/typography/index.ts'

export const languages = ['en-US', 'en-GB', 'fr', 'fr-CH', 'de', 'de-CH', 'es', 'it', 'pt-PT', 'pt-BR', 'ru', 'uk', 'pl', 'el', 'tr', 'nl', 'x-none'] as const

/** Write a no-break space as `~` and a narrow one as `_`: neither is used otherwise in these tables. */
export function visible(text: string): string {
  return text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_')
}

/** Typeset plain text and make its spaces visible. */
export function typeset(lang: string, text: string): string {
  return visible(typesetText(text, lang))
}

/** Typeset a tree in place and give its file, which holds the messages. */
export function typesetTree(tree: Root, lang: string, source = ''): VFile {
  const file = new VFile({path: 'a.md', value: source})
  rehypeTypography({lang})(tree, file)
  return file
}

/** Give the HTML of a tree. */
export function htmlOf(tree: Root): string {
  return unified().use(rehypeStringify).stringify(tree)
}

/** Turn Markdown into typeset HTML, and give the messages as `line:column: reason`. */
export function typesetMarkdown(lang: string, source: string): {readonly html: string; readonly messages: readonly string[]} {
  const file = new VFile({path: 'a.md', value: source})
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, {allowDangerousHtml: true}).use(rehypeRaw).use(rehypeTypography, {lang}).use(rehypeStringify)
  const html = String(processor.processSync(file))
  return {html: visible(html), messages: file.messages.map(({line, column, reason}) => `${line ?? ''}:${column ?? ''}: ${reason}`)}
}
