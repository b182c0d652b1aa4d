/** The only importer of the font library: turns a short line into outlines, so that it needs no font in a file. */
import * as fontkit from 'fontkit'
import {numeral} from '../content/operations.ts'
import type {FontFile} from '../types.ts'

/** A line as path operators that fill it (origin at its left on the baseline), and its width. */
export type OutlinedLine = {readonly path: string; readonly widthPt: number}

/** Draws lines at a size; a character that no face has leaves a gap. */
export type Outliner = (text: string, sizePt: number) => OutlinedLine

type Face = fontkit.Font

/** Open the upright faces of normal weight of the first family that the theme brings; the first face with a character has it. */
export function outlinerOf(fonts: readonly FontFile[]): Outliner {
  const [first] = fonts.filter(isPlain)
  const faces = fonts.filter(font => isPlain(font) && font.family === first?.family).flatMap(openFace)
  const known = new Map<string, OutlinedLine>()
  return (text, sizePt) => {
    const key = `${sizePt} ${text}`
    const line = known.get(key) ?? outlineLine(text, sizePt, faces)
    known.set(key, line)
    return line
  }
}

function outlineLine(text: string, sizePt: number, faces: readonly Face[]): OutlinedLine {
  const paths: string[] = []
  let x = 0
  for (const {face, run} of runsOf(text, faces)) {
    const scale = sizePt / face.unitsPerEm
    const {glyphs, positions} = face.layout(run)
    for (const [index, glyph] of glyphs.entries()) {
      paths.push(...outlineOf(glyph.path.commands, scale, x))
      x += (positions[index]?.xAdvance ?? 0) * scale
    }
  }
  return {path: paths.length === 0 ? '' : `${paths.join(' ')} f`, widthPt: x}
}

function isPlain({weight, style}: FontFile): boolean {
  return weight === 400 && style === 'normal'
}

function openFace({bytes}: FontFile): readonly Face[] {
  const font = fontkit.create(Buffer.from(bytes))
  return 'layout' in font ? [font] : []
}

/** Neighbouring characters that one face has. */
function runsOf(text: string, faces: readonly Face[]): readonly {readonly face: Face; readonly run: string}[] {
  const runs: {face: Face; run: string}[] = []
  for (const character of text) {
    const face = faces.find(candidate => candidate.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    const last = runs.at(-1)
    if (!face) continue
    if (last?.face === face) last.run += character
    else runs.push({face, run: character})
  }
  return runs
}

/** An outline as operators of a content stream, which has no quadratic curves: they are raised to cubic ones. */
function outlineOf(commands: readonly fontkit.PathCommand[], scale: number, x: number): readonly string[] {
  let from: readonly [number, number] = [0, 0]
  return commands.map(({command, args}) => {
    const points = args.map((value, index) => value * scale + (index % 2 === 0 ? x : 0))
    const cubic = command === 'quadraticCurveTo' ? raised(from, points) : points
    from = [points.at(-2) ?? from[0], points.at(-1) ?? from[1]]
    return `${cubic.map(value => numeral(Math.round(value * 100) / 100)).join(' ')} ${operators[command]}`.trim()
  })
}

const operators = {moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'c', bezierCurveTo: 'c', closePath: 'h'} as const

function raised([x, y]: readonly [number, number], [handleX = 0, handleY = 0, toX = 0, toY = 0]: readonly number[]): readonly number[] {
  return [x + (handleX - x) * 2 / 3, y + (handleY - y) * 2 / 3, toX + (handleX - toX) * 2 / 3, toY + (handleY - toY) * 2 / 3, toX, toY]
}
