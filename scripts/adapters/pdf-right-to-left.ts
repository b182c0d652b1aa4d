/**
 * Text that is read from right to left, in the order in which it is read. The printer draws each line from left to right and
 * says of a word that its letters are reversed (ISO 32000-1, 14.8.2.3.3); few programs heed that, and to some the end of
 * what it says is the end of the words around it. Letters drawn one after the other need no such word.
 *
 * Before the print the page parts its texts where their direction may change (`pdf/in-page/part-runs.ts`): a mark of theirs
 * runs one way, and its tag tells its place among the others. What the printer writes itself, as the numbers of lists, comes
 * in one mark for all its runs; these are put in order by the direction of the text around.
 */
import {leftward} from '../writing.ts'
import {fromHex} from './pdf-characters.ts'
import {number} from './pdf-numbers.ts'
import {saidInHexadecimal, type Says} from './pdf-plain-spans.ts'
import {lettersInOrder} from './pdf-reversed-letters.ts'
import {runsInOrder} from './pdf-run-order.ts'

/** What is drawn between `BT` and `ET`, with the matrix that it is placed by; `isLeftward`: it has letters that run to the left, or signs that are said to be reversed. */
type TextObject = {readonly text: string; readonly characters: string; readonly isLeftward: boolean; readonly matrix: string; readonly y: string}

/** A stream with its text in order, and the numbers of the marks in which it may not be. */
export type Ordered = {readonly bytes: Buffer; readonly unsure: ReadonlySet<number>}

/** Tells of a mark whether the text around it runs to the left. */
type RunsToLeft = (mark: number) => boolean

/**
 * The opening of a mark, or of an artifact; texts with nothing between them but the lines below and through them; and the
 * word of reversed letters, where it stands in no such texts.
 */
const parts = /<<[^<>]*\/MCID (\d+)\s*>>\s*BDC\s|(\/Artifact\s)|((?:BT\s(?:(?!\sET\s)[^()])*\sET\s+(?:(?:-?[\d.]+ ){4}re\s+f\s+)*)+)|\/ReversedChars/g
const objects = /BT\s[^]*?\sET\s+/g
const reversed = /^BT\s+\/ReversedChars BMC\s([^]*)\sEMC\s+ET\s+$/

/** Draw such text in the order of reading, all at its place. Gives the same bytes where there is nothing to change. */
export function logicalOrder(bytes: Buffer, says: Says, runsToLeft: RunsToLeft = () => false): Ordered {
  const text = saidInHexadecimal(bytes.toString('latin1'))
  const unsure = new Set<number>()
  let [mark, line] = [-1, '']
  const changed = text.replaceAll(parts, (whole, opened: string | undefined, artifact: string | undefined, texts: string | undefined) => {
    if (opened !== undefined || artifact !== undefined) [mark, line] = [Number(opened ?? -1), '']
    if (mark < 0 || opened !== undefined) return whole
    const done = texts === undefined ? unread(whole) : inOrder(texts, says, runsToLeft(mark))
    // What goes on behind something else in the same line is drawn behind it.
    if (!done.isSure || (done.hasLeftward && done.firstLine === line)) unsure.add(mark)
    line = done.lastLine
    return done.text
  })
  return {bytes: changed === text ? bytes : Buffer.from(changed, 'latin1'), unsure}
}

/** Texts of a mark, with the heights of their first and last lines. */
type Done = {readonly text: string; readonly isSure: boolean; readonly hasLeftward: boolean; readonly firstLine: string; readonly lastLine: string}

function unread(text: string): Done {
  return {text, isSure: false, hasLeftward: true, firstLine: '', lastLine: ''}
}

/** Order texts of one mark: lines, or a part of one. An object that takes its font or its place from another has to stay behind it. */
function inOrder(texts: string, says: Says, isLeft: boolean): Done {
  const found = (texts.match(objects) ?? []).map(text => objectOf(text, says))
  const hasLeftward = found.some(({isLeftward}) => isLeftward)
  const done = {hasLeftward, firstLine: found[0]?.y ?? '', lastLine: found.at(-1)?.y ?? ''}
  if (!hasLeftward && !(isLeft && found.length > 1)) return {...done, text: texts, isSure: true}
  if (found.some(({text, matrix}) => !/ Tf\s/.test(text) || matrix === '')) return {...done, text: texts, isSure: false}
  const lines = grouped(found, ({y}) => y).map(line => runsInOrder(grouped(line, ({matrix}) => matrix), isLeft))
  const drawn = lines.flatMap(({inOrder}) => inOrder).map(({text}) => text).join('')
  return {...done, text: drawn + texts.replaceAll(objects, ''), isSure: lines.every(({isSure}) => isSure) && !drawn.includes('/ReversedChars')}
}

/** What follows each other with the same value; the printer draws no two runs at one origin. */
function grouped(found: readonly TextObject[], valueOf: (object: TextObject) => string): readonly (readonly TextObject[])[] {
  const groups: TextObject[][] = []
  for (const object of found) {
    const before = groups.at(-1)?.at(-1)
    if (before && valueOf(before) === valueOf(object)) groups.at(-1)?.push(object)
    else groups.push([object])
  }
  return groups
}

/** A letter alone is not said to be reversed. */
function objectOf(text: string, says: Says): TextObject {
  const [, body] = reversed.exec(text) ?? []
  const characters = charactersOf(text, says)
  const [, matrix = '', y = ''] = /((?:\S+\s){5}(\S+)) Tm\s/.exec(text) ?? []
  if (body !== undefined) return {characters, isLeftward: true, matrix, y, text: lettersInOrder(body) ?? text}
  return {characters, isLeftward: leftward.test(characters), matrix, y, text: /^[\u200C\u200D]+$/.test(characters) ? setOff(text) : text}
}

/**
 * What parts two letters begins where the one before it, drawn to its left, ends: programs that sort by place, and by the order
 * of drawing at one place, would take it for the first of the two. It has no ink, so it may stand a hair to the left.
 */
function setOff(text: string): string {
  return text.replace(/(\S+)( \S+ Td)/, (_, x: string, rest: string) => `${number(Number(x) - 0.1)}${rest}`)
}

/** What an object shows, in the order in which it draws; of a span what is said of it. */
function charactersOf(text: string, says: Says): string {
  let font = ''
  return [...text.matchAll(/\/ActualText\s*<feff([\dA-F]*)>[^]*?EMC|\/(\S+) \S+ Tf|<([\dA-F]+)> Tj/gi)].map(([span, actual, chosen, glyphs = '']) => {
    font = chosen ?? (actual === undefined ? font : /\/(\S+) \S+ Tf/.exec(span)?.[1] ?? font)
    return actual === undefined ? (glyphs.match(/.{4}/g) ?? []).map(code => says(font, code.toUpperCase()) ?? '').join('') : fromHex(actual)
  }).join('')
}
