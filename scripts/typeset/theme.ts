/** Loads a theme: a folder of templates and style sheets, and the fonts that it names. */
import {readdir, readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {distance} from 'fastest-levenshtein'
import {isNode, LineCounter, parse, parseDocument} from 'yaml'
import {z} from 'zod'
import {message} from '../messages.ts'
import {closedStyle, type ClosedStyle} from './closed-style.ts'
import type {Message, OwnTheme, Theme} from '../types.ts'
import {UsageError} from '../types.ts'
import type {Characters} from './characters.ts'
import {ThemeFault} from './font-packages.ts'
import type {FamilyChoice, Substitutes} from './fonts.ts'
import {chooseFonts} from './fonts.ts'
import {withTallLines} from '../tall-lines.ts'

const house = fileURLToPath(new URL('../../templates/', import.meta.url))

const family = z.strictObject({family: z.string(), package: z.string().regex(/^[a-z0-9-]+$/), faces: z.array(z.union([z.number(), z.string()])).min(1), only: z.literal('code').exactOptional()})
const themeFile = z.object({fonts: z.array(family).min(1), notes: z.literal('end').exactOptional()})
const fallbackFile = z.object({fonts: z.array(family).min(1), math: family})
const scriptsFile = z.object({fonts: z.array(family.extend({scripts: z.array(z.string()).min(1), languages: z.array(z.string()), signs: z.string().optional()}))})

/** Every file that a theme must have; the others it may have of its own, or else it has those of `templates/common/`. */
const required = ['theme.yaml', 'print.css', 'web.css', 'epub.css']

/** Style sheets in front of which the common ones are set: what every edition has, and what is of the same name. */
const shared = ['print.css', 'web.css', 'epub.css']
const everywhere = 'numbers.css'

/** What a theme is loaded with. `templates` is the folder of all themes; `from`: where packages of fonts may lie as well. */
export type Loading = {readonly style?: string; readonly templates?: string; readonly from?: string}

/**
 * Load a theme with the font files for the given characters, and the author's own style sheet. Faces that the theme has
 * for code alone come only where there is code. A theme of the program goes by its name, one of the author's by its files:
 * what is wrong with that is a message, and another stands in for it, so that the rest is looked at all the same.
 * Throws a UsageError where there is no such theme, the program's lacks something, or the style sheet cannot be read.
 */
export async function loadTheme(theme: string | OwnTheme, characters: Characters, loading: Loading = {}): Promise<Theme> {
  try {
    return await load(theme, characters, loading)
  } catch (fault) {
    if (!(fault instanceof ThemeFault)) throw fault
    const {message: reason, remedy, line} = fault
    if (typeof theme === 'string') throw new UsageError(`${reason} (templates/${theme}/theme.yaml${line === undefined ? '' : `:${line}`})`, remedy)
    const standIn = await loadTheme('classic', characters, loading)
    return {...standIn, messages: [message('bad-theme', {file: `${theme.name}/theme.yaml`, ...(line !== undefined && {line})}, reason, remedy)]}
  }
}

async function load(theme: string | OwnTheme, characters: Characters, {style: stylePath, templates = house, from}: Loading): Promise<Theme> {
  const {name, folder, own} = await openTheme(theme, templates)
  const {fonts, notes} = readThemeFile(own.get('theme.yaml') ?? '')
  const [chosen, style, common, files] = await Promise.all([
    chooseFonts(fonts, await readSubstitutes(templates), characters, [folder, from].filter(path => path !== undefined)),
    stylePath === undefined ? undefined : readStyle(stylePath),
    readFile(join(templates, 'common.css'), 'utf8'),
    readFolder(join(templates, 'common')).then(shared => heightened(overCommon(own, shared), characters))
  ])
  const loaded: Theme = {name, files: new Map([...files, ['common.css', common]]), fonts: chosen.fonts, messages: [...chosen.messages, ...style?.messages ?? []], ...(notes && {notes}), ...(style && {style: {name: style.name, text: style.text}})}
  return {...loaded, messages: [...loaded.messages, ...await check(theme, loaded, fonts)]}
}

/** Check what is not the program's. The checks are loaded on demand: their dictionary of CSS takes longer to load than a theme. */
async function check(theme: string | OwnTheme, loaded: Theme, fonts: readonly FamilyChoice[]): Promise<readonly Message[]> {
  const ofTheme = typeof theme === 'string' ? [] : (await import('./theme-check.ts')).checkTheme(theme, fonts.map(({family}) => family))
  const ofStyle = loaded.style ? (await import('./style-check.ts')).checkStyle(loaded) : []
  return [...ofTheme, ...ofStyle]
}

type Opened = {readonly name: string; readonly folder?: string; readonly own: ReadonlyMap<string, string>}

async function openTheme(theme: string | OwnTheme, templates: string): Promise<Opened> {
  return typeof theme === 'string' ? {name: theme, own: await readTheme(theme, templates)} : {...theme, own: theme.files}
}

/** Read a theme's own file, which may be by anybody. Throws ThemeFault. */
function readThemeFile(text: string): {readonly fonts: readonly FamilyChoice[]; readonly notes?: 'end'} {
  const lines = new LineCounter()
  const yaml = parseDocument(text, {lineCounter: lines})
  const [fault] = yaml.errors
  if (fault) throw new ThemeFault(`Unexpected YAML, expected keys and values (${fault.message.split('\n')[0] ?? ''})`, 'Mend the line.', fault.linePos?.[0].line ?? 1)
  const checked = themeFile.safeParse(yaml.toJS())
  if (!checked.success) throw unlikeTheSchema(checked.error, keys => lineOf(yaml.getIn(keys, true), lines))
  const {fonts, notes} = checked.data
  return {fonts: fonts.map((family, index) => ({...family, line: lineOf(yaml.getIn(['fonts', index], true), lines)})), ...(notes && {notes})}
}

function unlikeTheSchema({issues: [issue]}: z.ZodError, lineAt: (keys: readonly (string | number)[]) => number): ThemeFault {
  const keys = issue?.path.filter(key => typeof key !== 'symbol') ?? []
  const expected = keys[0] === 'notes' ? '`end`, or no such key' : 'a list of `fonts`, each with family, package and faces'
  return new ThemeFault(`Unexpected value of \`${keys.join('.')}\`, expected ${expected} (${issue?.message ?? ''})`, 'Compare it with a theme of the program: `pamphleteer theme DIR` writes one.', lineAt(keys))
}

/** The line of a node; the first where a value is missing altogether. */
function lineOf(node: unknown, lines: LineCounter): number {
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
}

async function readSubstitutes(templates: string): Promise<Substitutes> {
  const read = async (name: string): Promise<unknown> => parse(await readFile(join(templates, name), 'utf8'))
  const {fonts, math} = fallbackFile.parse(await read('fallback.yaml'))
  return {symbols: fonts, math, scripts: scriptsFile.parse(await read('scripts.yaml')).fonts}
}

/** Read the own files of a theme of the program. Throws UsageError where there is none of that name. */
export async function readTheme(name: string, templates: string = house): Promise<ReadonlyMap<string, string>> {
  const names = await themeNames(templates)
  if (!names.includes(name)) {
    const nearest = names.toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? 'classic'
    throw new UsageError(`Unexpected theme \`${name}\`, expected one of ${names.join(', ')}`, distance(name, nearest) <= nearest.length / 2 ? `Did you mean \`${nearest}\`?` : 'Write one of these names, or the path of a theme of your own as `./mine`.')
  }
  const folder = join(templates, name)
  const entries = (await readdir(folder)).toSorted()
  const missing = required.filter(file => !entries.includes(file))
  if (missing.length > 0) throw new UsageError(`Unexpected theme \`${name}\` without ${missing.join(', ')}, expected ${required.join(', ')}`, 'Copy the missing files from `templates/classic/`.')
  return readFolder(folder)
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = (await readdir(folder)).toSorted().filter(entry => /\.(?:html|css|yaml)$/.test(entry))
  return new Map(await Promise.all(entries.map(async entry => [entry, await readFile(join(folder, entry), 'utf8')] as const)))
}

/** Put a theme's files over the common ones, and the parts of a page, `<!-- cover.html -->`, in their places. */
function overCommon(own: ReadonlyMap<string, string>, common: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const files = new Map([...common, ...own])
  for (const name of shared) files.set(name, [everywhere, name].map(sheet => `${common.get(sheet) ?? ''}\n`).join('') + (own.get(name) ?? ''))
  files.set('print.html', (files.get('print.html') ?? '').replaceAll(/<!-- ([a-z-]+\.html) -->/g, (place, name: string) => files.get(name) ?? place))
  return files
}

/** Where letters are taller than Latin ones, pages have higher lines; a reading system has its own. */
function heightened(files: ReadonlyMap<string, string>, {lang}: Characters): ReadonlyMap<string, string> {
  return new Map([...files, ['print.css', withTallLines(files.get('print.css') ?? '', lang)]])
}

/** The names of all themes, in order: every folder of `templates/` that has a `theme.yaml`. */
export async function themeNames(templates: string = house): Promise<readonly string[]> {
  const entries = await readdir(templates, {withFileTypes: true, recursive: true})
  return entries.filter(entry => entry.name === 'theme.yaml').map(entry => basename(entry.parentPath)).toSorted()
}

async function readStyle(path: string): Promise<ClosedStyle & {readonly name: string}> {
  try {
    return {name: basename(path), ...closedStyle(basename(path), await readFile(path, 'utf8'))}
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`Unexpected style sheet \`${path}\`, expected a file that can be read (${reason})`, 'Give the path of a CSS file.')
  }
}
