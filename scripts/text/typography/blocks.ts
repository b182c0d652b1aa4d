/** The blocks of a tree: the phrasing content of a paragraph, a head, a cell …, each gathered into one text. */
import type {Element, Nodes, Root, Text} from 'hast'
import {lineBreak, opaque} from './characters.ts'
import type {Edit} from './edits.ts'
import type {Language} from './languages.ts'
import {languageFor} from './languages.ts'

/** A stretch of a block's text: what one text node holds, or one opaque character without a node. */
export type Piece = {readonly start: number; readonly end: number; readonly language: Language; readonly node?: Text}

/** A block's text, and the pieces that it consists of, in order and without gaps. */
export type Block = {readonly text: string; readonly pieces: readonly Piece[]}

type Kind = 'block' | 'inline' | 'opaque' | 'break' | 'absent' | 'untouched'

const inline = 'a abbr b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong sub sup time tt u'
const opaqueElements = 'code kbd samp var math svg img picture video audio canvas input button select meter progress object embed iframe ruby'
const kinds: ReadonlyMap<string, Kind> = new Map([
  ...inline.split(' ').map(name => [name, 'inline'] as const),
  ...opaqueElements.split(' ').map(name => [name, 'opaque'] as const),
  ['br', 'break'],
  ['wbr', 'absent'],
  ['script', 'absent'],
  ['style', 'absent'],
  ['template', 'absent'],
  ['pre', 'untouched'],
  ['textarea', 'untouched']
])

type Step = {readonly node: Nodes; readonly language: Language} | 'end of block'

/** What has been gathered so far: the blocks that are whole, and the pieces of the one at hand. */
type Gathered = {readonly blocks: Block[]; pieces: Piece[]; texts: string[]}

/** Gather the blocks of a tree in their order; `language` is that of text outside any `lang` attribute. */
export function blocksOf(tree: Root, language: Language): readonly Block[] {
  const gathered: Gathered = {blocks: [], pieces: [], texts: []}
  // The steps still to take, the next one last: a tree may be deeper than the call stack.
  const steps: Step[] = [{node: tree, language}]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'end of block') endBlock(gathered)
    else if (step.node.type === 'text') add(gathered, step.node.value, {language: step.language, node: step.node})
    else if (step.node.type === 'root') pushChildren(steps, step.node, step.language)
    else if (step.node.type === 'element') enter(gathered, steps, step.node, step.language)
  }
  endBlock(gathered)
  return gathered.blocks
}

function enter(gathered: Gathered, steps: Step[], element: Element, outer: Language): void {
  const kind = kindOf(element)
  const {lang} = element.properties
  const language = typeof lang === 'string' ? languageFor(lang) : outer
  if (kind === 'opaque') add(gathered, opaque, {language})
  if (kind === 'break') add(gathered, lineBreak, {language})
  if (kind === 'block' || kind === 'untouched') {
    endBlock(gathered)
    steps.push('end of block')
  }
  if (kind === 'block' || kind === 'inline') pushChildren(steps, element, language)
}

function pushChildren(steps: Step[], {children}: Element | Root, language: Language): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const node = children[index]
    if (node) steps.push({node, language})
  }
}

function add({pieces, texts}: Gathered, text: string, piece: {readonly language: Language; readonly node?: Text}): void {
  const start = pieces.at(-1)?.end ?? 0
  pieces.push({...piece, start, end: start + text.length})
  texts.push(text)
}

function endBlock(gathered: Gathered): void {
  const text = gathered.texts.join('')
  if (/\S/.test(text)) gathered.blocks.push({text, pieces: gathered.pieces})
  gathered.pieces = []
  gathered.texts = []
}

function kindOf(element: Element): Kind {
  return isNoteReference(element) ? 'absent' : kinds.get(element.tagName) ?? 'block'
}

function isNoteReference({tagName, properties}: Element): boolean {
  const {className} = properties
  return properties['dataNoteref'] !== undefined
    || properties['dataFootnoteRef'] !== undefined
    || (tagName === 'a' && Array.isArray(className) && className.includes('noteref'))
}

/** Find the piece that holds the character at `index`. */
export function pieceAt({pieces}: Block, index: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) > index) high = middle
    else low = middle + 1
  }
  return pieces[low]
}

/** Apply edits that are in order. One that reaches over the edge of a piece, or into what has no node, is left out. */
export function edited(block: Block, edits: readonly Edit[]): Block {
  const parts: string[] = []
  let length = 0
  let next = 0
  const take = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const pieces = block.pieces.map(piece => {
    const start = length
    let from = piece.start
    for (let edit = edits[next]; edit && edit.start < piece.end; edit = edits[++next]) {
      if (!piece.node || edit.start < from || edit.end > piece.end) continue
      take(block.text.slice(from, edit.start))
      take(edit.text)
      from = edit.end
    }
    take(block.text.slice(from, piece.end))
    return {...piece, start, end: length}
  })
  return {text: parts.join(''), pieces}
}

/** Write a block's text back into the nodes that it came from. */
export function writeBack({text, pieces}: Block): void {
  for (const {node, start, end} of pieces) {
    const value = text.slice(start, end)
    if (node && node.value !== value) node.value = value
  }
}
