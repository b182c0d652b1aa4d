/** The theme: that of the command line, else that of the metadata, held against those that there are. */
import {distance} from 'fastest-levenshtein'
import type {Disk} from '../adapters/disk.ts'
import {message} from '../messages.ts'
import type {Message, OwnTheme} from '../types.ts'
import {UsageError} from '../types.ts'
import type {Below} from './below.ts'
import {literal} from './literal.ts'
import {isThemeName, isThemePath} from './metadata-schema.ts'
import type {ReadMetadata} from './metadata.ts'
import {loadOwnTheme, openOwnTheme} from './own-theme.ts'

/** What the command line names, the names that there are, and where a folder may lie. */
export type ThemeSources = {readonly theme: string | undefined; readonly themes: readonly string[] | undefined; readonly root: string; readonly folder: Below; readonly disk: Disk}

/** `chosen` holds the command line's theme, which wins; the metadata is without one that is none. */
export type SettledTheme = {readonly metadata: ReadMetadata; readonly chosen: {readonly theme?: string}; readonly ownTheme?: OwnTheme; readonly messages: readonly Message[]}

/** Settle the theme. What is wrong with it is told, and the rest is read all the same; throws UsageError for the command line's. */
export async function settleTheme(written: ReadMetadata, {theme, themes, root, folder, disk}: ThemeSources): Promise<SettledTheme> {
  if (theme !== undefined && isThemeName(theme)) return {metadata: written, chosen: {theme}, messages: []}
  const metadata = themes && theme === undefined ? withKnownTheme(written, themes) : written
  const loaded = theme === undefined ? await loadOwnTheme(metadata, root, folder) : await openOwnTheme(pathOf(theme), disk)
  if (loaded.messages.length > 0) return {metadata: withoutTheme(metadata), chosen: {}, ...loaded}
  return {metadata, chosen: theme === undefined ? {} : {theme}, ...loaded}
}

/** Tell the path of a folder on the command line from the name of a theme: it has a separator. */
export function isThemeFolder(theme: string): boolean {
  return /[/\\]/.test(theme) || theme === '.'
}

/** Throws UsageError for what is neither a path nor a name. */
function pathOf(theme: string): string {
  if (isThemeFolder(theme)) return theme
  throw new UsageError(`Unexpected theme ${literal(theme)}, expected the name of a theme or the path of a folder`, 'Write the path of your own theme as `./mine`.')
}

/** Take a theme that is not there out of the metadata, with a message at its place: the others are found all the same. */
function withKnownTheme(metadata: ReadMetadata, themes: readonly string[]): ReadMetadata {
  const {theme} = metadata.values
  if (theme === undefined || isThemePath(theme) || themes.includes(theme)) return metadata
  const listed = themes.map(name => `\`${name}\``).join(', ')
  const nearest = themes.toSorted((a, b) => distance(theme, a) - distance(theme, b))[0] ?? ''
  const fault = message('bad-metadata', metadata.placeOf(['theme']), `Unexpected theme ${literal(theme)}, expected one of ${listed}, or a folder such as \`./mine\``, isNear(theme, nearest) ? `Did you mean \`${nearest}\`?` : 'Write `./` before the name of a folder that stands beside the text.')
  return {...withoutTheme(metadata), messages: [...metadata.messages, fault]}
}

/** Take the theme out: there is a message on it already. */
function withoutTheme(metadata: ReadMetadata): ReadMetadata {
  const {theme: _, ...values} = metadata.values
  return {...metadata, values, bad: new Set([...metadata.bad, 'theme'])}
}

function isNear(written: string, name: string): boolean {
  return distance(written, name) <= Math.max(2, name.length / 3)
}
