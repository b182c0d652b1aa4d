/** The only importer of the font library: turns a short line into outlines, so that it needs no font in a file. */
import * as fontkit from 'fontkit'
import {numeral} from '../content/operations.ts'
import type {FontFile} from '../types.ts'

/** A line as path operators that fill it (origin at its left on the baseline), and its width. */
export type OutlinedLine = {readonly path: string; readonly widthPt: number}

/** Draws lines at a size; a character that no face has leaves a gap. */
export type Outliner = (text: string, sizePt: number) => OutlinedLine

type Face = fontkit.Font
type Faces = () => Iterable<Face>

/** Smaller lines need no kerning. */
const kernedPt = 8
/** Letters that stand side by side as they are, whatever their neighbours: all others are shaped. */
const unshaped = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u

/**
 * Draw with the upright faces of normal weight, the theme's first family before the others; the first face with a
 * character has it. A face is opened when it is needed.
 */
export function outlinerOf(fonts: readonly FontFile[]): Outliner {
  const plain = fonts.filter(isPlain)
  const inOrder = [...plain.filter(({family}) => family === plain[0]?.family), ...plain.filter(({family}) => family !== plain[0]?.family)]
  const opened = new Map<FontFile, Face | undefined>()
  const faces: Faces = function* () {
    for (const font of inOrder) {
      if (!opened.has(font)) opened.set(font, openFace(font))
      const face = opened.get(font)
      if (face) yield face
    }
  }
  const known = new Map<string, OutlinedLine>()
  return (text, sizePt) => {
    const key = `${sizePt} ${text}`
    const line = known.get(key) ?? outlineLine(text, sizePt, faces)
    known.set(key, line)
    return line
  }
}

function outlineLine(text: string, sizePt: number, faces: Faces): OutlinedLine {
  const paths: string[] = []
  let x = 0
  for (const {face, run} of runsOf(text, faces)) {
    const scale = sizePt / face.unitsPerEm
    const isKerned = sizePt >= kernedPt || !unshaped.test(run)
    for (const {glyph, advance, offset: [across, up]} of isKerned ? shaped(face, run) : sideBySide(face, run)) {
      paths.push(...outlineOf(glyph.path.commands, scale, x + across * scale, up * scale))
      x += advance * scale
    }
  }
  return {path: paths.length === 0 ? '' : `${paths.join(' ')} f`, widthPt: x}
}

/** `offset`: how far a mark is moved to its letter, in the face's units. */
type Placed = {readonly glyph: fontkit.Glyph; readonly advance: number; readonly offset: readonly [across: number, up: number]}

function shaped(face: Face, run: string): readonly Placed[] {
  const {glyphs, positions} = face.layout(run)
  return glyphs.map((glyph, index) => {
    const {xAdvance = 0, xOffset = 0, yOffset = 0} = positions[index] ?? {}
    return {glyph, advance: xAdvance, offset: [xOffset, yOffset]}
  })
}

/** Without shaping, whose tables take longer to be read than a short line to be drawn. */
function sideBySide(face: Face, run: string): readonly Placed[] {
  return Array.from(run, character => face.glyphForCodePoint(character.codePointAt(0) ?? 0)).map(glyph => ({glyph, advance: glyph.advanceWidth, offset: [0, 0]}))
}

function isPlain({weight, style}: FontFile): boolean {
  return weight === 400 && style === 'normal'
}

function openFace({bytes}: FontFile): Face | undefined {
  const font = fontkit.create(Buffer.from(bytes))
  return 'layout' in font ? font : undefined
}

/** Neighbouring characters that one face has; what is no letter stays with those before it, so that words of a line keep their order. */
function runsOf(text: string, faces: Faces): readonly {readonly face: Face; readonly run: string}[] {
  const runs: {face: Face; run: string}[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const code = character.codePointAt(0) ?? 0
    const face = last && !/\p{L}/u.test(character) && last.face.hasGlyphForCodePoint(code) ? last.face : faceWith(code, faces)
    if (!face) continue
    if (last?.face === face) last.run += character
    else runs.push({face, run: character})
  }
  return runs
}

function faceWith(code: number, faces: Faces): Face | undefined {
  for (const face of faces()) if (face.hasGlyphForCodePoint(code)) return face
  return undefined
}

/** An outline as operators of a content stream, which has no quadratic curves: they are raised to cubic ones. */
function outlineOf(commands: readonly fontkit.PathCommand[], scale: number, x: number, y: number): readonly string[] {
  let from: readonly [number, number] = [0, 0]
  return commands.map(({command, args}) => {
    const points = args.map((value, index) => value * scale + (index % 2 === 0 ? x : y))
    const cubic = command === 'quadraticCurveTo' ? raised(from, points) : points
    from = [points.at(-2) ?? from[0], points.at(-1) ?? from[1]]
    return `${cubic.map(value => numeral(Math.round(value * 100) / 100)).join(' ')} ${operators[command]}`.trim()
  })
}

const operators = {moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'c', bezierCurveTo: 'c', closePath: 'h'} as const

function raised([x, y]: readonly [number, number], [handleX = 0, handleY = 0, toX = 0, toY = 0]: readonly number[]): readonly number[] {
  return [x + (handleX - x) * 2 / 3, y + (handleY - y) * 2 / 3, toX + (handleX - toX) * 2 / 3, toY + (handleY - toY) * 2 / 3, toX, toY]
}
