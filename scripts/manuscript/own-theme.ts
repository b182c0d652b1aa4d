/** A theme of the author's own: the files of a folder below the manuscript, or of one that the command line names. */
import {basename, dirname, join, resolve} from 'node:path'
import {resolveReference} from '../asset-name.ts'
import type {Disk} from '../adapters/disk.ts'
import {message} from '../messages.ts'
import type {Message, OwnTheme, Place} from '../types.ts'
import {UsageError} from '../types.ts'
import {below} from './below.ts'
import type {Below, BelowFault} from './below.ts'
import {literal} from './literal.ts'
import {describeFault, loadText} from './load.ts'
import {isThemePath} from './metadata-schema.ts'
import type {ReadMetadata} from './metadata.ts'

/** Files that a theme must have, and those that it may have in place of the common ones. */
const required = ['theme.yaml', 'print.css', 'web.css', 'epub.css']
const optional = ['epub-cover.css', 'cover.html', 'back-cover.html', 'print.html', 'web.html']
const fileBytes = 1_048_576
const remedy = '`pamphleteer theme DIR` writes a whole theme: copy it from there.'

export type LoadedTheme = {readonly ownTheme?: OwnTheme; readonly messages: readonly Message[]}

/** Load the folder that the metadata names as its theme, a path below the manuscript's folder; nothing where it names none. */
export async function loadOwnTheme({values: {theme}, placeOf}: ReadMetadata, root: string, folder: Below): Promise<LoadedTheme> {
  if (theme === undefined || !isThemePath(theme)) return {messages: []}
  const place = placeOf(['theme'])
  const target = resolveReference('', theme)
  if (target.kind !== 'asset') return {messages: [message('bad-theme', place, `Unexpected folder ${literal(theme)}, expected one below the manuscript's folder`, 'Put the theme into the manuscript\'s folder.')]}
  return loadFolder(target.name, join(root, target.name), folder, place)
}

/** Load the folder that a path of the command line leads to, from the working folder. Throws UsageError where there is none. */
export async function openOwnTheme(path: string, disk: Disk): Promise<LoadedTheme> {
  const real = await disk.realPath(resolve(path))
  const kind = real.fault === undefined ? await disk.stat(real.value) : real
  if (real.fault !== undefined || kind.value !== 'folder') throw new UsageError(`Unexpected theme ${literal(path)}, expected the name of a theme or the path of a folder`, 'Look at the path; it is taken from the working folder.')
  const name = basename(real.value)
  return loadFolder(name, real.value, below(dirname(real.value), disk), {file: name})
}

/** Every file that is missing, and every one that cannot be read, is told; then the folder is no theme. */
async function loadFolder(name: string, path: string, folder: Below, place: Place): Promise<LoadedTheme> {
  const found = await Promise.all([...required, ...optional].map(async file => ({file, text: await loadText(`${name}/${file}`, folder, fileBytes)})))
  const lacking = found.filter(({file, text}) => required.includes(file) && 'fault' in text && text.fault === 'missing')
  if (lacking.length === required.length) return {messages: [noTheme(name, lacking[0]?.text, place)]}
  const messages = found.flatMap(({file, text}) => {
    if ('text' in text) return []
    if ('ruleId' in text) return [text]
    return text.fault === 'missing' && optional.includes(file) ? misspelt(`${name}/${file}`, text) : [unusable(`${name}/${file}`, text, place)]
  })
  if (messages.length > 0) return {messages}
  return {ownTheme: {name, folder: path, files: new Map(found.flatMap(({file, text}) => 'text' in text ? [[file, text.text] as const] : []))}, messages}
}

function noTheme(name: string, fault: BelowFault | object | undefined, place: Place): Message {
  const near = fault && 'nearest' in fault && typeof fault.nearest === 'string' ? fault.nearest.replace(/\/[^/]*$/, '') : undefined
  return message('bad-theme', place, `Unexpected theme ${literal(`./${name}`)}, expected a folder with ${required.join(', ')}`, near === undefined ? '`pamphleteer theme DIR` writes one.' : `Did you mean ${literal(`./${near}`)}?`)
}

function unusable(file: string, fault: BelowFault, place: Place): Message {
  const near = fault.fault === 'missing' ? fault.nearest : undefined
  return message('bad-theme', place, `Unexpected ${describeFault(file, fault)[0]}, expected a file of the theme`, near === undefined ? remedy : `Did you mean ${literal(near)}?`)
}

/** A file that may be missing is meant where its name differs in case alone: some disks mind that, and others do not. */
function misspelt(file: string, {nearest}: {readonly nearest?: string}): readonly Message[] {
  if (nearest?.toLowerCase() !== file.toLowerCase()) return []
  return [message('bad-theme', {file: nearest}, `Unexpected file name ${literal(nearest)}, expected ${literal(file)}`, 'Rename it.')]
}
