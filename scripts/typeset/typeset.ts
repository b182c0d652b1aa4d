/** The third stage: from the pamphlet to a whole page that Chromium can print, with nothing outside it. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import {fontFaces} from '../font-face.ts'
import {embedFonts} from '../svg-fonts.ts'
import {fill} from '../template/fill.ts'
import type {ContentsEntry, FontFile, Pamphlet, PrintPage, Resource, Theme} from '../types.ts'
import {directionOf} from '../writing.ts'
import type {Geometry} from './geometry.ts'
import {hyphenFonts} from './hyphen-fonts.ts'
import {geometryCss, geometryOf, sizeOf} from './geometry.ts'
import type {Plan} from './knowledge.ts'
import {languagesIn} from './languages.ts'
import {marks} from './knowledge.ts'
import {pageCounters} from './page-counters.ts'
import type {Sheet as StyleSheet} from './page-rules.ts'
import {readPageRules} from './page-rules.ts'
import {printValues} from './values.ts'

/** How the pages are to be made. */
export type PageDesign = {readonly theme: Theme; readonly plan: Plan}

const stringifier = unified().use(rehypeStringify).freeze()

/** Typeset the pamphlet. */
export function typeset(pamphlet: Pamphlet, {theme, plan}: PageDesign): PrintPage {
  const geometry = pageGeometry(pamphlet, theme)
  const hyphens = hyphenFonts(theme.fonts)
  const compositor = {languages: languagesIn(pamphlet), hyphenFamilies: [...new Set(hyphens.map(({family}) => family.replace(/ hyphen$/, '')))]}
  const values = printValues(pamphlet, assetUrl)
  const tree = fill(theme.files.get('print.html') ?? '', values, conditionsOf(plan))
  prepare(tree, pamphlet, printStyles(theme, hyphens, geometry), targetsOf(pamphlet))
  return {html: stringifier.stringify(tree), resources: resourcesOf(pamphlet, theme, hyphens), sheet: geometry.sheet, heads: headsIn(tree), textWidthPx: textWidth(geometry), compositor}
}

function pageGeometry({metadata}: Pamphlet, theme: Theme): Geometry {
  const sheets: StyleSheet[] = [{text: theme.files.get('print.css') ?? '', origin: 'theme'}]
  const own: StyleSheet[] = theme.style ? [{text: theme.style.text, origin: 'user'}] : []
  const userSize = sizeOf(readPageRules(own).declarationsFor({name: '', side: 'right'}).get('size'))
  return geometryOf(readPageRules([...sheets, ...own]), metadata.page, userSize)
}

/** The words of the heads, a break being a space. */
function headsIn(tree: Root): readonly string[] {
  const heads: string[] = []
  visit(tree, 'element', element => {
    if (!/^h[1-6]$/.test(element.tagName)) return undefined
    heads.push(wordsOf(element).replaceAll(/\s+/gu, ' ').trim())
    return SKIP
  })
  return heads
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return ''
  return node.tagName === 'br' ? ' ' : node.children.map(wordsOf).join('')
}

function textWidth({areas}: Geometry): number {
  return areas.find(({name}) => name === '')?.area.widthPx ?? 400
}

function conditionsOf({form, blankBeforeText, blankBeforeBack}: Plan): ReadonlySet<string> {
  return new Set([form, ...(blankBeforeText ? ['blank-before-text'] : []), ...(blankBeforeBack ? ['blank-before-back'] : [])])
}

/**
 * The theme in its layer, the author's style outside any, and last what must not be overridden: an element each, so that
 * a brace that an author forgot ends with the author's own.
 */
function printStyles(theme: Theme, hyphens: readonly FontFile[], geometry: Geometry): readonly string[] {
  const own = [
    fontFaces([...theme.fonts, ...hyphens], font => `/fonts/${font.name}`),
    `@layer common, theme;\n@layer common {\n${theme.files.get('common.css') ?? ''}}\n`,
    `@layer theme {\n${theme.files.get('print.css') ?? ''}\n}\n`
  ].join('')
  return [own, ...(theme.style ? [theme.style.text] : []), geometryCss(geometry)]
}

/** Set language and classes, put the styles in, and links to everything that is to be found. */
function prepare(tree: Root, {metadata, openings}: Pamphlet, styles: readonly string[], targets: readonly string[]): void {
  visit(tree, 'element', element => {
    if (element.tagName === 'html') element.properties = {...element.properties, lang: metadata.lang, dir: directionOf(metadata.lang)}
    if (element.tagName === 'head') element.children.push(h(`style#${marks.counters}`, pageCounters(undefined)), ...styles.map(style => h('style', style.replaceAll(/<(?=\/style)/gi, '\\3c '))))
    if (element.tagName !== 'body') return undefined
    element.properties.className = [openings, titleLength(metadata.title)]
    element.children.push(targetLinks(targets))
    return EXIT
  })
}

function titleLength(title: string): string {
  return title.length <= 18 ? 'title-short' : title.length <= 36 ? 'title-medium' : title.length <= 80 ? 'title-long' : 'title-huge'
}

/** Chromium names only places that a link points to: so each gets one, of no size, until its page is known. */
function targetLinks(targets: readonly string[]): Element {
  const style = 'position: absolute; width: 0; height: 0; overflow: hidden'
  return h('div', {style, id: marks.targets}, targets.map(id => h('a', {href: `#${id}`}, '\u200B')))
}

function targetsOf({chapters, contents, notes}: Pamphlet): readonly string[] {
  const ids = (entries: readonly ContentsEntry[]): readonly string[] => entries.flatMap(({id, children}) => [id, ...ids(children)])
  return [...new Set([marks.text, marks.end, marks.back, 'pamphlet-notes', ...chapters.map(({id}) => id), ...ids(contents), ...notes.map(({id}) => id)])]
}

function assetUrl(name: string): string {
  return `/assets/${name.split('/').map(encodeURIComponent).join('/')}`
}

/** Every file that the page may load, by its path, decoded and without a slash in front. */
function resourcesOf({assets}: Pamphlet, {fonts}: Theme, hyphens: readonly FontFile[]): ReadonlyMap<string, Resource> {
  const fontFiles = [...fonts, ...hyphens].map(({name, bytes}): [string, Resource] => [`fonts/${name}`, {mediaType: 'font/woff2', bytes}])
  const pictures = [...assets.values()].map(({name, mediaType, bytes}): [string, Resource] => [`assets/${name}`, {mediaType, bytes: mediaType === 'image/svg+xml' ? embedFonts(bytes, fonts) : bytes}])
  return new Map([...fontFiles, ...pictures])
}
