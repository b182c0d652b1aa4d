/** What is shown at the moment: the last good pages, what stands in the way of newer ones, and the views made of them. */
import type {KeptDrawings} from '../adapters/kept-drawings.ts'
import {inOrder} from '../messages.ts'
import type {Message, Resource} from '../types.ts'
import {EnvironmentError, UsageError} from '../types.ts'
import type {Audience} from './audience.ts'
import type {Look, PagesBuilt} from './build-pages.ts'
import {createLooking} from './looking.ts'
import {makeBook, makeSheets} from './other-views.ts'
import type {Sheets} from './other-views.ts'
import type {Route} from './server.ts'
import type {Linking, ShownPages, Trouble} from './state.ts'
import {shownMessage, shownPages} from './state.ts'
import type {WarmBrowser} from './warm-browser.ts'

type Whole = Extract<PagesBuilt, {readonly isWhole: true}>
type Good = {readonly whole: Whole; readonly shown: ShownPages}

/** The views that are made when somebody looks, each for the pages of a version. */
type Lazy<Value> = {readonly version: number; readonly value: Value}

export type Show = {
  readonly routes: ReadonlyMap<string, Route>
  readonly busy: (isBusy: boolean) => void
  /** Show the pages that are looked at; settles when they are drawn, or late. */
  readonly look: (look: Look) => Promise<void>
  /** Show a build: its pages, or over the last good ones its errors. */
  readonly built: (built: PagesBuilt) => void
  /** Show that no build was possible. */
  readonly failed: (error: unknown) => void
  /** Whether what is shown is a whole build with some chapters put in since. */
  readonly isAmended: () => boolean
  /** Make the views that somebody looks at and that are not made yet. */
  readonly refresh: () => Promise<void>
}

/** `audience` is told of everything new; `browser` draws the cover of the EPUB, where `drawings` has none. */
export function createShow(audience: Audience, linking: Linking, {browser, drawings}: {readonly browser: WarmBrowser; readonly drawings: KeptDrawings}): Show {
  let [version, stamp, isBusy] = [0, 0, true]
  let good: Good | undefined
  let trouble: Trouble | undefined
  let sheets: Lazy<Sheets> | undefined
  let book: Lazy<Uint8Array> | undefined
  const looking = createLooking((number, {pages, count}) => audience.tell('look', {version: number, after: version, pages, count}))
  const state = () => ({stamp, isBusy, pages: good?.shown, trouble, sheets: sheets && {version: sheets.version, has: sheets.value.pdf !== undefined, messages: sheets.value.messages}, book: book && {version: book.version}})
  const tell = () => audience.tell('state', {stamp: ++stamp})
  const give = (mediaType: string, lazy: Lazy<Uint8Array | undefined> | undefined): Route => query => lazy?.value && query.get('v') === String(lazy.version) ? {mediaType, bytes: lazy.value} : undefined
  return {
    routes: new Map<string, Route>([
      ['GET state.json', () => json(state())],
      ...looking.routes,
      ['GET pages.pdf', query => give('application/pdf', good && {version: good.shown.base, value: good.whole.pages.pdf})(query, '')],
      ['GET pieces.pdf', query => give('application/pdf', good && {version: good.shown.version, value: good.whole.amendment?.pdf})(query, '')],
      ['GET sheets.pdf', query => give('application/pdf', sheets && {version: sheets.version, value: sheets.value.pdf})(query, '')],
      ['GET book.epub', query => give('application/epub+zip', book)(query, '')]
    ]),
    busy: now => {
      isBusy = now
      if (isBusy) looking.begin()
      audience.tell('busy', {isBusy})
    },
    look: looking.show,
    built: built => {
      if (built.isWhole) {
        version++
        trouble = undefined
        const base = good?.whole.pages.pdf === built.pages.pdf ? good.shown.base : version
        good = {whole: built, shown: shownPages(built, {version, base, look: looking.ofBuild()}, linking)}
      } else trouble = {reason: 'The manuscript has errors. These are the last good pages.', messages: errorsFirst(built.messages).map(message => shownMessage(message, good?.shown.blocks ?? [], linking))}
      tell()
    },
    failed: error => {
      trouble = {...wordsOf(error), messages: []}
      tell()
    },
    isAmended: () => good?.whole.amendment !== undefined,
    refresh: async () => {
      const current = good
      if (!current) return
      const {whole, shown} = current
      // What is made of all pages waits for them.
      if (whole.amendment) return
      if (audience.isViewed('sheets') && sheets?.version !== shown.version) {
        sheets = {version: shown.version, value: await makeSheets(whole)}
        sheets = {...sheets, value: {...sheets.value, messages: inOrder(sheets.value.messages)}}
        tell()
      }
      if (audience.isViewed('reader') && book?.version !== shown.version) {
        book = {version: shown.version, value: await browser.survive(() => makeBook(whole, {browser: browser.get, drawings}))}
        tell()
      }
    }
  }
}

/** What keeps newer pages away comes before what could wait. */
function errorsFirst(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

function json(value: unknown): Resource {
  return {mediaType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(value))}
}

function wordsOf(error: unknown): {readonly reason: string; readonly remedy?: string} {
  if (error instanceof UsageError || error instanceof EnvironmentError) return {reason: error.message, remedy: error.remedy}
  return {reason: error instanceof Error ? error.message : String(error)}
}
