/** The third stage: from the pamphlet to a whole page that Chromium can print, with nothing outside it. */
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {elementsIn} from '../elements.ts'
import {fontFaces} from '../font-face.ts'
import {embedFonts} from '../svg-fonts.ts'
import {markCodeLines} from '../template/code-lines.ts'
import {fill} from '../template/fill.ts'
import type {CompositorInput, FontFile, LayoutName, Metadata, PageWay, Pamphlet, Place, PrintPage, Resource, Theme} from '../types.ts'
import {wordsFor} from '../words.ts'
import {directionOf} from '../writing.ts'
import type {Setting} from './copyfit/ladder.ts'
import type {Plan} from './front-matter.ts'
import {countsFromText} from './front-matter.ts'
import type {Format, Geometry} from './geometry.ts'
import {holdRanges} from './held-ranges.ts'
import {geometryCss, geometryOf, sizeOf, slackPx} from './geometry.ts'
import {marks} from './knowledge.ts'
import {languagesIn} from './languages.ts'
import {markLettering} from './lettering.ts'
import {markCaptions, markLaterReferences, setPageReferences} from './page-references.ts'
import {pageCounters} from './page-counters.ts'
import type {PageContext, PageRules, Sheet as StyleSheet} from './page-rules.ts'
import {bleedingPage, fixedPageStyle, fullPageStyle, pageStyle} from './page-style.ts'
import {readPageRules} from './page-rules.ts'
import {footNotes, printValues} from './values.ts'
import {plainStyle} from './ways.ts'

/** How the pages are to be made; without a setting, as the theme sets them. `hyphens`: the theme's faces for soft hyphens. */
export type PageDesign = {readonly theme: Theme; readonly hyphens: readonly FontFile[]; readonly plan: Plan; readonly setting?: Setting; readonly pages?: PageWay}

const stringifier = unified().use(rehypeStringify).freeze()

/** Typeset the pamphlet. */
export function typeset(given: Pamphlet, {theme, hyphens, plan, setting, pages = 'rich'}: PageDesign): PrintPage {
  const pamphlet = withNotesOf(theme, given)
  const geometry = pageGeometry(pamphlet, theme, setting)
  const compositor = {...compositorInput(pamphlet, geometry, hyphens), countsFromText: countsFromText(plan), pages}
  const template = theme.files.get('print.html') ?? ''
  const tree = fill(template, printValues(pamphlet, assetUrl, template, plan.form), conditionsOf(plan))
  prepare(tree, pamphlet, {plan, styles: printStyles(theme, hyphens, geometry, fixedStyle(tree, pages)), feet: footNotes(pamphlet, assetUrl)})
  markCodeLines(tree)
  setReferences(tree, pamphlet)
  markLettering(tree, pamphlet.assets, assetUrl)
  return {html: stringifier.stringify(tree), resources: resourcesOf(pamphlet, theme, hyphens), sheet: geometry.sheet, heads: headsIn(tree), textWidthPx: textWidth(geometry), design: geometry.design, compositor}
}

/** What is filled in, or repeated, once there are pages; in notes too. */
function setReferences(tree: Root, {metadata: {lang, notes}}: Pamphlet): void {
  const {pageNumber, pageShort, continued} = wordsFor(lang)
  setPageReferences(tree, pageNumber)
  markCaptions(tree, continued)
  holdRanges(tree)
  if (notes === 'foot') markLaterReferences(tree, pageShort)
}

/** A theme without room at the foot of its pages has the notes at the end. */
function withNotesOf({notes}: Theme, pamphlet: Pamphlet): Pamphlet {
  return notes && pamphlet.metadata.notes === 'foot' ? {...pamphlet, metadata: {...pamphlet.metadata, notes}} : pamphlet
}

function compositorInput(pamphlet: Pamphlet, {areas, leadingPx}: Geometry, hyphens: readonly FontFile[]): Omit<CompositorInput, 'countsFromText' | 'pages'> {
  const names = [...new Set(areas.map(({name}) => name))]
  const side = (name: string, wanted: 'left' | 'right') => areas.find(area => area.name === name && area.side === wanted)?.area ?? {leftPx: 0, topPx: 0, widthPx: 400, heightPx: 600}
  return {
    languages: languagesIn(pamphlet),
    hyphenFamilies: [...new Set(hyphens.map(({family}) => family.replace(/ hyphen$/, '')))],
    areas: Object.fromEntries(names.map(name => [name, {recto: side(name, 'right'), verso: side(name, 'left')}])),
    leadingPx,
    slackPx,
    notesWord: wordsFor(pamphlet.metadata.lang).notes
  }
}

/** Layouts whose pages are panels of one sheet. */
const leaflets: ReadonlySet<LayoutName | undefined> = new Set<LayoutName>(['trifold', 'zfold', 'gatefold'])

/** A leaflet's panels have no inner and outer margin, unless the author gives them. */
function pageGeometry(pamphlet: Pamphlet, theme: Theme, setting: Setting | undefined): Geometry {
  const {rules, format} = pageFormat(pamphlet, theme)
  return geometryOf(rules, {...format, ...(setting && {setting})})
}

/** What is said of pages, in the styles and in the metadata. */
export function pageFormat({metadata}: Pamphlet, theme: Theme): {readonly rules: PageRules; readonly format: Format} {
  const sheets: StyleSheet[] = [{text: bleedingPage, origin: 'theme'}, {text: theme.files.get('print.css') ?? '', origin: 'theme'}]
  const own: StyleSheet[] = theme.style ? [{text: theme.style.text, origin: 'user'}] : []
  const ownRules = readPageRules(own)
  const userSize = sizeOf(ownRules.declarationsFor({name: '', side: 'right'}).get('size'))
  const isEven = (context: PageContext) => leaflets.has(metadata.booklet.layout) && !ownRules.declarationsFor(context).has('margin-left')
  return {rules: readPageRules([...sheets, ...own]), format: {page: metadata.page, userSize, bleedMm: metadata.print.bleedMm, isEven}}
}

/** The words of the heads, a break being a space. */
function headsIn(tree: Root): readonly string[] {
  return elementsIn(tree).filter(({tagName}) => /^h[1-6]$/.test(tagName)).map(head => wordsOf(head).replaceAll(/\s+/gu, ' ').trim())
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-noteref') return ''
  return node.tagName === 'br' ? ' ' : node.children.map(wordsOf).join('')
}

function textWidth({areas}: Geometry): number {
  return areas.find(({name}) => name === '')?.area.widthPx ?? 400
}

function conditionsOf({form}: Plan): ReadonlySet<string> {
  return new Set([form])
}

/** A page below 150 mm, as of a zine: a running head would stand in the knife's way, and who folds eight pages needs none. */
const smallPx = 150 / 25.4 * 96
const smallPageStyle = '@page {@top-center {content: none}}\n'

/**
 * The theme in its layer, the author's style outside any, and last what must not be overridden: an element each, so that
 * a brace that an author forgot ends with the author's own.
 */
function printStyles(theme: Theme, hyphens: readonly FontFile[], geometry: Geometry, fixed: string): readonly string[] {
  const {sheet: {trim}} = geometry
  const own = [
    fontFaces([...theme.fonts, ...hyphens], font => `/fonts/${font.name}`),
    `@layer common, pages, theme;\n@layer common {\n${theme.files.get('common.css') ?? ''}}\n`,
    pageStyle,
    `@layer theme {\n${theme.files.get('print.css') ?? ''}\n${trim.heightPx < smallPx ? smallPageStyle : ''}}\n`
  ].join('')
  return [own, ...(theme.style ? [theme.style.text] : []), geometryCss(geometry) + fixed]
}

/** What holds whatever the theme and the author say. */
function fixedStyle(tree: Root, pages: PageWay): string {
  const hasFullPage = elementsIn(tree).some(({tagName, properties: {className}}) => tagName === 'figure' && Array.isArray(className) && className.includes('full-page'))
  return (hasFullPage ? fullPageStyle : '') + fixedPageStyle + (pages === 'rich' ? '' : plainStyle)
}

type Preparation = {readonly plan: Plan; readonly styles: readonly string[]; readonly feet: readonly Element[]}

/** Set language and classes, put the styles in, the notes that go to the feet of pages, and links to everything that is to be found. */
function prepare(tree: Root, {metadata, openings}: Pamphlet, {plan, styles, feet}: Preparation): void {
  const named = (name: string) => elementsIn(tree).find(({tagName}) => tagName === name)
  if (feet.length > 0) named('main')?.children.push(h(`div#${marks.feet}`, [...feet]))
  for (const element of elementsIn(tree)) {
    if (element.tagName === 'html') element.properties = {...element.properties, lang: metadata.lang, dir: directionOf(metadata.lang)}
    // Paper opens nothing.
    if (element.tagName === 'details') element.properties = {...element.properties, open: true}
    if (element.tagName === 'head') element.children.push(h(`style#${marks.counters}`, pageCounters(undefined)), ...styles.map(style => h('style', style.replaceAll(/<(?=\/style)/gi, '\\3c '))))
    markPlace(element, metadata)
    if (element.tagName === 'body') element.properties.className = [openings, `openings-${metadata.openings}`, `form-${plan.form}`, titleLength(metadata.title)]
  }
  named('body')?.children.push(targetLinks(targetsIn(tree)))
}

/** What is too much for a cover or a title page is told at its place; so is what a press would object to in a picture there. */
function markPlace(element: Element, {places}: Metadata): void {
  const {className} = element.properties
  const kind = Array.isArray(className) ? className.find(name => name === 'cover' || name === 'title-page' || name === 'back-cover') : undefined
  if (!kind || !places) return
  const [place, image] = kind === 'back-cover' ? [places.back, places.backImage] : [places.cover, places.coverImage]
  element.properties['dataPlace'] = written(place)
  for (const {tagName, properties} of elementsIn(element)) if (tagName === 'img') properties['dataAt'] ??= written(image ?? place)
}

function written({file, line, column}: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}

function titleLength(title: string): string {
  return title.length <= 18 ? 'title-short' : title.length <= 36 ? 'title-medium' : title.length <= 80 ? 'title-long' : 'title-huge'
}

/** Chromium names only places that a link points to; one that is not shown is enough. */
function targetLinks(targets: readonly string[]): Element {
  return h('div', {hidden: true, id: marks.targets}, targets.map(id => h('a', {href: `#${id}`})))
}

function targetsIn(tree: Root): readonly string[] {
  return [...new Set(elementsIn(tree).flatMap(({properties: {id}}) => typeof id === 'string' && id !== '' ? [id] : []))]
}

function assetUrl(name: string): string {
  return `/assets/${name.split('/').map(encodeURIComponent).join('/')}`
}

/** Every file that the page may load, by its path, decoded and without a slash in front. */
function resourcesOf({assets}: Pamphlet, {fonts}: Theme, hyphens: readonly FontFile[]): ReadonlyMap<string, Resource> {
  const fontFiles = [...fonts, ...hyphens].map(({name, bytes}): [string, Resource] => [`fonts/${name}`, {mediaType: 'font/woff2', bytes}])
  const pictures = [...assets.values()].map((asset): [string, Resource] => [`assets/${asset.name}`, {mediaType: asset.mediaType, bytes: asset.mediaType === 'image/svg+xml' ? embedFonts(asset, fonts, asset.name) : asset.bytes}])
  return new Map([...fontFiles, ...pictures])
}
