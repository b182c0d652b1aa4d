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
  readonly features: string
}

export type MeasuredStyle = TextStyle & {
  readonly letterSpacingPx: number
  /** The first family that the style names. */
  readonly family: string
  /** A declaration that keeps ligatures under letter-spacing, or nothing where the style does not want them. */
  readonly ligatures: string
}

/** Gives the text style of a computed style; the same look gives the same value. */
export type Measurer = (style: CSSStyleDeclaration) => MeasuredStyle

/** Make a measurer for a document. */
export function measurer(document: Document): Measurer {
  const context = document.createElement('canvas').getContext('2d')
  const styles = new Map<string, MeasuredStyle>()
  return style => {
    const look = lookOf(style)
    const key = `${look.font}|${look.caps}|${look.kerning}|${look.transform}|${look.letterSpacingPx}|${look.features}`
    const known = styles.get(key)
    if (known) return known
    const made = styleOf(look, style, context)
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
    emPx: Number.parseFloat(style.fontSize),
    features: `${style.fontFeatureSettings} ${style.fontVariantLigatures}`
  }
}

function styleOf(look: Look, style: CSSStyleDeclaration, context: CanvasRenderingContext2D | null): MeasuredStyle {
  const widths = new Map<string, number>()
  const measure = (text: string): number => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = measureOnce(text, look, context)
    widths.set(text, width)
    return width
  }
  return {
    emPx: look.emPx, letterSpacingPx: look.letterSpacingPx, spacePx: measure(' '), hyphenPx: measure('-'), measure, known: new Map(),
    family: firstFamily(style.fontFamily), ligatures: ligatures(look, style)
  }
}

function firstFamily(families: string): string {
  const match = /^\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/.exec(families)
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim()
}

/** Letter-spacing switches ligatures off; where the style does not want that, a feature setting keeps them. */
function ligatures({letterSpacingPx}: Look, {fontFeatureSettings, fontVariantLigatures}: CSSStyleDeclaration): string {
  if (letterSpacingPx !== 0 || /none|no-common/.test(fontVariantLigatures) || fontFeatureSettings.includes('"liga"')) return ''
  const others = fontFeatureSettings === 'normal' ? '' : `${fontFeatureSettings}, `
  return `font-feature-settings: ${others}"liga" 1, "clig" 1`
}

function measureOnce(text: string, look: Look, context: CanvasRenderingContext2D | null): number {
  if (!context || text === '') return 0
  select(look, context)
  return context.measureText(transformed(text, look.transform)).width + text.length * look.letterSpacingPx
}

/** Setting a font costs more than measuring a word. */
function select(look: Look, context: CanvasRenderingContext2D): void {
  if (selected.get(context) === look) return
  context.font = look.font
  context.textRendering = 'geometricPrecision'
  const [variant = 'normal'] = look.caps.split(' ')
  if (isCaps(variant)) context.fontVariantCaps = variant
  const {kerning} = look
  if (kerning === 'none' || kerning === 'normal' || kerning === 'auto') context.fontKerning = kerning
  selected.set(context, look)
}

const selected = new WeakMap<CanvasRenderingContext2D, Look>()

function isCaps(value: string): value is CanvasFontVariantCaps {
  return ['normal', 'small-caps', 'all-small-caps', 'petite-caps', 'all-petite-caps', 'unicase', 'titling-caps'].includes(value)
}

function transformed(text: string, transform: string): string {
  return transform === 'uppercase' ? text.toUpperCase() : transform === 'lowercase' ? text.toLowerCase() : text
}
