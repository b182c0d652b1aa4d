/** The images of the EPUB: which there are, what their files are called, and the formats that old readers take. */
import type {ElementContent} from 'hast'
import type {ImageType} from '../types.ts'
import {stemOf, uniqueNames} from './names.ts'

/** The bytes of an image, wherever it comes from. */
export type ImageSource = {readonly mediaType: ImageType; readonly bytes: Uint8Array}

/** An image as it lies in the EPUB; `path` is relative to the package file. */
export type EpubImage = ImageSource & {readonly path: string}

/** What every reading system shows: WebP and AVIF came later, so they are converted. */
const extensions: Readonly<Record<Exclude<ImageType, 'image/webp' | 'image/avif'>, string>> = {
  'image/gif': 'gif', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/svg+xml': 'svg'
}

const jpegQuality = 90

/** Collect the names of the assets that the nodes show, each once, in the order of the text. */
export function imagesIn(nodes: readonly ElementContent[]): readonly string[] {
  const names = new Set<string>()
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return
    if (node.tagName === 'img') names.add(String(node.properties.src))
    node.children.forEach(look)
  }
  nodes.forEach(look)
  return [...names]
}

/**
 * Make the image files of the EPUB, by asset name.
 * Throws where a name has no asset: the text refers only to images that were read and checked.
 */
export async function epubImages(names: readonly string[], assets: ReadonlyMap<string, ImageSource>): Promise<ReadonlyMap<string, EpubImage>> {
  const stem = uniqueNames()
  const images = names.map(async (name): Promise<[string, EpubImage]> => {
    const asset = assets.get(name)
    if (!asset) throw new Error(`Unexpected image \`${name}\`, expected the name of an asset`)
    return [name, await epubImage(asset, `images/${stem(stemOf(name))}`)]
  })
  return new Map(await Promise.all(images))
}

/** Make one image file, `path` being its path without extension; what needs no conversion stays byte for byte. */
export async function epubImage(source: ImageSource, path: string): Promise<EpubImage> {
  const {mediaType, bytes} = source
  if (mediaType === 'image/webp' || mediaType === 'image/avif') return convert(bytes, path)
  return {mediaType, bytes, path: `${path}.${extensions[mediaType]}`}
}

async function convert(bytes: Uint8Array, path: string): Promise<EpubImage> {
  // Loaded on demand: most pamphlets have nothing to convert.
  const {default: sharp} = await import('sharp')
  const image = sharp(bytes).autoOrient()
  const {hasAlpha} = await image.metadata()
  return hasAlpha
    ? {mediaType: 'image/png', path: `${path}.png`, bytes: new Uint8Array(await image.png({compressionLevel: 9}).toBuffer())}
    : {mediaType: 'image/jpeg', path: `${path}.jpg`, bytes: new Uint8Array(await image.jpeg({quality: jpegQuality}).toBuffer())}
}
