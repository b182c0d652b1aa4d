/** Reads what a mark shows: each of its text objects is a line, or a piece of one. */
import {type Characters, charactersOfFonts, fontsIn, fromHex} from './pdf-characters.ts'
import type {Insertion, Pen as PenAt, Shown} from './pdf-content.ts'
import type {MarkedStream} from './pdf-streams.ts'
import type {Content} from './pdf-tags.ts'

/** What a text object shows from its left to its right end; a space goes in behind it or in front, where a font of the page has one. */
export type Piece = {
  readonly key: number
  /** The number of the mark that it stands in. */
  readonly mark: number
  readonly start: Text
  readonly end: Text
  readonly left: Edge
  readonly right: Edge
  readonly spaceBehind: Insertion | undefined
  readonly spaceInFront: () => Insertion | undefined
}

/** The outermost character, and the one next to it. */
export type Edge = {readonly character: string; readonly next: string}

/** A text object: its height, and its font's size, in the units of the space around it. */
type Text = {readonly space: string; readonly y: number; readonly size: number}

/** What is set before a text is shown. */
type Pen = Text & {readonly font: string; readonly characters: Characters}

/** Where a text object stands: it begins at a byte of its stream. */
type Place = {readonly key: number; readonly mark: number; readonly space: string; readonly begin: number; readonly shown: Shown}

type CharactersOf = ReturnType<typeof charactersOfFonts>

/** As many bytes hold two glyphs with the operators between them. */
const reach = 80

/** Make the function that reads what a mark shows; what is in a font without characters is left out. */
export function pieceReader(streams: ReadonlyMap<number, MarkedStream>): (content: Content) => readonly Piece[] {
  const charactersOf = charactersOfFonts()
  const marks = new Map([...streams].map(([key, {scan}]) => [key, new Map(scan.marks.map(mark => [mark.number, mark]))]))
  return ({stream: key, number}) => {
    const [stream, mark] = [streams.get(key), marks.get(key)?.get(number)]
    if (!stream || !mark) return []
    return mark.texts.flatMap((shown, index) => readPiece(stream, {key, mark: number, space: mark.space, begin: mark.texts[index - 1]?.to ?? mark.to, shown}, charactersOf) ?? [])
  }
}

function readPiece(stream: MarkedStream, {key, mark, space, begin, shown}: Place, charactersOf: CharactersOf): Piece | undefined {
  const {bytes, resources} = stream
  const start = penOf(stream, shown.pen, space, charactersOf)
  const end = shown.lastPen === shown.pen ? start : penOf(stream, shown.lastPen, space, charactersOf)
  if (!start || !end) return undefined
  const before = (at: number) => actualText(bytes.toString('latin1', Math.max(begin, at - 2 * reach), at))
  const actual = before(shown.last)
  const [left, left2 = ''] = before(shown.from) ?? firstCharacters(bytes.toString('latin1', shown.from, Math.min(shown.to, shown.from + reach)), start)
  const [right, right2 = ''] = actual?.toReversed() ?? lastCharacters(bytes.toString('latin1', Math.max(begin, shown.to - reach), shown.to), end)
  if (left === undefined || right === undefined) return undefined
  const spaceOf = (pen: Pen) => spaceWith(pen, () => fontsIn(resources).flatMap(font => ({font, space: charactersOf(resources, font)?.space})))
  // Behind a text in the place of others, not in it.
  const behind = actual ? bytes.indexOf('EMC', shown.to) + 3 : shown.to
  return {
    key, mark, start, end,
    left: {character: left, next: left2},
    right: {character: right, next: right2},
    spaceBehind: insertion(behind, spaceOf(end)),
    spaceInFront: () => inFront(bytes.toString('latin1', begin, shown.from), begin, start.size, spaceOf(start))
  }
}

function insertion(at: number, space: string | undefined): Insertion | undefined {
  return space === undefined ? undefined : {at, text: ` ${space}`}
}

/** A text object of its own, left of one that begins with `head`: nearer to it PDFium would take the two for one, and lose a letter. */
function inFront(head: string, begin: number, size: number, space: string | undefined): Insertion | undefined {
  const [at, matrix] = [head.lastIndexOf('BT'), head.lastIndexOf(' Tm')]
  const [place] = /(?:\S+\s+){6}Tm[^]*$/.exec(head.slice(at)) ?? []
  if (space === undefined || at < 0 || matrix < at || place === undefined) return undefined
  const font = /\/\S+ \S+ Tf/.exec(head.slice(at))?.[0] ?? ''
  return {at: begin + at, text: `BT ${font} ${place.trim()} ${-size * 0.6} 0 Td ${space} ET\n`}
}

/** Draw a space: a font may be cut down to words without one, and another then lends its own. */
function spaceWith({font, size, characters}: Pen, others: () => readonly {readonly font: string; readonly space: string | undefined}[]): string | undefined {
  if (characters.space !== undefined) return `<${characters.space}> Tj`
  const lender = others().find(({space}) => space !== undefined)
  return lender && `/${lender.font} ${size} Tf <${lender.space ?? ''}> Tj /${font} ${size} Tf`
}

/** The characters that are said to stand for what is shown next (ISO 32000-1, 14.9.4): a hyphen at a line's end, a ligature. */
function actualText(before: string): readonly string[] | undefined {
  const at = before.lastIndexOf('/ActualText')
  const digits = at < 0 ? undefined : /^\/ActualText\s*<feff([\da-f]*)>(?:(?!EMC)[^])*$/i.exec(before.slice(at))?.[1]
  return digits === undefined ? undefined : Array.from(fromHex(digits))
}

function penOf({bytes, resources}: MarkedStream, {font: fontAt, place}: PenAt, space: string, charactersOf: CharactersOf): Pen | undefined {
  const [font = '', size] = operandsAt(bytes, fontAt)
  const y = operandsAt(bytes, place)[5]
  const characters = charactersOf(resources, font.slice(1))
  return y === undefined || !characters ? undefined : {space, y: Number(y), size: Number(size), font: font.slice(1), characters}
}

/** The operands that begin at a byte; none where that is below zero. */
function operandsAt(bytes: Buffer, at: number): readonly string[] {
  return at < 0 ? [] : bytes.toString('latin1', at, at + reach).split(/\s+/, 6)
}

/** The first characters of a content, two at least where it shows as many. */
function firstCharacters(content: string, {characters}: Pen): readonly string[] {
  const found: string[] = []
  for (let at = content.indexOf('<'); at >= 0 && found.length < 2; at = content.indexOf('<', at + 1)) found.push(...charactersAt(content, at, characters))
  return found
}

/** The last ones, from the end. */
function lastCharacters(content: string, {characters}: Pen): readonly string[] {
  const found: string[] = []
  for (let at = content.lastIndexOf('<'); at >= 0 && found.length < 2; at = content.lastIndexOf('<', at - 1)) {
    found.push(...charactersAt(content, at, characters).toReversed())
    if (at === 0) break
  }
  return found
}

/** What the string that opens here stands for; nothing where it says what others stand for, or is cut off. */
function charactersAt(content: string, at: number, {byCode}: Characters): readonly string[] {
  const end = content.indexOf('>', at)
  if (end < 0 || content.endsWith('ActualText ', at)) return []
  return (content.slice(at + 1, end).match(/.{4}/g) ?? []).flatMap(code => byCode.get(code.toUpperCase()) ?? [])
}
