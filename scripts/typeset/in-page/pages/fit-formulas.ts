/**
 * Makes formulas fit their measure, before anything is measured: one a little too wide is set smaller; a wider one is
 * broken before its signs of relation and addition, as it would be by hand; what is too wide or high even so is set as
 * small as it must be.
 */
import {px} from './flow.ts'

export type Room = {readonly widthPx: number; readonly heightPx: number}

/** So much smaller nobody sees. */
const leastUnseen = 0.92
/** Below this size a formula is hard to read, and the author is told. */
const leastLegible = 0.7
const continuedEm = 2

/** Fit a formula; tells whether it has become hard to read. */
export function fitFormula(formula: MathMLElement, room: Room): boolean {
  const widthPx = measureOf(formula, room)
  const own = widthOf(formula)
  if (own > widthPx && widthPx / own < leastUnseen) breakFormula(formula, widthPx)
  const zoom = shrink(formula, widthPx, room.heightPx)
  return zoom < leastLegible
}

/** The width of the line that a formula stands in. */
function measureOf(formula: MathMLElement, room: Room): number {
  let block = formula.parentElement
  while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
  if (!block || block.clientWidth === 0) return room.widthPx
  const {paddingLeft, paddingRight} = getComputedStyle(block)
  return Math.min(room.widthPx, block.clientWidth - px(paddingLeft) - px(paddingRight))
}

/** The width of what is in a formula: a block's own box is as wide as its line. */
function widthOf(formula: MathMLElement): number {
  const boxes = [...formula.children].map(child => child.getBoundingClientRect())
  return Math.max(0, ...boxes.map(({right}) => right)) - Math.min(...boxes.map(({left}) => left), Infinity)
}

/** Its smallest type has a least size, so that once may not be enough. */
function shrink(formula: MathMLElement, widthPx: number, heightPx: number): number {
  let zoom = 1
  for (let tries = 0; tries < 6; tries++) {
    const ratio = Math.min(widthPx / widthOf(formula), heightPx * 0.9 / formula.getBoundingClientRect().height)
    if (!(ratio < 1)) break
    zoom *= ratio * 0.99
    formula.style.zoom = String(zoom)
  }
  return zoom
}

/** Set a formula's parts on lines of a table, those behind the first indented. */
function breakFormula(formula: MathMLElement, widthPx: number): void {
  const row = formula.children.length === 1 && formula.firstElementChild?.localName === 'mrow' ? formula.firstElementChild : formula
  const lines = linesOf(partsOf([...row.children]), widthPx, px(getComputedStyle(formula).fontSize) * continuedEm)
  if (lines.length < 2) return
  const table = make('mtable')
  table.setAttribute('displaystyle', String(formula.getAttribute('display') === 'block'))
  table.append(...lines.map((parts, index) => lineOf(parts.flat(), index)))
  row.replaceChildren(table)
}

type Part = readonly Element[]

/** A part begins with a sign that a line may begin with. */
function partsOf(elements: readonly Element[]): readonly Part[] {
  return elements.reduce<readonly Part[]>((parts, element, index) => {
    const last = parts.at(-1)
    return last && (index === 0 || !mayBegin(element)) ? [...parts.slice(0, -1), [...last, element]] : [...parts, [element]]
  }, [])
}

function mayBegin(element: Element): boolean {
  return element.localName === 'mo' && /^[=≠<>≤≥≈≡∼≃≅∝→⇒⇔↔∈⊂⊆+−±∓×⋅∪∩∧∨]$/u.test(element.textContent.trim())
}

function linesOf(parts: readonly Part[], widthPx: number, indentPx: number): readonly (readonly Part[])[] {
  const lines: Part[][] = []
  let leftPx = 0
  for (const part of parts) {
    const [startPx, endPx] = [part[0]?.getBoundingClientRect().left ?? 0, part.at(-1)?.getBoundingClientRect().right ?? 0]
    const roomPx = widthPx - (lines.length > 1 ? indentPx : 0)
    const line = lines.at(-1)
    if (line && endPx - leftPx <= roomPx) line.push(part)
    else {
      lines.push([part])
      leftPx = startPx
    }
  }
  return lines
}

function lineOf(elements: readonly Element[], index: number): Element {
  const [line, cell] = [make('mtr'), make('mtd')]
  cell.setAttribute('style', `text-align: left; padding-left: ${index === 0 ? 0 : continuedEm}em; padding-right: 0`)
  const [first] = elements
  // At a line's beginning it would be taken for a sign before a number, without space.
  if (index > 0 && first?.localName === 'mo') first.setAttribute('form', 'infix')
  cell.append(...elements)
  line.append(cell)
  return line
}

function make(name: string): Element {
  return document.createElementNS('http://www.w3.org/1998/Math/MathML', name)
}
