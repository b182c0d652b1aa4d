/** A link as a QR code, drawn as one path: for the back cover. */
import type {Element} from 'hast'
import {s} from 'hastscript'
import {create} from 'qrcode'

/** Draw the code with its quiet zone of four modules; `label` is its alternative text. */
export function qrCode(text: string, label: string): Element {
  const {modules} = create(text, {errorCorrectionLevel: 'M'})
  const size = modules.size + 8
  const cells = Array.from({length: modules.size * modules.size}, (_, index) => index).filter(index => modules.data[index])
  const path = cells.map(index => `M${index % modules.size + 4} ${Math.floor(index / modules.size) + 4}h1v1h-1z`).join('')
  return s('svg', {viewBox: `0 0 ${size} ${size}`, role: 'img', ariaLabel: label, shapeRendering: 'crispEdges'}, [s('path', {d: path, fill: 'currentColor'})])
}
