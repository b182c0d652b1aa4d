/**
 * Puts a theme's faces into a drawing. An SVG shown as a picture loads nothing from outside itself, so its lettering
 * would fall back to whatever the machine has, or to nothing.
 */
import {charactersOf, subsetFonts, type Subsetter} from './cut-faces.ts'
import {fontFaces, hasOneOf} from './font-face.ts'
import type {Asset, FontFile} from './types.ts'

/** Generic families that the theme's own face stands in for; a fixed width or a script hand it cannot. */
const plainGenerics = new Set(['serif', 'sans-serif', 'system-ui', 'ui-serif', 'ui-sans-serif'])
const otherGenerics = new Set(['monospace', 'ui-monospace', 'cursive', 'fantasy', 'math'])

/** The name of the theme's face where the drawing has no name for it that a face can have. */
const standIn = 'PamphletFace'

/** The name of the fallback's faces inside a drawing. */
const fallbackName = 'PamphletFallback'

type Drawing = Pick<Asset, 'bytes' | 'lettering'>

/**
 * Embed the faces that a drawing names, of each the files that have a character of its lettering. One that the theme lacks is set in the theme's first face under that name, so that
 * no machine's fonts come in, and what that lacks in the fallback's; a drawing without lettering stays as it is. Two that are
 * printed on one page need an `owner` each, their names: Chromium takes the same address for the same face, but only while
 * it still has that in memory, so that chance would say how often a face is in the PDF.
 */
export function embedFonts(drawing: Drawing, fonts: readonly FontFile[], owner?: string): Uint8Array {
  const text = new TextDecoder().decode(drawing.bytes)
  const {fallbacks, wanted, replaced} = facesOf(drawing, fonts)
  if (wanted.length + replaced.length + fallbacks.length === 0) return drawing.bytes
  const parameter = owner === undefined ? '' : `;owner=${encodeURIComponent(owner)}`
  // Chromium prints the lettering of a picture without its text, so that a ligature could not be found or copied.
  const rules = `text {font-variant-ligatures: none}\n${rootRule(fallbacks.length > 0, replaced.length > 0)}`
    + fontFaces([...fallbacks, ...wanted, ...replaced], ({bytes}) => `data:font/woff2${parameter};base64,${Buffer.from(bytes).toString('base64')}`)
  const named = text.replaceAll(fontFamily, declaration => declaration.replace(/(?<=[\s"':=])(?:ui-)?(?:sans-serif|serif|system-ui)(?=\s*[,;"'}<]|\s*$)/, generic => `${standIn}, ${generic}`))
  const written = replaced.length > 0 ? named : text
  const embedded = (fallbacks.length > 0 ? withFallbacks(written) : written).replace(/<((?:\w+:)?)svg\b[^>]*>/, (start, prefix: string) => start.endsWith('/>') ? start : `${start}<${prefix}style>${rules}</${prefix}style>`)
  return new TextEncoder().encode(embedded)
}

/**
 * Cut a theme's faces to the lettering of the drawings that take them, all together, so that each is cut once; those that
 * none takes stay as they are.
 */
export async function letteringFonts(assets: ReadonlyMap<string, Asset>, fonts: readonly FontFile[], subset: Subsetter): Promise<readonly FontFile[]> {
  const drawings = [...assets.values()].filter(({mediaType}) => mediaType === 'image/svg+xml')
  const taken = new Set(drawings.flatMap(drawing => Object.values(facesOf(drawing, fonts)).flat()).map(({name}) => name))
  const characters = charactersOf([' ', ...drawings.map(letteringOf)])
  const cut = await subsetFonts(fonts.filter(({name}) => taken.has(name)).map(font => ({font, characters})), subset)
  const bytes = new Map(cut.map(font => [font.name, font.bytes]))
  return fonts.map(font => ({...font, bytes: bytes.get(font.name) ?? font.bytes}))
}

type Faces = {readonly fallbacks: readonly FontFile[]; readonly wanted: readonly FontFile[]; readonly replaced: readonly FontFile[]}

/** What a drawing takes: of the fallback, of the faces that it names, and of the one that stands in for others. */
function facesOf(drawing: Drawing, fonts: readonly FontFile[]): Faces {
  const svg = new TextDecoder().decode(drawing.bytes)
  if (!hasLettering(svg)) return {fallbacks: [], wanted: [], replaced: []}
  // The space is what a face is measured by.
  const characters = charactersOf([' ', letteringOf(drawing)])
  const isOfUse = (font: FontFile) => isAskedFor(font, svg) && hasOneOf(characters, font)
  return {
    fallbacks: fallbacksFor(drawing.lettering ?? '', fonts),
    wanted: fonts.filter(font => svg.includes(font.family) && isOfUse(font)),
    replaced: standIns(svg, fonts).filter(isOfUse)
  }
}

/** The lettering; of a drawing that has faces of its own all that is written in it. */
function letteringOf({bytes, lettering}: Drawing): string {
  return lettering ?? withoutReferences(new TextDecoder().decode(bytes))
}

/** Write out characters that XML gives by number. */
function withoutReferences(xml: string): string {
  return xml.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (reference, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : reference
  })
}

/** The faces that a drawing's lettering is to be set in, the first of each list, and that no theme's face can stand in for. */
export function foreignFaces(svg: Uint8Array, fonts: readonly FontFile[]): readonly string[] {
  const text = new TextDecoder().decode(svg)
  if (!hasLettering(text)) return []
  const known = new Set(fonts.map(({family}) => family))
  return [...new Set(facesIn(text))].filter(face => !known.has(face) && (otherGenerics.has(face) || fonts.length === 0))
}

/**
 * The fallback's faces that the lettering has a character of, under one name for all faces of the drawing. They are for what
 * the theme lacks and for nothing else, so that the name can stand in front of any other.
 */
function fallbacksFor(lettering: string, fonts: readonly FontFile[]): readonly FontFile[] {
  const characters = new Set(lettering)
  const plain = fonts.filter(({family, weight, style}) => family === 'Fallback' && weight === 400 && style === 'normal')
  return plain.filter(font => hasOneOf(characters, font)).map(font => ({...font, family: fallbackName}))
}

/** The faces of what names none. */
function rootRule(hasFallbacks: boolean, hasStandIn: boolean): string {
  const families = [...hasFallbacks ? [fallbackName] : [], ...hasStandIn ? [standIn] : []]
  return families.length === 0 ? '' : `:root {font-family: ${families.join(', ')}}\n`
}

/** Put the fallback's name in front of every list of faces: behind the quotation mark of an attribute, before that of a name. */
function withFallbacks(svg: string): string {
  return svg.replaceAll(/font-family\s*(?::|=\s*["'])\s*/g, start => `${start}${fallbackName}, `)
}

function hasLettering(svg: string): boolean {
  return /<(?:\w+:)?text\b/.test(svg)
}

/** The theme's first face, under each name that the drawing has for one that is not there, and under one of our own. */
function standIns(svg: string, fonts: readonly FontFile[]): readonly FontFile[] {
  const known = new Set(fonts.map(({family}) => family))
  const faces = facesIn(svg)
  const lacking = [...new Set(faces)].filter(face => !known.has(face) && !otherGenerics.has(face))
  if (lacking.length === 0 && faces.length > 0) return []
  const names = [standIn, ...lacking.filter(face => !plainGenerics.has(face))]
  const own = fonts.filter(({family}) => family === fonts[0]?.family)
  return names.flatMap(family => own.map(font => ({...font, family})))
}

const fontFamily = /font-family\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^;"'}<]*))/g

/** The first face of each list. */
function facesIn(svg: string): readonly string[] {
  const lists = [...svg.matchAll(fontFamily)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')
  return lists.map(list => (list.split(',')[0] ?? '').replaceAll(/["']|&quot;|&apos;/g, '').trim()).filter(face => face !== '')
}

/** Bold and italic faces come along only where the drawing asks for them. */
function isAskedFor({weight, style}: FontFile, svg: string): boolean {
  const asksForItalic = svg.includes('italic')
  const asksForBold = /bold|font-weight[:="\s]+[6-9]00/.test(svg)
  return (style === 'normal' || asksForItalic) && (weight === 400 || (weight === 700 && asksForBold))
}
