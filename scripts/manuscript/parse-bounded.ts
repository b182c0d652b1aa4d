/**
 * Parsing that always ends. A few kilobytes of nested marks can keep the parser busy for hours, so text that looks like
 * it goes to a thread that can be stopped; ordinary text is parsed here, which is quicker.
 */
import {answerWithin} from '../adapters/answer-within.ts'
import {deepLine, maximumDepth, parseHere, type LinePlace, type Parsed} from './parse-here.ts'

const baseLimitMs = 20_000
const limitMsPerCharacter = 0.004
const memoryMb = 2_048

/** Parse a text; `limitMs`: how long a demanding one may take, by default 20 s and 4 s a million characters. */
export async function parseBounded(text: string, limitMs: number = baseLimitMs + limitMsPerCharacter * text.length, math = false): Promise<Parsed> {
  if (!isDemanding(text)) return parseHere(text, math)
  const place = deepQuotation(text)
  return place ? {fault: 'deep', place} : parseInThread(text, limitMs, math)
}

/** More marks of quotations than may stand inside each other, at the beginning of a line. */
const quotations = new RegExp(`^ {0,3}(?:>[ \\t]?){${maximumDepth}}(?=>)`, 'm')
/** What may take such a line for something else: code, HTML, formulas. */
const holder = /^[ \t>]*(?:`{3}|~{3}|<|\$\$)/m

/** Where quotations are too deep, whatever else the text holds: every further line of such costs the parser more than the one before. */
function deepQuotation(text: string): LinePlace | undefined {
  const found = quotations.exec(text)
  const before = text.slice(0, found?.index)
  return found && !holder.test(before) ? {line: before.split('\n').length, column: found[0].length + 1} : undefined
}

/** Tell whether parsing may take more than a second or two. Too cautious costs a quarter of a second, nothing else. */
export function isDemanding(text: string): boolean {
  return text.length > 2_000_000 || hasManyFences(text) || deepLine.test(text) || isHeavy(text)
}

/** Every container directive that is open is tried again on every line. */
function hasManyFences(text: string): boolean {
  return text.split(':::', 202).length > 201
}

const maximumWeight = 10_000_000
const maximumBlock = 100_000

/** In a block the parser compares marks with marks: its work grows with the square of their number. */
function isHeavy(text: string): boolean {
  let weight = 0
  for (const block of text.split(blockEnd)) {
    if (block.length > maximumBlock) return true
    weight += weightOf(block)
  }
  return weight > maximumWeight
}

const blockEnd = /\n[ \t]*\n/

function weightOf(block: string): number {
  // The stars of a run are taken off one pair after the other.
  const runs = block.match(/[*_~]{100,}/g) ?? []
  return count(block, /[*_~`$]+|[[\]<&]/g) ** 2 + runs.reduce((sum, {length}) => sum + length ** 2, 0) + (10 * count(block, /^[ \t]*[=-]+[ \t]*$/gm)) ** 2
}

/** Where the block begins that most likely keeps the parser busy; of many open directives, where the first is. */
function heaviestPlace(text: string): LinePlace {
  const start = hasManyFences(text) ? text.indexOf(':::') : startOfHeaviest(text)
  return {line: text.slice(0, start).split('\n').length, column: 1}
}

function startOfHeaviest(text: string): number {
  let [heaviest, start, at] = [0, 0, 0]
  for (const block of text.split(new RegExp(`(${blockEnd.source})`))) {
    const weight = weightOf(block) + block.length
    if (weight > heaviest) [heaviest, start] = [weight, at + block.search(/[^\n]|$/)]
    at += block.length
  }
  return start
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Parse in a thread of its own, and stop it when the time is up or the memory is gone. */
async function parseInThread(text: string, limitMs: number, math: boolean): Promise<Parsed> {
  const file = import.meta.url.endsWith('.ts') ? './parse-thread.ts' : './parse-thread.js'
  const parsed = await answerWithin<Parsed>(new URL(file, import.meta.url), {text, math}, {limitMs, memoryMb})
  return parsed ?? {fault: 'slow', place: heaviestPlace(text)}
}
