/** The web edition: one HTML file that holds everything it needs, and works from a disk as from a server. */
import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import {contributions, writers, writersInLine} from '../contributors.ts'
import {charactersOf} from '../cut-faces.ts'
import {elementsIn, hasClass, spokenName} from '../elements.ts'
import {fontFaces, hasOneOf} from '../font-face.ts'
import {embedFonts} from '../svg-fonts.ts'
import type {Values} from '../template/fill.ts'
import {markCodeLines} from '../template/code-lines.ts'
import {fill} from '../template/fill.ts'
import type {AssetUrl} from '../template/values.ts'
import {titleValue} from '../template/title-lines.ts'
import {indexList, linkedPlaces} from '../template/index-list.ts'
import {hushRepeats} from '../template/repeated-quotes.ts'
import {chapterSections, contentsList, contentsWithIndex, epigraphValue, imprintValue, metadataValues, text, withAssets} from '../template/values.ts'
import type {Artifact, Asset, ContentsEntry, FontFile, Metadata, Note, Pamphlet, Theme} from '../types.ts'
import type {Words} from '../words.ts'
import {wordsFor} from '../words.ts'
import {directionOf} from '../writing.ts'

const stringifier = unified().use(rehypeStringify).freeze()

/** No script, no network, no frame: what the file does not hold it cannot load. */
const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"

/** Make the file; `lettering`: the theme's faces as drawings are to hold them. */
export function web(pamphlet: Pamphlet, theme: Theme, lettering = theme.fonts): Artifact {
  const urls = dataUrls(pamphlet.assets, lettering)
  const template = theme.files.get('web.html') ?? ''
  const tree = fill(template, webValues(pamphlet, name => urls.get(name) ?? '', template), new Set())
  publish(tree)
  markDrawings(tree)
  boxTables(tree)
  nameAsides(tree)
  reachScrollers(tree)
  markCodeLines(tree)
  markAddresses(tree)
  prepare(tree, pamphlet, theme)
  const bytes = new TextEncoder().encode(`${stringifier.stringify(tree)}\n`)
  const {chapters, notes, assets, metadata} = pamphlet
  const facts = {lang: metadata.lang, chapters: chapters.length, notes: notes.length, images: assets.size, fonts: theme.fonts.length}
  return {name: `${metadata.slug}.html`, mediaType: 'text/html', bytes, facts}
}

function dataUrls(assets: ReadonlyMap<string, Asset>, fonts: readonly FontFile[]): ReadonlyMap<string, string> {
  return new Map([...assets.values()].map(asset => [asset.name, dataUrl(asset.mediaType, asset.mediaType === 'image/svg+xml' ? embedFonts(asset, fonts) : asset.bytes)]))
}

function dataUrl(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

function webValues(pamphlet: Pamphlet, assetUrl: AssetUrl, template: string): Values {
  const {metadata, notes, index} = pamphlet
  const contents = contentsWithIndex(pamphlet)
  const words = wordsFor(metadata.lang)
  return {
    ...metadataValues(metadata, assetUrl),
    authors: text([writersInLine(metadata), ...contributions(metadata)].filter(part => part !== '').join(' · ')),
    titleLines: titleValue(metadata.title, metadata.lang),
    epigraph: epigraphValue(pamphlet),
    contents: isWorthContents(contents, pamphlet) ? [contentsList(contents, false)] : [],
    text: chapterSections(hushRepeats(pamphlet), assetUrl),
    notes: notes.length === 0 ? [] : [h('ol', notes.map(note => noteItem(note, words, assetUrl)))],
    index: index.length === 0 ? [] : [indexList(index, words, linkedPlaces)],
    imprint: imprintValue(pamphlet, assetUrl, template)
  }
}

/** About two screens of text: who sees all heads at a glance needs no list of two of them. */
const shortText = 2500

function isWorthContents(contents: readonly ContentsEntry[], {chapters}: Pamphlet): boolean {
  const entries = contents.reduce((count, {children}) => count + 1 + children.length, 0)
  const length = chapters.reduce((sum, {children}) => sum + children.reduce((all, node) => all + ('children' in node ? toString(node).length : 0), 0), 0)
  return contents.length > 1 && (entries > 2 || length > shortText)
}

function noteItem({id, number, references, children}: Note, words: Words, assetUrl: AssetUrl): Element {
  const content = withAssets(children, assetUrl)
  const backlinks = references.map((reference, index) => h('a.backlink', {href: `#${reference}`, role: 'doc-backlink', ariaLabel: `${words.backToText} ${number}${references.length > 1 ? `.${index + 1}` : ''}`}, '↑'))
  const last = content.at(-1)
  const target = last?.type === 'element' && last.tagName === 'p' ? last.children : content
  target.push({type: 'text', value: ' '}, ...backlinks)
  return h('li', {id}, [h('span.number', `${number}`), h('div', content)])
}

/** Take off the program's own marks, and let pictures load when they come into sight. */
function publish(tree: Root): void {
  visit(tree, 'element', element => {
    for (const name of ['dataAt', 'dataPageRef', 'dataContinued']) Reflect.deleteProperty(element.properties, name)
    if (element.tagName === 'img') Object.assign(element.properties, {loading: 'lazy', decoding: 'async'})
  })
}

/** Mark links that say their address: on paper, where the others have theirs behind them, it would stand there twice. */
function markAddresses(tree: Root): void {
  visit(tree, 'element', link => {
    const {tagName, properties: {href, className}} = link
    const bare = (address: string) => address.replaceAll(/^(?:https?:\/\/)?(?:www\.)?|\/$|[\u2060\u200B\u00AD]/g, '')
    if (tagName === 'a' && typeof href === 'string' && bare(href) === bare(toString(link))) link.properties.className = [...Array.isArray(className) ? className : [], 'bare']
  })
}

/** Mark the wide drawings in figures, with their own width: they may fill the column as pictures do, but for those that have a width by their author. */
function markDrawings(tree: Root): void {
  visit(tree, 'element', figure => {
    if (figure.tagName !== 'figure') return
    for (const {tagName, properties} of elementsIn(figure)) {
      const [width, height] = [Number(properties.width), Number(properties.height)]
      if (tagName !== 'img' || !(width > height) || properties.style !== undefined || !String(properties.src).startsWith('data:image/svg+xml')) continue
      properties.style = `--own: ${width}px`
    }
  })
}

/** A table wider than the window is moved in a box of its own, by the keyboard too; the box is named after what it holds. */
function boxTables(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || index === undefined || !parent) return undefined
    parent.children[index] = h('div.scroll', {role: 'group', tabIndex: 0, ariaLabel: nameOf(table)}, [table])
    return SKIP
  })
}

/** A table's caption, or its head; undefined where neither has words. */
function nameOf(table: Element): string | undefined {
  const heads: string[] = []
  for (const element of elementsIn(table)) {
    if (element.tagName === 'caption' && spokenName(element) !== '') return spokenName(element)
    if (element.tagName === 'th' && heads.length < 6) heads.push(spokenName(element))
  }
  return heads.filter(head => head !== '').join(', ') || undefined
}

/** What stands beside the text is found by its name. */
function nameAsides(tree: Root): void {
  for (const aside of elementsIn(tree)) {
    const title = aside.tagName === 'aside' ? aside.children.find(child => child.type === 'element' && hasClass(child, 'aside-title')) : undefined
    const name = title?.type === 'element' ? spokenName(title) : ''
    if (name !== '') aside.properties.ariaLabel ??= name
  }
}

/** So much code, in columns, fits a window of 320 px (WCAG 2.2, 1.4.10) in a list, too: 32 of them in the text. */
const narrowColumns = 24

/** Code and formulas wider than the window are moved by the keyboard too; who tabs must not stop at what fits every window. */
function reachScrollers(tree: Root): void {
  for (const element of elementsIn(tree)) {
    const columns = element.tagName === 'pre' ? columnsOf(element) : hasClass(element, 'display') ? columnsOfFormula(element) : 0
    if (columns > narrowColumns) element.properties.tabIndex = 0
  }
}

/** At most so wide: as if all of a formula stood on one line, with room at both sides of each sign, and two columns for a space or a cell. */
function columnsOfFormula({tagName, children}: Element): number {
  if (tagName === 'annotation') return 0
  const own = tagName === 'mspace' ? 4 : tagName === 'mtd' || tagName === 'msqrt' || tagName === 'mroot' ? 2 : 0
  return children.reduce((columns, child) => columns + (child.type === 'text' ? Array.from(child.value.trim()).length * (tagName === 'mo' ? 3 : 1) : child.type === 'element' ? columnsOfFormula(child) : 0), own)
}

/** The longest line, with tabs of eight columns and two for whatever may be as wide as it is high. */
function columnsOf(code: Element): number {
  return Math.max(...toString(code).split('\n').map(line => Array.from(line).reduce((columns, character) => columns + (character === '\t' ? 8 : character < '\u1100' ? 1 : 2), 0)))
}

function prepare(tree: Root, {metadata, openings}: Pamphlet, theme: Theme): void {
  const styles = fontFaces(facesOf(tree, theme), ({bytes}) => dataUrl('font/woff2', bytes)).replaceAll('font-display: block', 'font-display: swap')
    + `@layer common, theme;\n@layer common {\n${theme.files.get('common.css') ?? ''}}\n`
    + `@layer theme {\n${theme.files.get('web.css') ?? ''}\n}\n`
  visit(tree, 'element', element => {
    if (element.tagName === 'html') element.properties = {...element.properties, lang: metadata.lang, dir: directionOf(metadata.lang)}
    if (element.tagName === 'head') element.children.push(...headOf(metadata), ...[styles, ...(theme.style ? [theme.style.text] : [])].map(style => h('style', style.replaceAll(/<(?=\/style)/gi, '\\3c '))))
    if (element.tagName !== 'body') return undefined
    element.properties.className = [openings]
    return EXIT
  })
}

/** The theme's faces, and of the fallback those that the page needs: drawings hold their own. */
function facesOf(tree: Root, {fonts, style}: Theme): readonly FontFile[] {
  if (!fonts.some(({family}) => family === 'Fallback')) return fonts
  const characters = charactersOf([toString(tree), style?.text ?? ''])
  return fonts.filter(font => font.family !== 'Fallback' || hasOneOf(characters, font))
}

function headOf(metadata: Metadata): readonly Element[] {
  const {description, publisher} = metadata
  return [
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
    h('meta', {name: 'generator', content: 'Pamphleteer'}),
    ...writers(metadata).map(name => h('meta', {name: 'author', content: name})),
    ...(description === undefined ? [] : [h('meta', {name: 'description', content: description})]),
    ...(publisher === undefined ? [] : [h('meta', {name: 'publisher', content: publisher})])
  ]
}
