/**
 * Formulas in words, for who hears them: `x squared plus y over 2`. Made by rules of our own, since the library for it
 * (speech-rule-engine 4.1.5) is 9 MB, loads in 0.4 s and takes 7 to 50 ms for a formula: 20 s for a text with 500.
 */
import type {Element, ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {fill} from './fill-phrase.ts'
import {type Phrases, phrases} from './phrases.ts'
import {isSpoken, namesIn} from './signs.ts'

/** What is heard of a part; `isShort` where nobody asks where it ends; `followed`: where more comes behind it, if that differs. */
type Said = {readonly text: string; readonly isShort: boolean; readonly followed?: string}

type Voice = {readonly names: ReadonlyMap<string, string>; readonly phrases: Phrases}

const deepest = 60

/** Tell how a formula in MathML is heard in a BCP 47 language; undefined where a sign, a construct or the language is not known. */
export function spokenFormula(math: Element, lang: string): string | undefined {
  const [language = ''] = lang.toLowerCase().split(/[-_]/)
  if (!isSpoken(language)) return undefined
  const said = row(math.children, {names: namesIn(language), phrases: phrases[language]}, 0)?.text
  return said === '' ? undefined : said
}

function row(nodes: readonly ElementContent[], voice: Voice, depth: number): Said | undefined {
  const parts = partsOf(nodes)
  const said: Said[] = []
  for (let at = 0; at < parts.length;) {
    const group = grouped(parts, at, voice, depth) ?? {length: 1, said: sayOne(parts[at], voice, depth)}
    if (!group.said) return undefined
    said.push(group.said)
    at += group.length
  }
  const isSigned = said.length === 2 && parts[0]?.tagName === 'mo' && said.every(({isShort}) => isShort)
  const before = said.slice(0, -1).map(whenFollowed)
  const last = said.at(-1)
  const inAll = (text: string | undefined) => joined([...before, ...text === undefined ? [] : [text]])
  return {text: inAll(last?.text), isShort: isSigned || (said.length < 2 && said.every(({isShort}) => isShort)), ...last?.followed !== undefined && {followed: inAll(last.followed)}}
}

function whenFollowed({text, followed}: Said): string {
  return followed ?? text
}

function joined(words: readonly string[]): string {
  return words.filter(word => word !== '').join(' ').replaceAll(/ (?=[,;.](?: |$))/g, '')
}

/** What is said one after the other: rows in rows are one, and spaces and what works unseen say nothing. */
function partsOf(nodes: readonly ElementContent[], depth = 0): readonly Element[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element' || /^(?:mspace|mphantom|none)$/.test(node.tagName) || (node.tagName === 'mrow' && node.children.length === 0)) return []
    if (/^(?:mrow|mstyle|mpadded|semantics)$/.test(node.tagName) && !isStruck(node) && depth < deepest) return partsOf(node.children, depth + 1)
    return node.tagName === 'mo' && /^[\u2061-\u2064\s]*$/.test(textOf(node)) && node.properties['fence'] === undefined ? [] : [node]
  })
}

const strokes = /strike|cancel|sout/

function isStruck({properties}: Element): boolean {
  return strokes.test(`${String(properties.className ?? '')} ${String(properties['notation'] ?? '')}`)
}

/** A table between fences, or a fraction without a line: the fences are heard by what they make of it. */
function grouped(parts: readonly Element[], at: number, voice: Voice, depth: number): {readonly length: number; readonly said: Said | undefined} | undefined {
  const [open, held, close] = parts.slice(at, at + 3)
  if (open?.tagName !== 'mo' || close?.tagName !== 'mo' || !held) return undefined
  const kind = `${textOf(open)}${textOf(close)}`
  if (held.tagName === 'mfrac' && isBinomial(held) && kind === '()') return {length: 3, said: one(held, voice, depth)}
  return held.tagName === 'mtable' ? {length: 3, said: fenced(held, kind, voice, depth)} : undefined
}

function fenced(table: Element, kind: string, voice: Voice, depth: number): Said | undefined {
  const {matrix, determinant, caseOf} = voice.phrases
  if (kind === '{') return listed(table, {phrase: caseOf, joint: ', '}, voice, depth)
  const phrase = kind === '||' ? determinant : kind === '()' || kind === '[]' ? matrix : undefined
  return phrase === undefined ? undefined : matrixOf(table, phrase, voice, depth)
}

function isBinomial({properties}: Element): boolean {
  return /^0[a-z]*$/.test(String(properties['linethickness'] ?? ''))
}

function matrixOf(table: Element, phrase: string, voice: Voice, depth: number): Said | undefined {
  const rows = partsOf(table.children)
  const said = listed(table, {phrase: voice.phrases.row, joint: ', '}, voice, depth)
  return said && long(fill(phrase, String(rows.length), String(partsOf(rows[0]?.children ?? []).length), said.text))
}

/** The lines of a formula one by one; one alone has no number. */
function lines(table: Element, voice: Voice, depth: number): Said | undefined {
  const [only, ...others] = partsOf(table.children)
  if (!only || others.length > 0) return listed(table, {phrase: voice.phrases.line, joint: ' '}, voice, depth)
  const cells = sayAll(partsOf(only.children), voice, depth)
  return cells && long(joined(cells.map(whenFollowed)))
}

/** The rows of a table one by one, each with its number; `joint` stands between cells. */
function listed(table: Element, {phrase, joint}: {readonly phrase: string; readonly joint: string}, voice: Voice, depth: number): Said | undefined {
  const rows = partsOf(table.children).map(({children}) => sayAll(partsOf(children), voice, depth))
  const texts = rows.flatMap((cells, index) => cells ? [fill(phrase, String(index + 1), cells.map(joint === ' ' ? whenFollowed : ({text}) => text).filter(text => text !== '').join(joint))] : [])
  return texts.length < rows.length ? undefined : long(texts.join('; '))
}

function long(text: string): Said {
  return {text, isShort: false}
}

function sayAll(nodes: readonly Element[], voice: Voice, depth: number): readonly Said[] | undefined {
  const said = nodes.flatMap(node => sayOne(node, voice, depth) ?? [])
  return said.length < nodes.length ? undefined : said
}

function sayOne(node: Element | undefined, voice: Voice, depth: number): Said | undefined {
  return node && depth < deepest ? one(node, voice, depth + 1) : undefined
}

function one(node: Element, voice: Voice, depth: number): Said | undefined {
  if (/^(?:mi|mn|mo|ms|mtext)$/.test(node.tagName)) return token(node, voice)
  if (isStruck(node)) return within(node, voice.phrases.crossed, voice, depth)
  if (node.tagName === 'mtable') return lines(node, voice, depth)
  if (/^(?:mrow|mstyle|mpadded|mtd)$/.test(node.tagName)) return row(node.children, voice, depth)
  if (node.tagName === 'msqrt') return root(row(node.children, voice, depth), voice)
  if (node.tagName === 'menclose') return node.properties['notation'] === 'top' ? within(node, voice.phrases.accents.bar, voice, depth) : undefined
  const kids = node.children.flatMap(child => child.type === 'element' ? [row([child], voice, depth)] : [])
  const parts = kids.filter(kid => kid !== undefined)
  return parts.length === kids.length ? built(node, parts, voice) : accent(node, kids[0], voice)
}

function within(node: Element, phrase: string, voice: Voice, depth: number): Said | undefined {
  const said = row(node.children, voice, depth)
  return said && {...said, text: fill(phrase, said.text)}
}

/** Letters of all faces are letters; a sign that has no name here is not known. */
function token(node: Element, {names}: Voice): Said | undefined {
  const text = textOf(node).replaceAll(/\s+/g, ' ').trim()
  if (node.tagName === 'mtext' || node.tagName === 'mn' || node.tagName === 'ms') return {text, isShort: !/\s/.test(text)}
  const letters = text.normalize('NFKC')
  const named = names.get(text) ?? names.get(letters) ?? names.get(likeSigns[text] ?? '')
  if (named !== undefined) return {text: named, isShort: true}
  const small = names.get(letters.toLowerCase())
  if (/^\p{Script=Greek}$/u.test(letters) && small !== undefined) return {text: small.slice(0, 1).toUpperCase() + small.slice(1), isShort: true}
  return /^[\p{L}\p{N}]*$/u.test(letters) ? {text: letters, isShort: true} : undefined
}

const likeSigns: Readonly<Record<string, string>> = {'-': '−', '*': '∗', '·': '⋅', '∣': '|', '∥': '‖'}

function root(said: Said | undefined, {phrases: {root, rootLong}}: Voice): Said | undefined {
  return said && {...long(fill(said.isShort ? root : rootLong, said.text)), followed: fill(rootLong, said.text)}
}

/** What is made of two or three parts. */
function built(node: Element, parts: readonly Said[], voice: Voice): Said | undefined {
  const [, second] = parts
  const first = parts[0] && {...parts[0], text: whenFollowed(parts[0])}
  if (!first || !second) return undefined
  if (/^m(?:over|under|underover)$/.test(node.tagName) && parts.slice(1).every(({text}) => text === '')) return first
  if (node.tagName === 'mfrac') return fraction(node, first, second, voice)
  if (node.tagName === 'mroot') return long(second.text === '3' ? fill(voice.phrases.cubeRoot, first.text) : fill(voice.phrases.indexedRoot, second.text, first.text))
  return (bounded.test(baseOf(node)) ? ranged : scripted)(node, [first, ...parts.slice(1)], voice)
}

function fraction(node: Element, first: Said, second: Said, {phrases: {choose, over, overLong}}: Voice): Said {
  return long(fill(isBinomial(node) ? choose : first.isShort && second.isShort ? over : overLong, first.text, second.text))
}

/** Signs and functions that run over something. */
const bounded = /^(?:[∑∏∫⋃⋂]|lim|max|min|sup|inf)$/

function baseOf(node: Element): string {
  const [base] = partsOf(node.children.slice(0, node.children.findIndex(child => child.type === 'element') + 1))
  return base ? textOf(base) : ''
}

function ranged({tagName}: Element, [base, from, to]: readonly Said[], {phrases: {below, fromTo}}: Voice): Said | undefined {
  if (!base || !from) return undefined
  return to ? long(fill(fromTo, base.text, from.text, to.text)) : /^m(?:sub|under)$/.test(tagName) ? long(fill(below, base.text, from.text)) : undefined
}

function scripted(node: Element, [base, script, raised]: readonly Said[], voice: Voice): Said | undefined {
  if (!base || !script) return undefined
  if (node.tagName === 'msub') return sub(base, script, voice.phrases)
  if (node.tagName === 'msup') return power(base, script, node.children, voice)
  if (node.tagName === 'msubsup' && raised) return power(sub(base, script, voice.phrases), raised, node.children, voice)
  return accent(node, base, voice)
}

function sub(base: Said, index: Said, {sub, subLong}: Phrases): Said {
  return long(fill(index.isShort ? sub : subLong, base.text, index.text).trim())
}

function power(base: Said, exponent: Said, children: readonly ElementContent[], {names, phrases: own}: Voice): Said | undefined {
  const raised = children.findLast(child => child.type === 'element')
  const signs = raised ? textOf(raised) : ''
  const [prime] = own.primes.slice(signs.length - 1)
  if (/^[′']+$/.test(signs)) return prime === undefined ? undefined : long(fill(prime, base.text))
  if (signs === '∘') return long(`${base.text} ${names.get('°') ?? ''}`)
  if (signs === '∗') return long(`${base.text} ${exponent.text}`)
  const phrase = exponent.text === '2' ? own.squared : exponent.text === '3' ? own.cubed : exponent.isShort ? own.power : own.powerLong
  return long(fill(phrase, base.text, exponent.text))
}

const accents: Readonly<Record<string, keyof Phrases['accents']>> = {'‾': 'bar', '¯': 'bar', '→': 'vector', 'ˆ': 'hat', '^': 'hat', '˜': 'tilde', '~': 'tilde', '˙': 'dot', '¨': 'dots'}

/** A letter with a sign above it. */
function accent(node: Element, base: Said | undefined, {phrases: own}: Voice): Said | undefined {
  const above = node.children.findLast(child => child.type === 'element')
  const kind = node.tagName === 'mover' && above?.tagName === 'mo' ? accents[textOf(above)] : undefined
  return base && kind !== undefined ? {text: fill(own.accents[kind], base.text), isShort: base.isShort} : undefined
}
