/** Says which drawings have lettering in faces that only this machine may have. */
import {message} from '../messages.ts'
import type {Asset, FontFile, Message} from '../types.ts'

/** Look into every SVG with text: a face that the theme has is put into it, any other is the machine's. */
export function drawingMessages(assets: ReadonlyMap<string, Asset>, fonts: readonly FontFile[]): readonly Message[] {
  const known = new Set(fonts.map(font => font.family))
  return [...assets.values()].filter(({mediaType}) => mediaType === 'image/svg+xml').flatMap(({name, bytes}) => {
    const svg = new TextDecoder().decode(bytes)
    const faces = /<(?:\w+:)?text\b/.test(svg) ? facesIn(svg).filter(face => !known.has(face)) : []
    return [...new Set(faces)].map(face => message('system-font', {file: name}, `Unexpected face \`${face}\` in a drawing, expected one of the theme's: ${[...known].map(family => `\`${family}\``).join(', ')}`, 'Set the lettering in a face of the theme, or turn it into outlines; what the machine has instead may look different elsewhere.'))
  })
}

/** The first face of each list; a drawing that names none is set in whatever the browser takes. */
function facesIn(svg: string): readonly string[] {
  const lists = [...svg.matchAll(/font-family\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^;"'}<]*))/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')
  const first = lists.map(list => (list.split(',')[0] ?? '').replaceAll(/["']|&quot;|&apos;/g, '').trim())
  return first.length === 0 ? ['none'] : first.filter(face => face !== '')
}
