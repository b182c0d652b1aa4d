/** SVG pictures: well-formed, of a known size, and without anything that runs or that is loaded from elsewhere. */
import {literal} from './literal.ts'
import {plainCss, withoutEscapes} from './svg-references.ts'
import {tooHeavy} from './svg-weight.ts'
import {localName, readXml, XmlError, type XmlAttribute, type XmlElement, type XmlEvent} from './xml.ts'

/** `corrupt`: no SVG at all; `unsafe`: something that may not be in one. `actual` and `expected` are halves of a message; `lettering`: its text. */
export type SvgInspection =
  | {readonly widthPx: number; readonly heightPx: number; readonly lettering?: string; readonly fault?: undefined}
  | {readonly fault: 'corrupt' | 'unsafe'; readonly actual: string; readonly expected: string; readonly remedy: string}

const namespace = 'http://www.w3.org/2000/svg'
const saveAgain = 'Save it again from the drawing program as plain SVG.'
const alone = 'a drawing without scripts and external references'

/** Judge the bytes of an SVG and measure it in CSS px. */
export function inspectSvg(bytes: Uint8Array): SvgInspection {
  const text = decodeSvg(bytes)
  if (text === undefined) return {fault: 'corrupt', actual: 'encoding', expected: 'UTF-8', remedy: 'Save it again in UTF-8.'}
  if (hasDeclarations(text)) return {fault: 'unsafe', actual: 'declarations in the document type', expected: 'plain SVG', remedy: saveAgain}
  try {
    return judge(readXml(text))
  } catch (error) {
    // Besides the reader's own error only a RangeError is possible: a pattern that ran out of stack.
    const actual = error instanceof XmlError ? error.message : 'length of a tag'
    return {fault: 'corrupt', actual, expected: 'well-formed XML', remedy: saveAgain}
  }
}

/** Look at the first document type only: there may be no second. */
function hasDeclarations(text: string): boolean {
  const start = text.indexOf('<!DOCTYPE')
  return text.includes('<!ENTITY') || start >= 0 && /^[^>]*\[/.test(text.slice(start, start + 4_096))
}

/** UTF-8 alone, whatever the declaration says: other encodings are an old way to hide markup. */
function decodeSvg(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    const encoding = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8'
    return /^(?:utf-?8|us-ascii)$/i.test(encoding) ? text : undefined
  } catch {
    return undefined
  }
}

function judge(events: readonly XmlEvent[]): SvgInspection {
  const root = events.find(event => event.type === 'element')?.element
  if (!root || localName(root.name) !== 'svg' || root.namespace !== namespace) {
    return {fault: 'corrupt', actual: 'root element outside the SVG namespace', expected: `\`${namespace}\``, remedy: `Add \`xmlns="${namespace}"\` to the root element.`}
  }
  const actual = unsafeStyle(events) ?? firstOf(events, unsafe)
  if (actual !== undefined) return {fault: 'unsafe', actual, expected: alone, remedy: 'Take it out, or convert the picture to PNG.'}
  const heavy = tooHeavy(events)
  if (heavy !== undefined) return {fault: 'unsafe', actual: heavy, expected: 'one that a browser draws at once', remedy: 'Convert the picture to PNG, or draw less in it.'}
  const [size, lettering] = [sizeOf(root), letteringOf(events)]
  return size.fault !== undefined || lettering === '' ? size : {...size, lettering}
}

/** Elements whose own text is drawn; titles, descriptions and styles are not. */
const lettered: readonly string[] = ['text', 'tspan', 'textpath', 'a']

/** The text of a drawing, as far as it has no faces of its own, which need not have any other character. */
function letteringOf(events: readonly XmlEvent[]): string {
  if (events.some(event => event.type === 'text' && event.value.includes('@font-face'))) return ''
  return events.map(event => event.type === 'text' && lettered.includes(localName(event.parent)) ? event.value : '').join('').trim()
}

const forbidden: readonly string[] = ['script', 'foreignobject', 'handler', 'listener', 'iframe', 'embed', 'object', 'audio', 'video', 'link', 'base']

/** Apply a test until it names something. */
function firstOf<Item>(items: readonly Item[], name: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = name(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** Style sheets are judged in one piece: a comment may stand in the middle of a word. */
function unsafeStyle(events: readonly XmlEvent[]): string | undefined {
  const css = events.map(event => event.type === 'text' && localName(event.parent) === 'style' ? event.value : '').join('')
  if (hidesReference(css)) return 'reference in a custom property of a style sheet'
  return loadsMore(css) ? 'external reference in a style sheet' : undefined
}

/** Name what may not be in a picture; undefined where there is nothing. Names count in any case, with any prefix. */
function unsafe(event: XmlEvent): string | undefined {
  if (event.type === 'instruction') return event.target.toLowerCase() === 'xml' ? undefined : `processing instruction ${literal(event.target)}`
  if (event.type === 'text') return undefined
  const {name, attributes} = event.element
  if (forbidden.includes(localName(name))) return `element ${literal(name)}`
  return firstOf(attributes, unsafeAttribute)
}

function unsafeAttribute({name, value}: XmlAttribute): string | undefined {
  const local = localName(name)
  if (local.startsWith('on')) return `event handler ${literal(name)}`
  if (local === 'attributename' && /^\s*(?:on|(?:\w+:)?href)/i.test(value)) return `animation of ${literal(value)}`
  const isReference = ['href', 'src', 'base'].includes(local) && !name.startsWith('xmlns')
  if (isReference && !isInside(value)) return `external reference in ${literal(name)}`
  if (local === 'style' && hidesReference(value)) return `reference in a custom property in ${literal(name)}`
  return loadsMore(value) ? `external reference in ${literal(name)}` : undefined
}

/** What stands in a custom property counts where it is used, which nobody sees from here. */
function hidesReference(css: string): boolean {
  return css.includes('--') && /--[^:;{}]{1,200}:[^;{}]{0,2000}url\s*\(/i.test(plainCss(css))
}

/** A fragment of the same file, or a raster image in the file itself. */
function isInside(address: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,]|$)/i.test(address)
}

/** Tell whether CSS refers to anything but fragments, raster images and fonts in the file. Escapes are resolved first. */
function loadsMore(css: string): boolean {
  const plain = withoutEscapes(css)
  if (/@import|(?:image-set|cross-fade|src)\s*\(/i.test(plain)) return true
  return Array.from(plain.matchAll(/url\s*\(\s*["']?([^"')]{0,200})/gi), match => match[1] ?? '').some(address => !isInside(address) && !isFont(address))
}

function isFont(address: string): boolean {
  return /^data:(?:font\/|application\/(?:x-)?font-)/i.test(address)
}

/** More than this is no size of a drawing, but of nothing that could be seen in it: it would be scaled to a dot. */
const mostPx = 100_000

/** The size of width and height; what they lack comes from the viewBox, and last from CSS's 300 × 150. Whole px. */
function sizeOf(root: XmlElement): SvgInspection {
  const nothing = ['width', 'height', 'viewBox'].find(name => isNothing(valueOf(root, name)))
  if (nothing !== undefined) return {fault: 'corrupt', actual: `${literal(`${nothing}="${valueOf(root, nothing).slice(0, 60)}"`)}, which leaves nothing to see,`, expected: 'a width and a height above 0', remedy: 'Write the size of the drawing into its root element.'}
  const width = lengthPx(valueOf(root, 'width'))
  const height = lengthPx(valueOf(root, 'height'))
  const box = boxOf(valueOf(root, 'viewBox'))
  if (!box && Math.max(width ?? 0, height ?? 0) > mostPx) return {fault: 'unsafe', actual: `size without a \`viewBox\` of more than ${mostPx.toLocaleString('en')} px`, expected: 'one that leaves something to see', remedy: 'Add a `viewBox` round what is drawn, or write the size that is meant.'}
  if (!box) return whole(width ?? 300, height ?? 150)
  const ratio = box.width / box.height
  if (width !== undefined) return whole(width, height ?? width / ratio)
  return height === undefined ? whole(box.width, box.height) : whole(height * ratio, height)
}

function valueOf(root: XmlElement, wanted: string): string {
  return root.attributes.find(({name}) => name === wanted)?.value ?? ''
}

/** Tell a length, or the size of a box, that is nothing or less. */
function isNothing(value: string): boolean {
  const numbers = value.trim().split(/[\s,]+/)
  const sizes = numbers.length === 4 ? numbers.slice(2) : numbers.slice(0, 1)
  return sizes.some(size => /^(?:-|[+]?0*\.?0*(?:[a-z%]*)$)/i.test(size) && /\d/.test(size))
}

function boxOf(viewBox: string): {readonly width: number; readonly height: number} | undefined {
  const [, , width = 0, height = 0, ...rest] = viewBox.trim().split(/[\s,]+/).map(Number)
  return rest.length === 0 && width > 0 && height > 0 && Number.isFinite(width / height) ? {width, height} : undefined
}

function whole(width: number, height: number): SvgInspection {
  const round = (length: number) => Math.min(Math.max(Math.round(length), 1), 1_000_000)
  return {widthPx: round(width), heightPx: round(height)}
}

const pxPerUnit: Readonly<Record<string, number>> = {'': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, em: 16, rem: 16, ex: 8}

/** A length as px; undefined for percentages and for what is no positive length. */
function lengthPx(value: string): number | undefined {
  const match = /^\s*\+?(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value)
  const length = Number(match?.[1]) * (pxPerUnit[(match?.[2] ?? '').toLowerCase()] ?? NaN)
  return length > 0 && Number.isFinite(length) ? length : undefined
}
