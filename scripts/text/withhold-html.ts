/**
 * What raw HTML may not bring in is taken out before anything parses it, for a parser gives an element that is never
 * closed all the text behind it. So an opening tag without its closing tag takes out itself alone.
 */
import type {ElementContent, Root, RootContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isBlock} from './content-model/kinds.ts'
import type {Part} from './close-html.ts'
import {closeHtml, isPiece} from './close-html.ts'
import {expected, keepFormula, keepWords, unread} from './keep-foreign.ts'
import {keepHtml, withoutMarks} from './keep-html.ts'
import {ownLines} from './own-lines.ts'
import type {Piece} from './raw-pieces.ts'
import {piecesOf} from './raw-pieces.ts'
import {report} from './report.ts'
import {settleTables} from './table-html.ts'
import {overlaps, pair} from './tag-pairs.ts'
import {keepSpace, partsWords} from './word-spaces.ts'

/** Elements that never have a closing tag. */
const empty = new Set(['area', 'base', 'basefont', 'bgsound', 'embed', 'frame', 'image', 'keygen', 'link', 'meta', 'param', 'source', 'track'])
/** What begins a block of HTML that ends at its closing tag only (CommonMark, 4.6, first condition). */
const endless = new Set(['script', 'style', 'textarea'])

/** What only says how words look; HTML has given it up. */
const presentational = new Map([
  ['center', 'Put a block into `<div class="centred">…</div>`, and centre that class'],
  ...['font', 'big', 'blink', 'marquee', 'nobr'].map(name => [name, 'Write `*…*` or `**…**`, or put the words into `<span class="mine">…</span>`, and style that class'] as const)
])
const elsewhere = 'Bring pictures in as files, and everything else as Markdown.'

/** Take out of a tree's raw HTML every tag but the allowed ones, and all comments; say so, except of whole comments; close what is open. */
export function withholdHtml(tree: Root, allowed: ReadonlySet<string>, file: VFile): void {
  visit(tree, node => {
    if (!('children' in node) || !node.children.some(child => child.type === 'raw')) return
    const {children} = node
    const isInner = node.type === 'element' && !isBlock({...node, children: []})
    children.splice(0, children.length, ...keep(children, {allowed, isInner, file}))
  })
}

/** `isInner`: the nodes stand among words. */
type Setting = {readonly allowed: ReadonlySet<string>; readonly isInner: boolean; readonly file: VFile}

function keep(children: readonly RootContent[], setting: Setting): readonly ElementContent[] {
  const {allowed, file} = setting
  const written = settleTables(keepSpoken(children.flatMap(partsOf), file), file)
  const parts = closeHtml(written, pair(written), allowed, file)
  const closings = pair(parts)
  const lines = setting.isInner ? undefined : ownLines(parts, closings, name => presentational.has(name))
  const kept: ElementContent[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    if (!part) continue
    if (!isPiece(part)) kept.push(part)
    else if (isOdd(part)) keepOdd(kept, part, file)
    else if (part.kind === 'html' || allowed.has(part.name) && part.kind !== 'space') keepHtml(kept, withoutMarks(part))
    else {
      const instead = lines?.get(index)
      index = takeOut(kept, parts, {index, closings}, setting)
      if (instead !== undefined) keepHtml(kept, {...part, value: instead})
    }
  }
  return kept
}

/** What stays of an element of another language. */
const keepers: Readonly<Record<string, typeof keepWords>> = {math: keepFormula, svg: keepWords}

/** Take out a tag, or an element that nobody reads with all that is in it; gives the place of the last part that goes. */
function takeOut(kept: ElementContent[], parts: readonly Part[], {index, closings}: {readonly index: number; readonly closings: ReadonlyMap<number, number>}, {isInner, file}: Setting): number {
  const part = parts[index]
  if (!isPiece(part)) return index
  const closing = closings.get(index)
  const foreign = closing === undefined ? undefined : foreignOf(part, closings, {index, closing})
  if (foreign) foreign(kept, parts.slice(index, (closing ?? index) + 1), {isInner, file})
  else if (part.kind === 'opening') withhold(kept, part, closing === undefined && !isEmpty(part), {hasHtmlBehind: isPiece(parts[index + 1]), isHollow: closing === index + 1, file})
  const last = closing !== undefined && (foreign ?? unread.has(part.name)) ? closing : index
  if (partsWords(part.name) && foreign !== keepFormula) keepSpace(kept, parts[last + 1], isInner)
  return last
}

/** What keeps an element of another language, where it stands whole. */
function foreignOf({name}: Piece, closings: ReadonlyMap<number, number>, {index, closing}: {readonly index: number; readonly closing: number}): typeof keepWords | undefined {
  return Object.hasOwn(keepers, name) && !overlaps(closings, index, closing) ? keepers[name] : undefined
}

/** `a<b and c>d`: an opening tag of words that are no attributes, and nothing that closes it. */
const spoken = /^<[a-z]\w*(?:\s+(?!(?:open|hidden|reversed|checked|disabled|controls|inert|itemscope|autofocus)\b)[a-z]+)+\s*>$/i

/** Keep as text what only looks like a tag. */
function keepSpoken(parts: readonly Part[], file: VFile): readonly Part[] {
  const closings = pair(parts)
  return parts.map((part, index) => {
    if (!isPiece(part) || part.kind !== 'opening' || part.isCut || closings.has(index) || !spoken.test(part.value)) return part
    report(file, 'removed-html', part, `Unexpected \`${part.value}\` without a closing tag, expected HTML or a sign that it is text`, `It was kept as text; to say that it is text, write \`\\${part.value}\`.`)
    return {type: 'text', value: part.value, position: part.position}
  })
}

function withhold(kept: ElementContent[], piece: Piece, isOpen: boolean, {hasHtmlBehind, isHollow, file}: {readonly hasHtmlBehind: boolean; readonly isHollow: boolean; readonly file: VFile}): void {
  const instead = presentational.get(piece.name)
  if (isOpen) keepUnclosed(kept, piece, hasHtmlBehind, file)
  else if (instead !== undefined) report(file, 'removed-html', piece, `Unexpected element \`<${piece.name}>\` of old HTML, which only says how words look, expected Markdown or a class`, `It was taken out, and its words were kept. ${instead} in a style sheet of your own (\`--style\`).`)
  else report(file, 'removed-html', piece, `Unexpected element \`<${piece.name}>\`, ${expected}`, `${outcomeOf(piece, isHollow)} ${elsewhere}`)
}

function outcomeOf(piece: Piece, isHollow: boolean): string {
  if (isHollow || isEmpty(piece)) return 'It was taken out.'
  return unread.has(piece.name) ? 'It was taken out with all that is in it.' : 'It was taken out, and its words were kept.'
}

function isOdd({isCut, kind}: Piece): boolean {
  return isCut || kind === 'comment' || kind === 'text'
}

function keepOdd(kept: ElementContent[], piece: Piece, file: VFile): void {
  if (piece.kind === 'text') kept.push({type: 'text', value: piece.value, position: piece.position})
  else if (piece.isCut) keepCut(kept, piece, file)
  else keepMarked(kept, piece, file)
}

function partsOf(child: RootContent): readonly Part[] {
  if (child.type === 'raw') return piecesOf(child.value, child.position?.start ?? {line: 1, column: 1})
  return child.type === 'doctype' ? [] : [child]
}

function isEmpty({name, value}: Piece): boolean {
  return empty.has(name) || value.endsWith('/>') && !unread.has(name)
}

/** A name in angle brackets and nothing else is most likely meant as text (`vector<object>`); with attributes it is HTML. */
function keepUnclosed(kept: ElementContent[], piece: Piece, hasHtmlBehind: boolean, file: VFile): void {
  const {name, value, position} = piece
  const isBare = !/[\s/]/.test(value)
  if (isBare) kept.push({type: 'text', value, position})
  const outcome = isBare ? `It was kept as text; to say that it is text, write \`\\${value}\`.` : `It was taken out, and what is behind it was kept. ${elsewhere}`
  const warning = endless.has(name) && hasHtmlBehind ? ' No Markdown is read behind it.' : ''
  report(file, 'removed-html', piece, `Unexpected \`<${name}>\` without its closing tag, expected \`</${name}>\` in the same paragraph or block of HTML`, outcome + warning)
}

function keepCut(kept: ElementContent[], piece: Piece, file: VFile): void {
  const {kind, value, position} = piece
  if (kind === 'comment') {
    const end = value.startsWith('<!--') ? '-->' : value.startsWith('<?') ? '?>' : value.startsWith('<![') ? ']]>' : '>'
    report(file, 'unclosed-comment', piece, `Unexpected comment without an end, expected \`${end}\``, `All that is behind it would be left out. Write \`${end}\` where the comment ends, or a backslash before the \`<\` if this is text.`)
    return
  }
  kept.push({type: 'text', value, position})
  report(file, 'removed-html', piece, `Unexpected \`<\` of a tag without an end, expected \`>\``, 'It was kept as text, with all that is behind it in the block of HTML. Close the tag, or write a backslash before the `<` if this is text.')
}

/** A comment goes without a word; what XML or PHP would read has a message, and the text of a CDATA section stays. */
function keepMarked(kept: ElementContent[], piece: Piece, file: VFile): void {
  const {value, position} = piece
  if (value.startsWith('<!--')) return
  const [, text] = /^<!\[CDATA\[([^]*)\]\]>$/i.exec(value) ?? []
  if (text !== undefined) kept.push({type: 'text', value: text, position})
  const [what, outcome] = text === undefined ? ['instruction', 'It was taken out.'] : ['CDATA section', 'Its words were kept as text.']
  report(file, 'removed-html', piece, `Unexpected ${what} \`${value.replaceAll('\n', ' ').slice(0, 40)}\`, expected Markdown or HTML`, `${outcome} Take it out of the text too, or write a backslash before the \`<\` to keep it as it is.`)
}
