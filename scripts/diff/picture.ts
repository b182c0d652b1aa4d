/** Two pictures of a page beside each other, with what changed marked in both. */
import sharp from 'sharp'
import type {Picture} from '../adapters/pdfium.ts'

/** A rectangle in px. */
export type Box = {readonly left: number; readonly top: number; readonly width: number; readonly height: number}

/** Renderers round; a difference below that is none that anybody sees. */
const visible = 40
const cellPx = 6
const gapPx = 24

/** Where two pictures differ, as boxes of cells that touch; none where they are the same. */
export function changedBoxes(old: Picture, fresh: Picture): readonly Box[] {
  if (old.widthPx !== fresh.widthPx || old.heightPx !== fresh.heightPx) return [{left: 0, top: 0, width: Math.max(old.widthPx, fresh.widthPx), height: Math.max(old.heightPx, fresh.heightPx)}]
  const [columns, rows] = [Math.ceil(old.widthPx / cellPx), Math.ceil(old.heightPx / cellPx)]
  const cells = new Uint8Array(columns * rows)
  for (let at = 0; at < old.rgba.length; at += 4) {
    if (distance(old.rgba, fresh.rgba, at) <= visible) continue
    const pixel = at / 4
    cells[Math.floor(Math.floor(pixel / old.widthPx) / cellPx) * columns + Math.floor(pixel % old.widthPx / cellPx)] = 1
  }
  return boxesOf(cells, columns, rows)
}

function distance(a: Uint8Array, b: Uint8Array, at: number): number {
  return Math.max(Math.abs((a[at] ?? 0) - (b[at] ?? 0)), Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)), Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)))
}

/** Gather cells that touch, corners and the space of a word between included, into boxes. */
function boxesOf(cells: Uint8Array, columns: number, rows: number): readonly Box[] {
  const boxes: Box[] = []
  for (let start = 0; start < cells.length; start++) {
    if (cells[start] !== 1) continue
    let [left, right, top, bottom] = [columns, 0, rows, 0]
    const open = [start]
    cells[start] = 2
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const [x, y] = [cell % columns, Math.floor(cell / columns)]
      ;[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -4; dx <= 4; dx++) {
          const [nextX, next] = [x + dx, cell + dy * columns + dx]
          if (nextX < 0 || nextX >= columns || cells[next] !== 1) continue
          cells[next] = 2
          open.push(next)
        }
      }
    }
    boxes.push({left: left * cellPx, top: top * cellPx, width: (right - left + 1) * cellPx, height: (bottom - top + 1) * cellPx})
  }
  return boxes
}

/** Draw the old page on the left and the new one on the right, as a PNG; one that is not there is grey. */
export async function sideBySide(old: Picture | undefined, fresh: Picture | undefined, boxes: readonly Box[]): Promise<Uint8Array> {
  const [width, height] = [Math.max(old?.widthPx ?? 0, fresh?.widthPx ?? 0), Math.max(old?.heightPx ?? 0, fresh?.heightPx ?? 0)]
  const canvas = sharp({create: {width: 2 * width + 3 * gapPx, height: height + 2 * gapPx, channels: 3, background: '#888888'}})
  const layers = [layer(old, gapPx), layer(fresh, width + 2 * gapPx)].flat()
  const marks = [...old ? [gapPx] : [], ...fresh ? [width + 2 * gapPx] : []].map(left => ({input: Buffer.from(marksOf(boxes, width, height)), left, top: gapPx}))
  return new Uint8Array(await canvas.composite([...layers, ...marks]).png({compressionLevel: 9, palette: true, colours: 64}).toBuffer())
}

function layer(picture: Picture | undefined, left: number) {
  return picture === undefined ? [] : [{input: Buffer.from(picture.rgba), raw: {width: picture.widthPx, height: picture.heightPx, channels: 4 as const}, left, top: gapPx}]
}

function marksOf(boxes: readonly Box[], width: number, height: number): string {
  const rectangles = boxes.map(box => `<rect x="${box.left - 2}" y="${box.top - 1}" width="${box.width + 4}" height="${box.height + 2}" rx="4" fill="#d00000" fill-opacity="0.12" stroke="#d00000" stroke-width="2"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rectangles.join('')}</svg>`
}
