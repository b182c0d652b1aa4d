/** The first stage: from a path to the manuscript: its files, its checked metadata and its images. */
import type {Disk} from '../adapters/disk.ts'
import {inOrder, message} from '../messages.ts'
import type {Manuscript, Message, SourceFile} from '../types.ts'
import {loadAssets, type Inspect} from './assets.ts'
import {below, type Below} from './below.ts'
import {complete, guesses, metadataImages} from './complete.ts'
import {frontMatterOf, misplacedFrontMatter} from './front-matter.ts'
import {literal} from './literal.ts'
import type {Parse} from './load.ts'
import {describeFault, loadFiles, loadText, withFormulas} from './load.ts'
import {locate, type Location} from './locate.ts'
import {knownKeys} from './metadata-schema.ts'
import {readMetadata, type ReadMetadata} from './metadata.ts'
import {loadProfile} from './profile.ts'
import {findImages} from './references.ts'
import {settleTheme} from './theme.ts'
import {cleanText} from './unseen.ts'

/** What is left where no pamphlet can be made: every message all the same. */
export type Unreadable = {readonly messages: readonly Message[]}

export type ReadOptions = {
  /** A theme that wins over the metadata's: its name, or the path of a folder from the working folder. */
  readonly theme?: string
  /** The names of the themes that there are. The metadata's is not held against them where they are absent. */
  readonly themes?: readonly string[]
  /** Parses in place of the program's own parser: one that remembers, for instance. */
  readonly parse?: Parse
  /** Checks images in place of the program's own check. */
  readonly inspect?: Inspect
}

/**
 * Read a manuscript: a `.md` file with its metadata as front matter, or a folder with `pamphlet.yaml` and `*.md` chapters
 * in name order. Every fault of the manuscript is a message, none of them hides another. Throws UsageError where the
 * path leads to no manuscript, EnvironmentError where the machine fails.
 */
export async function read(path: string, disk: Disk, {theme, themes, parse, inspect}: ReadOptions = {}): Promise<Manuscript | Unreadable> {
  const found = await locate(path, disk)
  const folder = below(found.root, disk)
  const loaded = await loadFiles(found.files, folder, parse && {parse})
  const location = {...found, isFolder: found.isFolder && !await isWholeInItself(loaded.files, folder)}
  const written = location.isFolder ? await readMetadataFile(folder) : readFrontMatter(loaded.files[0])
  const {metadata, ownTheme, chosen, messages: theming} = await settleTheme(written, {theme, themes, root: location.root, folder, disk})
  const {files, messages: loading} = metadata.values.math ? await withFormulas(loaded, parse) : loaded
  const misplaced = location.isFolder ? files.flatMap(file => misplacedFrontMatter(file, true)) : []
  const images = await Promise.all(files.map(file => findImages(file.name, file.tree)))
  const {assets, messages: imaging} = await loadAssets([...metadataImages(metadata), ...images.flat()], folder, undefined, inspect)
  const {profile, messages: profiling} = await loadProfile(metadata, folder)
  const messages = [...location.messages, ...loading, ...metadata.messages, ...misplaced, ...imaging, ...profiling, ...theming]
  if (!files.some(hasContent)) return {messages: inOrder([...messages, ...emptiness(files, location)])}
  const surroundings = {...location, files, metadataFile: metadataFileOf(location.isFolder, files), assets, ...chosen, ...(profile && {profile})}
  return {files, metadata: complete(metadata, surroundings), assets, ...(ownTheme && {ownTheme}), messages: inOrder([...messages, ...guesses(metadata, surroundings)])}
}

/** A folder that holds one file with its metadata, as an import makes it, is that file. */
async function isWholeInItself(files: readonly SourceFile[], folder: Below): Promise<boolean> {
  const [only, second] = files
  if (!only || second || only.tree.children[0]?.type !== 'yaml') return false
  const opened = await folder.open(metadataFile, metadataBytes)
  return opened.fault === 'missing' && !isAlmost(opened.nearest)
}

/** Whether a name was meant for the metadata's. */
function isAlmost(name = ''): boolean {
  return /^pamphlet\.ya?ml$/i.test(name)
}

function metadataFileOf(isFolder: boolean, [first]: readonly SourceFile[]): string {
  return isFolder ? metadataFile : first?.name ?? '.'
}

const metadataFile = 'pamphlet.yaml'
const metadataBytes = 1_048_576

/** Read a single file's metadata; where its fences are wrong, what it says is unknown and not missing. */
function readFrontMatter(file: SourceFile | undefined): ReadMetadata {
  if (!file) return readMetadata({file: '.', text: '', firstLine: 1})
  const metadata = readMetadata(frontMatterOf(file))
  const misplaced = misplacedFrontMatter(file, false)
  return misplaced.length === 0 ? metadata : {...metadata, bad: new Set(knownKeys(undefined)), messages: misplaced}
}

/** Read the folder's metadata. The file may be absent, but not under a name that is almost right. */
async function readMetadataFile(folder: Below): Promise<ReadMetadata> {
  const loaded = await loadText(metadataFile, folder, metadataBytes)
  if ('text' in loaded) {
    const {text, messages} = cleanText(metadataFile, loaded.text)
    const metadata = readMetadata({file: metadataFile, text, firstLine: 1})
    return {...metadata, messages: [...messages, ...metadata.messages]}
  }
  const none = readMetadata({file: metadataFile, text: '', firstLine: 1})
  const failed = {...none, bad: new Set(knownKeys(undefined))}
  if ('ruleId' in loaded) return {...failed, messages: [loaded]}
  if (loaded.fault !== 'missing') {
    const [actual, remedy] = describeFault(metadataFile, loaded)
    return {...failed, messages: [message('bad-metadata', {file: metadataFile}, `Unexpected ${actual}, expected a YAML file of at most 1 MiB`, remedy)]}
  }
  const near = loaded.nearest ?? ''
  if (!isAlmost(near)) return none
  return {...failed, messages: [message('bad-metadata', {file: near}, `Unexpected file name ${literal(near)}, expected \`${metadataFile}\``, `Rename it to \`${metadataFile}\`.`)]}
}

/** Tell whether a file holds anything to print: not metadata, definitions or comments alone. */
function hasContent({tree}: SourceFile): boolean {
  return tree.children.some(node => node.type !== 'yaml' && node.type !== 'definition' && !(node.type === 'html' && /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)))
}

/** Where no file could be loaded, the reasons were told already. */
function emptiness(files: readonly SourceFile[], {isFolder}: Location): readonly Message[] {
  if (files.length === 0) return []
  const place = {file: isFolder ? '.' : files[0]?.name ?? '.'}
  return [message('empty-manuscript', place, 'Unexpected manuscript without text, expected at least a paragraph', isFolder ? 'Write the text in the chapters.' : 'Write the text below the front matter.')]
}
