/** The third stage: from the pamphlet to a whole page that Chromium can print, with nothing outside it. */
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {EXIT, visit} from 'unist-util-visit'
import {fontFaces} from '../font-face.ts'
import {fill} from '../template/fill.ts'
import type {ContentsEntry, Pamphlet, PrintPage, Resource, Theme} from '../types.ts'
import type {Geometry} from './geometry.ts'
import {geometryCss, geometryOf, sizeOf} from './geometry.ts'
import type {PageKnowledge, Plan} from './knowledge.ts'
import {marks} from './knowledge.ts'
import {pageCounters} from './page-counters.ts'
import type {Sheet as StyleSheet} from './page-rules.ts'
import {readPageRules} from './page-rules.ts'
import {printValues} from './values.ts'

/** How the pages are to be made, and what is known of them from an earlier pass. */
export type PageDesign = {readonly theme: Theme; readonly plan: Plan; readonly knowledge?: PageKnowledge}

const stringifier = unified().use(rehypeStringify).freeze()

/** Typeset the pamphlet. */
export function typeset(pamphlet: Pamphlet, {theme, plan, knowledge}: PageDesign): PrintPage {
  const geometry = pageGeometry(pamphlet, theme)
  const values = printValues(pamphlet, knowledge, name => `/assets/${encodeURI(name)}`)
  const tree = fill(theme.files.get('print.html') ?? '', values, conditionsOf(plan))
  prepare(tree, pamphlet, printStyles(theme, geometry, knowledge), knowledge ? [] : targetsOf(pamphlet))
  return {html: stringifier.stringify(tree), resources: resourcesOf(pamphlet, theme), sheet: geometry.sheet, textWidthPx: textWidth(geometry)}
}

function pageGeometry({metadata}: Pamphlet, theme: Theme): Geometry {
  const sheets: StyleSheet[] = [{text: theme.files.get('print.css') ?? '', origin: 'theme'}]
  const own: StyleSheet[] = theme.style ? [{text: theme.style.text, origin: 'user'}] : []
  const userSize = sizeOf(readPageRules(own).declarationsFor({name: '', side: 'right'}).get('size'))
  return geometryOf(readPageRules([...sheets, ...own]), metadata.page, userSize)
}

function textWidth({areas}: Geometry): number {
  return areas.find(({name}) => name === '')?.area.widthPx ?? 400
}

function conditionsOf({form, blankBeforeText, blankBeforeBack}: Plan): ReadonlySet<string> {
  return new Set([form, ...(blankBeforeText ? ['blank-before-text'] : []), ...(blankBeforeBack ? ['blank-before-back'] : [])])
}

/** The theme in its layer, the author's style outside any, and last what must not be overridden. */
function printStyles(theme: Theme, geometry: Geometry, knowledge: PageKnowledge | undefined): string {
  return [
    fontFaces(theme.fonts, font => `/fonts/${font.name}`),
    pageCounters(knowledge),
    `@layer theme {\n${theme.files.get('print.css') ?? ''}\n}\n`,
    theme.style?.text ?? '',
    `\n${geometryCss(geometry)}`
  ].join('')
}

/** Set language, direction and classes, and put the styles in; a first pass also gets links to everything it must find. */
function prepare(tree: Root, {metadata, openings}: Pamphlet, styles: string, targets: readonly string[]): void {
  visit(tree, 'element', element => {
    if (element.tagName === 'html') element.properties = {...element.properties, lang: metadata.lang}
    if (element.tagName === 'head') element.children.push(h('style', styles.replaceAll(/<(?=\/style)/gi, '\\3c ')))
    if (element.tagName !== 'body') return undefined
    element.properties.className = [openings, titleLength(metadata.title)]
    if (targets.length > 0) element.children.push(targetLinks(targets))
    return EXIT
  })
}

function titleLength(title: string): string {
  return title.length <= 18 ? 'title-short' : title.length <= 36 ? 'title-medium' : 'title-long'
}

/** Chromium names only places that a link points to: so the pass that looks for places gets a link to each, of no size. */
function targetLinks(targets: readonly string[]): Element {
  const style = 'position: absolute; width: 0; height: 0; overflow: hidden'
  return h('div', {style}, targets.map(id => h('a', {href: `#${id}`}, '\u200B')))
}

function targetsOf({chapters, contents, notes}: Pamphlet): readonly string[] {
  const ids = (entries: readonly ContentsEntry[]): readonly string[] => entries.flatMap(({id, children}) => [id, ...ids(children)])
  return [...new Set([...Object.values(marks), 'pamphlet-notes', ...chapters.map(({id}) => id), ...ids(contents), ...notes.map(({id}) => id)])]
}

function resourcesOf({assets}: Pamphlet, {fonts}: Theme): ReadonlyMap<string, Resource> {
  const fontFiles = fonts.map(({name, bytes}): [string, Resource] => [`/fonts/${name}`, {mediaType: 'font/woff2', bytes}])
  const pictures = [...assets.values()].map(({name, mediaType, bytes}): [string, Resource] => [`/assets/${encodeURI(name)}`, {mediaType, bytes}])
  return new Map([...fontFiles, ...pictures])
}
