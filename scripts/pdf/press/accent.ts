/** The theme's accent: the colour that a spot ink stands for. */
import type {Rgb} from '../../content/ink.ts'
import type {Theme} from '../../types.ts'

const deepRed: Rgb = [155 / 255, 27 / 255, 30 / 255]

/** Find `--accent` in the author's style, else in the theme's; written in hexadecimal, as CSS has it most. */
export function accentOf({files, style}: Pick<Theme, 'files' | 'style'>): Rgb {
  return colourIn(style?.text ?? '') ?? colourIn(files.get('print.css') ?? '') ?? deepRed
}

function colourIn(css: string): Rgb | undefined {
  const [, digits] = [...css.matchAll(/--accent\s*:\s*#([0-9a-f]{6}|[0-9a-f]{3})\s*[;}]/gi)].at(-1) ?? []
  if (digits === undefined) return undefined
  const pairs = digits.length === 3 ? Array.from(digits, digit => digit + digit) : digits.match(/../g) ?? []
  const [red = 0, green = 0, blue = 0] = pairs.map(pair => parseInt(pair, 16) / 255)
  return [red, green, blue]
}
