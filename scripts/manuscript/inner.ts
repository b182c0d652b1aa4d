/** The folder that `new` makes has no chapters itself: they stand in its folder `manuscript`. */
import {join} from 'node:path'
import type {Disk} from '../adapters/disk.ts'
import {hasChapters} from './locate.ts'

const usual = 'manuscript'

/** The manuscript in a folder that has no chapters of its own; undefined where the path means what it says. */
export async function innerManuscript(path: string, disk: Disk): Promise<string | undefined> {
  const inner = join(path, usual)
  return await isWithoutChapters(path, disk) && await isManuscript(inner, disk) ? inner : undefined
}

async function isWithoutChapters(path: string, disk: Disk): Promise<boolean> {
  const names = await namesIn(path, disk)
  // Metadata make a folder a manuscript, be it one that is not begun yet.
  return names !== undefined && !hasChapters(names) && !names.includes('pamphlet.yaml')
}

async function isManuscript(path: string, disk: Disk): Promise<boolean> {
  return hasChapters(await namesIn(path, disk) ?? [])
}

/** The names in a folder; undefined where there is none, or it may not be read. */
async function namesIn(path: string, disk: Disk): Promise<readonly string[] | undefined> {
  const real = await disk.realPath(path)
  if (real.fault !== undefined || (await disk.stat(real.value)).value !== 'folder') return undefined
  return (await disk.list(real.value)).value
}
