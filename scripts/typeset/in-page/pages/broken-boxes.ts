/**
 * Draws the edges and the ground of boxes that go over a page or a column, each part as deep as its text. The browser's own
 * parts reach down to the page's foot wherever the break was forced, through the notes and figures that stand there.
 */
import {columnStepOf} from './column-boxes.ts'
import type {ComposedSection} from './compose-pages.ts'
import type {FlowItem} from './flow.ts'
import {px as parsed} from './flow.ts'
import {px} from './gaps.ts'
import {keep, keptOf} from './neighbours.ts'
import {stepsOf} from './steps.ts'

/** A part of a box on one page, or in one of its columns: heights from its section's top, as if pages stood on each other. */
type Part = {readonly topPx: number; readonly bottomPx: number; readonly leftPx: number}

/** A box with the look and the parts that it had before anything was written. */
export type BrokenBox = {readonly element: HTMLElement; readonly parts: readonly Part[]; readonly widthPx: number; readonly look: Readonly<Record<string, string>>}

const edges = ['top', 'right', 'bottom', 'left'] as const
const looks = [
  'direction', 'background-color', 'background-image', 'background-position', 'background-size', 'background-repeat', 'background-origin', 'background-clip', 'box-shadow',
  ...edges.flatMap(edge => [`border-${edge}-width`, `border-${edge}-style`, `border-${edge}-color`, `padding-${edge}`]),
  'border-top-left-radius', 'border-top-right-radius', 'border-bottom-left-radius', 'border-bottom-right-radius'
]

type Placed = {readonly item: FlowItem; /** From its section's top. */ readonly placedPx: number; readonly page: number; readonly column: number}

/** A text that has pages: that of a section, or a note's. `turns`: what stands before each turn, and behind it. */
type Text = {readonly root: HTMLElement; readonly leftPx: number; readonly placed: readonly Placed[]; readonly turns: readonly (readonly [FlowItem | undefined, FlowItem | undefined])[]}

/** Find the boxes of a section and its notes that are seen beside their text and stand on more than one page or column. */
export function brokenBoxesIn(section: ComposedSection): readonly BrokenBox[] {
  return [textOf(section), ...notesOf(section)].flatMap(text => {
    const broken = [...brokenIn(text)].filter(isSeen)
    if (broken.length === 0) return []
    const held = itemsByBox(text, broken)
    return broken.map(element => ({element, parts: partsOf(text, element, held.get(element) ?? []), widthPx: element.getBoundingClientRect().width, look: lookOf(element)}))
  })
}

function textOf({element, items, pages}: ComposedSection): Text {
  const turns = stepsOf(pages, items).filter(({turn}) => turn !== 'none').map(({item, before}) => [items[before ?? -1], items[item]] as const)
  const placed = pages.flatMap((page, index) => page.placed.filter(({isAfloat}) => isAfloat !== true).flatMap(({item, topPx, column = 0}) => placedAs(items[item], {placedPx: page.topPx + topPx, page: index, column})))
  return {root: element, leftPx: 0, placed, turns}
}

/** The notes that go on on another page; they are read where they wait, as wide as they will be. */
function notesOf({element, notes, pages}: ComposedSection): readonly Text[] {
  const parts = Map.groupBy(pages.flatMap((page, index) => page.notes.map(part => ({...part, page: index, pageTopPx: page.topPx}))), ({note}) => note)
  const leftPx = parsed(getComputedStyle(element).paddingLeft)
  return notes.flatMap(({element: root, items}, index) => {
    const own = parts.get(index) ?? []
    const placed = own.flatMap(({from, to, topPx, page, pageTopPx}) => items.slice(from, to).flatMap(item => placedAs(item, {placedPx: pageTopPx + topPx + item.topPx - (from === 0 ? 0 : items[from]?.topPx ?? 0), page, column: 0})))
    return own.length > 1 ? [{root, leftPx, placed, turns: own.slice(1).map(({from}) => [items[from - 1], items[from]] as const)}] : []
  })
}

function placedAs(item: FlowItem | undefined, place: Omit<Placed, 'item'>): readonly Placed[] {
  return item ? [{item, ...place}] : []
}

/** What a turn stands in, the outermost first; the ground of all the text, or a chapter, is that of its pages, and tables draw their rules row by row. */
function brokenIn({root, turns}: Text): ReadonlySet<HTMLElement> {
  const broken = new Set<HTMLElement>()
  for (const [above, below] of turns) {
    const around: HTMLElement[] = []
    for (let box = below?.block; box && box !== root; box = box.parentElement ?? undefined) if (above && box.contains(above.block)) around.unshift(box)
    for (const box of around) if (!box.matches('.text, section, table, table *, [data-column-step]')) broken.add(box)
  }
  return broken
}

function isSeen(element: HTMLElement): boolean {
  const style = getComputedStyle(element)
  return isTinted(style) || style.boxShadow !== 'none' || parsed(style.borderLeftWidth) + parsed(style.borderRightWidth) > 0
}

function isTinted({backgroundColor, backgroundImage}: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)
}

/** The items of each box in the order of the text, with their places. */
function itemsByBox({placed}: Text, boxes: readonly HTMLElement[]): ReadonlyMap<HTMLElement, readonly Placed[]> {
  const held = new Map<HTMLElement, Placed[]>(boxes.map(box => [box, []]))
  for (const place of placed) {
    for (let around: HTMLElement | null = place.item.block; around; around = around.parentElement) held.get(around)?.push(place)
  }
  return held
}

/** The parts of a box: from its own edge, or the first line of a page, to the last line there, or its own edge. */
function partsOf({root, leftPx}: Text, box: HTMLElement, held: readonly Placed[]): readonly Part[] {
  const stepPx = columnStepOf(box)
  const groups = [...Map.groupBy(held, ({page, column}) => stepPx === 0 ? String(page) : `${page} ${column}`).values()]
  const [origin, own] = [root.getBoundingClientRect(), box.getBoundingClientRect()]
  return groups.map((group, index) => {
    const tops = group.map(({item, placedPx}) => placedPx + (index === 0 ? Math.max(0, own.top - origin.top - item.topPx) : -item.repeatPx))
    const bottoms = group.map(({item, placedPx}) => placedPx + item.heightPx - (index === groups.length - 1 ? Math.max(0, item.bottomPx - (own.bottom - origin.top)) : 0))
    return {topPx: Math.min(...tops), bottomPx: Math.max(...bottoms), leftPx: leftPx + own.left - origin.left + (group[0]?.column ?? 0) * stepPx}
  })
}

function lookOf(element: HTMLElement): Readonly<Record<string, string>> {
  const style = getComputedStyle(element)
  return Object.fromEntries(looks.map(name => [name, style.getPropertyValue(name)]))
}

/** Take their own look from broken boxes, and draw it part by part, behind the text. */
export function drawBrokenBoxes(section: HTMLElement, boxes: readonly BrokenBox[]): void {
  for (const {element} of boxes) Object.assign(element.style, {borderColor: 'transparent', background: 'none', boxShadow: 'none'})
  // All is read before anything is put in: each reading of what was put in since would compute the styles anew.
  for (const [ground, own] of Map.groupBy(boxes, ({element}) => groundOf(element, section))) {
    if (ground.lastElementChild instanceof HTMLElement) keep(keptOf(ground.lastElementChild))
    ground.style.isolation = 'isolate'
    ground.append(...own.flatMap(({parts, widthPx, look}) => parts.map((part, index) => drawn(part, widthPx, look, {isFirst: index === 0, isLast: index === parts.length - 1}))))
  }
}

/** What a box is drawn upon: the nearest ground around it, which would hide what stands behind it. */
function groundOf(box: HTMLElement, section: HTMLElement): HTMLElement {
  let ground = box.parentElement
  while (ground && ground !== section && !isTinted(getComputedStyle(ground))) ground = ground.parentElement
  return ground ?? section
}

function drawn({topPx, bottomPx, leftPx}: Part, widthPx: number, look: BrokenBox['look'], {isFirst, isLast}: {readonly isFirst: boolean; readonly isLast: boolean}): HTMLElement {
  const part = document.createElement('span')
  for (const [name, value] of Object.entries(look)) part.style.setProperty(name, value)
  if (!isFirst) Object.assign(part.style, {borderTopWidth: '0', paddingTop: '0', borderTopLeftRadius: '0', borderTopRightRadius: '0'})
  if (!isLast) Object.assign(part.style, {borderBottomWidth: '0', paddingBottom: '0', borderBottomLeftRadius: '0', borderBottomRightRadius: '0'})
  Object.assign(part.style, {position: 'absolute', zIndex: '-1', boxSizing: 'border-box', margin: '0', top: px(topPx), left: px(leftPx), width: px(widthPx), height: px(bottomPx - topPx)})
  return part
}
