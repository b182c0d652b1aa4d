/** An OpenDocument text, as LibreOffice writes it: its elements and styles become the marks of HTML. */
import type {Element as HastElement, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {commonOf} from './alignment.ts'
import {openArchive} from './archive.ts'
import {formulasIn} from './formulas/odf.ts'
import {captionClass, contentsClass} from './captions.ts'
import type {Draft, ImportedMetadata, Remark} from './imported.ts'
import {ImportFault, lostCount, lostIndexEntries, namesOf} from './imported.ts'
import {floatingInOdt, placeFloating} from './floating.ts'
import {listStarts} from './odt-lists.ts'
import {repeatsWithin} from './odt-repeats.ts'
import {readStyles} from './odt-styles.ts'
import type {Style, Styles} from './odt-styles.ts'
import {dublinCore, elementsOf, parsePart, xmlText} from './office-metadata.ts'

/** Read an OpenDocument text. Throws ImportFault where it is none. */
export async function draftFromOdt(bytes: Uint8Array): Promise<Draft> {
  const archive = await openArchive(bytes)
  const [content, styles, meta, manifest] = await Promise.all(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'].map(archive.readText))
  if (manifest?.includes('encryption-data') === true) throw new ImportFault('encrypted file', 'one without a password', 'Open it in LibreOffice, and save it without a password.')
  if (content === undefined) throw new ImportFault('archive without `content.xml`', 'an OpenDocument text', 'Save it as .odt in a word processor.')
  const tree = parsePart(content, 'content.xml')
  const text = find(tree, 'office:text')
  if (!text) throw new ImportFault('OpenDocument file that is no text', 'a text', 'Save it as .odt in a word processor.')
  const known = readStyles([...styles === undefined ? [] : [parsePart(styles, 'styles.xml')], tree])
  placeFloating(tree, floatingInOdt(({attributes}) => known.of(attributes['text:style-name']).isCaption))
  const formulas = await formulasIn(archive)
  const reader = readerFor(known, formulas, listStarts(tree, known.firstNumber))
  const children = reader.children(text)
  const {date, author, ...described} = meta === undefined ? {} : dublinCore(parsePart(meta, 'meta.xml'))
  return {
    metadata: {...(known.lang !== undefined && {lang: known.lang}), ...described, ...reader.marked()},
    creators: namesOf(author),
    tree: {type: 'root', children: [...children, ...reader.notes()]},
    imageAt: async source => await archive.read(source.replace(/^\.\//, '')) ?? `that is not in the file (${source.slice(0, 60)})`,
    remarks: [...lostParts(tree, formulas), ...reader.remarks()]
  }
}

function find(tree: Root | Element, name: string): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', element => {
    if (element.name === name) found ??= element
  })
  return found
}

/** Elements that hold no text of the author's, or one that the program makes itself. */
const silent = new Set(['text:tracked-changes', 'office:annotation', 'text:sequence-decls', 'office:forms', 'text:table-of-content', 'text:alphabetical-index'])

const spaces: Readonly<Record<string, (element: Element) => ElementContent[]>> = {
  'text:line-break': () => [h('br')],
  'text:tab': () => [{type: 'text', value: ' '}],
  'text:s': element => [{type: 'text', value: ' '.repeat(Math.min(8, Math.max(1, Number(element.attributes['text:c'] ?? 1) || 1)))}]
}

type Formulas = ReadonlyMap<string, HastElement>

type Reader = {
  readonly children: (element: Element) => ElementContent[]
  readonly notes: () => readonly ElementContent[]
  readonly marked: () => ImportedMetadata
  /** What of the text that was read is not there. */
  readonly remarks: () => readonly Remark[]
}

/** A reader gathers, while it walks, the notes and the paragraphs that are metadata. */
function readerFor(styles: Styles, formulas: Formulas, starts: ReadonlyMap<Element, number>): Reader {
  const notes: HastElement[] = []
  const repeats = repeatsWithin()
  /** The styles of the lists around the place that is read; one without a style has that of the list around it. */
  const lists: string[] = []
  const marked = {title: '', subtitle: '', author: ''}
  const children = (element: Element): ElementContent[] => element.children.flatMap(child =>
    child.type === 'text' ? [{type: 'text' as const, value: child.value.replace(/\s+/g, ' ')}] : child.type === 'element' ? read(child) : [])
  const paragraph = (element: Element): ElementContent[] => {
    const style = styles.of(element.attributes['text:style-name'])
    const part = style.part
    if (part !== undefined) {
      marked[part] = `${marked[part]} ${xmlText(element).trim()}`.trim()
      return []
    }
    const name = style.isCaption ? captionClass : style.isContents ? contentsClass : undefined
    const words = blocksOf(dressed(children(element), style), style.rank === undefined ? 'p' : `h${style.rank}`, name)
    return style.isQuotation ? [h('blockquote', words)] : words
  }
  const list = (element: Element): ElementContent[] => {
    lists.push(element.attributes['text:style-name'] ?? lists.at(-1) ?? '')
    const isOrdered = styles.isOrdered(lists.at(-1), lists.length)
    const items = children(element)
    lists.pop()
    return [isOrdered ? h('ol', {start: starts.get(element) ?? 1}, items) : h('ul', items)]
  }
  const head = (element: Element): ElementContent[] =>
    styles.of(element.attributes['text:style-name']).part !== undefined ? paragraph(element) : [h(`h${Math.min(6, Math.max(1, Number(element.attributes['text:outline-level'] ?? 1) || 1))}`, children(element))]
  const note = (element: Element): ElementContent[] => {
    const [body, name] = [find(element, 'text:note-body'), String(notes.length + 1)]
    const back = h('a', {href: `#pamphleteer-call-${name}`}, '↑')
    // The place is kept before the body is read, which may hold no note of its own.
    const index = notes.push(h('li', {id: `pamphleteer-note-${name}`})) - 1
    notes[index] = h('li', {id: `pamphleteer-note-${name}`}, [...body ? children(body) : [], back])
    return [h('a', {id: `pamphleteer-call-${name}`, href: `#pamphleteer-note-${name}`}, name)]
  }
  const readers: Readonly<Record<string, (element: Element) => ElementContent[]>> = {
    'text:p': paragraph,
    'text:h': head,
    'text:span': element => dressed(children(element), styles.of(element.attributes['text:style-name'])),
    'text:a': element => [h('a', {href: element.attributes['xlink:href'] ?? ''}, children(element))],
    ...spaces,
    'text:ruby': element => [h('ruby', children(element))],
    'text:ruby-text': element => [h('rt', children(element))],
    'text:list': list,
    'text:list-item': element => [h('li', children(element))],
    'text:note': note,
    'table:table': element => [h('table', children(element))],
    'table:table-row': element => Array.from({length: repeats.of(element, 'rows')}, () => h('tr', children(element))),
    'table:table-header-rows': element => asHeads(children(element)),
    'table:table-cell': element => Array.from({length: repeats.of(element, 'columns')}, () => h('td', cellProperties(element, styles), children(element))),
    'draw:frame': element => frameOf(element, children, formulas)
  }
  const read = (element: Element): ElementContent[] => silent.has(element.name) ? [] : (Object.hasOwn(readers, element.name) ? readers[element.name] : undefined)?.(element) ?? children(element)
  return {
    children,
    notes: () => notes.length === 0 ? [] : [h('ol', notes)],
    remarks: repeats.remarks,
    marked: () => ({...(marked.title !== '' && {title: marked.title}), ...(marked.subtitle !== '' && {subtitle: marked.subtitle}), ...(marked.author !== '' && {author: [marked.author]})})
  }
}

/** Put the marks of a style around words; a paragraph of white space needs none. */
function dressed(words: ElementContent[], style: Style): ElementContent[] {
  if (style.isHidden) return []
  const marks = [style.position, style.isStruck ? 'del' : undefined, style.isItalic || style.isUnderlined ? 'em' : undefined, style.isBold ? 'strong' : undefined]
  return marks.reduce((inner, mark) => mark === undefined ? inner : [h(mark, inner)], words)
}

/** A paragraph around words; what stands in it as a block, such as the text of a frame, stands behind it. */
function blocksOf(words: readonly ElementContent[], tag: string, className?: string): ElementContent[] {
  const isBlock = (node: ElementContent) => node.type === 'element' && /^(?:p|h[1-6]|ul|ol|table|blockquote|figure)$/.test(node.tagName)
  const [inner, blocks] = [words.filter(node => !isBlock(node)), words.filter(isBlock)]
  const isEmpty = blocks.length > 0 && inner.every(node => node.type === 'text' && node.value.trim() === '')
  return [...isEmpty ? [] : [h(tag, {className}, inner)], ...blocks]
}

function asHeads(rows: ElementContent[]): ElementContent[] {
  for (const row of rows) {
    for (const cell of row.type === 'element' ? row.children : []) if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th'
  }
  return rows
}

function cellProperties(cell: Element, styles: Styles) {
  const [columns, rows] = [cell.attributes['table:number-columns-spanned'], cell.attributes['table:number-rows-spanned']]
  const align = commonOf(elementsOf(cell).filter(({name}) => name === 'text:p').map(({attributes}) => styles.of(attributes['text:style-name']).align))
  return {...(typeof columns === 'string' && columns !== '1' && {colSpan: columns}), ...(typeof rows === 'string' && rows !== '1' && {rowSpan: rows}), ...(align && {align})}
}

/** A frame holds a formula, with a picture of it, a picture with its description, or a box of text. */
function frameOf(frame: Element, children: Reader['children'], formulas: Formulas): ElementContent[] {
  const object = find(frame, 'draw:object')
  const formula = object && formulas.get(objectOf(object))
  if (formula) return [structuredClone(formula)]
  const image = frame.children.find(child => child.type === 'element' && child.name === 'draw:image')
  const source = image?.type === 'element' ? image.attributes['xlink:href'] : undefined
  if (typeof source !== 'string') return children(frame)
  const words = ['svg:desc', 'svg:title'].map(name => find(frame, name)).map(element => element ? xmlText(element).trim() : '').find(text => text !== '')
  return [h('img', {src: source, alt: words ?? ''})]
}

/** The folder of an object. */
function objectOf({attributes}: Element): string {
  return attributes['xlink:href']?.replace(/^\.\//, '') ?? ''
}

function lostParts(tree: Root, formulas: Formulas): readonly Remark[] {
  const counts = new Map<string, number>()
  visit(tree, 'element', element => {
    const {name} = element
    if (name !== 'draw:object' || !formulas.has(objectOf(element))) counts.set(name, (counts.get(name) ?? 0) + 1)
  })
  const count = (name: string) => counts.get(name) ?? 0
  return [
    ...lostCount(count('office:annotation'), 'a comment', 'comments'),
    ...lostCount(count('text:deletion'), 'a deletion that was marked for review', 'deletions that were marked for review', ' (insertions are taken in)'),
    ...lostCount(count('draw:object'), 'a chart or other object', 'charts or other objects'),
    ...lostCount(count('text:table-of-content'), 'a table of contents', 'tables of contents', ': the program makes its own'),
    ...lostIndexEntries(count('text:alphabetical-index-mark') + count('text:alphabetical-index-mark-start'))
  ]
}
