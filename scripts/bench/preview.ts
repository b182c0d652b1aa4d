/** Measures the preview as its user meets it: from a save to the pages on the screen, again and again, and its memory. */
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {previewStandard} from '../command-line/shared-options.ts'
import type {Preview} from '../preview/preview.ts'
import {preview} from '../preview/preview.ts'
import type {Memory} from './memory.ts'
import {memoryLines, memoryOf} from './memory.ts'
import {treeOf} from './processes.ts'
import type {Viewer} from './viewer.ts'
import {openViewer} from './viewer.ts'

/** When what was painted, in ms of this process's clock: `looked` for the pages in view, `shown` when all are known. */
type Painted = {readonly kind: string; readonly ms: number}

const limitMs = 120_000
/** Engines compile and caches fill in the first builds. */
const warmUps = 20
/** So often is the memory measured, so that a growth is told from a leap. */
const measurings = 5

/** Save a word of the manuscript (in a copy) so many times and tell what it took. Throws where this machine has no browser. */
export async function measurePreview(path: string, runs: number, tell: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-dev-'))
  const viewer = await openViewer()
  if (!viewer) throw new Error('Expected a browser to look with')
  const running = await preview({path: copyOf(path, folder), port: 0, editor: previewStandard.editor, say: tell})
  try {
    await measure(running, viewer, {folder, runs, tell})
  } finally {
    await viewer.close()
    await running.close()
    rmSync(folder, {recursive: true, force: true})
  }
}

function copyOf(path: string, folder: string): string {
  const isFolder = statSync(path).isDirectory()
  cpSync(path, isFolder ? folder : join(folder, 'text.md'), {recursive: true})
  return isFolder ? folder : join(folder, 'text.md')
}

type Task = {readonly folder: string; readonly runs: number; readonly tell: (line: string) => void}

async function measure(running: Preview, viewer: Viewer, {folder, runs, tell}: Task): Promise<void> {
  const {page, next} = await look(running.address, viewer)
  const edit = editor(folder)
  await page.evaluate(`location.hash = ${JSON.stringify(`#${edit.name}:${edit.line}`)}`)
  const [firsts, wholes]: [number[], number[]] = [[], []]
  const held: Memory[] = []
  let processorBefore: Awaited<ReturnType<typeof processorMs>> = [0, 0]
  for (let run = 0; run < runs + warmUps; run++) {
    if (run === warmUps) processorBefore = await processorMs(running, viewer)
    if (run >= warmUps && (run - warmUps) % Math.ceil(runs / measurings) === 0) held.push(await memoryOf(running, viewer, page))
    const start = performance.now()
    const painted = next(`Expected save ${run} to be shown`)
    edit.save(run)
    const {first, whole} = await painted
    if (run < warmUps) continue
    firsts.push(first - start)
    wholes.push(whole - start)
  }
  held.push(await memoryOf(running, viewer, page))
  const [own, viewers] = (await processorMs(running, viewer)).map((ms, index) => Math.round((ms - (processorBefore[index] ?? 0)) / runs))
  tell(`${runs} saves, visible spread: p50 ${percentile(firsts, 50)} ms, p95 ${percentile(firsts, 95)} ms; all pages: p50 ${percentile(wholes, 50)} ms, p95 ${percentile(wholes, 95)} ms`)
  tell(`processor time a save: ${own} ms for the pages, ${viewers} ms to look at them; load ${loadavg().map(load => load.toFixed(1)).join(' ')}`)
  for (const line of memoryLines(held)) tell(line)
}

/** Open the preview in a tab; `next` waits for the paintings of the next save. */
async function look(address: string, viewer: Viewer) {
  const page = await viewer.tab()
  let hear: (painted: Painted) => void = () => undefined
  await page.exposeFunction('hearPainted', (kind: string) => hear({kind, ms: performance.now()}))
  await page.evaluateOnNewDocument('addEventListener("painted", event => globalThis.hearPainted(event.detail.kind))')
  await page.goto(address)
  await page.waitForFunction('Number(document.documentElement.dataset.shown) > 0', {timeout: limitMs})
  const next = (expected: string) => new Promise<{readonly first: number; readonly whole: number}>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(expected)), limitMs)
    let first: number | undefined
    hear = ({kind, ms}) => {
      first ??= ms
      if (kind !== 'shown') return
      clearTimeout(timer)
      resolve({first, whole: ms})
    }
  })
  return {page, next}
}

/** Saves that change one word in the first paragraph of the first chapter. */
function editor(folder: string) {
  const name = readdirSync(folder).filter(file => file.endsWith('.md')).toSorted()[0] ?? ''
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  const at = lines.findLastIndex(line => /^[A-Z][^|]{60,}/.test(line))
  const save = (run: number) => writeFileSync(join(folder, name), lines.with(at, `Save ${String(run)}. ${lines[at] ?? ''}`).join('\n'))
  return {name, line: at + 1, save}
}

/** The processor's time that the preview has had so far, in ms: this process with the browser that prints, and the one that looks. */
async function processorMs(running: Preview, viewer: Viewer): Promise<readonly [preview: number, viewer: number]> {
  const {user, system} = process.cpuUsage()
  return [(user + system) / 1000 + treeOf(await running.browserProcess()).processorMs, treeOf(viewer.processId).processorMs]
}

function percentile(times: readonly number[], percent: number): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * percent / 100))] ?? 0)
}
