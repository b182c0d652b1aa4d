/** Raw HTML in a manuscript: parsed, then cut down to what is safe, with a message for everything that is taken out. */
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {Point, Position} from 'unist'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, {defaultSchema, type Options as Schema} from 'rehype-sanitize'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {withoutControls} from '../controls.ts'
import {formulaAttributes, formulaTags, settleFormulas} from './formula-html.ts'
import {disguiseInnerLinks, revealInnerLinks} from './inner-links.ts'
import {report} from './report.ts'
import {withholdHtml} from './withhold-html.ts'
import {gatherRemoved, wordStretches} from './word-html.ts'
import {revealClasses} from './written-classes.ts'
import {settleLanguages} from './written-languages.ts'

const moreTags = [
  'abbr', 'address', 'aside', 'bdi', 'bdo', 'caption', 'cite', 'col', 'colgroup', 'dfn', 'figcaption', 'figure', 'footer',
  'header', 'mark', 'nav', 'rb', 'rp', 'rt', 'rtc', 'ruby', 'samp', 'section', 'small', 'time', 'u', 'var', 'wbr'
]

/** What may stay: no scripts, frames, forms, handlers or styles. Ids are checked elsewhere, so they keep their names. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...moreTags, ...formulaTags].filter(name => !['picture', 'source'].includes(name)),
  attributes: {
    '*': ['id', 'className', 'lang', 'dir', 'title'],
    a: ['href', 'dataNoteref', 'dataPageRef'],
    span: ['dataIndex'],
    img: ['src', 'alt', 'width', 'height'],
    input: ['type', 'checked', 'disabled'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    col: ['span'],
    colgroup: ['span'],
    time: ['dateTime'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    details: ['open'],
    code: ['className'],
    div: ['className'],
    ...formulaAttributes
  },
  // Addresses are judged by the rules for links and images, which say what is wrong with them.
  protocols: {},
  clobber: [],
  strip: ['script', 'style', 'template', 'title', 'svg']
}

/** Parts of a formula stand nowhere but in one. */
const allowedTags: ReadonlySet<string> = new Set(schema.tagNames?.filter(name => !formulaTags.has(name)))

/** Parse and clean the raw HTML of a tree. A tree without any is left as it is: nothing in it can be hostile. */
export function rehypeRawHtml({lang}: {readonly lang: string}) {
  const parse = rehypeRaw()
  const clean = rehypeSanitize(schema)
  return (tree: Root, file: VFile): Root => {
    if (!hasRaw(tree)) return tree
    const ofWord = wordStretches(tree)
    withholdHtml(tree, allowedTags, file)
    disguiseInnerLinks(tree)
    // A parser that has seen no block yet takes a first `<col>` for a part of a table, and loses all text behind it.
    const parsed = parse({...tree, children: [h('div'), ...tree.children]}, file)
    parsed.children.shift()
    revealInnerLinks(parsed)
    dropCopiedIds(parsed)
    placeCopies(parsed)
    dropControls(parsed)
    revealClasses(parsed, file)
    reportRemoved(parsed, file)
    settleLanguages(parsed, file)
    settleFormulas(parsed, file, lang)
    gatherRemoved(ofWord, file)
    return clean(parsed)
  }
}

/** A character reference of HTML may name a control character. */
function dropControls(tree: Root): void {
  visit(tree, node => {
    if (node.type === 'text') node.value = withoutControls(node.value)
    if (node.type === 'element') for (const [name, value] of Object.entries(node.properties)) if (typeof value === 'string') node.properties[name] = withoutControls(value)
  })
}

/** What the parser makes may lack its place, or half of it. */
type Placed = {position?: Partial<Position> | undefined}

function startOf({position}: Placed): Point | undefined {
  return position?.start
}

function endOf({position}: Placed): Point | undefined {
  return position?.end
}

/** Where tags overlap, the parser writes an element several times: only the first keeps the id. A copy may have no place. */
function dropCopiedIds(tree: Root): void {
  const offsets = new Map<unknown, number | undefined>()
  visit(tree, 'element', element => {
    const {id} = element.properties
    const offset = startOf(element)?.offset
    if (id === undefined) return
    if (offsets.has(id) && (offset === undefined || offsets.get(id) === offset)) Reflect.deleteProperty(element.properties, 'id')
    else offsets.set(id, offset)
  })
}

/** What has no place, or half of one, gets that of the element before it, so that whatever is said of it has one. */
function placeCopies(tree: Root): void {
  let before: Point = {line: 1, column: 1}
  visit(tree, 'element', element => {
    const start = startOf(element) ?? before
    element.position = {start, end: endOf(element) ?? start}
    before = start
  })
}

function hasRaw(tree: Root): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return false
  })
  return found
}

/** Tags were judged before the parser saw them; attributes are when it has read them. */
function reportRemoved(tree: Root, file: VFile): void {
  visit(tree, 'element', (element: Element) => {
    if (!allowedTags.has(element.tagName)) return
    const removed = Object.entries(element.properties).filter(([name, value]) => !isAllowed(element.tagName, name, value)).map(([name]) => name)
    for (const name of removed) Reflect.deleteProperty(element.properties, name)
    if (removed.length > 0) {
      report(file, 'removed-html', element, `Unexpected attribute ${removed.map(name => `\`${asWritten(name)}\``).join(', ')} on \`<${element.tagName}>\`, expected none`, `It was taken out. ${removed.every(isSpoken) ? 'What is read aloud is what stands on the page: write it in the text.' : 'Give the element a class and style it in a style sheet of your own (`--style`).'}`)
    }
  })
}

/** The name of an attribute as HTML has it: `aria-hidden` for `ariaHidden`. */
function asWritten(property: string): string {
  return property.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase()
}

/** Whether an attribute would have screen readers say something else than the page, or nothing. */
function isSpoken(property: string): boolean {
  return property === 'role' || property.startsWith('aria')
}

/** What is cited is no link that anybody follows, so that nobody else judges its address. */
function isAllowed(tagName: string, property: string, value: unknown): boolean {
  if (property === 'cite' && !/^https?:\/\//i.test(String(value))) return false
  return [...(schema.attributes?.['*'] ?? []), ...(schema.attributes?.[tagName] ?? [])].includes(property)
}
