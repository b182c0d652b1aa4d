/** The rules that turn a Markdown tree into HTML, in their order: a typographic rule is one file and one line here. */
import type {Element, ElementContent, Root as HastRoot} from 'hast'
import type {FootnoteReference, Root as MdastRoot} from 'mdast'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {VFile} from 'vfile'
import type {Asset} from '../types.ts'
import {spacesWords} from '../writing.ts'
import {rehypeReferencesInLinks} from './content-model/links.ts'
import {rehypeContentModel} from './content-model/rehype-content-model.ts'
import type {Engines} from './engines.ts'
import {rehypeAddresses} from './rehype-addresses.ts'
import {rehypeDialledNumbers} from './rehype-dialled-numbers.ts'
import {rehypeCode} from './rehype-code.ts'
import {rehypeClosings} from './rehype-closings.ts'
import {rehypeCodeDirection} from './rehype-code-direction.ts'
import {rehypeFigures} from './rehype-figures.ts'
import {rehypeHeadings} from './rehype-headings.ts'
import {rehypeImages} from './rehype-images.ts'
import {rehypeLigatures} from './rehype-ligatures.ts'
import {rehypeLineEnds} from './rehype-line-ends.ts'
import {rehypeLongNumbers} from './rehype-long-numbers.ts'
import {rehypeMath} from './rehype-math.ts'
import {rehypeOrdinals} from './rehype-ordinals.ts'
import {rehypePictureRows, rehypePictureShares} from './rehype-picture-rows.ts'
import {rehypePictureWidths} from './rehype-picture-widths.ts'
import {rehypePlaces} from './rehype-places.ts'
import {rehypeQuoteMarks} from './rehype-quote-marks.ts'
import {rehypeRawHtml} from './rehype-raw-html.ts'
import {rehypeTableShape} from './rehype-table-shape.ts'
import {rehypeTables} from './rehype-tables.ts'
import {rehypeTasks} from './rehype-tasks.ts'
import {rehypeTypography} from './rehype-typography.ts'
import {remarkBrokenImages} from './remark-broken-images.ts'
import {remarkCharacterNumbers} from './remark-character-numbers.ts'
import {remarkDirectiveAttributes} from './remark-directive-attributes.ts'
import {remarkDirectives} from './remark-directives.ts'
import {remarkHeadingAttributes} from './remark-heading-attributes.ts'
import {remarkIndentedText} from './remark-indented-text.ts'
import {remarkJoinedLines} from './remark-joined-lines.ts'
import {remarkLooseColons} from './remark-loose-colons.ts'
import {remarkIdleBreaks} from './remark-idle-breaks.ts'
import {remarkMetadataHeads} from './remark-metadata-heads.ts'
import {remarkNumberWords} from './remark-number-words.ts'
import {remarkPageReferences} from './remark-page-references.ts'
import {remarkPictureAttributes} from './remark-picture-attributes.ts'
import {remarkQuotations} from './remark-quotations.ts'
import {remarkStrayMarkup} from './remark-stray-markup.ts'
import {remarkStrayTables} from './remark-stray-tables.ts'
import {remarkVerseLines} from './remark-verse-lines.ts'
import {remarkWideRows} from './remark-wide-rows.ts'
import {remarkYearLists} from './remark-year-lists.ts'

export type TextOptions = {
  readonly fileName: string
  readonly lang: string
  readonly assets: ReadonlyMap<string, Asset>
  readonly engines: Engines
  /** The lines of what was meant for a fence of metadata, and told. */
  readonly fences: ReadonlySet<number>
  /** Whether the tree is a note: that is set as one block, and its short lines are no address and no closing. */
  readonly isNote: boolean
}

/** Make the function that turns one tree of a file (its text, or a note) into HTML. */
export function textRules({fileName, lang, assets, engines, fences, isNote}: TextOptions): (tree: MdastRoot, file: VFile) => HastRoot {
  const processor = unified()
    .use(remarkVerseLines)
    .use(remarkHeadingAttributes)
    .use(remarkPictureAttributes)
    .use(remarkMetadataHeads)
    .use(remarkIdleBreaks, {fences})
    .use(remarkCharacterNumbers)
    .use(remarkBrokenImages)
    .use(remarkLooseColons)
    .use(remarkStrayMarkup, {hasFormulas: engines.formula !== undefined})
    .use(remarkStrayTables)
    .use(remarkIndentedText)
    .use(remarkJoinedLines)
    .use(remarkNumberWords)
    .use(remarkYearLists)
    .use(remarkWideRows)
    .use(remarkDirectiveAttributes)
    .use(remarkDirectives)
    .use(remarkQuotations)
    .use(remarkPageReferences, {lang})
    .use(remarkRehype, {allowDangerousHtml: true, handlers: {footnoteReference: spacesWords(lang) ? footnoteReference : boundReference}})
    .use(rehypeReferencesInLinks)
    .use(rehypeRawHtml, {lang})
    .use(rehypeContentModel)
    .use(rehypeMath, {formula: engines.formula, lang})
    .use(rehypeCode, {highlight: engines.highlight})
    .use(rehypeCodeDirection, {lang})
    .use(rehypePictureRows)
    .use(rehypeFigures)
    .use(rehypePictureWidths)
    .use(rehypeTasks, {lang})
    .use(rehypeAddresses, {lang})
    .use(rehypeLigatures)
    .use(rehypeTypography, {lang})
    .use(rehypeOrdinals, {lang})
    .use(rehypeDialledNumbers, {lang})
    .use(rehypeQuoteMarks, {lang})
    .use(rehypeImages, {fileName, assets})
    .use(rehypePictureShares)
    .use(rehypeTables)
    .use(rehypeTableShape)
    .use(rehypeLongNumbers)
    .use(rehypeLineEnds, !isNote)
    .use(rehypeClosings, !isNote)
    .use(rehypeHeadings)
    .use(rehypePlaces, {fileName})
    .freeze()
  return (tree, file) => processor.runSync(tree, file)
}

/** A reference keeps its label until the pamphlet's notes are numbered. */
function footnoteReference(_state: unknown, node: FootnoteReference): Element {
  return {type: 'element', tagName: 'a', properties: {dataNoteref: node.identifier}, children: []}
}

/** Where lines break between any two letters, a joiner keeps the reference with what stands before it. */
function boundReference(state: unknown, node: FootnoteReference): ElementContent[] {
  return [{type: 'text', value: '\u2060'}, footnoteReference(state, node)]
}
