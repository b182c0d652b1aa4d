/**
 * Words wider than their line in text that is not justified: the browser breaks them behind any letter. They are broken
 * between syllables, with a hyphen; what has none, as an address, stays as it is.
 */
import {syllablesOf} from './overlong.ts'
import type {Tools} from './read.ts'
import {shortRange} from './words.ts'
import type {Ink} from './write.ts'
import {hyphenOf} from './write.ts'

type Way = {readonly tools: Tools; readonly ink: Ink}
/** A text node with words that the browser broke, and where else they may be broken. */
type Broken = {readonly text: Text; readonly cuts: readonly number[]}
/** A text node with a soft hyphen at each of these places. */
type Marked = {readonly text: Text; readonly signs: readonly number[]}

/** Break the long words of all text under an element but that of some paragraphs, which has its lines already; keep dashes off the beginnings of its lines, and short ranges whole. */
export function breakRaggedWords(root: Element, set: ReadonlySet<Element>, way: Way): void {
  for (const text of textsWith(held, root, set)) hold(text)
  const marked = textsWith(longWord, root, set).flatMap(text => findBroken(text, way)).map(mark)
  const used = marked.map(({text, signs}) => signs.map(at => isLower(text, at - 1, at + 1)))
  for (const [index, each] of marked.entries()) settle(each, used[index] ?? [], way)
}

/** Behind a dash or a hyphen of the author's a word goes on in the next line anyway. */
const longWord = /[^\s\p{Pd}]{10,}/gu
/** A dash behind a letter; `17–19`, `14.00–14.15`; `€/m²`. */
const held = new RegExp(String.raw`[^\s\u2014]\u2014|${shortRange}|\p{Sc}/[a-z]{1,3}[²³]?(?!\p{L})`, 'gu')
const code = 'pre, code, kbd, samp, math, svg, style'

function textsWith(pattern: RegExp, root: Element, set: ReadonlySet<Element>): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.search(pattern) >= 0 && !isWithin(node, set) && !node.parentElement?.closest(code)) found.push(node)
  }
  return found
}

/** The browser may break on either side of a dash that stands between words without spaces, and behind any other; a line does not begin with the one, nor end with the other between few figures. */
function hold(text: Text): void {
  for (const {index, 0: {length}} of [...text.data.matchAll(held)].toReversed()) {
    text.splitText(index + length)
    const box = document.createElement('span')
    box.style.whiteSpace = 'nowrap'
    const end = text.splitText(index)
    end.replaceWith(box)
    box.append(end)
  }
}

function isWithin(node: Node, set: ReadonlySet<Element>): boolean {
  for (let around = node.parentElement; around; around = around.parentElement) if (set.has(around)) return true
  return false
}

function findBroken(text: Text, {tools}: Way): readonly Broken[] {
  const words = [...text.data.matchAll(longWord)].filter(({0: word, index}) => isLower(text, index, index + word.length - 1))
  if (words.length === 0) return []
  const hyphenator = tools.hyphenatorOf(text.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '')
  const cuts = words.flatMap(({0: word, index}) => syllablesOf(word, word, hyphenator).map(at => index + at))
  return cuts.length === 0 ? [] : [{text, cuts}]
}

/** Whether one letter of a text stands in a line below another's. */
function isLower(text: Text, above: number, below: number): boolean {
  const [upper, lower] = [boxAt(text, above), boxAt(text, below)]
  return upper !== undefined && lower !== undefined && lower.top > (upper.top + upper.bottom) / 2
}

/** Behind a soft hyphen a letter has a rectangle at the line's end too, without any width. */
function boxAt(text: Text, at: number): DOMRect | undefined {
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return [...range.getClientRects()].at(-1)
}

/** Meanwhile the browser breaks nowhere else: it would rather part a word anywhere than give up a syllable for the hyphen's room. */
function mark({text, cuts}: Broken): Marked {
  if (text.parentElement) Object.assign(text.parentElement.style, {overflowWrap: 'normal', hyphens: 'manual'})
  for (const at of cuts.toReversed()) text.insertData(at, '\u00ad')
  return {text, signs: cuts.map((at, index) => at + index)}
}

/** Each hyphen that a line ended at becomes that end; the others go. */
function settle({text, signs}: Marked, used: readonly boolean[], {tools, ink}: Way): void {
  const parent = text.parentElement
  if (!parent) return
  Object.assign(parent.style, {overflowWrap: '', hyphens: ''})
  if (parent.getAttribute('style') === '') parent.removeAttribute('style')
  const style = tools.measure(getComputedStyle(parent))
  for (const [index, at] of [...signs.entries()].toReversed()) {
    text.deleteData(at, 1)
    if (used[index] === true) text.splitText(at).before(hyphenOf(style, ink), document.createElement('br'))
  }
}
