/** The script that sets the paragraphs, made ready to run in the page. */
import {fileURLToPath} from 'node:url'
import type {PrintPage} from '../types.ts'
import {inPageBundle, patternScript} from './in-page/bundle.ts'

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/pamphleteer', import.meta.url))

/** Write the script; run in a page whose fonts are loaded, it sets the paragraphs and gives a JSON record of them. */
export async function compositorScript({languages, hyphenFamilies}: PrintPage['compositor']): Promise<string> {
  const bundle = await inPageBundle({entries: ['./paragraphs/compose.ts'], name: 'compositor', cacheFolder})
  return `(() => {
${patternScript(languages, 'hyphenationPatterns')}
${bundle}
const {lines, hyphens, untouched} = compositor.composeParagraphs(document.body, {patterns: hyphenationPatterns, hyphenFamilies: ${JSON.stringify(hyphenFamilies)}})
return {lines, hyphens, untouched}
})()`
}
