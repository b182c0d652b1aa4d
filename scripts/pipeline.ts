/** The way through the house: the stages in their order. */
import type {Browser} from './adapters/browser.ts'
import type {Disk} from './adapters/disk.ts'
import {drawingKey, noDrawings, type KeptDrawings} from './adapters/kept-drawings.ts'
import type {SheetSource} from './adapters/pdf-sheets.ts'
import {drawingMessages} from './checks/drawings.ts'
import type {Checked} from './preflight.ts'
import {layoutMessages} from './checks/layout.ts'
import type {BuildOptions} from './command-line.ts'
import type {Edition, Ingredients} from './editions.ts'
import type {Binder} from './epub/binder.ts'
import {editions} from './editions.ts'
import {buildDate} from './manuscript/date.ts'
import type {Planned} from './imposition/plan.ts'
import {read} from './manuscript/read.ts'
import {atHome, fails, inOrder} from './messages.ts'
import {giveHints} from './pdf/in-page/hints.ts'
import {record, sums} from './record.ts'
import {compose} from './text/compose.ts'
import {enginesFor} from './text/engines.ts'
import type {Pressed} from './pdf/press/press.ts'
import type {FinishedReading} from './pdf/reading.ts'
import type {Artifact, BuildDate, EditionName, FontFile, Manuscript, Message, Metadata, Pages, Pamphlet, Theme} from './types.ts'
import {charactersIn, charactersInText} from './typeset/characters.ts'
import {paginate} from './typeset/paginate.ts'
import {printerIn} from './typeset/printer.ts'
import {checkRoom} from './typeset/room-check.ts'
import {loadTheme, themeNames} from './typeset/theme.ts'
import {write} from './write.ts'

/** Everything that is not a value: handed in, so that a build is a function of its options and of this. */
export type World = {
  readonly disk: Disk
  readonly browser: () => Promise<Browser>
  readonly lastCommit: (path: string) => Promise<Date | undefined>
  readonly sourceDateEpoch: string | undefined
  readonly nodeVersion: string
  /** Drawings of former builds; nothing is drawn otherwise where they are missing. */
  readonly drawings?: KeptDrawings
  /** A binder of the EPUB that was started ahead, for one book; where there is none it is started when it is wanted. */
  readonly binder?: Binder
  /** Tell that a stage begins, and by calling what comes back that it is done. */
  readonly stage: (name: string) => () => void
}

/** What came of a build. `artifacts` is empty where nothing was written; the record is there in any case. */
export type Outcome = {readonly built: boolean; readonly artifacts: readonly Artifact[]; readonly messages: readonly Message[]; readonly record?: Artifact; readonly checked?: readonly Checked[]}

/** Build the editions that the options ask for and write them. Throws UsageError and EnvironmentError. */
export async function build(options: BuildOptions<EditionName>, world: World): Promise<Outcome> {
  const outcome = await make(options, world)
  await deliver(outcome, options, world)
  return outcome
}

/** Write what was made, where it is to be written. Throws EnvironmentError. */
export async function deliver({built, record, artifacts}: Outcome, {out}: BuildOptions<EditionName>, world: Pick<World, 'stage'>): Promise<void> {
  if (built && record) await staged(world, 'write', () => write([...artifacts], out))
}

/** Build without writing: `checked` holds the press files with what was found in them, where there are any. */
export async function make(options: BuildOptions<EditionName>, world: World): Promise<Outcome> {
  const manuscript = await staged(world, 'read', async () => read(options.path, world.disk, {themes: await themeNames(), ...(options.theme !== undefined && {theme: options.theme})}))
  if (!isManuscript(manuscript)) return unread(inOrder(manuscript.messages), world)
  const pamphlet = await staged(world, 'compose', async () => compose(manuscript, await enginesFor(manuscript)))
  const theme = await staged(world, 'theme', () => loadTheme(manuscript.ownTheme ?? pamphlet.metadata.theme, charactersIn(pamphlet, manuscript.files), {...options, from: options.path}))
  const date = await buildDate({...dateSources(options, world, pamphlet.metadata), lastCommit: () => world.lastCommit(options.path)})
  const early = [...pamphlet.messages, ...theme.messages, ...checkRoom(pamphlet, theme), ...drawingMessages(pamphlet.assets, theme.fonts)]
  if (early.some(message => fails(message, options.strict))) return finish({built: false, messages: early, artifacts: []}, {pamphlet, theme, date}, world)
  const {artifacts, pages, checked, browserVersion, messages: making} = await makeEditions(options, {pamphlet, theme, date}, world)
  const messages = [...early, ...layoutMessages(pages?.observations ?? [], styleOf(theme, manuscript)), ...making]
  const built = !messages.some(message => fails(message, options.strict))
  return finish({built, messages, artifacts, checked}, {pamphlet, theme, date}, world, pages, browserVersion)
}

type Made = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly date: BuildDate}

/** Make the editions side by side; pages are printed once, for all that need them. */
async function makeEditions(options: BuildOptions<EditionName>, made: Made, world: World) {
  const asked = editions.filter(({name}) => options.editions.includes(name))
  const composing = Promise.withResolvers<undefined>()
  let printed: Promise<Pages> | undefined
  const pages = () => printed ??= staged(world, 'pages', async () => paginate(made.pamphlet, made.theme, printerIn(await world.browser(), {isTagged: true, prepare: giveHints, onComposing: () => composing.resolve(undefined)}), world.drawings))
  let read: Promise<FinishedReading> | undefined
  const reading = () => read ??= readingFile(made, pages)
  let pressed: Promise<Pressed> | undefined
  const press = () => pressed ??= pressFile(made, pages)
  let planned: Promise<Planned> | undefined
  const sheets = () => planned ??= planSheets(made, pages)
  const sheetSource = () => openPress(made, pages, press)
  const ingredients = {...made, pages, reading, press, sheets, sheetSource, fontsFor, printPage: singlePrinter(world), browser: world.browser, drawings: world.drawings ?? noDrawings, binder: async () => world.binder ?? (await import('./epub/binder.ts')).startBinder()}
  // Other work is for the time in which the browser composes: before that it would only keep the browser waiting.
  const leisure = async () => asked.some(({needsPages}) => needsPages) ? Promise.race([pages(), composing.promise]) : undefined
  const make = (edition: Edition) => staged(world, `edition ${edition.name}`, () => leisure().then(() => edition.make(ingredients)))
  const check = (edition: Edition) => leisure().then(() => edition.check?.(ingredients) ?? [])
  const [artifacts, messages] = await Promise.all([Promise.all(asked.map(make)), Promise.all(asked.map(check))])
  const browserVersion = printed && (await world.browser()).version
  const {checked, said} = pressed && printed ? await checkPress(await pressed, made, {pages: await printed, isKept: options.editions.includes('print')}, world) : {checked: [], said: []}
  return {artifacts: artifacts.flat(), messages: [...said, ...messages.flat()], pages: await printed, checked, browserVersion}
}

/** The last stage: what the press would make of the files, and what is said of it. */
function checkPress(pressed: Pressed, {pamphlet: {metadata}, theme}: Made, {pages, isKept}: {readonly pages: Pages; readonly isKept: boolean}, world: World): Promise<{readonly checked: readonly Checked[]; readonly said: readonly Message[]}> {
  return staged(world, 'preflight', async () => {
    const {pressFindings, pressMessages} = await import('./preflight.ts')
    const checked = pressFindings(pressed, metadata, pages, theme)
    return {checked, said: pressMessages(checked, isKept)}
  })
}

/** Make the reading edition of the pages. */
async function readingFile({pamphlet, date}: Made, pages: () => Promise<Pages>): Promise<FinishedReading> {
  const [{finishReading}, printed] = await Promise.all([import('./pdf/reading.ts'), pages()])
  return finishReading(printed, pamphlet, date.instant)
}

/** Make the press file of the pages, and the cover where it is a file of its own. */
async function pressFile({pamphlet, theme, date}: Made, pages: () => Promise<Pages>): Promise<Pressed> {
  const {metadata} = pamphlet
  const {finishPress, prepareTools} = await import('./pdf/press/press.ts')
  // What looks at the file afterwards is loaded, too, while the browser still composes.
  const [printed, tools] = await Promise.all([pages(), prepareTools(metadata, theme), import('./preflight.ts')])
  return finishPress({pages: printed, metadata, date, tools})
}

/** Plan the sheets, which begin with the cover. */
async function planSheets({pamphlet: {metadata}}: Made, pages: () => Promise<Pages>): Promise<Planned> {
  const [{planPages}, {trimBox}, {count, sheet}] = await Promise.all([import('./imposition/impose.ts'), import('./pdf/reading.ts'), pages()])
  return planPages({count, trim: trimBox(sheet), metadata})
}

/** Open the press file to draw its pages on sheets; a cover that is a file of its own for the shop is a page of the sheets. */
async function openPress(made: Made, pages: () => Promise<Pages>, press: () => Promise<Pressed>): Promise<SheetSource> {
  const {metadata} = made.pamphlet
  const own = {...made, pamphlet: {...made.pamphlet, metadata: {...metadata, print: {...metadata.print, cover: 'self' as const}}}}
  const pressed = metadata.print.cover === 'self' ? press() : pressFile(own, pages)
  const [{openSheetSource}, {print}] = await Promise.all([import('./adapters/pdf-sheets.ts'), pressed])
  return openSheetSource(print.bytes)
}

/** The faces of the classic theme for a text of the program's own. */
async function fontsFor(text: string, lang: string): Promise<readonly FontFile[]> {
  return (await loadTheme('classic', charactersInText(text, lang))).fonts
}

/** Print a page that stands beside the pamphlet, or find what was printed of the same before. */
function singlePrinter({browser, drawings = noDrawings}: World): Ingredients['printPage'] {
  return async (site, size) => {
    const started = await browser()
    const files = [...site.resources].flatMap(([name, {mediaType, bytes}]) => [name, mediaType, bytes])
    const key = drawingKey(['printed with tags', started.version, JSON.stringify(size), site.html, ...files])
    const found = await drawings.find(key)
    if (found) return found
    const page = await started.open(site, size)
    try {
      const printed = await page.print({...size, tagged: true, outline: false})
      await drawings.keep(key, printed)
      return printed
    } finally {
      await page.close()
    }
  }
}

/** Put messages in order and draw up the record; a build that failed has one too, but no artifacts. */
function finish(outcome: Outcome, {pamphlet, theme, date}: Made, {nodeVersion}: World, pages?: Pages, browser?: string): Outcome {
  const messages = inOrder(atHome(outcome.messages, pamphlet.metadata.places?.cover.file))
  const artifacts = outcome.built ? outcome.artifacts : []
  const versions = {node: nodeVersion, fonts: theme.fonts.map(font => font.source), ...(browser !== undefined && {browser})}
  const recorded = record({pamphlet: pamphlet.metadata, date, versions, artifacts, messages, ...(pages && {pages})})
  return {...outcome, messages, record: recorded, artifacts: outcome.built ? [...artifacts, recorded, sums(artifacts, recorded)] : []}
}

/** What is left of a build where no pamphlet could be read: a record of the messages alone. */
function unread(messages: readonly Message[], {nodeVersion}: World): Outcome {
  return {built: false, artifacts: [], messages, record: record({versions: {node: nodeVersion, fonts: []}, artifacts: [], messages})}
}

function dateSources({date}: BuildOptions, {sourceDateEpoch}: World, metadata: Metadata) {
  return {
    ...(date !== undefined && {option: date}),
    ...(sourceDateEpoch !== undefined && {sourceDateEpoch}),
    ...(metadata.date !== undefined && {metadataDate: metadata.date})
  }
}

/** The style sheet that is not the program's, where there is one: it answers for what a page asks for in vain. */
function styleOf({style}: Theme, {ownTheme}: Manuscript): string | undefined {
  return style?.name ?? (ownTheme && `${ownTheme.name}/print.css`)
}

function isManuscript(value: Manuscript | {readonly messages: readonly Message[]}): value is Manuscript {
  return 'metadata' in value
}

/** Run a stage between its beginning and its end, as the report shows them. */
async function staged<Value>({stage}: Pick<World, 'stage'>, name: string, run: () => Value | Promise<Value>): Promise<Value> {
  const done = stage(name)
  try {
    return await run()
  } finally {
    done()
  }
}
