/** What a face that was cut down depends on, beside the font and the text. To load what cuts takes longer than to find a face that was kept. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
let known: string | undefined

/** Name the subsetter and the packer by their versions and sources, for the key of a drawing. */
export function subsetRecipe(): string {
  return known ??= [
    readFileSync(require.resolve('subset-font/package.json'), 'utf8'),
    ...['subset-font', 'woff2'].map(name => readFileSync(new URL(`./${name}.${ending}`, import.meta.url), 'utf8'))
  ].join('\n')
}
