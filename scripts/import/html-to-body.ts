/** From a draft in HTML to an imported text: notes, pictures and tables are kept, what Markdown has no place for is told. */
import type {Element, Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import rehypeRemark from 'rehype-remark'
import {placeBoxes, placeDirectives} from './directives.ts'
import {figureOf, type State} from './figures.ts'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {placeFormulas} from './formulas/place.ts'
import {takeHastNotes} from './hast-notes.ts'
import type {HastNote} from './hast-notes.ts'
import {placeNames} from './links.ts'
import {takeImages} from './images.ts'
import {breakOf, flattenTables, remarksOfCells} from './cells.ts'
import type {Draft, Imported} from './imported.ts'
import {ImportFault, lost, lostCount} from './imported.ts'
import {inlineHtml, releaseInline} from './inline-html.ts'
import {refuseDeep} from './parse-html.ts'
import {rubyOf} from './ruby.ts'
import {soundMetadata} from './sound-metadata.ts'
import {partParagraphs} from './line-ends.ts'
import {placeWidths} from './picture-widths.ts'
import {placeSources} from './quotations.ts'
import {fence, labelOf, tidyTables} from './tables.ts'
import {tidyBody} from './tidy.ts'
import {removeUnwanted} from './unwanted.ts'
import {makeWordLists} from './word-lists.ts'
import {placeCaptions, takeContents} from './captions.ts'

/** Turn a draft into an imported text. Throws ImportFault where it holds no text. */
export async function importDraft(draft: Draft): Promise<Imported> {
  const {tree} = draft
  refuseDeep(tree)
  const formulas = await placeFormulas(tree)
  const removed = removeUnwanted(tree)
  const notes = takeHastNotes(tree)
  placeNames({type: 'root', children: [...tree.children, ...notes.flatMap(({children}) => children)]})
  const {images, remarks: pictures} = await takeImages(tree, draft.imageAt)
  const merged = countMerged(tree, ['td', 'th'])
  const wideHeads = countMerged(tree, ['th'])
  const contents = takeContents(tree) ? [lost('a table of contents: the program makes its own')] : []
  makeWordLists(tree)
  placeCaptions(tree)
  partParagraphs(tree)
  const widths = placeWidths(tree)
  placeSources(tree)
  placeDirectives(tree)
  placeBoxes(tree)
  const tables = [...tidyTables(tree), ...remarksOfCells(notes.map(({children}) => flattenTables(children)))]
  const body = toMdast(tree)
  const {metadata: given, remarks: unsound} = soundMetadata(draft.metadata)
  const {metadata, children, remarks} = tidyBody([...body.children, ...notes.map(definitionOf)], given, draft.creators)
  if (children.every(({type}) => type === 'footnoteDefinition')) throw new ImportFault('file without text', 'at least a paragraph', 'Look whether it is the right file.')
  return {
    metadata, images,
    body: {type: 'root', children},
    remarks: [...draft.remarks, ...unsound, ...remarks, ...formulas, ...tables, ...contents, ...pictures, ...widths, ...removed, ...lostCount(merged, 'merged cells of a table', 'merged cells of tables', ': each is a cell of its own now'), ...lostCount(wideHeads, 'a head over several cells of a table', 'heads over several cells of tables', ': the cells behind the first are empty, write heads there')]
  }
}

function countMerged(tree: HastRoot, names: readonly string[]): number {
  let count = 0
  visit(tree, 'element', ({tagName, properties: {colSpan, rowSpan}}) => {
    if (names.includes(tagName) && (Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1)) count++
  })
  return count
}

const convert = unified().use(rehypeRemark, {
  handlers: {
    'pamphleteer-note': (_: unknown, {properties: {dataName}}: Element): Nodes => ({type: 'footnoteReference', identifier: String(dataName), label: String(dataName)}),
    'pamphleteer-formula': (_: unknown, {properties: {dataTex, dataDisplay}}: Element): Nodes => ({type: dataDisplay === 'true' ? 'math' : 'inlineMath', value: String(dataTex)}),
    'pamphleteer-id': (_: unknown, {properties: {dataId}}: Element): Nodes => ({type: 'html', value: ` {#${String(dataId)}}`}),
    'pamphleteer-break': breakOf,
    'pamphleteer-braces': (_: unknown, {properties: {dataBraces}}: Element): Nodes => ({type: 'html', value: `{${String(dataBraces)}}`}),
    'pamphleteer-label': labelOf,
    'pamphleteer-fence': fence,
    figure: (state: State, element: Element) => figureOf(state, element) ?? state.all(element),
    ruby: rubyOf,
    sup: raised('sup'),
    sub: raised('sub')
  }
}).freeze()

/** Markdown has no marks for these, so they stay HTML. */
function raised(name: 'sup' | 'sub') {
  return (_: State, element: Element): PhrasingContent[] => {
    const text = textOf(element)
    const calls = element.children.filter(child => child.type === 'element' && child.tagName === 'pamphleteer-note')
    if (calls.length > 0) return calls.map(call => ({type: 'footnoteReference', identifier: nameOf(call), label: nameOf(call)}))
    return text.trim() === '' ? [{type: 'text', value: text}] : [inlineHtml([{type: 'html', value: `<${name}>`}, ...wordsOf(element), {type: 'html', value: `</${name}>`}])]
  }
}

/** A link stays one, so that it is told where it leads nowhere. */
function wordsOf(element: Element): readonly PhrasingContent[] {
  const link = element.children.find(child => child.type === 'element' && child.tagName === 'a')
  const words = {type: 'text', value: textOf(element)} as const
  return link?.type === 'element' ? [{type: 'link', url: String(link.properties.href), children: [words]}] : [words]
}

function nameOf(node: Element['children'][number]): string {
  return node.type === 'element' ? String(node.properties['dataName']) : ''
}

function toMdast(tree: HastRoot): Root {
  const root = convert.runSync(tree)
  return releaseInline({type: 'root', children: root.children})
}

function definitionOf({name, children}: HastNote): FootnoteDefinition {
  const {children: blocks} = toMdast({type: 'root', children: [...children]})
  const kept = blocks.flatMap((node): FootnoteDefinition['children'] => isBlock(node) ? [node] : [])
  const loose = blocks.filter(node => !isBlock(node)).flatMap((node): PhrasingContent[] => node.type === 'text' || node.type === 'emphasis' || node.type === 'strong' || node.type === 'link' || node.type === 'inlineMath' ? [node] : [])
  return {type: 'footnoteDefinition', identifier: name, label: name, children: kept.length > 0 ? kept : [{type: 'paragraph', children: loose}]}
}

function isBlock(node: RootContent): node is FootnoteDefinition['children'][number] {
  return ['paragraph', 'list', 'blockquote', 'code', 'table', 'heading', 'thematicBreak', 'math'].includes(node.type)
}
