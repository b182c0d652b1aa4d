/** What processes hold and have used, as Linux tells it. */
import {readdirSync, readFileSync} from 'node:fs'

type Process = {readonly id: number; readonly parent: number; readonly kind: string; readonly bytes: number; readonly processorMs: number}

/** Linux counts a process's time in hundredths of a second. */
const msPerTick = 10

/** The resident memory of a process and of all below it, and the processor's time that they have had; 0 where the system does not tell it. */
export function treeOf(root: number | undefined): Pick<Process, 'bytes' | 'processorMs'> {
  const tree = treeBelow(root)
  return {bytes: tree.reduce((sum, {bytes}) => sum + bytes, 0), processorMs: tree.reduce((sum, {processorMs}) => sum + processorMs, 0)}
}

/** The resident memory of a browser by the kinds of its processes, in bytes: `browser`, `renderer`, `NetworkService` … */
export function partsOf(root: number | undefined): ReadonlyMap<string, number> {
  const parts = new Map<string, number>()
  for (const {kind, bytes} of treeBelow(root)) parts.set(kind, (parts.get(kind) ?? 0) + bytes)
  return parts
}

function treeBelow(root: number | undefined): readonly Process[] {
  const all = processes()
  const below = (id: number): readonly Process[] => [...all.filter(one => one.id === id), ...all.filter(({parent}) => parent === id).flatMap(child => below(child.id))]
  return root === undefined ? [] : below(root)
}

function processes(): readonly Process[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(name => {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const number = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      // The name of a program, in brackets, may hold anything; behind it the times are the 12th and 13th.
      const times = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\)/su, '').trim().split(' ').slice(11, 13)
      return [{id: Number(name), parent: number('PPid'), kind: kindOf(readFileSync(`/proc/${name}/cmdline`, 'utf8')), bytes: number('VmRSS') * 1024, processorMs: times.reduce((sum, ticks) => sum + Number(ticks) * msPerTick, 0)}]
    } catch {
      return []
    }
  })
}

/** A helper of Chromium says what it is for; only services have a name of their own. */
function kindOf(command: string): string {
  return /--utility-sub-type=(?:\w+\.mojom\.)?([\w.]+)/.exec(command)?.[1] ?? /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser'
}
