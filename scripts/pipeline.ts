/** The way through the house: the stages in their order. */
import type {Browser} from './adapters/browser.ts'
import type {Disk} from './adapters/disk.ts'
import {drawingMessages} from './checks/drawings.ts'
import {layoutMessages} from './checks/layout.ts'
import type {BuildOptions} from './command-line.ts'
import type {Edition} from './editions.ts'
import {editions} from './editions.ts'
import {buildDate} from './manuscript/date.ts'
import {read} from './manuscript/read.ts'
import {fails, inOrder} from './messages.ts'
import {record, sums} from './record.ts'
import {compose} from './text/compose.ts'
import {enginesFor} from './text/engines.ts'
import type {Artifact, BuildDate, EditionName, Manuscript, Message, Metadata, PagePatch, Pages, Pamphlet, Theme} from './types.ts'
import {charactersIn} from './typeset/characters.ts'
import {compositorScript} from './typeset/compositor.ts'
import {applyPatch} from './typeset/in-page/apply-patch.ts'
import {takeComposition} from './typeset/in-page/composition.ts'
import {inspect} from './typeset/in-page/inspect.ts'
import type {Printer} from './typeset/paginate.ts'
import {paginate} from './typeset/paginate.ts'
import {checkStyle} from './typeset/style-check.ts'
import {loadTheme} from './typeset/theme.ts'
import {write} from './write.ts'

/** Everything that is not a value: handed in, so that a build is a function of its options and of this. */
export type World = {
  readonly disk: Disk
  readonly browser: () => Promise<Browser>
  readonly lastCommit: (path: string) => Promise<Date | undefined>
  readonly sourceDateEpoch: string | undefined
  readonly nodeVersion: string
  /** Tell that a stage begins, and by calling what comes back that it is done. */
  readonly stage: (name: string) => () => void
}

/** What came of a build. `artifacts` is empty where nothing was written; the record is there in any case of a pamphlet. */
export type Outcome = {readonly built: boolean; readonly artifacts: readonly Artifact[]; readonly messages: readonly Message[]; readonly record?: Artifact}

/** Build the editions that the options ask for and write them. Throws UsageError and EnvironmentError. */
export async function build(options: BuildOptions<EditionName>, world: World): Promise<Outcome> {
  const manuscript = await staged(world, 'read', () => read(options.path, world.disk))
  if (!isManuscript(manuscript)) return {built: false, artifacts: [], messages: inOrder(manuscript.messages)}
  const pamphlet = await staged(world, 'compose', async () => compose(withTheme(manuscript, options.theme), await enginesFor(manuscript)))
  const theme = await staged(world, 'theme', () => loadTheme(pamphlet.metadata.theme, charactersIn(pamphlet), options.style))
  const date = await buildDate({...dateSources(options, world, pamphlet.metadata), lastCommit: () => world.lastCommit(options.path)})
  const early = [...pamphlet.messages, ...theme.messages, ...checkStyle(theme), ...drawingMessages(pamphlet.assets, theme.fonts)]
  if (early.some(message => fails(message, options.strict))) return finish({built: false, messages: early, artifacts: []}, {pamphlet, theme, date}, world)
  const {artifacts, pages, browserVersion} = await makeEditions(options, {pamphlet, theme, date}, world)
  const messages = [...early, ...layoutMessages(pages?.observations ?? [], theme.style?.name)]
  const built = !messages.some(message => fails(message, options.strict))
  const outcome = finish({built, messages, artifacts}, {pamphlet, theme, date}, world, pages, browserVersion)
  if (built && outcome.record) await staged(world, 'write', () => write([...outcome.artifacts], options.out))
  return outcome
}

type Made = {readonly pamphlet: Pamphlet; readonly theme: Theme; readonly date: BuildDate}

/** Make the editions side by side; pages are printed once, for all that need them. */
async function makeEditions(options: BuildOptions<EditionName>, made: Made, world: World) {
  const asked = editions.filter(({name}) => options.editions.includes(name))
  let printed: Promise<Pages> | undefined
  const pages = () => printed ??= staged(world, 'pages', async () => paginate(made.pamphlet, made.theme, printer(await world.browser())))
  const make = ({name, make: makeEdition}: Edition) => staged(world, `edition ${name}`, () => makeEdition({...made, pages}))
  const artifacts = (await Promise.all(asked.map(make))).flat()
  const browserVersion = printed && (await world.browser()).version
  return {artifacts, pages: await printed, browserVersion}
}

/** Lay a page out, with its pages composed and measured as a reader would see them, ready to be printed. */
function printer(browser: Browser): Printer {
  return async ({html, resources, sheet, textWidthPx, compositor}) => {
    const page = await browser.open({html, resources}, {widthPx: textWidthPx, heightPx: sheet.heightPx})
    const notLoaded = [...page.broken, ...page.blocked()].map(what => ({kind: 'not-loaded' as const, at: '', what}))
    await page.run(await compositorScript(compositor))
    const composition = await page.evaluate(takeComposition)
    const observations = [...await page.evaluate(inspect), ...notLoaded]
    const print = async (patch: PagePatch) => {
      await page.evaluate(applyPatch, patch)
      const printing = page.print({widthPx: sheet.widthPx, heightPx: sheet.heightPx, tagged: true, outline: true})
      const [pdf, {readPlaces}] = await Promise.all([printing, import('./adapters/pdf.ts')])
      return {pdf, ...await readPlaces(pdf)}
    }
    return {composition, observations, print, close: page.close}
  }
}

/** Put messages in order and draw up the record; a build that failed has one too, but no artifacts. */
function finish(outcome: Outcome, {pamphlet, theme, date}: Made, {nodeVersion}: World, pages?: Pages, browser?: string): Outcome {
  const messages = inOrder(outcome.messages)
  const artifacts = outcome.built ? outcome.artifacts : []
  const versions = {node: nodeVersion, fonts: theme.fonts.map(font => font.source), ...(browser !== undefined && {browser})}
  const recorded = record({pamphlet: pamphlet.metadata, date, versions, artifacts, messages, ...(pages && {pages})})
  return {built: outcome.built, messages, record: recorded, artifacts: outcome.built ? [...artifacts, recorded, sums(artifacts, recorded)] : []}
}

function dateSources({date}: BuildOptions, {sourceDateEpoch}: World, metadata: Metadata) {
  return {
    ...(date !== undefined && {option: date}),
    ...(sourceDateEpoch !== undefined && {sourceDateEpoch}),
    ...(metadata.date !== undefined && {metadataDate: metadata.date})
  }
}

function isManuscript(value: Manuscript | {readonly messages: readonly Message[]}): value is Manuscript {
  return 'metadata' in value
}

function withTheme(manuscript: Manuscript, theme: string | undefined): Manuscript {
  return theme === undefined ? manuscript : {...manuscript, metadata: {...manuscript.metadata, theme}}
}

/** Run a stage between its beginning and its end, as the report shows them. */
async function staged<Value>({stage}: World, name: string, run: () => Value | Promise<Value>): Promise<Value> {
  const done = stage(name)
  try {
    return await run()
  } finally {
    done()
  }
}
