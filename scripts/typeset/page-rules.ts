/** Reads `@page` rules and root variables out of style sheets, as the cascade sees them: the user's wins over the theme's. */
import * as csstree from '../css.ts'
import {remembering} from '../remembering.ts'

/** A style sheet and whose it is. Within one origin, a later and more specific rule wins; the user's always wins. */
export type Sheet = {readonly text: string; readonly origin: 'theme' | 'user'}

/** Which pages are asked for: a page name (`''` for unnamed) on one side of the spread. */
export type PageContext = {readonly name: string; readonly side: 'left' | 'right'}

/** The winning declarations, longhands: `size`, `margin-top` … with their values as text. */
export type Declarations = ReadonlyMap<string, string>

type PageRule = {readonly name: string; readonly pseudo: string; readonly rank: number; readonly declarations: Declarations}

export type PageRules = {
  /** Names that any rule speaks of. */
  readonly names: readonly string[]
  readonly declarationsFor: (context: PageContext) => Declarations
  /** The value of a custom property on `:root` or `html`, or undefined. */
  readonly variable: (name: string) => string | undefined
}

const sides = ['top', 'right', 'bottom', 'left'] as const

/** Selectors and values are compared as they were written. */
const asWritten = {parseAtrulePrelude: false, parseRulePrelude: false, parseValue: false, parseCustomProperty: false} as const

/** Read the rules of all sheets. What does not parse is left out here; the check of the user's style reports it. */
export const readPageRules = remembering(readAll, (sheets: readonly Sheet[]) => JSON.stringify(sheets))

function readAll(sheets: readonly Sheet[]): PageRules {
  const rules: PageRule[] = []
  const variables = new Map<string, string>()
  for (const {text, origin} of sheets.toSorted((a, b) => originRank(a) - originRank(b))) {
    csstree.walk(csstree.parse(text, asWritten), node => {
      if (node.type === 'Atrule' && node.name === 'page') rules.push(...readRule(node, origin === 'user' ? 100 : 0))
      if (node.type === 'Rule' && isRoot(node)) for (const [name, value] of declarationsIn(node.block)) if (name.startsWith('--')) variables.set(name, value)
    })
  }
  const declarationsFor = (context: PageContext): Declarations => {
    const matching = rules.filter(rule => matches(rule, context)).toSorted((a, b) => a.rank - b.rank)
    return new Map(matching.flatMap(rule => [...rule.declarations]))
  }
  return {names: [...new Set(rules.map(rule => rule.name))].toSorted(), declarationsFor, variable: name => variables.get(name)}
}

function originRank({origin}: Sheet): number {
  return origin === 'user' ? 1 : 0
}

function isRoot(rule: csstree.Rule): boolean {
  return /(?:^|,)\s*(?::root|html)\s*(?:,|$)/.test(wordsOf(rule.prelude))
}

/** A selector as it was written, without what is said beside it. */
function wordsOf(prelude: csstree.CssNode): string {
  return csstree.generate(prelude).replaceAll(/\/\*.*?\*\//gs, '').trim()
}

/** One rule for each selector: `@page a:left, :right`. Rank: origin, then name, then side; order decides the rest. */
function readRule(rule: csstree.Atrule, originWeight: number): readonly PageRule[] {
  const declarations = rule.block ? expand(declarationsIn(rule.block)) : new Map<string, string>()
  const prelude = rule.prelude ? wordsOf(rule.prelude) : ''
  return prelude.split(',').map(selector => {
    const [name = '', pseudo = ''] = selector.trim().split(':')
    return {name, pseudo, declarations, rank: originWeight + (name === '' ? 0 : 10) + (pseudo === '' ? 0 : 1)}
  })
}

function matches(rule: PageRule, {name, side}: PageContext): boolean {
  return (rule.name === '' || rule.name === name) && (rule.pseudo === '' || rule.pseudo === side)
}

function declarationsIn(block: csstree.Block): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  block.children.forEach(child => {
    if (child.type === 'Declaration') found.set(child.property.toLowerCase(), csstree.generate(child.value).trim())
  })
  return found
}

/** Write `margin` as its four longhands. */
function expand(declarations: ReadonlyMap<string, string>): Declarations {
  return new Map([...declarations].flatMap(([property, value]): [string, string][] => {
    if (property !== 'margin') return [[property, value]]
    // At spaces, but not inside brackets: `max(8%, 12mm) 10%`.
    const [top = '0', right = top, bottom = top, left = right] = value.match(/(?:[^\s(]|\([^)]*\))+/g) ?? []
    const values = {top, right, bottom, left}
    return sides.map(side => [`margin-${side}`, values[side]])
  }))
}
