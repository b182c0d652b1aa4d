/** Words that an element kept apart stay so where it is taken out: a space takes its place. */
import type {ElementContent} from 'hast'
import type {Part} from './close-html.ts'
import type {Piece} from './raw-pieces.ts'

/** Elements that a browser sets as blocks, or draws in place of words, or that hold something else than the words around them. */
const parting = new Set([
  'address', 'article', 'aside', 'audio', 'blockquote', 'body', 'br', 'button', 'canvas', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'embed', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'frame', 'frameset', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hgroup', 'hr', 'html', 'iframe', 'image', 'img', 'input', 'legend', 'li', 'listing', 'main',
  'marquee', 'math', 'menu', 'nav', 'noembed', 'noframes', 'noscript', 'object', 'ol', 'optgroup', 'option', 'p', 'plaintext', 'pre', 'script', 'search', 'section', 'select', 'style', 'summary', 'svg',
  'table', 'tbody', 'td', 'template', 'textarea', 'tfoot', 'th', 'thead', 'title', 'tr', 'ul', 'video', 'xmp'
])

/** Tell whether an element of a name keeps apart the words before and behind its tags. */
export function partsWords(name: string): boolean {
  return parting.has(name)
}

/** What stays of a tag that is taken out. */
export function spaceFor(piece: Piece): readonly Piece[] {
  return partsWords(piece.name) ? [{...piece, kind: 'space', isCut: false}] : []
}

/**
 * Put a space behind what is kept, where it stands between two words; `isInner`: the words on its other side may stand
 * outside the element.
 */
export function keepSpace(kept: ElementContent[], next: Part | undefined, isInner: boolean): void {
  const last = kept.at(-1)
  if ((last ? endsInWord(last) : isInner) && (next ? beginsWithWord(next) : isInner)) kept.push({type: 'text', value: ' '})
}

/** A tag is no word, but it may stand beside one. */
function endsInWord(part: Part): boolean {
  const [, name = ''] = 'type' in part && part.type === 'raw' ? /<\/?([a-z][^\s/>]*)[^>]*>$/i.exec(part.value) ?? [] : []
  return !partsWords(name.toLowerCase()) && !/[\s\p{P}]$/u.test(textOf(part))
}

function beginsWithWord(part: Part): boolean {
  return !(isTag(part) && partsWords(part.name)) && !/^[\s\p{P}]/u.test(textOf(part))
}

function isTag(part: Part): part is Piece {
  return 'kind' in part && (part.kind === 'opening' || part.kind === 'closing')
}

function textOf(part: Part): string {
  return 'value' in part ? part.value : ''
}
