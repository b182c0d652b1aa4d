/** Pictures: each takes its asset's name and size; one without alternative text gets a warning, and one that only decorates says so. */
import type {Element, Parents, Root, Text} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isEmptyAlternative} from '../alternative-text.ts'
import {assetName} from '../asset-name.ts'
import type {Asset} from '../types.ts'
import {isBlock} from './content-model/kinds.ts'
import {report} from './report.ts'

export type ImageOptions = {readonly fileName: string; readonly assets: ReadonlyMap<string, Asset>}

/** Point every image to its asset. One whose asset is missing was reported when the manuscript was read: it goes. */
export function rehypeImages({fileName, assets}: ImageOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'img' || !parent || index === undefined) return undefined
      const source = element.properties.src
      const asset = typeof source === 'string' ? assets.get(assetName(fileName, source) ?? '') : undefined
      if (!asset) {
        parent.children.splice(index, 1, ...spaceAt(index, parent))
        return [SKIP, index]
      }
      if (isDecoration(element, file)) markDecoration(element, parent)
      else checkAlternative(element, String(source), file)
      element.properties = {...element.properties, src: asset.name, ...sizeOf(element, asset)}
      return undefined
    })
  }
}

/** The words on either side of a picture stay apart without it. */
function spaceAt(index: number, parent: Parents): readonly Text[] {
  const isAtEdge = index === 0 || index === parent.children.length - 1
  const isBlockOrText = parent.type !== 'element' || isBlock({...parent, children: []})
  return isAtEdge && isBlockOrText ? [] : [{type: 'text', value: ' '}]
}

/** The size that the author gave in whole px, else the picture's own. */
function sizeOf(element: Element, asset: Asset): {width: number; height: number} {
  const width = wholePx(element.properties.width)
  const height = wholePx(element.properties.height)
  const ratio = asset.heightPx / asset.widthPx
  if (width !== undefined) return {width, height: height ?? Math.round(width * ratio)}
  if (height !== undefined) return {width: Math.round(height / ratio), height}
  return {width: asset.widthPx, height: asset.heightPx}
}

function wholePx(value: unknown): number | undefined {
  const number = Number(value)
  return (typeof value === 'string' || typeof value === 'number') && Number.isInteger(number) && number > 0 && number < 20_000 ? number : undefined
}

/** Markdown cannot tell a decorative picture from a forgotten text; HTML's `alt=""` says it. */
function isDecoration(element: Element, file: VFile): boolean {
  return element.properties.alt === '' && signOf(element, file) === '<'
}

/** Its role tells it from a picture whose text is missing; a figure of nothing else is none to those who listen. */
function markDecoration(element: Element, parent: Parents): void {
  element.properties.role = 'presentation'
  if (parent.type === 'element' && parent.tagName === 'figure' && parent.children.length === 1) parent.properties.role = 'presentation'
}

function checkAlternative(element: Element, source: string, file: VFile): void {
  const {alt} = element.properties
  const isMissing = typeof alt !== 'string' || alt.trim() === ''
  if (!isMissing && !isEmptyAlternative(alt, source)) return
  const what = isMissing ? 'picture without alternative text' : `alternative text \`${alt.trim().slice(0, 60)}\``
  if (isMissing) element.properties.alt = ''
  report(file, 'missing-alt', element, `Unexpected ${what}, expected words that say what ${isMissing ? 'it' : 'the picture'} shows`, `${signOf(element, file) === ':' ? 'Write them in the braces: `:::figure{src="…" alt="…"}`' : 'Write them between the brackets'}; for a picture that only decorates, use \`<img src="…" alt="">\`.`)
}

/** The sign that it begins with in the manuscript: `<` in HTML, `:` in a directive, `!` else. */
function signOf({position}: Element, file: VFile): string | undefined {
  const offset = position?.start.offset
  return offset === undefined ? undefined : String(file.value).charAt(offset)
}
