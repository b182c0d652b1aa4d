/** Finds what is to be composed: sections of one geometry, in them units between forced breaks, in them blocks. */
import type {Area} from './record.ts'

/** What stands between two forced page breaks. `opener` is the outermost element that opens it. */
export type Unit = {
  readonly blocks: readonly HTMLElement[]
  readonly opener: HTMLElement
  readonly opensOn: 'any' | 'recto' | 'verso'
}

/** Content of one geometry, wrapped in a box of its own. */
export type Section = {readonly element: HTMLElement; readonly area: Area; readonly units: readonly Unit[]}

const containers = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'NAV'])
const forcing = new Set(['page', 'always', 'all', 'left', 'right', 'recto', 'verso'])
const plainSides = ['marginLeft', 'marginRight', 'paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth', 'paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const

/**
 * Wrap the children of the root into sections, a new one at each forced break or change of the page's name.
 * `endnotes` is a block although it is hidden: notes may come into it.
 */
export function findSections(root: HTMLElement, areas: readonly Area[], endnotes: Element | null): readonly Section[] {
  const groups = groupChildren(root)
  return groups.map(({name, members}) => {
    const element = document.createElement('div')
    element.className = 'page-section'
    members[0]?.before(element)
    element.append(...members)
    const area = areas.find(candidate => candidate.name === name) ?? areas.find(candidate => candidate.name === '') ?? {name, widthPx: 400, heightPx: 600}
    return {element, area, units: findUnits(members, name, endnotes)}
  })
}

type Group = {readonly name: string; readonly members: HTMLElement[]}

/** Tell whether a value of `break-before` or `break-after` makes a new page. */
export function isForced(value: string): boolean {
  return forcing.has(value)
}

function groupChildren(root: HTMLElement): readonly Group[] {
  const groups: Group[] = []
  let breaks = true
  for (const child of [...root.children]) {
    if (!(child instanceof HTMLElement) || isOutOfFlow(child)) continue
    const style = getComputedStyle(child)
    const name = pageName(style, '')
    const last = groups.at(-1)
    if (!last || breaks || isForced(style.breakBefore) || name !== last.name) groups.push({name, members: [child]})
    else last.members.push(child)
    breaks = isForced(style.breakAfter)
  }
  return groups
}

function isOutOfFlow(element: HTMLElement): boolean {
  const style = getComputedStyle(element)
  return style.display === 'none' || style.position === 'absolute' || style.position === 'fixed'
}

function pageName(style: CSSStyleDeclaration, outer: string): string {
  const name = style.getPropertyValue('page')
  return name === 'auto' || name === '' ? outer : name
}

type Draft = {readonly blocks: HTMLElement[]; readonly opener: HTMLElement; readonly opensOn: Unit['opensOn']; readonly name: string}
type Walk = {readonly units: Draft[]; readonly endnotes: Element | null; opening: {readonly opener: HTMLElement; readonly breakBefore: string} | undefined; breaks: boolean}

function findUnits(members: readonly HTMLElement[], name: string, endnotes: Element | null): readonly Unit[] {
  const walk: Walk = {units: [], endnotes, opening: undefined, breaks: true}
  for (const member of members) visit(member, name, walk)
  return walk.units
}

/** Containers are looked into, so that a block is as small as can be; everything else is a block. */
function visit(element: HTMLElement, outerName: string, walk: Walk): void {
  if (element === walk.endnotes) walk.units.at(-1)?.blocks.push(element)
  if (element === walk.endnotes || isOutOfFlow(element)) return
  const style = getComputedStyle(element)
  const name = pageName(style, outerName)
  if (isForced(style.breakBefore)) walk.opening ??= {opener: element, breakBefore: style.breakBefore}
  if (isContainer(element, style)) {
    for (const child of element.children) if (child instanceof HTMLElement) visit(child, name, walk)
  } else {
    addBlock(element, name, walk)
  }
  if (isForced(style.breakAfter)) walk.breaks = true
}

function addBlock(element: HTMLElement, name: string, walk: Walk): void {
  const last = walk.units.at(-1)
  if (last && !walk.opening && !walk.breaks && last.name === name) {
    last.blocks.push(element)
  } else {
    walk.units.push({blocks: [element], name, opener: walk.opening?.opener ?? element, opensOn: sideOf(walk.opening?.breakBefore)})
  }
  walk.opening = undefined
  walk.breaks = false
}

function sideOf(breakBefore: string | undefined): Unit['opensOn'] {
  if (breakBefore === 'recto' || breakBefore === 'right') return 'recto'
  return breakBefore === 'verso' || breakBefore === 'left' ? 'verso' : 'any'
}

/** A plain box as wide as the page that holds nothing but blocks. */
function isContainer(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (!containers.has(element.tagName) || element.children.length === 0) return false
  if (style.display !== 'block' || style.cssFloat !== 'none' || style.breakInside !== 'auto' || style.overflowY !== 'visible') return false
  if (style.columnCount !== 'auto' || style.columnWidth !== 'auto' || plainSides.some(side => Number.parseFloat(style[side]) !== 0)) return false
  return [...element.childNodes].every(isBlockLevel)
}

function isBlockLevel(node: ChildNode): boolean {
  if (node instanceof Text) return node.data.trim() === ''
  if (!(node instanceof HTMLElement)) return node.nodeType === Node.COMMENT_NODE
  return !/^(?:inline|ruby|contents)/.test(getComputedStyle(node).display)
}
