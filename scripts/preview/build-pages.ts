/** From the manuscript to its pages, by the stages of a build, for looking at: the pages that are looked at come first. */
import type {Browser} from '../adapters/browser.ts'
import type {Disk} from '../adapters/disk.ts'
import {drawingMessages} from '../checks/drawings.ts'
import {layoutMessages} from '../checks/layout.ts'
import type {Unreadable} from '../manuscript/read.ts'
import {read} from '../manuscript/read.ts'
import {atHome, fails, inOrder} from '../messages.ts'
import type {ComposeFile} from '../text/compose.ts'
import {compose} from '../text/compose.ts'
import {enginesFor} from '../text/engines.ts'
import type {Composition, Manuscript, Message, Pages, Pamphlet, SourceFile, Theme} from '../types.ts'
import {charactersIn} from '../typeset/characters.ts'
import type {Printer} from '../typeset/paginate.ts'
import {paginate} from '../typeset/paginate.ts'
import {printerIn} from '../typeset/printer.ts'
import {checkRoom} from '../typeset/room-check.ts'
import {themeNames} from '../typeset/theme.ts'
import type {Amendment, Base} from './amending/amend.ts'
import {amend} from './amending/amend.ts'
import type {Memory} from './remember.ts'
import type {LoadTheme} from './remember-theme.ts'
import type {KeepStanding} from './standing-page.ts'
import type {Turn} from './turns.ts'

export type Source = {readonly path: string; readonly theme?: string; readonly style?: string}

/** The pages that somebody looks at, printed before all others: `pdf` holds them in the order of `pages`. */
export type Look = {readonly pdf: Uint8Array; readonly pages: readonly number[]; readonly count: number}

export type Workshop = {
  readonly disk: Disk
  readonly memory: Memory
  readonly composeFile: ComposeFile
  readonly loadTheme: LoadTheme
  readonly standing: KeepStanding
  readonly browser: () => Promise<Browser>
  /** The pages that are looked at, from 1, in order. */
  readonly visible: () => readonly number[]
  /** Shows them; settles when they are on the screen, or might be: what is to be done next would only keep them waiting. */
  readonly onLook: (look: Look) => Promise<void>
  /** The last whole build, which chapters that changed are put into. */
  readonly last: {base: Base | undefined}
  /** Whether somebody looks at what is made of whole builds alone. */
  readonly needsWhole: () => boolean
}

/** Errors of the manuscript leave its messages alone. */
export type PagesBuilt =
  | {readonly isWhole: true; readonly pamphlet: Pamphlet; readonly theme: Theme; readonly pages: Pages; readonly files: readonly SourceFile[]; readonly messages: readonly Message[]; readonly amendment?: Amendment}
  | {readonly isWhole: false; readonly messages: readonly Message[]}

/** A newer save has made the build pointless. */
export class Superseded extends Error {}

/** Build the pages. Throws Superseded where a newer save should have its turn, and what the stages throw. */
export async function buildPages(source: Source, turn: Turn, workshop: Workshop): Promise<PagesBuilt> {
  const manuscript = await readNow(source, turn, workshop)
  if (!('metadata' in manuscript)) return {isWhole: false, messages: inOrder(manuscript.messages)}
  const composed = await composeNow(manuscript, source, workshop)
  const {pamphlet, theme} = composed
  const early = [...pamphlet.messages, ...theme.messages, ...checkRoom(pamphlet, theme), ...drawingMessages(pamphlet.assets, theme.fonts)]
  if (early.some(message => fails(message, false))) return {isWhole: false, messages: inOrder(early)}
  stopIf(turn)
  // A theme of the author's may look around a chapter, and count.
  const amendment = manuscript.ownTheme ? undefined : await amended(composed, turn, workshop)
  const pages = amendment?.pages ?? await wholePages(composed, turn, workshop)
  const messages = inOrder(atHome([...early, ...layoutMessages(pages.observations, theme.style?.name ?? (manuscript.ownTheme && `${manuscript.ownTheme.name}/print.css`))], pamphlet.metadata.places?.cover.file))
  if (messages.some(message => fails(message, false))) return {isWhole: false, messages}
  return {isWhole: true, pamphlet, theme, pages, files: manuscript.files, messages, ...(amendment && {amendment})}
}

async function readNow({path, theme}: Source, turn: Turn, {disk, memory: {parse, inspect, age}}: Workshop): Promise<Manuscript | Unreadable> {
  const manuscript = await read(path, disk, {parse, inspect, themes: await themeNames(), ...(theme !== undefined && {theme})})
  age()
  // What was saved while it was read may be in it by half.
  if (turn.isDisturbed()) throw new Superseded()
  return manuscript
}

async function composeNow(manuscript: Manuscript, {path, style}: Source, {composeFile, loadTheme}: Workshop): Promise<Composed> {
  const pamphlet = compose(manuscript, await enginesFor(manuscript), composeFile)
  return {pamphlet, theme: await loadTheme(manuscript.ownTheme ?? pamphlet.metadata.theme, charactersIn(pamphlet, manuscript.files), {from: path, ...(style !== undefined && {style})})}
}

function stopIf(turn: Turn): void {
  if (turn.isSuperseded()) throw new Superseded()
}

type Composed = {readonly pamphlet: Pamphlet; readonly theme: Theme}

/** Put the chapters that changed into the last whole build; undefined where that cannot be. */
async function amended({pamphlet, theme}: Composed, turn: Turn, workshop: Workshop): Promise<Amendment | undefined> {
  const {last: {base}, needsWhole} = workshop
  if (!base || needsWhole()) return undefined
  const browser = await workshop.browser()
  return amend(base, pamphlet, theme, {printer: placeOf => printer(browser, turn, {...workshop, placeOf})})
}

/** Make all pages, and keep them as what later saves are held against. */
async function wholePages({pamphlet, theme}: Composed, turn: Turn, workshop: Workshop): Promise<Pages> {
  const make = printer(await workshop.browser(), turn, workshop)
  let laid: {readonly composition: Composition; readonly html: string} | undefined
  const pages = await paginate(pamphlet, theme, async page => {
    const standing = await make(page)
    laid = {composition: standing.composition, html: page.html}
    return standing
  })
  if (laid) workshop.last.base = {pamphlet, theme, pages, composition: laid.composition, plan: pages, hasReferences: laid.html.includes('data-page-refs="')}
  return pages
}

/** Where pages stand in what is printed, by their numbers in the whole. */
type Placing = Pick<Workshop, 'visible' | 'standing' | 'onLook'> & {readonly placeOf?: (page: number) => number | undefined}

/** Print without tags and bookmarks, which nobody sees, and the pages that are looked at before all others. */
function printer(browser: Browser, turn: Turn, {visible, standing, onLook, placeOf = page => page}: Placing): Printer {
  return printerIn(standing(browser), {
    isTagged: false,
    goOn: () => stopIf(turn),
    first: async ({count, printSome}) => {
      const pages = visible().map(page => ({page, place: placeOf(page) ?? Infinity})).filter(({place}) => place <= count)
      if (pages.length > 0 && pages.length < count) await onLook({pdf: await printSome(pages.map(({place}) => place).join()), pages: pages.map(({page}) => page), count})
    }
  })
}
