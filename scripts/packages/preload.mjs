// Loaded before the program, in each of its threads (`node --import`): makes it start in half the time. Without it the
// program does the same. Plain JavaScript: to strip types Node loads a compiler, unless it finds the result in its cache.
import {readdirSync} from 'node:fs'
import {enableCompileCache, registerHooks} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {bundleName, bundlesFolder} from './installed.mjs'

const ours = new URL('..', import.meta.url).href

// It lies with the packages: in the shared temporary folder another user could put code in its place.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)))
useBundles(bundlesFolder())

/**
 * From now on, give the program's own modules a package's bundle where there is one that fits the install. The program
 * needs some 1,500 small modules of other people, and to find them all takes Node longer than to run them. Its own are
 * imported by the names of their files, so that nothing is to be found.
 * @param {string | undefined} folder
 */
function useBundles(folder) {
  const names = namesIn(folder)
  if (folder === undefined || names.size === 0) return
  registerHooks({
    resolve: (specifier, context, next) => {
      if (context.parentURL?.startsWith(ours) !== true) return next(specifier, context)
      if (/^\.{1,2}\/.*\.ts$/.test(specifier)) return {url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true}
      const name = bundleName(specifier)
      if (!names.has(name)) return next(specifier, context)
      return {url: pathToFileURL(join(folder, name)).href, format: 'module', shortCircuit: true}
    }
  })
}

/**
 * @param {string | undefined} folder
 * @returns {ReadonlySet<string>}
 */
function namesIn(folder) {
  try {
    return new Set(folder === undefined ? [] : readdirSync(folder))
  } catch {
    return new Set()
  }
}
