/** Says which drawings have lettering in faces that only this machine may have. */
import {message} from '../messages.ts'
import {foreignFaces} from '../svg-fonts.ts'
import type {Asset, FontFile, Message} from '../types.ts'

/** Look into every SVG with text: a face that the theme has is put into it, and for most others its own stands in. */
export function drawingMessages(assets: ReadonlyMap<string, Asset>, fonts: readonly FontFile[]): readonly Message[] {
  const known = [...new Set(fonts.filter(({family}) => family !== 'Fallback').map(({family}) => `\`${family}\``))].join(', ')
  const drawings = [...assets.values()].filter(({mediaType}) => mediaType === 'image/svg+xml')
  return drawings.flatMap(({name, bytes}) => foreignFaces(bytes, fonts).map(face =>
    message('system-font', {file: name}, `Unexpected face \`${face}\` in a drawing, expected one of the theme's: ${known}`, 'Set the lettering in a face of the theme, or turn it into outlines; what the machine has instead may look different elsewhere.')))
}
