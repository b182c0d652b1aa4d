/** Runs in the page: what is raised over the top of its block, as a note's call in a tight caption, or a ruby, is given room there: a page's cut would go through it. */
import {isInLine} from '../paragraphs/find.ts'

/** Once there is room a ruby may ask for more: it no longer hangs into the line above. */
const mostRounds = 3

/** Give what is raised in a section room above it, in the blocks that begin with it. */
export function giveRaisedRoom(section: HTMLElement): void {
  const raised = [...section.querySelectorAll<HTMLElement>('sup, .noteref, rt')].map(element => ({element, block: blockOf(element), overInkPx: overInk(element)}))
  for (let round = 0; raised.length > 0 && round < mostRounds; round++) {
    const lacking = new Map<HTMLElement, number>()
    for (const {element, block, overInkPx} of raised) lacking.set(block, Math.max(lacking.get(block) ?? 0, lackingPx(element, block) - overInkPx))
    const wanting = [...lacking].filter(([, px]) => px > 0).map(([block, px]) => ({block, paddingPx: paddingOf(block) + Math.ceil(px)}))
    if (wanting.length === 0) return
    for (const {block, paddingPx} of wanting) block.style.paddingTop = `${paddingPx}px`
  }
}

function blockOf(element: HTMLElement): HTMLElement {
  let block = element.parentElement
  while (block?.parentElement && isInLine(getComputedStyle(block).display)) block = block.parentElement
  return block ?? element
}

/** How far an element's box reaches over its block's edge. */
function lackingPx(element: HTMLElement, block: HTMLElement): number {
  const [box] = element.getClientRects()
  return box ? block.getBoundingClientRect().top - box.top : 0
}

function paddingOf(block: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(block).paddingTop) || 0
}

/** A figure or letter is lower than the box that it stands in. */
function overInk(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return 0
  const {fontStyle, fontWeight, fontSize, fontFamily} = getComputedStyle(element)
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  // Lines of text are drawn at whole px.
  const {fontBoundingBoxAscent, actualBoundingBoxAscent} = context.measureText(element.textContent)
  return fontBoundingBoxAscent - actualBoundingBoxAscent - 1
}
