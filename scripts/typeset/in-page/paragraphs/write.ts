/**
 * Writes planned lines into the page. A line ends in `br` and fills its measure by `text-align-last: justify`: the browser
 * makes it flush to a fraction of a pixel, whatever the measuring missed, and it still wraps normally beside floats.
 * Only what differs from line to line needs an element: letter-spacing, hung punctuation, a hyphen.
 */
import type {Line} from './break.ts'
import type {Fragment} from './fragments.ts'
import {gap} from './fragments.ts'
import type {MeasuredStyle} from './measure.ts'
import type {Cut, LinePlan, ParagraphPlan} from './plan.ts'
import type {Leaf, Reading} from './read.ts'
import type {StyleRules} from './rules.ts'

export type Written = {
  /** What was there before, so that it can be put back. */
  readonly restore: () => void
  /** The line ends that were written, one for each line but the last; the author's own among them. */
  readonly ends: readonly Element[]
  readonly fillers: readonly HTMLElement[]
}

export type Ink = {
  readonly rules: StyleRules
  /** Families that have a face for the hyphen, named after them: `"Alegreya hyphen"`. */
  readonly hyphenFamilies: ReadonlySet<string>
  readonly spaceShrink: number
}

type Job = {readonly reading: Reading; readonly fragments: readonly Fragment[]; readonly lines: readonly Line[]; readonly plan: ParagraphPlan}
type Piece = {readonly text: string; readonly leaf: Leaf; readonly index: number; readonly line: number}

/** Write one paragraph. */
export function writeParagraph(job: Job, ink: Ink): Written {
  const {reading} = job
  const {pairs, ends} = makePieces(job, ink)
  for (const {old, made} of pairs) old.replaceWith(...made)
  const fillers = fill(job, ends)
  const name = blockClass(reading, ink)
  reading.element.classList.add(name)
  const restore = (): void => {
    for (const filler of fillers) filler.remove()
    for (const {old, made} of pairs) putBack(old, made)
    reading.element.classList.remove(name)
    if (reading.element.className === '') reading.element.removeAttribute('class')
  }
  return {restore, ends, fillers}
}

type Pair = {readonly old: Text; readonly made: readonly Node[]}

/** What goes in the place of each text node, and the ends of the lines, in order. */
function makePieces(job: Job, ink: Ink): {readonly pairs: readonly Pair[]; readonly ends: readonly Element[]} {
  const {reading, plan} = job
  const pairs: Pair[] = []
  const ends: Element[] = []
  const cuts = cutsByLeaf(plan.cuts)
  const authors = reading.breaks.values()
  for (const run of reading.runs) {
    // The author's last line end may be the paragraph's own.
    const end = run.kind === 'break' && ends.length < plan.lines.length - 1 ? authors.next().value : undefined
    if (end) ends.push(end)
    const leaf = run.kind === 'text' ? reading.leaves[run.node] : undefined
    if (run.kind !== 'text' || !leaf) continue
    const made = piecesOfLeaf(job, {leaf, index: run.node, cuts: cuts.get(run.node) ?? []}, ink, ends)
    if (made) pairs.push({old: leaf.text, made})
  }
  return {pairs, ends}
}

function putBack(old: Text, [first, ...others]: readonly Node[]): void {
  for (const node of others) node.parentNode?.removeChild(node)
  first?.parentNode?.replaceChild(old, first)
}

function cutsByLeaf(cuts: readonly (Cut | undefined)[]): ReadonlyMap<number, readonly Cut[]> {
  const byLeaf = new Map<number, Cut[]>()
  for (const cut of cuts) {
    if (!cut) continue
    const list = byLeaf.get(cut.node)
    if (list) list.push(cut)
    else byLeaf.set(cut.node, [cut])
  }
  return byLeaf
}

type CutLeaf = {readonly leaf: Leaf; readonly index: number; readonly cuts: readonly Cut[]}

/** The nodes that stand for a text node now; undefined where it may stay as it is. Each new line end joins the others. */
function piecesOfLeaf(job: Job, {leaf, index, cuts}: CutLeaf, ink: Ink, ends: Element[]): readonly Node[] | undefined {
  const made: Node[] = []
  let from = 0
  for (const cut of cuts) {
    add(made, setPiece({text: leaf.text.data.slice(from, cut.from), leaf, index, line: ends.length}, job, ink))
    if (cut.hyphen) made.push(hyphenAt(job, leaf, ends.length, ink))
    const end = document.createElement('br')
    ends.push(end)
    made.push(end)
    from = cut.to
  }
  add(made, setPiece({text: leaf.text.data.slice(from), leaf, index, line: ends.length}, job, ink))
  const [only] = made
  if (made.length === 1 && only instanceof Text && only.data === leaf.text.data) return undefined
  return made.length === 0 ? [document.createTextNode('')] : made
}

function add(made: Node[], node: Node | undefined): void {
  if (node) made.push(node)
}

/** One piece of one line: bare text where the line needs nothing. */
function setPiece(piece: Piece, job: Job, {rules}: Ink): Node | undefined {
  const text = piece.text.replaceAll('\u00ad', '')
  if (text === '') return undefined
  const plan = job.plan.lines[piece.line]
  const declarations = plan ? declarationsOf(piece, plan, job) : ''
  if (declarations === '') return document.createTextNode(text)
  const span = document.createElement('span')
  span.className = rules.classFor(declarations)
  span.append(text)
  return span
}

function declarationsOf(piece: Piece, plan: LinePlan, job: Job): string {
  const {leaf, text, line} = piece
  const style = line === 0 ? leaf.firstStyle : leaf.style
  const trackingPx = plan.tracking * style.emPx
  const [startPx, endPx] = /\S/.test(text) ? hangs(piece, plan, job) : [0, 0]
  const declarations: string[] = []
  if (plan.tracking !== 0) declarations.push(`letter-spacing: ${px(style.letterSpacingPx + trackingPx)}`)
  if (plan.tracking !== 0 && style.ligatures !== '') declarations.push(style.ligatures)
  if (startPx !== 0) declarations.push(`margin-left: ${px(-startPx)}`)
  if (endPx !== 0) declarations.push(`margin-right: ${px(-endPx)}`)
  if (plan.isSolid) declarations.push('white-space: nowrap')
  if (plan.isOpen && /[\s\u00a0]/.test(text)) declarations.push(`word-spacing: ${px(job.reading.wordSpacingPx)}`)
  return declarations.join('; ')
}

/** How far a piece stands out at the start and the end of its line: letter-spacing behind the last letter does too. */
function hangs({leaf, index, line}: Piece, plan: LinePlan, {fragments, lines}: Job): readonly [startPx: number, endPx: number] {
  const place = lines[line]
  const begins = place !== undefined && fragments[place.first]?.source.node === index
  const ends = place !== undefined && fragments[place.last]?.source.node === index && !plan.hyphen && !plan.isOpen
  return [begins ? plan.hangStartPx : 0, ends ? plan.hangEndPx + plan.tracking * leaf.style.emPx : 0]
}

function hyphenAt({plan}: Job, leaf: Leaf, line: number, ink: Ink): Node {
  const {hangEndPx: hangPx = 0, isSolid = false} = plan.lines[line] ?? {}
  return hyphenOf(leaf.style, ink, {hangPx, isSolid})
}

/**
 * The hyphen at a line's end is a real U+00AD, which the hyphen's face draws without advance: padding makes its room in a
 * line that is filled. A family without such a face shows a generated hyphen.
 */
export function hyphenOf({family, hyphenPx}: MeasuredStyle, {rules, hyphenFamilies}: Ink, filled?: {readonly hangPx: number; readonly isSolid: boolean}): Node {
  const span = document.createElement('span')
  const hangs = filled ? `; margin-right: ${px(-filled.hangPx)}${filled.isSolid ? '; white-space: nowrap' : ''}` : ''
  if (!hyphenFamilies.has(family)) {
    span.className = `${rules.classFor(`letter-spacing: 0${hangs}`)} set-hyphen`
    return span
  }
  span.className = rules.classFor(`font-family: "${family} hyphen"; letter-spacing: 0; hyphens: none${filled ? `; padding-right: ${px(hyphenPx)}` : ''}${hangs}`)
  span.append('\u00ad')
  return span
}

/** An open line is filled up at its end, so that justification finds nothing to spread. */
function fill({reading, plan, fragments, lines}: Job, ends: readonly Element[]): readonly HTMLElement[] {
  return plan.lines.flatMap((line, index) => {
    const hasSpace = fragments.slice(lines[index]?.first ?? 0, lines[index]?.last ?? 0).some(({gap: kind}) => kind === gap.space || kind === gap.fixedSpace)
    if (!line.isOpen || !hasSpace) return []
    const filler = document.createElement('span')
    filler.style.paddingLeft = px(Math.max(0, line.restPx - fillerSlackPx))
    const end = ends[index]
    if (end) end.before(filler)
    else reading.element.append(filler)
    return [filler]
  })
}

/** What measuring may miss in one line, by kerning with spaces above all. */
const fillerSlackPx = 0.4

/** Spaces start out narrower than any line needs, and justification widens them. */
function blockClass({spacePx, wordSpacingPx}: Reading, {rules, spaceShrink}: Ink): string {
  const wordSpacing = wordSpacingPx - spacePx * Math.min(0.7, spaceShrink + 0.3)
  return rules.classFor(`text-align: justify !important; text-align-last: justify !important; text-wrap: wrap !important; overflow-wrap: normal !important; hyphens: manual; word-spacing: ${px(wordSpacing)} !important`)
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}
