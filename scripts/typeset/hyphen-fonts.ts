/** For every face of a theme one that draws its hyphen for a soft hyphen, so that the PDF's text has U+00AD and no more. */
import type {KeptDrawings} from '../adapters/kept-drawings.ts'
import {drawingKey, noDrawings} from '../adapters/kept-drawings.ts'
import {subsetRecipe} from '../adapters/subset-recipe.ts'
import {readRanges} from '../font-face.ts'
import type {FontFile} from '../types.ts'
import {fallbackFamily} from './fonts.ts'
import {hyphenFace} from './in-page/paragraphs/hyphen-face.ts'
import {charactersOf} from './woff2-characters.ts'

const hyphens = '-\u2010'

/** Whether a face shows the hyphens of its family: one that stands in for a few other signs of it does not. */
function showsHyphens({family, range}: FontFile): boolean {
  return family === fallbackFamily || readRanges(range).some(([first, last]) => Array.from(hyphens).some(hyphen => first <= hyphen.charCodeAt(0) && hyphen.charCodeAt(0) <= last))
}

/**
 * Make them, or find those of a former build; a file without a hyphen, as a subset of another script, has none. Each
 * holds little but its hyphen: the browser unpacks every face before it sets a line.
 */
export async function hyphenFonts(all: readonly FontFile[], kept: KeptDrawings = noDrawings): Promise<readonly FontFile[]> {
  const fonts = all.filter(showsHyphens)
  const unknown = fonts.filter(({bytes}) => !made.has(bytes))
  if (unknown.length > 0) await remember(unknown.map(({bytes}) => bytes), kept)
  return fonts.flatMap(font => {
    const bytes = made.get(font.bytes)
    if (!bytes || bytes.length === 0) return []
    return [{...font, family: `${font.family} hyphen`, name: font.name.replace(/\.woff2$/, '-hyphen.woff2'), range: 'U+0-10FFFF', bytes}]
  })
}

/** Pages are typeset more than once; their faces need not be looked for again. Empty where a file has no hyphen. */
const made = new WeakMap<Uint8Array, Uint8Array>()

async function remember(files: readonly Uint8Array[], kept: KeptDrawings): Promise<void> {
  const key = drawingKey(['hyphen faces', subsetRecipe(), ...files])
  const known = facesIn(await kept.find(key), files.length)
  const faces = known ?? await Promise.all(files.map(faceOf))
  for (const [index, file] of files.entries()) made.set(file, faces[index] ?? new Uint8Array())
  if (!known) await kept.keep(key, new TextEncoder().encode(faces.map(face => Buffer.from(face).toString('base64')).join('\n')))
}

/** Faces as they were kept, a line each; undefined where there are not as many as there should be. */
function facesIn(bytes: Uint8Array | undefined, count: number): readonly Uint8Array[] | undefined {
  const lines = bytes && Buffer.from(bytes).toString('latin1').split('\n')
  return lines?.length === count ? lines.map(line => new Uint8Array(Buffer.from(line, 'base64'))) : undefined
}

async function faceOf(file: Uint8Array): Promise<Uint8Array> {
  const characters = charactersOf(file)
  const isSubsettable = Array.from(hyphens).some(hyphen => characters.has(hyphen.codePointAt(0) ?? 0))
  return hyphenFace(isSubsettable ? await cutDown(file) : file) ?? new Uint8Array()
}

/** What cannot be cut down serves as it is. */
async function cutDown(file: Uint8Array): Promise<Uint8Array> {
  const {subsetFont} = await import('../adapters/subset-font.ts')
  return subsetFont(file, hyphens).catch(() => file)
}
