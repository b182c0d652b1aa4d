/**
 * Loads packages from bundles. The program needs some 1,500 small modules of other people, and to find them all takes
 * Node longer than to run them; set-up puts them into few files. Where there are none, the packages load as ever.
 */
import {readdirSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {bundleName, bundlesFolder} from './installed.mjs'

const ours = new URL('..', import.meta.url).href

/** From now on, give the program's own modules a package's bundle where there is one that fits the install. */
export function useBundles(folder: string | undefined = bundlesFolder()): void {
  const names = namesIn(folder)
  if (folder === undefined || names.size === 0) return
  registerHooks({
    resolve: (specifier, context, next) => {
      const name = bundleName(specifier)
      if (!names.has(name) || context.parentURL?.startsWith(ours) !== true) return next(specifier, context)
      return {url: pathToFileURL(join(folder, name)).href, format: 'module', shortCircuit: true}
    }
  })
}

function namesIn(folder: string | undefined): ReadonlySet<string> {
  try {
    return new Set(folder === undefined ? [] : readdirSync(folder))
  } catch {
    return new Set()
  }
}
