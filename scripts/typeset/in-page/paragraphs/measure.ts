/** Measures text as the page shows it, on a canvas: no layout is touched, and every width is kept. */
import type {TextStyle} from './words.ts'

/** What of a computed style decides how wide text is. */
type Look = {
  readonly font: string
  readonly caps: string
  readonly kerning: string
  readonly transform: string
  readonly letterSpacingPx: number
  readonly emPx: number
}

/** Gives the text style of a computed style; the same look gives the same value. */
export type Measurer = (style: CSSStyleDeclaration) => TextStyle & {readonly letterSpacingPx: number}

type MeasuredStyle = ReturnType<Measurer>

/** Make a measurer for a document. */
export function measurer(document: Document): Measurer {
  const context = document.createElement('canvas').getContext('2d')
  const styles = new Map<string, MeasuredStyle>()
  return style => {
    const look = lookOf(style)
    const key = `${look.font}|${look.caps}|${look.kerning}|${look.transform}|${look.letterSpacingPx}`
    const known = styles.get(key)
    if (known) return known
    const made = styleOf(look, context)
    styles.set(key, made)
    return made
  }
}

function lookOf(style: CSSStyleDeclaration): Look {
  const stretch = style.fontStretch === '100%' ? '' : style.fontStretch
  return {
    font: `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    caps: `${style.fontVariantCaps} ${stretch}`,
    kerning: style.fontKerning,
    transform: style.textTransform,
    letterSpacingPx: Number.parseFloat(style.letterSpacing) || 0,
    emPx: Number.parseFloat(style.fontSize)
  }
}

function styleOf(look: Look, context: CanvasRenderingContext2D | null): MeasuredStyle {
  const widths = new Map<string, number>()
  const measure = (text: string): number => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = measureOnce(text, look, context)
    widths.set(text, width)
    return width
  }
  return {emPx: look.emPx, letterSpacingPx: look.letterSpacingPx, spacePx: measure(' '), hyphenPx: measure('-'), measure, known: new Map()}
}

function measureOnce(text: string, look: Look, context: CanvasRenderingContext2D | null): number {
  if (!context || text === '') return 0
  select(look, context)
  return context.measureText(transformed(text, look.transform)).width + text.length * look.letterSpacingPx
}

/** Setting a font costs more than measuring a word. */
function select({font, caps, kerning}: Look, context: CanvasRenderingContext2D): void {
  if (selected.get(context) === `${font}|${caps}|${kerning}`) return
  context.font = font
  context.textRendering = 'geometricPrecision'
  const [variant = 'normal'] = caps.split(' ')
  if (isCaps(variant)) context.fontVariantCaps = variant
  if (kerning === 'none' || kerning === 'normal' || kerning === 'auto') context.fontKerning = kerning
  selected.set(context, `${font}|${caps}|${kerning}`)
}

const selected = new WeakMap<CanvasRenderingContext2D, string>()

function isCaps(value: string): value is CanvasFontVariantCaps {
  return ['normal', 'small-caps', 'all-small-caps', 'petite-caps', 'all-petite-caps', 'unicase', 'titling-caps'].includes(value)
}

function transformed(text: string, transform: string): string {
  return transform === 'uppercase' ? text.toUpperCase() : transform === 'lowercase' ? text.toLowerCase() : text
}
