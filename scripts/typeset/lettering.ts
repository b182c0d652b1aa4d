/** How small the lettering of drawings is, so that the page can keep it legible. */
import type {Root} from 'hast'
import {elementsIn} from '../elements.ts'
import type {Asset} from '../types.ts'

/**
 * The smallest size that a drawing sets type in, in px at the drawing's own width; undefined where it has no lettering or
 * does not say. Sizes are read as the drawing writes them, transformations aside.
 */
export function smallestLettering({bytes, widthPx}: Pick<Asset, 'bytes' | 'widthPx'>): number | undefined {
  const svg = new TextDecoder().decode(bytes)
  if (!/<(?:\w+:)?text\b/.test(svg)) return undefined
  const sizes = [...svg.matchAll(/font-size\s*[:=]\s*["']?\s*(\d*\.?\d+)(?:px)?\s*(?=["';}\s])/g)].map(([, size]) => Number(size)).filter(size => size > 0)
  const viewWidth = Number(/viewBox\s*=\s*["']\s*\S+\s+\S+\s+(\d*\.?\d+)/.exec(svg)?.[1] ?? widthPx)
  return sizes.length === 0 || !(viewWidth > 0) ? undefined : Math.min(...sizes) * widthPx / viewWidth
}

/** Mark the drawings in figures with it, in place: `data-lettering`. */
export function markLettering(tree: Root, assets: ReadonlyMap<string, Asset>, assetUrl: (name: string) => string): void {
  const sizes = new Map([...assets.values()].filter(({mediaType}) => mediaType === 'image/svg+xml').map(asset => [assetUrl(asset.name), smallestLettering(asset)]))
  for (const {tagName, properties} of elementsIn(tree)) {
    const size = tagName === 'img' ? sizes.get(String(properties.src)) : undefined
    if (size !== undefined) properties['dataLettering'] = String(size)
  }
}
