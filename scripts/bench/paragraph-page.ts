/** A page that holds a Markdown text and nothing else, in one font at one measure: what paragraphs are compared on. */
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'

export type ParagraphDesign = {
  readonly family: string
  readonly sizePt: number
  readonly leadingPx: number
  readonly measureMm: number
  readonly lang: string
  /** `@font-face` rules, where the family is not installed. */
  readonly faces: string
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()

/** Write the page; the sheet is A5 as high, and 28 mm wider than the measure. */
export function paragraphPage(markdown: string, {family, sizePt, leadingPx, measureMm, lang, faces}: ParagraphDesign): string {
  const body = String(processor.processSync(typographic(markdown)))
  const style = `${faces}
@page {size: ${measureMm + 28}mm 210mm; margin: 18mm 13mm}
html {font: ${sizePt}pt/${leadingPx}px "${family}", serif; text-rendering: geometricPrecision; font-kerning: normal}
body {margin: 0; padding: 0 1mm; width: ${measureMm}mm}
p {margin: 0; text-align: justify; text-wrap: pretty; orphans: 2; widows: 2}
p + p {text-indent: 1em}
h1, h2, h3 {font-size: 1em; margin: ${leadingPx}px 0; break-after: avoid}`
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Paragraphs</title><style>${style}</style></head><body>${body}</body></html>`
}

/** The dashes and quotes of a book. */
function typographic(markdown: string): string {
  return markdown
    .replaceAll(/(?<=\S)--(?=\S|$)/gm, '—')
    .replaceAll(/(?<=^|[\s([_*—])"/gm, '“').replaceAll('"', '”')
    .replaceAll(/(?<=^|[\s([_*—“])'(?=\p{L})/gmu, '‘').replaceAll('\'', '’')
}
