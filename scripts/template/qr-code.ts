/** A link as a QR code, drawn as one path: for the back cover. */
import type {Element} from 'hast'
import {s} from 'hastscript'
import {create} from 'qrcode'
import {remembering} from '../remembering.ts'

/** Draw the code with its quiet zone of four modules; `label` is its alternative text. */
export function qrCode(text: string, label: string): Element {
  const {size, path} = cellsOf(text)
  return s('svg', {viewBox: `0 0 ${size} ${size}`, role: 'img', ariaLabel: label, shapeRendering: 'crispEdges'}, [s('path', {d: path, fill: 'currentColor'})])
}

const cellsOf = remembering(text => {
  const {modules} = create(text, {errorCorrectionLevel: 'M'})
  const cells = Array.from({length: modules.size * modules.size}, (_, index) => index).filter(index => modules.data[index])
  return {size: modules.size + 8, path: cells.map(index => `M${index % modules.size + 4} ${Math.floor(index / modules.size) + 4}h1v1h-1z`).join('')}
}, (text: string) => text)
