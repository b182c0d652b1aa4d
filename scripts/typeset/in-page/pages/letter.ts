/**
 * How a letter begins: who writes, from where and when, then whom it greets. These lines stand on one page with the first of
 * its text; and how it ends: the farewell and who signs, which stand with the last of it.
 */
import {lastWords} from './lead-in.ts'

/** The commas of the scripts that have one, and the colons, that a salutation ends in. */
const greeting = /[,:\u060C\u1363\uFE50\uFE55\uFF0C\uFF1A]\s*$/u

/** Longer lines are text: so many letters and signs at most has a salutation, what stands above it, and a date that ends in a full stop. */
const most = {greeting: 60, above: 140, date: 40, below: 60}

/** So many blocks may stand above a salutation: an address, a place, a date. */
const mostAbove = 3

/** Whether a block is a salutation, or stands above one as an address or a date does. */
export function beginsLetter(block: Element): boolean {
  let here: Element | null = block
  for (let above = 0; above <= mostAbove && here?.tagName === 'P'; above++) {
    if (isSalutation(here)) return true
    if (!standsAboveGreeting(here.textContent)) return false
    here = here.nextElementSibling
  }
  return false
}

/** Of lines in a row that end so, as those of a list may, none greets anybody but the last. */
function isSalutation(block: Element): boolean {
  const below = block.nextElementSibling
  return endsAsGreeting(block) && below !== null && !endsAsGreeting(below)
}

function endsAsGreeting({tagName, textContent, childNodes}: Element): boolean {
  return tagName === 'P' && textContent.trim().length <= most.greeting && greeting.test(lastWords(childNodes))
}

/** Whether words are no sentence, or the date that one may look like. */
export function standsAboveGreeting(words: string): boolean {
  const text = words.trim()
  const isSentence = /[.!?…:;।。！？؟]["'”’“»›)]?$/u.test(text)
  return text.length <= (isSentence ? most.date : most.above) && (!isSentence || /\p{Nd}/u.test(text))
}

/** So many blocks may stand below a letter's text: a farewell, a name, an office, a place. */
const mostBelow = 4

/** Whether a block is among the short lines that close a text: below it stand none but such, and above them a paragraph. */
export function endsLetter(block: Element): boolean {
  return isSigning(block) && areLast(blocksFrom(block, 'nextElementSibling')) && blocksFrom(block.previousElementSibling, 'previousElementSibling').some(each => !isSigning(each))
}

/** Whether blocks sign a text: few of them, with nothing below them, or what begins anew. */
function areLast(blocks: readonly Element[]): boolean {
  const below = blocks.at(-1)?.nextElementSibling
  return blocks.length <= mostBelow && blocks.every(isSigning) && (!below || /^(?:H[1-6R]|SECTION)$/.test(below.tagName))
}

/** Paragraphs in a row, from one on, as far as their number matters. */
function blocksFrom(first: Element | null, next: 'nextElementSibling' | 'previousElementSibling'): readonly Element[] {
  const found: Element[] = []
  for (let here = first; here?.tagName === 'P' && found.length <= mostBelow; here = here[next]) found.push(here)
  return found
}

/** A farewell, a name, a place: no sentence, and no lead-in to what is below. */
function isSigning({tagName, textContent}: Element): boolean {
  return tagName === 'P' && isSignature(textContent)
}

/** Whether words may stand below a letter. */
export function isSignature(words: string): boolean {
  const text = words.trim()
  return text.length > 0 && text.length <= most.below && /[\p{L}\p{N},)”’»]$/u.test(text)
}
