/** Finds the justified text of a page: every box whose children are all inline. */

/** Elements that are inline in any style sheet we know; for the others the computed style is asked. */
export const inlineTags: ReadonlySet<string> = new Set(['A', 'ABBR', 'B', 'BDI', 'BDO', 'BR', 'CITE', 'CODE', 'DATA', 'DEL', 'DFN', 'EM', 'I', 'INPUT', 'INS', 'KBD', 'MARK', 'Q', 'S', 'SAMP', 'SMALL', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'VAR', 'WBR'])

/** Whether what is displayed so stands in a line: a ruby does, with what is above it. */
export function isInLine(display: string): boolean {
  return display.startsWith('inline') || display.startsWith('ruby')
}

const boxes = new Set(['block', 'list-item', 'flow-root', 'table-cell', 'table-caption', 'inline-block'])

/** Find them in document order. Where text stands between blocks, as in a list item with a list, it gets a box of its own. */
export function paragraphsIn(root: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = []
  const mixed: HTMLElement[] = []
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!(element instanceof HTMLElement) || inlineTags.has(element.tagName) || !hasText(element)) continue
    const style = getComputedStyle(element)
    if (style.textAlign !== 'justify' || style.textAlignLast === 'justify' || !boxes.has(style.display)) continue
    if ([...element.children].some(isBlock)) mixed.push(element)
    else found.push(element)
  }
  const wrapped = mixed.flatMap(wrapRuns)
  return wrapped.length === 0 ? found : [...found, ...wrapped].toSorted(byOrder)
}

function hasText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child instanceof Text ? /\S/.test(child.data) : child instanceof Element && (inlineTags.has(child.tagName) || child.tagName === 'SPAN') && /\S/.test(child.textContent)) return true
  }
  return false
}

function isBlock(element: Element): boolean {
  if (inlineTags.has(element.tagName)) return false
  const {display, float, position} = getComputedStyle(element)
  return !isInLine(display) && display !== 'none' && float === 'none' && position !== 'absolute' && position !== 'fixed'
}

/** The browser makes an anonymous box of each run already; a block of ours in its place changes nothing. */
function wrapRuns(element: HTMLElement): readonly HTMLElement[] {
  const runs: Node[][] = [[]]
  for (const child of element.childNodes) {
    if (child instanceof Element && isBlock(child)) runs.push([])
    else runs.at(-1)?.push(child)
  }
  return runs.flatMap(run => {
    const [first] = run
    if (!first || !run.some(node => /\S/.test(node.textContent ?? ''))) return []
    const box = document.createElement('span')
    box.style.display = 'block'
    element.insertBefore(box, first)
    box.append(...run)
    return [box]
  })
}

function byOrder(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
