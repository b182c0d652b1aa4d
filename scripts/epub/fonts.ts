/** The fonts of the EPUB: the faces that its style sheets ask for, cut down to the characters that they set. */
import * as csstree from '../css.ts'
import type {Element, ElementContent} from 'hast'
import {addCharacters, charactersOf, type FontUse} from '../cut-faces.ts'
import type {FontFile} from '../types.ts'

/**
 * What a rule asks for by one of its selectors: the family that it names first, and whether it is sure to hold wherever
 * the last part of the selector matches, because there is no other part.
 */
type Rule = {readonly key: string; readonly isWhole: boolean; readonly family: string | undefined; readonly bold: boolean | undefined; readonly italic: boolean | undefined}

type Rules = ReadonlyMap<string, readonly Rule[]>

/** What the nodes ask of a family. */
type Wanted = {readonly characters: Set<string>; readonly faces: Set<string>}

/** What may hold inside an element: more than one value where a selector leaves it open. */
type State = {readonly families: readonly string[]; readonly bold: readonly boolean[]; readonly italic: readonly boolean[]}

const boldTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'b', 'strong'])
const italicTags = new Set(['em', 'i', 'cite', 'dfn', 'var', 'address'])

/**
 * Choose the faces that a style sheet asks for in these nodes. Rather too much than too little: a rule counts wherever the
 * last part of a selector matches, and what once asked for a family asks for it further down. Weights other than 400 and
 * 700 stand in wherever the style sheet has their number. Used families have the characters of `said` too.
 */
export function fontsInUse(fonts: readonly FontFile[], css: string, nodes: readonly ElementContent[], said: readonly string[]): readonly FontUse[] {
  const rules = Map.groupBy(rulesOf(css, [...new Set(fonts.map(({family}) => family))]), ({key}) => key)
  const wanted = new Map(fonts.map(({family}): [string, Wanted] => [family, {characters: new Set(), faces: new Set()}]))
  for (const node of nodes) look(node, {families: [], bold: [false], italic: [false]}, rules, wanted)
  const weights = new Set(css.match(/(?<![\w.#-])[1-9]00(?![\w.%-])/g))
  const words = charactersOf(said)
  return fonts.flatMap(font => {
    const {characters, faces} = wanted.get(font.family) ?? {characters: new Set<string>(), faces: new Set<string>()}
    const isUsed = faces.has(`${font.weight} ${font.style}`) || font.weight !== 400 && font.weight !== 700 && weights.has(String(font.weight)) && faces.size > 0
    return isUsed ? [{font, characters: new Set([...characters, ...words])}] : []
  })
}

function look(node: ElementContent, state: State, rules: Rules, wanted: ReadonlyMap<string, Wanted>): void {
  if (node.type === 'text' && node.value.trim() !== '') {
    for (const family of state.families) note(wanted.get(family), node.value, state)
  }
  if (node.type !== 'element') return
  const own = keysOf(node).flatMap(key => rules.get(key) ?? [])
  const inner: State = {
    families: [...new Set([...state.families, ...own.flatMap(({family}) => family ?? [])])],
    bold: values(boldTags.has(node.tagName) ? [true] : state.bold, own, rule => rule.bold),
    italic: values(italicTags.has(node.tagName) ? [true] : state.italic, own, rule => rule.italic)
  }
  for (const child of node.children) look(child, inner, rules, wanted)
}

/** The values that rules give a quality, and the one that held before, unless a rule surely sets another. */
function values(held: readonly boolean[], rules: readonly Rule[], ask: (rule: Rule) => boolean | undefined): readonly boolean[] {
  const asking = rules.filter(rule => ask(rule) !== undefined)
  const isSure = asking.some(({isWhole}) => isWhole)
  return [...new Set([...isSure ? [] : held, ...asking.flatMap(rule => ask(rule) ?? [])])]
}

/** The family that comes first in a rule: those behind it are for what it lacks. */
function firstNamed(text: string, families: readonly string[]): string | undefined {
  const places = families.map(family => ({family, place: placeOf(text, family)}))
  return places.filter(({place}) => place !== undefined).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))[0]?.family
}

function note(uses: Wanted | undefined, text: string, {bold, italic}: State): void {
  if (!uses) return
  addCharacters(text, uses.characters)
  for (const isBold of bold) for (const isItalic of italic) uses.faces.add(`${isBold ? 700 : 400} ${isItalic ? 'italic' : 'normal'}`)
}

function rulesOf(css: string, families: readonly string[]): readonly Rule[] {
  const rules: Rule[] = []
  csstree.walk(csstree.parse(css), {visit: 'Rule', enter: ({prelude, block}) => {
    const text = csstree.generate(block)
    const selectors = prelude.type === 'SelectorList' ? prelude.children.toArray() : []
    const asked = {family: firstNamed(text, families), bold: asks(text, /\bbold|\b[6-9]00\b/, /font-weight:normal|\b400\b/), italic: asks(text, /italic|oblique/, /font-style:normal/)}
    rules.push(...selectors.map(selector => ({...keyOf(selector), ...asked})))
  }})
  return rules
}

/** Name what the last part of a selector asks for: a class, else a tag, else anything. */
function keyOf(selector: csstree.CssNode): Pick<Rule, 'key' | 'isWhole'> {
  if (selector.type !== 'Selector') return {key: '*', isWhole: false}
  const parts = selector.children.toArray()
  const last = parts.slice(parts.findLastIndex(({type}) => type === 'Combinator') + 1)
  const className = last.find(part => part.type === 'ClassSelector')
  const tag = last.find(part => part.type === 'TypeSelector')
  return {key: className ? `.${className.name}` : tag ? tag.name.toLowerCase() : '*', isWhole: parts.length === 1}
}

/** Every key by which a rule may mean the element. */
function keysOf({tagName, properties: {className}}: Element): readonly string[] {
  return ['*', tagName, ...Array.isArray(className) ? className.map(name => `.${name}`) : []]
}

/** Whether a rule sets a quality, ends it, or says nothing of it. */
function asks(text: string, on: RegExp, off: RegExp): boolean | undefined {
  return on.test(text) ? true : off.test(text) ? false : undefined
}

/** Find where a style names a family; undefined where it does not. `Alegreya SC` does not name `Alegreya`. */
function placeOf(css: string, family: string): number | undefined {
  const literal = family.replaceAll(/[^\w ]/g, String.raw`\$&`)
  const found = css.search(new RegExp(String.raw`(?<![\w-])${literal}(?! ?[\w-])`))
  return found < 0 ? undefined : found
}
