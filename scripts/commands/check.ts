/** The command `check`: the preflight. Manuscripts, PDFs and EPUBs in, findings, a page to look at and an exit code out. */
import {basename, join} from 'node:path'
import {launchAhead} from '../adapters/browser.ts'
import {realDisk} from '../adapters/disk.ts'
import {lastCommit} from '../adapters/git.ts'
import {drawPages} from '../adapters/page-pictures.ts'
import {findingOf, placed} from '../checks/preflight/place.ts'
import {gather, mostPlaces, otherPlaces, pagesText, type Alike, type PlacedFinding} from '../checks/preflight/alike.ts'
import {purposeNames, type Purpose} from '../checks/preflight/purpose.ts'
import {reportPage, type FileReport, type PageReport} from '../checks/preflight/report.ts'
import {checkDate, standard} from '../command-line/build-options.ts'
import type {Given} from '../command-line/values.ts'
import {optional, quote, suggestion, valueOf} from '../command-line/values.ts'
import type {Surroundings} from '../commands.ts'
import {coverageOf, type Coverage} from '../pdf/press/coverage.ts'
import {measurePlates} from '../pdf/press/plates.ts'
import {make} from '../pipeline.ts'
import {checkBook, type Checked} from '../preflight.ts'
import type {Places, Report} from '../report.ts'
import {displayedPath} from '../report.ts'
import type {Artifact, Json, Message, Place, RuleId} from '../types.ts'
import {UsageError} from '../types.ts'
import {write} from '../write.ts'
import {namesApart} from '../write/names-apart.ts'
import {placesOf, stop} from './build.ts'
import {picturesOf, reportWithin} from './foreign-pdf.ts'
import {manuscriptPath} from './manuscript-path.ts'

type CheckOptions = {readonly out: string; readonly purpose?: Purpose; readonly json: boolean; readonly strict: boolean; readonly theme?: string; readonly style?: string; readonly date?: string; readonly browser?: string}

/** Check what was named and tell. Gives the exit code: 0 nothing to mend, 1 errors. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const options = optionsOf(given)
  const files = given.operands.length === 0 ? [standard.path] : given.operands
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(abort, signal, report))
  const seen: Seen[] = []
  for (const path of files) seen.push(await see(path, options, abort.signal, report))
  for (const {messages, places} of seen) report.messages(messages, places)
  tell(seen, options)
  const looked = seen.filter(({reports: found}) => found.length > 0)
  const names = namesApart(looked.map(({name, kind}) => ({name, kind})))
  const pages = looked.map((each, index) => pageArtifact(names[index] ?? '', each))
  if (pages.length > 0) await write(pages, options.out)
  if (!options.json) for (const page of pages) process.stdout.write(`${displayedPath(`${options.out}/${page.name}`, process.cwd())}\n`)
  return seen.some(each => fails(each, options.strict)) ? 1 : 0
}

async function see(path: string, options: CheckOptions, signal: AbortSignal, report: Report): Promise<Seen> {
  if (isPdf(path)) return seePdf(path, options)
  return /\.epub$/i.test(path) ? seeBook(path) : seeManuscript(await manuscriptPath(path), options, signal, report)
}

function isPdf(path: string): boolean {
  return /\.pdf$/i.test(path)
}

/** Whom the PDFs are for, where the user says so. Of a manuscript it is known. */
function purposeAsked(given: Given): Purpose | undefined {
  const word = valueOf(given, 'for')
  if (word === undefined) return undefined
  const [names, purpose] = [Object.keys(purposeNames), Object.entries(purposeNames).find(([name]) => name === word)?.[1]]
  const choice = names.map(name => `\`${name}\``).join(', ')
  if (purpose === undefined) throw new UsageError(`Unexpected \`--for ${quote(word).slice(1)}, expected one of ${choice}`, suggestion(word, names) ?? `Choose from ${choice}.`)
  if (!given.operands.some(isPdf)) throw new UsageError('Unexpected `--for` without a PDF, expected one', 'Name a PDF; of a manuscript its press file is checked.')
  return purpose
}

function optionsOf(given: Given): CheckOptions {
  const purpose = purposeAsked(given)
  const date = valueOf(given, 'date')
  return {
    out: valueOf(given, 'out') ?? standard.out, json: given.options.has('json'), strict: given.options.has('strict'),
    ...(purpose && {purpose}), ...optional('theme', given), ...optional('style', given), ...optional('browser', given), ...(date === undefined ? {} : {date: checkDate(date)})
  }
}

function tell(seen: readonly Seen[], {json}: CheckOptions): void {
  const reports = seen.flatMap(({reports: found}) => found)
  process.stdout.write(json ? `${JSON.stringify(reports.map(asJson), null, 2)}\n` : seen.flatMap(({reports: found, places: {folder}}) => found.map(report => told(report, folder))).join(''))
}

function fails({built, reports}: Seen, strict: boolean): boolean {
  return !built || reports.some(({findings}) => findings.some(({severity}) => severity === 'error' || (strict && severity === 'warning')))
}

/** What came of one file of the command line. */
type Seen = {readonly name: string; readonly kind?: string; readonly built: boolean; readonly places: Places; readonly messages: readonly Message[]; readonly reports: readonly FileReport[]}

async function seeManuscript(path: string, options: CheckOptions, signal: AbortSignal, report: Report): Promise<Seen> {
  const {browser} = await launchAhead({signal, say: line => process.stderr.write(`${line}\n`), ...(options.browser !== undefined && {executable: options.browser})})
  try {
    const outcome = await make({...options, path, editions: ['print', 'epub'], strict: false}, {
      disk: realDisk, browser: () => browser, lastCommit, sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'], nodeVersion: process.version, stage: report.stage
    })
    const checked = outcome.checked ?? []
    // What the findings say themselves is not said twice.
    const others = checked.length === 0 ? outcome.messages : outcome.messages.filter(({ruleId}) => ruleId !== 'low-resolution' && !checked.some(({findings}) => findings.some(({rule}) => rule === ruleId)))
    const ofPages = others.filter(({ruleId}) => pageRules.has(ruleId))
    const reports = await Promise.all(checked.map(each => reportOf(each, ofPages)))
    const messages = others.filter(({ruleId, place}) => !reports.some(({findings}) => findings.some(({rule, place: at}) => rule === ruleId && at === place)))
    const books = (await Promise.all(outcome.artifacts.filter(({mediaType}) => mediaType === 'application/epub+zip').map(bookReport))).map(book => withoutTold(book, messages))
    const name = outcome.record?.name.replace(/\.json$/, '') ?? 'pamphlet'
    return {name, built: checked.length > 0, places: placesOf({...options, path}), messages, reports: [...reports, ...books]}
  } finally {
    await browser.then(started => started.close(), () => undefined)
  }
}

/** What the build says of its pages, which a shop would see as well. */
const pageRules: ReadonlySet<RuleId> = new Set<RuleId>(['overfull-line', 'overfull-cover', 'too-tall', 'late-figure', 'stacked-table', 'small-formula', 'crowded-page', 'simpler-pages', 'hidden-text', 'missing-glyph', 'fallback-font', 'unreadable-table'])

const mostBytes = 512 * 1_048_576

async function bytesOf(path: string, expected: string): Promise<Uint8Array> {
  const read = await realDisk.readFile(path, mostBytes)
  if (read.fault !== undefined) throw new UsageError(`Unexpected ${read.fault === 'folder' ? 'folder' : `${read.fault} file`} \`${path}\`, expected ${expected} of at most 512 MiB`, 'Check its name.')
  return read.value
}

async function seeBook(path: string): Promise<Seen> {
  const bytes = await bytesOf(path, 'an EPUB')
  return {name: basename(path).replace(/\.epub$/i, ''), kind: 'epub', built: true, places: {folder: '.'}, messages: [], reports: [await bookReport({name: basename(path), bytes})]}
}

/** A book has no pages to be drawn. */
async function bookReport({name, bytes}: Pick<Artifact, 'name' | 'bytes'>): Promise<FileReport> {
  return {name, pages: [], findings: await checkBook(bytes, process.env['PATH'] ?? '')}
}

/** What a build said at its place in the manuscript, its book need not say again. */
const saidAs: ReadonlyMap<RuleId, RuleId> = new Map([['book-head', 'skipped-heading'], ['book-picture', 'missing-alt']])

function withoutTold(book: FileReport, messages: readonly Message[]): FileReport {
  return {...book, findings: book.findings.filter(({rule}) => !messages.some(({ruleId}) => ruleId === saidAs.get(rule)))}
}

async function seePdf(path: string, {purpose}: CheckOptions): Promise<Seen> {
  const report = await reportWithin({name: basename(path), bytes: await bytesOf(path, 'a PDF'), ...(purpose && {purpose})})
  return {name: basename(path).replace(/\.pdf$/i, ''), kind: 'pdf', built: true, places: {folder: '.'}, messages: [], reports: [report]}
}

async function reportOf({file: {artifact, views, inks, printed}, findings, origin, printedPdf}: Checked, messages: readonly Message[]): Promise<FileReport> {
  const pictures = await picturesOf(artifact.bytes, views.length)
  const coverages = new Map<number, Coverage>()
  await drawPages(printedPdf, coveragePpi, ({page, rgb}) => void coverages.set(page, coverageOf(rgb, inks)))
  // A cover's sheet is put together from several pages.
  const sheets = await measurePlates(artifact.bytes, views.filter(({page}) => printed[page - 1] === undefined))
  const pages = views.map(({page, media, trim}): PageReport => ({page, media, trim, picture: pictures.get(page), coverage: coverages.get(printed[page - 1] ?? 0) ?? sheets.get(page) ?? 'it could not be drawn'}))
  const told = messages.flatMap(each => findingOf(each, origin) ?? [])
  return {name: artifact.name, pages, findings: [...findings.map((finding): PlacedFinding => placed(finding, origin)), ...told].toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))}
}

/** The printed pages are drawn whole, their bleed included: the share of an ink is that of the sheet. */
const coveragePpi = 36

/** A page is called by its file, or where a manuscript is checked by what that is called in `dist`. */
function pageArtifact(name: string, {kind, reports}: Pick<Seen, 'kind' | 'reports'>): Artifact {
  const title = kind === undefined ? name : reports[0]?.name ?? name
  return {name: `${name}-preflight.html`, mediaType: 'text/html', bytes: new TextEncoder().encode(reportPage(title, reports)), facts: {}}
}

function told({name, heldTo, findings, pages}: FileReport, folder: string): string {
  const placeText = ({file, line = 1, column = 1}: Place) => `${join(folder, file)}:${line}:${column}`
  const groups = gather(findings)
  const lines = groups.map(group => {
    const {first: {severity, place, reason, rule, remedy}} = group
    const [where, others] = [pagesText(group), otherPlaces(group)]
    const also = others.length === 0 ? '' : `  Also ${others.slice(0, mostPlaces).map(placeText).join(', ')}${others.length > mostPlaces ? ` and ${others.length - mostPlaces} more places` : ''}.\n`
    return `${place ? placeText(place) : name}: ${severity}: ${reason}${where === undefined ? '' : `, on ${where}`} (${rule})\n${also}  ${remedy}\n`
  })
  return `${lines.join('')}${name}: ${pages.length === 0 ? '' : `${counted(pages.length, 'page')} `}checked${heldTo === undefined ? '' : ` as ${heldTo}`}, ${foundText(groups)}.\n`
}

function foundText(groups: readonly Alike[]): string {
  if (groups.length === 0) return 'nothing found'
  const isSound = groups.every(({first: {severity}}) => severity === 'note')
  return isSound ? `nothing to mend, ${counted(groups.length, 'note')}` : counted(groups.length, 'finding')
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function asJson({name, pages, findings}: FileReport): Json {
  return {
    name,
    pages: pages.map(({page, coverage}) => ({page, ...(typeof coverage === 'string' ? {inkUnknown: coverage} : {ink: coverage.inks, mostInk: coverage.most})})),
    findings: findings.map(({rule, severity, page, box, place, reason, remedy}) => ({
      rule, severity, page: page ?? null, box: box ? [box.left, box.bottom, box.right, box.top].map(value => Math.round(value * 100) / 100) : null,
      place: place ? {file: place.file, line: place.line ?? null, column: place.column ?? null} : null, reason, remedy
    }))
  }
}
