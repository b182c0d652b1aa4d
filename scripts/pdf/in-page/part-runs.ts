/** Parts texts where their direction may change. Runs inside the page, before it is printed, and uses nothing from outside itself. */
import type {RunPatterns} from './run-patterns.ts'

/**
 * Make a text node of each piece: the printer gives every node a mark of its own, and the tags tell of nodes in the order in
 * which they are read, not in that of the paper. Neither a line nor a letter moves: the browser shapes and breaks what nodes
 * hold together. Nothing is done where no text runs to the left.
 */
export function partRuns({leftward, amongLeftward, amongRightward, anywhere}: RunPatterns): void {
  const isLeftward = new RegExp(leftward, 'u')
  const pieces = (pattern: string) => new RegExp(pattern, 'gu')
  const [byLeft, byRight, byAny] = [pieces(amongLeftward), pieces(amongRightward), pieces(anywhere)]
  // Text whose direction is set inside its block has another one around than the block's own.
  const steered = /[\u202A-\u202E\u2066-\u2069]/
  const blockOf = (text: Text): Element | null => {
    let block = text.parentElement
    while (block?.parentElement && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
    return block
  }
  type Block = {readonly element: Element | null; readonly texts: Text[]; readonly isMixed: boolean; readonly isSteered: boolean}
  const patternFor = (text: Text, {isMixed, isSteered}: Block): RegExp | undefined => {
    const around = text.parentElement
    if (!around || around.closest('style, script, svg, math')) return undefined
    const {direction, unicodeBidi} = getComputedStyle(around)
    if (direction !== 'rtl' && !isMixed) return undefined
    if (/override|plaintext/.test(unicodeBidi) || isSteered) return byAny
    return direction === 'rtl' ? byLeft : byRight
  }
  const part = (text: Text, block: Block): readonly Text[] => {
    const pieces = [text]
    let rest = text
    for (const piece of (text.data.match(patternFor(text, block) ?? /[^]+/g) ?? []).slice(0, -1)) pieces.push(rest = rest.splitText(piece.length))
    return pieces
  }
  const join = (pieces: readonly Text[]): void => {
    const [first, ...others] = pieces
    if (first && others.length > 0) first.data += others.map(({data}) => data).join('')
    for (const other of others) other.remove()
  }
  if (!isLeftward.test(document.body.textContent) && !document.querySelector('[dir=rtl]')) return
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const blocks = new Map<Element | null, Block>()
  for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
    const element = blockOf(text)
    const words = () => element?.textContent ?? ''
    const block = blocks.get(element) ?? {element, texts: [], isMixed: isLeftward.test(words()), isSteered: steered.test(words())}
    block.texts.push(text)
    blocks.set(element, block)
  }
  const heightOf = ({element}: Block) => element?.getBoundingClientRect().height
  const measured = [...blocks.values()].map(block => ({block, heightPx: heightOf(block)}))
  const parted = measured.map(({block, heightPx}) => ({block, heightPx, pieces: block.texts.map(text => part(text, block))}))
  // The widths of many pieces may be a hair more than that of the whole: a block that would grow by a line is parted as far as it does not.
  const grown = parted.filter(({block, heightPx}) => heightOf(block) !== heightPx)
  for (const {pieces} of grown) pieces.forEach(join)
  for (const {block, heightPx} of grown) {
    for (const text of block.texts) {
      const pieces = part(text, block)
      if (pieces.length > 1 && heightOf(block) !== heightPx) join(pieces)
    }
  }
}
