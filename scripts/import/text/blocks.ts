/** A plain text as blocks: what stands between blank lines. */

/** The lines of a block without white space at their ends; how far all of them are indented, in characters. */
export type Block = {readonly lines: readonly string[]; readonly indent: number}

/** Longer than any line that somebody broke by hand: such a line is a paragraph. */
const brokenByHand = 150

/** Mail programs and people break lines before this. */
const widestBroken = 100

/** Divide a text into blocks. Where lines are as long as paragraphs, each is one. */
export function blocksOf(text: string): readonly Block[] {
  const groups = text.replaceAll('\t', '    ').split(/\n(?:[^\S\n]*\n)+/).map(group => group.split('\n').filter(line => line.trim() !== ''))
  const isUnbroken = hasUnbrokenLines(groups)
  return groups.flatMap(headsApart).flatMap(listsApart).flatMap(lines => {
    if (isUnderlined(lines[0] ?? '', lines[1] ?? '')) return [blockOf(lines)]
    return isUnbroken || lines.some(line => line.length > brokenByHand) ? lineBlocks(lines) : indentsApart(lines).map(blockOf)
  })
}

/**
 * Word processors save a paragraph as a line, often without a blank one between: many of the words stand in long lines,
 * several of them one below the other. Where blank lines part the paragraphs, lines in a block are meant.
 */
function hasUnbrokenLines(groups: readonly (readonly string[])[]): boolean {
  const long = (lines: readonly string[]) => lines.filter(line => line.trim().length > widestBroken)
  const sum = (lines: readonly string[]) => lines.reduce((all, line) => all + line.trim().length, 0)
  const lines = groups.flat()
  return groups.some(group => long(group).length > 1) && sum(long(lines)) > sum(lines) / 3
}

/** Each line is a block; the items of a list, and the lines of a quotation, stay together. */
function lineBlocks(lines: readonly string[]): readonly Block[] {
  const kind = (line: string) => /^\s*[-*•·–◦▪]\s+\S/.test(line) ? 'bullet' : /^\s*\d{1,3}[.)]\s+\S/.test(line) ? 'number' : /^\s*>/.test(line) ? 'quoted' : undefined
  const starts = lines.flatMap((line, index) => kind(line) === undefined || kind(line) !== kind(lines[index - 1] ?? '') ? [index] : [])
  return starts.map((start, index) => blockOf(lines.slice(start, starts[index + 1])))
}

/** Paragraphs that only the indent of their first line tells apart. */
function indentsApart(lines: readonly string[]): readonly (readonly string[])[] {
  const indents = lines.map(line => line.length - line.trimStart().length)
  const isStart = (index: number) => index === 0 || ((indents[index] ?? 0) >= 2 && (indents[index] ?? 0) <= 10 && indents[index - 1] === 0)
  const isRunning = lines.every((_, index) => indents[index] === 0 || isStart(index)) && lines.some((line, index) => indents[index] === 0 && line.length >= 45)
  if (!isRunning || lines.some(line => /^\s*(?:[-*•·–>]|\d{1,3}[.)])\s/.test(line))) return [lines]
  const starts = lines.flatMap((_, index) => isStart(index) ? [index] : [])
  return starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

/** Part an underlined head from the lines below it, and from those above it. */
function headsApart(lines: readonly string[]): readonly (readonly string[])[] {
  const isHead = (index: number) => isUnderlined(lines[index] ?? '', lines[index + 1] ?? '')
  const starts = lines.flatMap((_, index) => index === 0 || isHead(index) || (index > 1 && isHead(index - 2)) ? [index] : [])
  return starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

/** Part a list from the line above it that announces it. */
function listsApart(lines: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...items] = lines
  const isList = items.length > 0 && items.every(line => /^\s*[-*•·–◦▪]\s+\S/.test(line)) || items.length > 1 && items.every(line => /^\s*\d{1,3}[.)]\s+\S/.test(line))
  return isList && /\S\s?:$/.test(first.trim()) ? [[first], items] : [lines]
}

/** Tell a head by the line under it, which is about as long; under the columns of a table it would be no head. */
function isUnderlined(line: string, below: string): boolean {
  const text = line.trim()
  return /^(?:={3,}|-{3,})$/.test(below.trim()) && below.trim().length >= text.length - 3 && canBeHead(blockOf([line])) && !/\s{2}/.test(text)
}

/** A line drawn with one sign. */
const drawn = /^([=\-_~*#–—])\1{2,}$/

/** Tell whether words stand in a block over a drawn line, as a title does. */
export function isOverDrawnLine({lines}: Block): boolean {
  return drawn.test(lines.at(-1) ?? '') && lines.some(line => /[\p{L}\p{N}]/u.test(line))
}

/** A block without the lines drawn over and under its words; without any line where it has no words. */
export function withoutDrawnLines({lines, indent}: Block): Block {
  return {lines: lines.filter(line => !drawn.test(line)), indent}
}

function blockOf(lines: readonly string[]): Block {
  const indent = lines.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity)
  return {lines: lines.map(line => line.trim()), indent}
}

/** The words of a block on one line. A compound that was broken behind its hyphen is one word again; one that waits for the other half of a pair is not. */
export function joined({lines}: Block): string {
  return lines.join(' ').replace(/\s+/g, ' ').replace(/(?<=\p{L}-) (?!(?:and|or|und|oder|bzw|et|ou|y|o|e|ed|en|of|и|или)\s)(?=\p{Ll})/gu, '')
}

/** Tell whether a block's lines were broken to a width: all but the last are about as long as the longest. */
export function isWrapped({lines}: Block): boolean {
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return longest >= 45 && !areMeant(lines, longest) && lines.slice(0, -1).every(line => line.length > longest - 25)
}

/** Verse and addresses begin every line with a capital or a number; a sentence that was broken does so by chance, and seldom twice. */
function areMeant(lines: readonly string[], longest: number): boolean {
  return lines.length >= (longest < 60 ? 2 : 4) && lines.every(line => /^["“„«‘'’(]?(?:\p{Lu}|\d)/u.test(line))
}

/** Tell whether a block is running text and no part of a title: long, or a whole sentence of some length. */
export function isParagraph(block: Block): boolean {
  const text = joined(block)
  return text.length >= 200 || (text.length >= 80 && /[.!?…]["”’»“)\]]*$/.test(text) && !startsWithQuote(text))
}

export function startsWithQuote(text: string): boolean {
  return /^["“„«‘'’‚‹]/.test(text)
}

/** A line without the calls of notes at its end. */
export function withoutCalls(line: string): string {
  return line.replace(/(?:\s*\[(?:\d{1,3}|\*{1,3})\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])+$/u, '')
}

/** An address, or a day in figures. */
const noTitle = /@|:\/\/|^\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}$/

/** Tell whether a block can be a head: one short line that begins like a title and does not end like a sentence. */
export function canBeHead({lines, indent}: Block): boolean {
  const [line = '', second] = lines
  return second === undefined && indent < 40 && line.length <= 90 && line.split(/\s+/).length <= 14
    && /^(?:\p{Lu}|\p{Lo}|\d)/u.test(line) && !noTitle.test(line) && !/[.,;:…–—-]["”’»)]?$/.test(withoutCalls(line))
}
