/** The second stage: from a manuscript's files to the pamphlet, which belongs to no edition yet. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Root as MdastRoot} from 'mdast'
import {VFile} from 'vfile'
import {message} from '../messages.ts'
import type {Chapter, Manuscript, Message, Metadata, Pamphlet, SourceFile} from '../types.ts'
import {contentsOf, divide} from './chapters.ts'
import {deepestPlace, depthOf} from './deepest-place.ts'
import type {Engines} from './engines.ts'
import {noEngines} from './engines.ts'
import type {FileTerms} from './compose-index.ts'
import {composeIndex, composeTerms} from './compose-index.ts'
import {textRules} from './index.ts'
import {namePageReferences} from './name-page-references.ts'
import {numberNotes} from './number-notes.ts'
import {openingsOf} from './openings.ts'
import {checkLinks} from './check-links.ts'
import {messagesOf, report} from './report.ts'
import type {IdentifiedFile} from './resolve-ids.ts'
import {resolveIds} from './resolve-ids.ts'
import {takeNotes} from './take-notes.ts'
import {takeTerms} from './take-terms.ts'
import {typesetMetadata} from './typeset-metadata.ts'

/** A file by itself, before it is numbered and linked with the others. */
export type ComposedFile = IdentifiedFile & FileTerms

/** Composes a file; what comes of it belongs to whoever asked for it. */
export type ComposeFile = (source: SourceFile, manuscript: Manuscript, engines: Engines) => ComposedFile

/** Compose the pamphlet; what is wrong with the text stands in its messages. */
export function compose(manuscript: Manuscript, engines: Engines = noEngines, composeEach: ComposeFile = composeFile): Pamphlet {
  const {assets} = manuscript
  const metadata = typesetMetadata(manuscript.metadata)
  const files = manuscript.files.map(file => composeEach(file, manuscript, engines))
  const trees = files.flatMap(file => [file.tree, ...file.notes.values()])
  if (files.length === 1 && files[0]) dropTitle(files[0].tree, metadata.title)
  const notes = numberNotes(files)
  resolveIds(files)
  const index = composeIndex(files, metadata.lang)
  namePageReferences(trees, metadata)
  const imprint = files.flatMap(file => takeImprint(file.tree))
  const hasRankOne = files.some(file => file.tree.children.some(child => child.type === 'element' && child.tagName === 'h1'))
  const chapters = divide(files.map(file => file.tree), metadata.title)
  const wordCount = countWords([...chapters.flatMap(chapter => chapter.children), ...notes.flatMap(note => note.children)])
  const epigraph = epigraphOf(metadata)
  const messages = [...manuscript.messages, ...files.flatMap(({file, name}) => messagesOf(file, name))]
  return {
    metadata,
    openings: openingsOf(metadata, {chapters, files: files.length, isWritten: hasRankOne, words: wordCount}),
    ...(epigraph && {epigraph}),
    chapters,
    contents: contentsOf(chapters),
    notes,
    index,
    imprint,
    assets,
    wordCount,
    messages: [...messages, ...emptiness(chapters, manuscript.files, messages)]
  }
}

/** Compose a file by itself. */
export function composeFile(source: SourceFile, {metadata, assets, messages}: Manuscript, engines: Engines): ComposedFile {
  const file = new VFile({path: source.name, value: source.text})
  // The tree is the manuscript's; this pamphlet works on its own copy.
  const tree: MdastRoot = structuredClone(source.tree)
  checkLinks(tree, file)
  const taken = takeNotes(tree, file)
  const marked = takeTerms([tree, ...taken.values()], file)
  const fences = new Set(messages.flatMap(({ruleId, place}) => ruleId === 'bad-metadata' && place.file === source.name ? place.line ?? [] : []))
  const rulesFor = (isNote: boolean) => boundedRules(source.name, textRules({fileName: source.name, lang: metadata.lang, assets, engines, fences, isNote}))
  const [rules, noteRules] = [rulesFor(false), rulesFor(true)]
  const notes = [...taken].map(([label, note]) => [label, noteRules(note, file)] as const)
  return {name: source.name, file, tree: rules(tree, file), notes: new Map(notes), terms: composeTerms(marked, part => rules(part, file))}
}

/** Readers of EPUBs give up behind 256 elements inside each other, some of which are ours. A hundred lists are two hundred elements. */
const mostNested = 230

/** Elements nested by the hundred are more than readers hold, by the thousand more than the stack does: a fault of the text, not of the program. */
function boundedRules(name: string, rules: ReturnType<typeof textRules>): ReturnType<typeof textRules> {
  return (tree, file) => {
    try {
      const made = rules(tree, file)
      if (depthOf(made) <= mostNested) return made
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
    const start = deepestPlace(tree)
    report(file, 'too-deep', start && {position: {start}}, `Unexpected nesting of elements in \`${name}\`, expected at most ${mostNested} inside each other`, 'Take the elements apart, or leave out the raw HTML.')
    return {type: 'root', children: []}
  }
}

/** Take off the head that is the pamphlet's own title: the covers and the title page carry it. */
function dropTitle(tree: Root, title: string): void {
  const index = tree.children.findIndex(child => child.type === 'element' && /^h[1-6]$/.test(child.tagName))
  const head = tree.children[index]
  if (head?.type !== 'element' || head.tagName !== 'h1' || !sameWords(textOf(head), title)) return
  tree.children.splice(index, 1)
}

/** Compare by letters and figures alone, so that typed and typeset quotes count as the same. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words(a) === words(b)
}

function takeImprint(tree: Root): readonly ElementContent[] {
  const isImprint = (child: Root['children'][number]): child is Element => child.type === 'element'
    && child.tagName === 'div' && Array.isArray(child.properties.className) && child.properties.className.includes('imprint')
  const found = tree.children.filter(isImprint)
  tree.children = tree.children.filter(child => !isImprint(child))
  return found.flatMap(div => div.children)
}

function epigraphOf({epigraph}: Metadata): Element | undefined {
  if (!epigraph) return undefined
  return h('div.epigraph', [h('p', epigraph.text), epigraph.by === undefined ? undefined : h('p.by', epigraph.by)])
}

function countWords(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + (textOf({type: 'root', children: [node]}).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0), 0)
}

/** Where the text could not be read, that is what was told. */
function emptiness(chapters: readonly Chapter[], files: readonly SourceFile[], messages: readonly Message[]): readonly Message[] {
  if (chapters.length > 0 || messages.some(({ruleId}) => ruleId === 'empty-manuscript' || ruleId === 'no-markdown' || ruleId === 'too-deep')) return []
  const place = {file: files[0]?.name ?? '.'}
  return [message('empty-manuscript', place, 'Unexpected manuscript without text, expected at least a paragraph', 'Write the text below the front matter.')]
}
