/**
 * Text that is read from right to left, in the order in which it is read. The printer draws each line from left to right and
 * says of a word that its letters are reversed (ISO 32000-1, 14.8.2.3.3); few programs heed that, and to some the end of
 * what it says is the end of the words around it. Letters drawn one after the other need no such word.
 */
import {fromHex, rightToLeft} from './pdf-characters.ts'
import {number} from './pdf-numbers.ts'
import {saidInHexadecimal, type Says} from './pdf-plain-spans.ts'
import {lettersInOrder} from './pdf-reversed-letters.ts'

/** What tells the direction of a text object: letters that run to the left, letters or figures that run to the right, or neither. */
type Direction = 'left' | 'right' | 'none'

type TextObject = {readonly text: string; readonly direction: Direction; readonly y: string | undefined; readonly isPlainRun: boolean}

/** Behind the last text before a figure, a rule or a page's end the printer sets the next clip and colour in the same mark: nothing of it draws. */
const settings = String.raw`(?:(?:-?[\d.]+|\/[A-Za-z]\w*|[qQngGwJjMi]|W\*?|re|cm|RG|rg|gs)\s+)*`
const marked = new RegExp(String.raw`(<<[^<>]*\/MCID (\d+)\s*>>\s*BDC\s+)((?:BT\s(?:(?!\sET\s)[^()])*\sET\s+)+)(?=${settings}EMC\b)`, 'g')
const objects = /BT\s[^]*?\sET\s+/g
const reversed = /^BT\s+\/ReversedChars BMC\s([^]*)\sEMC\s+ET\s+$/

/** Tells of a mark whether its lines run to the right whatever is in them, as those of code do. */
type RunsToRight = (mark: number) => boolean

/** Draw such text in the order of reading, all at its place. Gives the same bytes where there is nothing to change. */
export function logicalOrder(bytes: Buffer, says: Says, runsToRight: RunsToRight = () => false): Buffer {
  if (!bytes.includes('/ReversedChars')) return bytes
  const text = saidInHexadecimal(bytes.toString('latin1'))
  const changed = text.replaceAll(marked, (whole, opening: string, mark: string, content: string) => content.includes('/ReversedChars') ? opening + inOrder(content, says, runsToRight(Number(mark))) : whole)
  return changed === text ? bytes : Buffer.from(changed, 'latin1')
}

/** What a mark holds: lines, or a part of one. An object that takes its font or its place from another has to stay behind it. */
function inOrder(content: string, says: Says, runsToRight: boolean): string {
  const found = (content.match(objects) ?? []).map(text => objectOf(text, says)).map(object => runsToRight ? inCode(object) : object)
  if (found.some(({text}) => !/ Tf\s/.test(text) || !/ Tm\s/.test(text))) return content
  return linesOf(found).flatMap(line => ordered(line, runsToRight)).map(({text}) => text).join('')
}

/** What stands at one height, as far as it is drawn in one go. */
function linesOf(found: readonly TextObject[]): readonly (readonly TextObject[])[] {
  const lines: TextObject[][] = []
  for (const [index, object] of found.entries()) {
    if (index > 0 && found[index - 1]?.y === object.y) lines.at(-1)?.push(object)
    else lines.push([object])
  }
  return lines
}

/** From the order of the paper to that of reading: most of a line tells its own direction, and runs of the other one keep theirs. */
function ordered(line: readonly TextObject[], runsToRight: boolean): readonly TextObject[] {
  const count = (wanted: Direction) => line.filter(({direction}) => direction === wanted).length
  return !runsToRight && count('left') >= count('right') ? withRunsReversed(line.toReversed(), 'right') : withRunsReversed(line, 'left')
}

/** Turn round each run of objects of one direction, with what has none between them. */
function withRunsReversed(line: readonly TextObject[], direction: Direction): readonly TextObject[] {
  const done: TextObject[] = []
  for (let at = 0; at < line.length;) {
    const end = runEnd(line, at, direction)
    done.push(...line.slice(at, end).toReversed())
    at = end
  }
  return done
}

/** Where the run ends that begins here; the next object where none does. */
function runEnd(line: readonly TextObject[], from: number, direction: Direction): number {
  if (line[from]?.direction !== direction) return from + 1
  const other = line.findIndex((object, index) => index > from && object.direction !== direction && object.direction !== 'none')
  const stretch = line.slice(from, other === -1 ? line.length : other)
  return from + stretch.findLastIndex(object => object.direction === direction) + 1
}

/** Signs between words of such a script run to the left with them, and are said to be reversed: brackets of code that stand around words run to the right. */
function inCode(object: TextObject): TextObject {
  return object.direction === 'none' && object.isPlainRun ? {...object, direction: 'right'} : object
}

/** A letter alone is not said to be reversed. */
function objectOf(text: string, says: Says): TextObject {
  const [, body] = reversed.exec(text) ?? []
  const characters = charactersOf(text, says)
  const [, y] = / (\S+) Tm\s/.exec(text) ?? []
  const direction = leftward.test(characters) ? 'left' : /[\p{L}\p{N}]/u.test(characters) ? 'right' : 'none'
  if (body !== undefined) return {direction, y, text: lettersInOrder(body) ?? text, isPlainRun: false}
  return {direction, y, text: /^[\u200C\u200D]+$/.test(characters) ? setOff(text) : text, isPlainRun: characters.length > 1}
}

/**
 * What parts two letters begins where the one before it, drawn to its left, ends: programs that sort by place, and by the order
 * of drawing at one place, would take it for the first of the two. It has no ink, so it may stand a hair to the left.
 */
function setOff(text: string): string {
  return text.replace(/(\S+)( \S+ Td)/, (_, x: string, rest: string) => `${number(Number(x) - 0.1)}${rest}`)
}

/** Figures of such a script run to the right. */
const leftward = new RegExp(String.raw`(?=\p{L})${rightToLeft.source}`, 'u')

/** What an object shows, in the order in which it draws; of a span what is said of it. */
function charactersOf(text: string, says: Says): string {
  let font = ''
  return [...text.matchAll(/\/ActualText\s*<feff([\dA-F]*)>[^]*?EMC|\/(\S+) \S+ Tf|<([\dA-F]+)> Tj/gi)].map(([span, actual, chosen, glyphs = '']) => {
    font = chosen ?? (actual === undefined ? font : /\/(\S+) \S+ Tf/.exec(span)?.[1] ?? font)
    return actual === undefined ? (glyphs.match(/.{4}/g) ?? []).map(code => says(font, code.toUpperCase()) ?? '').join('') : fromHex(actual)
  }).join('')
}
