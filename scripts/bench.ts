/** Measures the program; `usage` says what. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {launch} from './adapters/browser.ts'
import {realDisk} from './adapters/disk.ts'
import {bareScript} from './bench/bare.ts'
import {measureDesign} from './bench/design.ts'
import {measureGrowth} from './bench/growth.ts'
import {measurePreview} from './bench/preview.ts'
import {measureQuality} from './bench/quality.ts'
import {editions} from './editions.ts'
import {read} from './manuscript/read.ts'
import {build} from './pipeline.ts'
import {snapshotFile} from './start/place.mjs'
import {compose} from './text/compose.ts'
import type {Artifact, Pamphlet, PrintPage, Theme} from './types.ts'
import {charactersIn} from './typeset/characters.ts'
import {firstPlan} from './typeset/front-matter.ts'
import {loadTheme, themeNames} from './typeset/theme.ts'
import {hyphenFonts} from './typeset/hyphen-fonts.ts'
import {typeset} from './typeset/typeset.ts'

const usage = `Usage: npm run bench -- [PATH] [--runs N]        a build: the whole process, each stage, Chromium alone and with a bare script
       npm run bench -- --growth [PATH]          the time a page from about 45 to about 450 pages; PATH with 600 notes
       npm run bench -- --dev [PATH] [--runs N]  how soon the preview shows a save
       npm run bench -- --design [PATH] [--runs N]   what each theme's design adds to the compositor's time
       npm run bench -- --quality FILE.pdf ...   how even the lines of PDFs are, whoever made them

PATH is a manuscript, \`manuscript\` by default; N is 5 by default.
`

const flag = {type: 'boolean', default: false} as const
const options = {runs: {type: 'string', default: '5'}, quality: flag, dev: flag, design: flag, growth: flag, help: {...flag, short: 'h'}} as const

function asked() {
  try {
    return parseArgs({allowPositionals: true, options})
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}

const {values, positionals} = asked()
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}
const path = positionals[0] ?? 'manuscript'
const runs = Math.max(1, Number(values.runs) || 1)
const out = mkdtempSync(join(tmpdir(), 'pamphleteer-bench-'))
const tell = (line: string) => console.log(line)
try {
  await (values.quality ? quality() : values.dev ? measurePreview(path, runs, tell) : values.design ? design() : values.growth ? measureGrowth(out, positionals[0], timeReading, tell) : bench())
} finally {
  rmSync(out, {recursive: true, force: true})
}

async function quality(): Promise<void> {
  for (const file of positionals) console.log(file, await measureQuality(readFileSync(file)))
}

async function design(): Promise<void> {
  const {pamphlet} = await composed()
  const browser = await launch({})
  try {
    for (const name of await themeNames()) await measureDesign(pamphlet, await loadTheme(name, charactersIn(pamphlet)), {browser, runs, tell})
  } finally {
    await browser.close()
  }
}

async function bench(): Promise<void> {
  const whole = repeat(() => timeProcess(program()))
  const stages = await timeStages()
  const page = await printPage()
  const alone = await repeatAsync(() => timeChromium(page))
  const script = await bareScript(page, join(out, 'bare'))
  row(`whole process, all editions`, median(whole))
  for (const [name, times] of stages) row(`  ${name}`, median(times))
  row('Chromium alone: start, load and print the same page', median(alone))
  if (script) tellBeside(script)
  ratio('ratio, whole process to Chromium alone', median(whole) / median(alone))
  await design()
}

/** What is read on a screen against the bare script, in turns: so the machine's own speed, which drifts, is the same for both. */
function tellBeside(script: readonly string[]): void {
  const pairs = Array.from({length: runs}, () => [timeProcess(program('--edition', 'web,read,epub')), timeProcess(script)] as const)
  row('whole process, web, read and epub', median(pairs.map(([ours]) => ours)))
  row('Chromium with a bare script, the whole process', median(pairs.map(([, bare]) => bare)))
  ratio('ratio, web, read and epub to the bare script', median(pairs.map(([ours, bare]) => ours / bare)))
}

/** The arguments of Node that build, as npm's script does. */
function program(...more: readonly string[]): readonly string[] {
  return ['--snapshot-blob', snapshotFile, fileURLToPath(new URL('build.ts', import.meta.url)), path, '--out', out, ...more]
}

function timeProcess(argumentList: readonly string[]): number {
  const start = performance.now()
  const {status} = spawnSync(process.execPath, argumentList, {stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000})
  if (status !== 0) throw new Error(`Unexpected exit code ${status ?? 'none'}, expected 0`)
  return performance.now() - start
}

/** Build in this process, with the clock read at every stage; they overlap, so they add up to more than the whole. */
async function timeStages(): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>()
  for (let run = 0; run < runs; run++) {
    const browser = launch({})
    const stage = (name: string) => {
      const start = performance.now()
      return () => void times.set(name, [...times.get(name) ?? [], performance.now() - start])
    }
    try {
      await build({path, out, editions: editions.map(({name}) => name), strict: false, json: false}, {
        disk: realDisk, browser: () => browser, lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: process.version, stage
      })
    } finally {
      await (await browser).close()
    }
  }
  return times
}

/** Build the reading edition in this process; what is timed is everything but the browser's start, and the patching of the printed pages. */
async function timeReading(manuscript: string): Promise<{readonly pages: number; readonly ms: number; readonly patchingMs: number}> {
  const browser = await launch({})
  const start = performance.now()
  const ends = new Map<string, number>()
  try {
    const {record} = await build({path: manuscript, out: join(out, 'made'), editions: ['read'], strict: false, json: false}, {
      disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: '0', nodeVersion: process.version, stage: name => () => void ends.set(name, performance.now())
    })
    const patchingMs = (ends.get('edition read') ?? Number.NaN) - (ends.get('pages') ?? Number.NaN)
    return {pages: pagesIn(record), ms: performance.now() - start, patchingMs}
  } finally {
    await browser.close()
  }
}

function pagesIn(record: Artifact | undefined): number {
  const said = /"count": (\d+)/.exec(record ? new TextDecoder().decode(record.bytes) : '')
  return Number(said?.[1] ?? Number.NaN)
}

async function printPage(): Promise<PrintPage> {
  const {pamphlet, theme} = await composed()
  return typeset(pamphlet, {theme, hyphens: await hyphenFonts(theme.fonts), plan: firstPlan(pamphlet)})
}

async function composed(): Promise<{readonly pamphlet: Pamphlet; readonly theme: Theme}> {
  const manuscript = await read(path, realDisk)
  if (!('metadata' in manuscript)) throw new Error('Unexpected errors in the manuscript, expected one that builds')
  const pamphlet = compose(manuscript)
  return {pamphlet, theme: await loadTheme(pamphlet.metadata.theme, charactersIn(pamphlet))}
}

async function timeChromium({html, resources, sheet}: PrintPage): Promise<number> {
  const start = performance.now()
  const browser = await launch({})
  const page = await browser.open({html, resources}, {widthPx: sheet.widthPx, heightPx: sheet.heightPx})
  await page.print({widthPx: sheet.widthPx, heightPx: sheet.heightPx, tagged: true, outline: true})
  await browser.close()
  return performance.now() - start
}

function repeat(run: () => number): readonly number[] {
  run()
  return Array.from({length: runs}, run)
}

async function repeatAsync(run: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) times.push(await run())
  return times
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function ratio(name: string, value: number): void {
  console.log(`${name.padEnd(56)}${value.toFixed(2).padStart(8)}`)
}

function row(name: string, milliseconds: number): void {
  console.log(`${name.padEnd(56)}${(milliseconds / 1000).toFixed(3).padStart(8)} s`)
}
