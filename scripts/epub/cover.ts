/** The cover: the author's own picture, or one made from the metadata in the theme's type. */
import type {Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import type {Browser} from '../adapters/browser.ts'
import {reducePng, reductionRecipe} from '../adapters/images.ts'
import {drawingKey, noDrawings, type KeptDrawings} from '../adapters/kept-drawings.ts'
import {type EpubTemplates, readEpubTemplates} from '../adapters/epub-templates.ts'
import {contributions, writersInLine} from '../contributors.ts'
import {fontFaces} from '../font-face.ts'
import {embedFonts} from '../svg-fonts.ts'
import {fill} from '../template/fill.ts'
import {titleValue} from '../template/title-lines.ts'
import {metadataValues} from '../template/values.ts'
import {withTallLines} from '../tall-lines.ts'
import type {Asset, Metadata, Pamphlet, Resource, Theme} from '../types.ts'
import {wordsFor} from '../words.ts'
import {directionOf} from '../writing.ts'
import {fitTitle} from './cover-fit.ts'
import type {ImageSource} from './images.ts'

/** A cover image with the words for those who do not see it. */
export type CoverImage = ImageSource & {readonly alt: string}

/** Where a cover is drawn, and where one that was drawn before may be found. */
export type Easel = {readonly browser: () => Promise<Browser>; readonly drawings?: KeptDrawings}

/** A page to be drawn: its HTML with the files that it may load. */
export type Drawing = {readonly html: string; readonly resources: ReadonlyMap<string, Resource>}

/** What shops ask for: 1 : 1.6, as large as any reader shows. */
export const coverSize = {widthPx: 1600, heightPx: 2560} as const

/** Few colours are enough for type on paper, and a tenth of the bytes; a picture needs all of them. */
const plainColours = 16

const stringifier = unified().use(rehypeStringify).freeze()

/**
 * Make the cover. A drawing (SVG) of the author's is drawn as a picture too, because few shelves show any other; other
 * pictures stay as they are. Throws an EnvironmentError where the browser dies or a limit passes.
 */
export async function makeCover(pamphlet: Pamphlet, theme: Theme, easel: Easel): Promise<CoverImage> {
  const {metadata, assets} = pamphlet
  const own = metadata.epub.cover && assets.get(metadata.epub.cover.image)
  const alt = metadata.epub.cover?.alt ?? coverWords(metadata)
  if (own && own.mediaType !== 'image/svg+xml') return {mediaType: own.mediaType, bytes: own.bytes, alt}
  const drawing = own ? pictureAlone(own, theme) : coverDrawing(pamphlet, theme, readEpubTemplates())
  return {mediaType: 'image/png', bytes: await drawnOnce(drawing, own || metadata.cover ? 256 : plainColours, easel), alt}
}

/** Draw with no more colours than there is need of; or find what was drawn of the same before. */
async function drawnOnce(drawing: Drawing, colours: number, {browser, drawings = noDrawings}: Easel): Promise<Uint8Array> {
  const started = await browser()
  const files = [...drawing.resources].flatMap(([name, {mediaType, bytes}]) => [name, mediaType, bytes])
  const key = drawingKey(['within the viewport', started.version, reductionRecipe(), `${colours}`, JSON.stringify(coverSize), String(fitTitle), drawing.html, ...files])
  const found = await drawings.find(key)
  if (found) return found
  const bytes = await reducePng(await draw(drawing, started), colours)
  await drawings.keep(key, bytes)
  return bytes
}

/** Say what stands on the cover, and what its picture shows. */
function coverWords(metadata: Metadata): string {
  const {lang, title, subtitle} = metadata
  const parts = [title, subtitle, writersInLine(metadata), ...contributions(metadata), metadata.epub.cover ? undefined : metadata.cover?.alt].filter(part => part !== undefined && part !== '')
  return `${wordsFor(lang).cover}: ${parts.join('. ')}`
}

/** Lay the made cover out as a page of 1600 × 2560 px. A theme may add rules of its own in `epub-cover.css`. */
export function coverDrawing({metadata, assets}: Pamphlet, theme: Theme, {coverHtml, coverCss}: EpubTemplates): Drawing {
  const values = metadataValues(metadata, assetUrl)
  const [head, foot] = [['publisher', 'series'], ['authors', 'date']].map(names => names.flatMap(name => values[name] ?? []))
  const tree = fill(coverHtml, {...values, titleLines: titleValue(metadata.title, metadata.lang), coverHead: head, coverFoot: foot}, new Set())
  const picture = metadata.cover && assets.get(metadata.cover.image)
  const faces = fontFaces(theme.fonts, ({name}) => `/fonts/${name}`)
  return {
    html: page(tree, metadata.lang, [faces, withTallLines(coverCss, metadata.lang), familiesOf(theme), theme.files.get('epub-cover.css') ?? '']),
    resources: new Map([...fontResources(theme), ...(picture ? [assetResource(picture, theme)] : [])])
  }
}

function pictureAlone(asset: Asset, theme: Theme): Drawing {
  const tree: Root = {type: 'root', children: [h('html', [h('head'), h('body', [h('img', {src: assetUrl(asset.name), alt: ''})])])]}
  const css = `body {margin: 0} img {display: block; width: ${coverSize.widthPx}px; height: ${coverSize.heightPx}px; object-fit: contain}`
  return {html: page(tree, 'und', [css]), resources: new Map([assetResource(asset, theme)])}
}

/** Write the page with its language and its styles. */
function page(tree: Root, lang: string, styles: readonly string[]): string {
  visit(tree, 'element', element => {
    if (element.tagName === 'html') element.properties = {...element.properties, lang, dir: directionOf(lang)}
    if (element.tagName === 'head') element.children.push(...styles.map(style => h('style', style)))
  })
  return stringifier.stringify(tree)
}

/** Name the theme's first and second family: the text's and the capitals'. */
function familiesOf({fonts}: Theme): string {
  const [first = 'serif', second = first] = new Set(fonts.map(({family}) => family).filter(family => family !== 'Fallback'))
  return `:root {--face: "${first}"; --caps: "${second}"}\n`
}

function fontResources({fonts}: Theme): readonly (readonly [string, Resource])[] {
  return fonts.map(({name, bytes}) => [`fonts/${name}`, {mediaType: 'font/woff2', bytes}])
}

function assetResource(asset: Asset, {fonts}: Theme): readonly [string, Resource] {
  const {name, mediaType, bytes} = asset
  return [`assets/${name}`, {mediaType, bytes: mediaType === 'image/svg+xml' ? embedFonts(asset, fonts) : bytes}]
}

function assetUrl(name: string): string {
  return `/assets/${name.split('/').map(encodeURIComponent).join('/')}`
}

async function draw(drawing: Drawing, browser: Browser): Promise<Uint8Array> {
  const page = await browser.open(drawing, {...coverSize, media: 'screen'})
  try {
    await page.evaluate(fitTitle)
    return await page.screenshot({leftPx: 0, topPx: 0, ...coverSize})
  } finally {
    await page.close()
  }
}
