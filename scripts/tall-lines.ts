/**
 * Letters of some scripts reach higher and lower than Latin ones, and their marks stand on each other: in lines as close
 * as a theme sets them they would run into each other, and a page's cut would go through them.
 */
import {type CssNode, generate, parse, walk} from './css.ts'
import {primaryOf, scriptOf} from './writing.ts'

/** How much higher lines are to be: faces for Arabic, such as Amiri, want 1.75 of their size, and themes give Latin ones 1.25. */
const heights: readonly {readonly taller: number; readonly languages: ReadonlySet<string>; readonly scripts: ReadonlySet<string>}[] = [
  {taller: 1.4, languages: new Set(['ar', 'ckb', 'fa', 'ps', 'sd', 'ug', 'ur']), scripts: new Set(['arab', 'aran'])},
  {taller: 1.2, languages: new Set(['bn', 'gu', 'hi', 'km', 'lo', 'ml', 'mr', 'ne', 'si', 'ta', 'te', 'th']), scripts: new Set(['beng', 'deva', 'gujr', 'khmr', 'laoo', 'mlym', 'sinh', 'taml', 'telu', 'thai'])}
]

/** How much higher the lines of a BCP 47 language are to be than those of Latin: by its script where the tag names one. */
function tallerIn(lang: string): number {
  const script = scriptOf(lang)
  const own = heights.find(({languages, scripts}) => script === undefined ? languages.has(primaryOf(lang)) : scripts.has(script))
  return own?.taller ?? 1
}

/**
 * Make all lines of a style sheet as high as a BCP 47 language wants them: what it gives as `line-height`, in `font`, and as
 * its grid, `--leading`. For most languages it stays as it is.
 */
export function withTallLines(css: string, lang: string): string {
  const taller = tallerIn(lang)
  if (taller === 1) return css
  const tree = parse(css, {parseCustomProperty: true})
  const heighten = (height: CssNode) => {
    if (height.type === 'Dimension' || height.type === 'Number') height.value = String(Math.round(Number(height.value) * taller * 100) / 100)
  }
  walk(tree, {visit: 'Declaration', enter({property, value}) {
    if (value.type !== 'Value') return
    if (property === 'line-height' || property === '--leading') value.children.forEach(heighten)
    if (property === 'font') value.children.forEach((part, item) => {
      if (part.type === 'Operator' && part.value === '/' && item.next) heighten(item.next.data)
    })
  }})
  return generate(tree)
}
