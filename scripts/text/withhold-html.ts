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
import type {Piece} from './raw-pieces.ts'
import {piecesOf} from './raw-pieces.ts'
import {report} from './report.ts'
import {settleTables} from './table-html.ts'
import {keepSpace, partsWords} from './word-spaces.ts'
import {disguiseClasses} from './written-classes.ts'

/** Elements without text for a reader: they go with all that is in them. */
const unread = new Set(['script', 'style', 'template', 'title', 'svg', 'math'])
/** Elements that never have a closing tag. */
const empty = new Set(['area', 'base', 'basefont', 'bgsound', 'embed', 'frame', 'image', 'keygen', 'link', 'meta', 'param', 'source', 'track'])
/** Elements that may leave out their closing tag where the one around them is closed. */
const choices = ['option', 'optgroup']
/** What begins a block of HTML that ends at its closing tag only (CommonMark, 4.6, first condition). */
const endless = new Set(['script', 'style', 'textarea'])

const expected = 'expected text-level or block HTML without scripts, frames or forms'
const formulas = 'Write a formula as `$…$`, with `math: true` in the metadata.'
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
  const kept: ElementContent[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    if (!part) continue
    if (!isPiece(part)) kept.push(part)
    else if (isOdd(part)) keepOdd(kept, part, file)
    else if (part.kind === 'html' || allowed.has(part.name) && part.kind !== 'space') keepHtml(kept, withoutMarks(part))
    else index = takeOut(kept, parts, {index, closing: closings.get(index)}, setting)
  }
  return kept
}

/** Take out a tag, or an element that nobody reads with all that is in it; gives the place of the last part that goes. */
function takeOut(kept: ElementContent[], parts: readonly Part[], {index, closing}: {readonly index: number; readonly closing: number | undefined}, {isInner, file}: Setting): number {
  const part = parts[index]
  if (!isPiece(part)) return index
  if (part.kind === 'opening') withhold(kept, part, closing === undefined && !isEmpty(part), {hasHtmlBehind: isPiece(parts[index + 1]), file})
  const last = closing !== undefined && unread.has(part.name) ? closing : index
  if (partsWords(part.name)) keepSpace(kept, parts[last + 1], isInner)
  return last
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

function withhold(kept: ElementContent[], piece: Piece, isOpen: boolean, {hasHtmlBehind, file}: {readonly hasHtmlBehind: boolean; readonly file: VFile}): void {
  const instead = presentational.get(piece.name)
  if (isOpen) keepUnclosed(kept, piece, hasHtmlBehind, file)
  else if (instead !== undefined) report(file, 'removed-html', piece, `Unexpected element \`<${piece.name}>\` of old HTML, which only says how words look, expected Markdown or a class`, `It was taken out, and its words were kept. ${instead} in a style sheet of your own (\`--style\`).`)
  else report(file, 'removed-html', piece, `Unexpected element \`<${piece.name}>\`, ${expected}`, `It was taken out. ${piece.name === 'math' ? formulas : elsewhere}`)
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

/** Find the closing tag of every opening tag that has one: both as numbers of parts. */
function pair(parts: readonly Part[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open = new Map<string, number[]>()
  parts.forEach((part, index) => {
    if (!isPiece(part)) return
    const own = open.get(part.name) ?? []
    open.set(part.name, own)
    if (part.kind === 'opening') own.push(index)
    const opening = part.kind === 'closing' ? own.pop() : undefined
    if (opening === undefined) return
    closings.set(opening, index)
    for (const choice of choices) closeWithin(open.get(choice) ?? [], opening).forEach(inner => closings.set(inner, index))
  })
  return closings
}

/** Take from the open elements those that begin behind an opening tag. */
function closeWithin(open: number[], opening: number): readonly number[] {
  return open.splice(open.findLastIndex(index => index < opening) + 1)
}

/** The marks by which rules know notes, pages and terms are theirs alone: in a tag of the author's they get a name that may not stay; classes get one to be judged by. */
function withoutMarks(piece: Piece): Piece {
  if (piece.kind !== 'opening') return piece
  return {...piece, value: disguiseClasses(piece.value).replaceAll(/=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)|data-(?=(?:index|noteref|page-ref)[\s=/>])/gi, found => found.startsWith('=') ? found : found.replace('-', ':'))}
}

/** What follows on what was kept before is one piece with it, so that the parser sees it as it was written. */
function keepHtml(kept: ElementContent[], {value, position}: Piece): void {
  const last = kept.at(-1)
  if (last?.type === 'raw' && last.position?.end.offset === position.start.offset) {
    kept[kept.length - 1] = {type: 'raw', value: last.value + value, position: {start: last.position?.start ?? position.start, end: position.end}}
  } else kept.push({type: 'raw', value, position})
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
