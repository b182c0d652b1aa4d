/** What may never come of a manuscript: a word lost, doubled or out of its order, anything that runs, anything from elsewhere. */
import type {ElementContent, Nodes, Properties} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Disk, Found} from '../../../scripts/adapters/disk.ts'
import {clean} from '../../../scripts/epub/clean.ts'
import {toXhtml} from '../../../scripts/epub/xhtml.ts'
import {read} from '../../../scripts/manuscript/read.ts'
import {compose} from '../../../scripts/text/compose.ts'
import {enginesFor} from '../../../scripts/text/engines.ts'
import type {Message, Pamphlet, SourceFile} from '../../../scripts/types.ts'
import {parseXml} from '../../epub/xml.ts'
import {unread, wordsIn} from './manuscripts.ts'

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20H0z" fill="#999"/></svg>'

/** A disk with one manuscript, and a picture beside it. */
function diskWith(manuscript: string): Disk {
  const files = new Map(Object.entries({'/m/a.md': manuscript, '/m/map.svg': picture}))
  const look = <Value>(path: string, value: (text: string) => Value): Promise<Found<Value>> => {
    const text = files.get(path)
    return Promise.resolve(text === undefined ? {fault: 'missing'} : {value: value(text)})
  }
  return {
    realPath: path => Promise.resolve(path === '/m' || files.has(path) ? {value: path} : {fault: 'missing'}),
    stat: path => path === '/m' ? Promise.resolve({value: 'folder'}) : look(path, () => 'file'),
    list: () => Promise.resolve({value: ['a.md', 'map.svg']}),
    readFile: path => look(path, text => new TextEncoder().encode(text))
  }
}

/** Read and compose a manuscript as a build does; nothing comes of one that cannot be read. */
export async function composeHostile(manuscript: string): Promise<{readonly files: readonly SourceFile[]; readonly pamphlet: Pamphlet} | undefined> {
  const found = await read('/m/a.md', diskWith(manuscript))
  return 'files' in found ? {files: found.files, pamphlet: compose(found, await enginesFor(found))} : undefined
}

/** The parts of a pamphlet that hold its text, each with its words in the manuscript's order. */
const partsOf = ({chapters, notes, imprint}: Pamphlet): readonly (readonly ElementContent[])[] =>
  [chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children), ...notes.map(({children}) => children), imprint]

/** Everything that is wrong with what came of a manuscript. */
export function faultsOf(manuscript: string, pamphlet: Pamphlet): readonly string[] {
  const parts = partsOf(pamphlet)
  return [...ofWords(manuscript, parts, pamphlet.messages), ...parts.flat().flatMap(ofNode), ...parts.flatMap(ofMarkup), ...pamphlet.messages.flatMap(ofMessage)]
}

// ------------------------------------------------------------------------------------------------------- words

const inWords = new Set('a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time tt u var'.split(' '))

/** The text of nodes, with a space wherever one block ends and another begins; a reference says the words of a head again. */
export function textOf(node: ElementContent): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : ''
  if (node.properties['dataPageRef'] !== undefined) return ' '
  const text = node.children.map(textOf).join('')
  return inWords.has(node.tagName) ? text : ` ${text} `
}

function ofWords(manuscript: string, parts: readonly (readonly ElementContent[])[], messages: readonly Message[]): readonly string[] {
  const found = parts.map(part => wordsIn(part.map(textOf).join('')))
  const all = found.flat()
  const missing = wordsIn(manuscript).filter(word => !all.includes(word) && !isToldOf(manuscript, word, messages))
  const doubled = all.filter((word, index) => all.indexOf(word) !== index)
  // What a rule puts elsewhere, it says.
  const isMoved = messages.some(({reason, remedy = ''}) => /moved|set behind the ruby|joined to the first/.test(remedy) || reason.includes('before the table now'))
  const late = isMoved ? [] : found.flatMap(words => words.filter((word, index) => word < (words[index - 1] ?? '') && !isCaption(manuscript, word)))
  const joined = runTogether(manuscript, parts.flat().map(textOf).join(' '))
  return [...missing.map(word => `${word} is lost`), ...doubled.map(word => `${word} stands twice`), ...late.map(word => `${word} stands too late`), ...joined]
}

/** Words of a text that stand apart in the manuscript and not in the text. */
export function runTogether(manuscript: string, text: string): readonly string[] {
  return text.match(/z[a-y]{3}zz[a-y]{3}z/g)?.filter(words => isApart(manuscript, words)).map(words => `${words} run together`) ?? []
}

/** The label of a directive is the caption of the table in it, whatever stands before that. */
function isCaption(manuscript: string, word: string): boolean {
  return /::(?:table|timeline)\[ ?$/.test(manuscript.slice(0, manuscript.indexOf(word)))
}

/** What is taken for no space, nor for a tag: the rest of a link, comments, code, terms of the index. */
const unspaced = /\]\([^)]*\)|<!--[^]*?-->|<\?[^]*?\?>|<![a-z]+[^>]*>|\uFEFF| ?`+ ?| ?:index\[[^\]]*\](?:\{\w*\})?/gi
/** A void element has no closing tag: what looks like one is nothing. */
const tag = /<(?!\/(?:img|image|input|embed|hr|frame)\b)\/?([a-z][^\s/>]*)(?:=\s*(?:"[^"]*"|'[^']*')|[^<>])*>/gi
/** Elements that keep the words before and behind them apart, be they taken out or moved. */
const parting = new Set(`address article aside blockquote body br button caption center dd details div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h6 head header hr html iframe
image img input legend li listing main marquee math nav noembed noframes noscript object ol optgroup option p plaintext pre script section select style summary svg table tbody td template textarea tfoot th thead title tr ul
video xmp`.split(/\s+/))

/** Whether white space or a block stands between two words of the manuscript, that is not part of a mark. */
function isApart(manuscript: string, words: string): boolean {
  const between = manuscript.slice(manuscript.indexOf(words.slice(0, 5)) + 5, manuscript.indexOf(words.slice(5))).replaceAll(unspaced, '')
  return [...between.matchAll(tag)].some(([, name = '']) => parting.has(name.toLowerCase())) || /\s/.test(between.replaceAll(tag, ''))
}

/** What stands before a word that is no text: a tag or comment that was cut off, a term of the index, an address, a picture's text, the name of a code block's language. */
const beforeNoText = [/CUT/, /:index\[[^\]]*$/, /\]:[^\n]*\n?[^\n]*$/, /\]\([^)\n]*$/, /!\[[^\n]*$/, /(?:```|~~~)[^\n]*$/]
/** What stands behind a word that is the label of a definition. */
const behindLabel = /^[^\n]*\]:/

/** Words may be left out where they are no text, or where a message says so: in a script, or in a note that nothing refers to. */
function isToldOf(manuscript: string, word: string, messages: readonly Message[]): boolean {
  const at = manuscript.indexOf(word)
  const [before, behind] = [manuscript.slice(0, at), manuscript.slice(at)]
  const isUnread = unread.some(name => before.toLowerCase().includes(`<${name}`) && behind.toLowerCase().includes(`</${name}`) && messages.some(({reason}) => reason.includes(`element \`<${name}>\``)))
  const isNote = /\[\^\w+\]:/.test(before) && messages.some(({ruleId}) => ruleId === 'unused-note' || ruleId === 'duplicate-note')
  return isUnread || isNote || behindLabel.test(behind) || beforeNoText.some(pattern => pattern.test(before))
}

// ---------------------------------------------------------------------------------------------------- elements

const running = new Set('script style iframe frame frameset object embed applet form button select textarea link meta base template svg noscript portal video audio source image'.split(' '))
const addresses = /^(?:#|https:\/\/example\.org\/|mailto:|http:\/\/www\.w3\.org\/2000\/svg)/

function ofNode(node: ElementContent): readonly string[] {
  if (node.type !== 'element') return node.type === 'text' ? [] : [`a node of the kind ${node.type}`]
  const {tagName, properties, children} = node
  return [...(running.has(tagName) ? [`<${tagName}>`] : []), ...Object.entries(properties).flatMap(([name, value]) => ofProperty(tagName, name, value)), ...children.flatMap(ofNode)]
}

function ofProperty(tagName: string, name: string, value: Properties[string]): readonly string[] {
  const isWrong = /^on|^style$|^src(?:doc|set)|action|^xLink|^is$|^contentEditable|^autoFocus|^data(?!At$|Noteref$|PageRef|Index)/i.test(name)
    || (name === 'href' || name === 'cite') && !addresses.test(String(value))
    || name === 'src' && value !== 'map.svg'
    || typeof value === 'string' && /[\0-\x08\x0B\x0C\x0E-\x1F]/.test(value)
  return isWrong ? [`<${tagName} ${name}=${JSON.stringify(value)}>`] : []
}

// ------------------------------------------------------------------------------------------------------ markup

const stringifier = unified().use(rehypeStringify).freeze()

/** What is written must be read the same again, as HTML and as the XHTML of an EPUB. */
function ofMarkup(part: readonly ElementContent[]): readonly string[] {
  const html = stringifier.stringify({type: 'root', children: [...part]})
  const again = fromHtml(html, {fragment: true})
  const [written, reread] = [shapeOf({type: 'root', children: [...part]}), shapeOf(again)]
  const faults = written === reread ? [] : [`HTML is read otherwise: ${difference(reread, written)}`]
  try {
    parseXml(`<?xml version="1.0" encoding="UTF-8"?><body xmlns="x" xmlns:epub="e">${toXhtml(clean(part, {pathOf: name => name, raise: 0}))}</body>`)
  } catch (error) {
    return [...faults, `XHTML: ${String(error)}`]
  }
  return faults
}

/** Elements and words of a tree, on one line. */
function shapeOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inner = node.children.map(shapeOf).join('')
  return node.type === 'element' ? `<${node.tagName}>${inner}</${node.tagName}>` : inner
}

function difference(actual: string, expected: string): string {
  let index = 0
  while (index < expected.length && actual[index] === expected[index]) index++
  return `…${actual.slice(Math.max(0, index - 60), index + 60)}…, expected …${expected.slice(Math.max(0, index - 60), index + 60)}…`
}

// ---------------------------------------------------------------------------------------------------- messages

/** Each says what was found and what to do, and where. */
function ofMessage({reason, remedy, place, ruleId}: Message): readonly string[] {
  const isWhole = reason.startsWith('Unexpected ') && remedy?.endsWith('.') === true && place.file === 'a.md'
  const hasPlace = place.line !== undefined && place.column !== undefined
  return isWhole && hasPlace ? [] : [`${ruleId} says “${reason}” at ${JSON.stringify(place)}, and “${remedy ?? ''}”`]
}
