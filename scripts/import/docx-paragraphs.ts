/** What Word says of paragraphs and runs and Mammoth leaves out: initials, capitals, numbers that go on behind other text. */
import type {Root as HastRoot} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Element, ElementContent, Root} from 'xast'
import {visit} from 'unist-util-visit'
import type {Remark} from './imported.ts'
import {lostCount} from './imported.ts'

/** Mend a part, which is changed. `starts`: the first number of each list of a document, by its id. */
export function mendParagraphs(tree: Root, starts: ReadonlyMap<string, number>): void {
  joinInitials(tree)
  countOn(tree, starts)
  visit(tree, 'element', element => {
    if (element.name === 'w:cr') element.name = 'w:br'
    if (element.name === 'w:ptab') element.name = 'w:tab'
    if (element.name === 'w:r' && isOn(part(part(element, 'w:rPr'), 'w:caps'))) raise(element)
  })
}

/** A drop cap is a paragraph of its own in Word; its letter belongs to the next. */
function joinInitials(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.name !== 'w:p' || !parent || index === undefined || !/^(?:drop|margin)$/.test(part(part(element, 'w:pPr'), 'w:framePr')?.attributes['w:dropCap'] ?? '')) return undefined
    const next = parent.children.slice(index + 1).find(child => child.type === 'element')
    if (next?.type !== 'element' || next.name !== 'w:p') return undefined
    const at = next.children.findIndex(child => child.type === 'element' && child.name === 'w:pPr') + 1
    next.children.splice(at, 0, ...element.children.filter(child => child.type !== 'element' || child.name !== 'w:pPr'))
    parent.children.splice(index, 1)
    return index
  })
}

/** Word shows such words in capitals, whatever was typed. */
function raise(run: Element): void {
  for (const words of parts(run, 'w:t')) for (const child of words.children) if (child.type === 'text') child.value = child.value.toUpperCase()
}

/** Mark where a list goes on counting, or begins with another number than one. */
function countOn(tree: Root, starts: ReadonlyMap<string, number>): void {
  const counts = new Map<string, number>()
  let last: string | undefined
  visit(tree, 'element', element => {
    if (element.name !== 'w:p') return
    const {list, level} = listOf(element)
    const number = list === undefined ? 0 : (counts.get(list) ?? (starts.get(list) ?? 1) - 1) + (level === 0 ? 1 : 0)
    if (list !== undefined) counts.set(list, number)
    if (list !== undefined && list !== last && level === 0 && number > 1) element.children.splice(part(element, 'w:pPr') ? 1 : 0, 0, markOf(number))
    last = list
  })
}

function listOf(paragraph: Element): {readonly list?: string; readonly level: number} {
  const numbers = part(part(paragraph, 'w:pPr'), 'w:numPr')
  const list = part(numbers, 'w:numId')?.attributes['w:val'] ?? undefined
  return {level: Number(part(numbers, 'w:ilvl')?.attributes['w:val'] ?? 0), ...(list !== undefined && list !== '0' && {list})}
}

function markOf(number: number): Element {
  const words: Element = {type: 'element', name: 'w:t', attributes: {}, children: [{type: 'text', value: `\uE002${number}\uE001`}]}
  return {type: 'element', name: 'w:r', attributes: {}, children: [words]}
}

/** The number that each list begins with, by its id in `word/numbering.xml`. */
export function startsIn(numbering: Root): ReadonlyMap<string, number> {
  const root = numbering.children.find(child => child.type === 'element')
  const first = (definition: Element | undefined) => Number(part(parts(definition, 'w:lvl').find(level => level.attributes['w:ilvl'] === '0'), 'w:start')?.attributes['w:val'] ?? 1)
  const kinds = new Map(parts(root, 'w:abstractNum').map(kind => [kind.attributes['w:abstractNumId'], first(kind)]))
  return new Map(parts(root, 'w:num').map(list => {
    const own = parts(list, 'w:lvlOverride').find(level => level.attributes['w:ilvl'] === '0')
    const start = Number(part(own, 'w:startOverride')?.attributes['w:val'] ?? kinds.get(part(list, 'w:abstractNumId')?.attributes['w:val']) ?? 1)
    return [list.attributes['w:numId'] ?? '', Number.isInteger(start) && start >= 0 && start < 10_000 ? start : 1]
  }))
}

/** Give the lists that Mammoth made their first numbers, from the marks; the tree is changed. */
export function placeStarts(tree: HastRoot): void {
  visit(tree, 'element', element => {
    const item = element.children.find(child => child.type === 'element')
    const [, number] = element.tagName === 'ol' && item ? /^\s*\uE002(\d+)\uE001/.exec(textOf(item)) ?? [] : []
    if (number !== undefined) element.properties.start = Number(number)
  })
  visit(tree, 'text', text => {
    text.value = text.value.replace(/\uE002\d+\uE001/g, '')
  })
}

/** What an author set by hand, means something by, and no Markdown has a mark for. */
export function lostLooks(tree: Root): readonly Remark[] {
  const looks = {highlighted: 0, small: 0, spaced: 0, breaks: 0}
  visit(tree, 'element', element => {
    if (element.name === 'w:br' && element.attributes['w:type'] === 'page') looks.breaks++
    const properties = element.name === 'w:r' && part(element, 'w:t') ? part(element, 'w:rPr') : undefined
    if (!/^(?:none)?$/.test(part(properties, 'w:highlight')?.attributes['w:val'] ?? '')) looks.highlighted++
    if (isOn(part(properties, 'w:smallCaps'))) looks.small++
    if (Number(part(properties, 'w:spacing')?.attributes['w:val'] ?? 0) >= 20) looks.spaced++
  })
  return [
    ...lostCount(looks.highlighted, 'the colour behind words', 'colours behind words', ': the words stay'),
    ...lostCount(looks.small, 'small capitals', 'runs of small capitals', ': the words stay as they were typed'),
    ...lostCount(looks.spaced, 'letterspaced words', 'runs of letterspaced words', ': the words stay; for stress write `*words*`'),
    ...lostCount(looks.breaks, 'a page break', 'page breaks', ': where one is meant write `::pagebreak`')
  ]
}

function parts(parent: Element | undefined, name: string): readonly Element[] {
  const children: readonly ElementContent[] = parent?.children ?? []
  return children.filter((child): child is Element => child.type === 'element' && child.name === name)
}

function part(parent: Element | undefined, name: string): Element | undefined {
  return parts(parent, name)[0]
}

function isOn(setting: Element | undefined): boolean {
  return setting !== undefined && !/^(?:0|false|off)$/.test(setting.attributes['w:val'] ?? '')
}
