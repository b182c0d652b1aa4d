/** The script that composes the pages, made ready to run in the page. */
import {fileURLToPath} from 'node:url'
import type {PrintPage} from '../types.ts'
import {inPageBundle, patternScript} from './in-page/bundle.ts'

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/pamphleteer', import.meta.url))

/** Read once: a preview composes again and again. */
let bundled: Promise<string> | undefined

function bundle(): Promise<string> {
  bundled ??= inPageBundle({entries: ['./compositor.ts'], name: 'compositor', cacheFolder})
  bundled.catch(() => bundled = undefined)
  return bundled
}

/** Read what the script consists of, while there is nothing else to do: after that it is written at once. */
export async function readCompositor(languages: readonly string[]): Promise<void> {
  await bundle()
  patternScript(languages, '')
}

/**
 * Write the script: run in a page whose fonts are loaded, it composes the pages and leaves a record for
 * `takeComposition`; or, where the browser is to break them, marks the text for `takePlaced`. The compositor itself stays
 * in the page, for `composeAgain`.
 */
export async function compositorScript({languages, pages, ...options}: PrintPage['compositor']): Promise<string> {
  const work = pages === 'browser'
    ? `globalThis.pamphletPlaced = compositor.markPages(${JSON.stringify(options)})`
    : `globalThis.pamphletComposition = compositor.composeAll({patterns: hyphenationPatterns, ...${JSON.stringify(options)}})`
  return `(() => {
${patternScript(languages, 'hyphenationPatterns')}
${await bundle()}
globalThis.pamphletCompositor = {languages: ${JSON.stringify(languages.join())}, patterns: hyphenationPatterns, composeAll: compositor.composeAll}
${work}
return true
})()`
}
