/** What the preview holds while it runs: this process, the browser that prints, and the one that looks, each by its parts. */
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import type {CDPSession, Page} from 'puppeteer'
import type {Preview} from '../preview/preview.ts'
import {partsOf} from './processes.ts'
import type {Viewer} from './viewer.ts'

/** MB by the name of what holds them. */
export type Memory = ReadonlyMap<string, number>

/**
 * Measure the processes as they stand, pages that they share counted in each; and then the heaps, once what nobody refers to
 * is let go.
 */
export async function memoryOf(running: Preview, viewer: Viewer, page: Page): Promise<Memory> {
  const [printing, looking] = [partsWithAll(await running.browserProcess()), partsWithAll(viewer.processId)]
  const {rss} = process.memoryUsage()
  const heaps = await heapsOf(page)
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  const {heapUsed, arrayBuffers} = process.memoryUsage()
  return new Map([
    ...named('node', [['heap', heapUsed], ['buffers', arrayBuffers], ['all', rss]]),
    ...named('printer', printing),
    ...named('viewer', [...heaps, ...looking])
  ])
}

/** The heap of the page and of its worker, with the buffers that stand beside them. */
async function heapsOf(page: Page): Promise<readonly Part[]> {
  const session = await page.createCDPSession()
  const own = await heapOf(session)
  await session.detach()
  const workers = await Promise.all(page.workers().map(worker => heapOf(worker.client)))
  return [...heapParts('page', [own]), ...heapParts('worker', workers)]
}

type Heap = {readonly usedSize: number; readonly backingStorageSize: number}
type Part = readonly [name: string, bytes: number]

async function heapOf(session: CDPSession): Promise<Heap> {
  await session.send('HeapProfiler.collectGarbage')
  return session.send('Runtime.getHeapUsage')
}

function heapParts(name: string, heaps: readonly Heap[]): readonly Part[] {
  const sum = (of: (heap: Heap) => number) => heaps.reduce((total, heap) => total + of(heap), 0)
  return [[`${name} heap`, sum(heap => heap.usedSize)], [`${name} buffers`, sum(heap => heap.backingStorageSize)]]
}

function partsWithAll(processId: number | undefined): readonly Part[] {
  const parts = [...partsOf(processId)].toSorted()
  return [...parts, ['all', parts.reduce((total, [, bytes]) => total + bytes, 0)]]
}

function named(whose: string, parts: readonly Part[]): readonly (readonly [string, number])[] {
  return parts.map(([name, bytes]) => [`${whose} ${name}`, bytes / 1_048_576])
}

/** One line for each part: what it held at each time, and by how much the last is more than the first. */
export function memoryLines(times: readonly Memory[]): readonly string[] {
  const [first, last] = [times[0], times.at(-1)]
  return [...first ?? []].map(([name, from]) => {
    const grown = from === 0 ? 0 : ((last?.get(name) ?? 0) / from - 1) * 100
    return `${name.padEnd(24)}${times.map(time => (time.get(name) ?? 0).toFixed(1).padStart(7)).join('')} MB ${`${grown < 0 ? '' : '+'}${grown.toFixed(1)}`.padStart(6)} %`
  })
}
