/** The script that composes the pages, made ready to run in the page. */
import {fileURLToPath} from 'node:url'
import type {PrintPage} from '../types.ts'
import {inPageBundle, patternScript} from './in-page/bundle.ts'

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/pamphleteer', import.meta.url))

/**
 * Write the script: run in a page whose fonts are loaded, it composes the pages and leaves a record for
 * `takeComposition`; or, where the browser is to break them, marks the text for `takePlaced`.
 */
export async function compositorScript({languages, pages, ...options}: PrintPage['compositor']): Promise<string> {
  const bundle = await inPageBundle({entries: ['./compositor.ts'], name: 'compositor', cacheFolder})
  const work = pages === 'browser'
    ? `globalThis.pamphletPlaced = compositor.markPages(${JSON.stringify(options)})`
    : `globalThis.pamphletComposition = compositor.composeAll({patterns: hyphenationPatterns, ...${JSON.stringify(options)}})`
  return `(() => {
${patternScript(languages, 'hyphenationPatterns')}
${bundle}
${work}
return true
})()`
}
