/** Lays out what the bare script prints: the pages' HTML as Chromium gets it from us, in a folder with its fonts and pictures. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {PrintPage} from '../types.ts'
import {findExecutable, plainFlags} from './viewer.ts'

/** The arguments of Node that print a page by the bare script; undefined where this machine has no browser. */
export async function bareScript({html, resources}: PrintPage, folder: string): Promise<readonly string[] | undefined> {
  const found = await findExecutable()
  if (!found) return undefined
  for (const [path, {bytes}] of resources) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), bytes)
  }
  const page = join(folder, 'page.html')
  // Below our origin addresses begin at its root, on the disk at the page.
  writeFileSync(page, [...resources.keys()].reduce((text, path) => text.replaceAll(`"/${path}"`, `"${path}"`), html))
  return [fileURLToPath(new URL('bare-script.mjs', import.meta.url)), found.executable, page, join(folder, 'bare.pdf'), ...plainFlags()]
}
