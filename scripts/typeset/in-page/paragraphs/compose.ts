/** Sets the paragraphs of a page by optimum fit: all reads, then all writes, then one look whether the lines came out. */
import type {Line, Measure} from './break.ts'
import {linesHold} from './check.ts'
import type {Broken, Draft} from './draft.ts'
import {besideFloats, breakDraft, breakOverlong, draftOf, nearFloats} from './draft.ts'
import {paragraphsIn} from './find.ts'
import {floatsIn} from './floats.ts'
import type {Breakable} from './fragments.ts'
import {widthOf} from './fragments.ts'
import type {Patterns} from './hyphenation.ts'
import {memoryOf} from './memory.ts'
import {namesIn} from './names.ts'
import {planOf} from './plan.ts'
import {pseudoElements} from './pseudo.ts'
import {withoutRagged} from './ragged.ts'
import {breakRaggedWords} from './ragged-words.ts'
import type {Reason} from './read.ts'
import {readParagraph} from './read.ts'
import {styleRules} from './rules.ts'
import type {Settings} from './settings.ts'
import {defaultSettings} from './settings.ts'
import type {Ink, Written} from './write.ts'
import {writeParagraph} from './write.ts'

export type ComposeOptions = {
  /** Patterns by the name of their file in npm `hyphen`; a language without any keeps its words whole. */
  readonly patterns: Readonly<Record<string, Patterns>>
  /** Families for which a face `"NAME hyphen"` is loaded. */
  readonly hyphenFamilies?: readonly string[]
  readonly settings?: Partial<Settings>
}

/** A paragraph as it stands in the page; `rebreak` and `loosen` make a new one of it. */
export type ComposedParagraph = {
  readonly element: HTMLElement
  /** For each line whether it ends in a hyphen. */
  readonly hyphens: readonly boolean[]
  /** Whether its last line holds a word or two, and is no quarter of its measure. */
  readonly endsShort: boolean
  /** The line ends in the page, one for each line but the last: their rectangles tell where the lines stand. */
  readonly ends: readonly Element[]
}

export type ParagraphRecord = {
  readonly paragraphs: readonly ComposedParagraph[]
  readonly lines: number
  readonly hyphens: number
  /** How many paragraphs stay as the browser set them, by reason. */
  readonly untouched: Readonly<Partial<Record<Reason, number>>>
}

const setParagraphs = new WeakMap<ComposedParagraph, Broken & {readonly written: Written}>()

/** Set all justified text under an element whose fonts are loaded and whose width is that of the page. */
export function composeParagraphs(root: Element, options: ComposeOptions): ParagraphRecord {
  const settings = {...defaultSettings, ...options.settings}
  const ink: Ink = {rules: styleRules(document), hyphenFamilies: new Set(options.hyphenFamilies ?? []), spaceShrink: settings.wideSpaceShrink}
  const untouched: Partial<Record<Reason, number>> = {}
  const skip = (reason: Reason): void => {
    untouched[reason] = (untouched[reason] ?? 0) + 1
  }
  const floats = floatsIn(root)
  const tools = {...memoryOf(document, options.patterns), pseudo: pseudoElements(document), names: namesIn(root.textContent)}
  const drafts = paragraphsIn(root).flatMap(element => {
    const reading = readParagraph(element, tools)
    if (typeof reading !== 'string') return draftOf(reading, {settings, ink, tools, floats})
    skip(reading)
    return []
  })
  const paragraphs = setAll(drafts, floats, skip)
  breakRaggedWords(root, new Set(paragraphs.map(({element}) => element)), {tools, ink})
  ink.rules.flush()
  return recordOf(paragraphs, untouched)
}

/** Put paragraphs back as they were, change their text, and set them anew; one that cannot be set any more is left out. */
export function recompose(paragraphs: readonly ComposedParagraph[], change: () => void): readonly ComposedParagraph[] {
  const known = paragraphs.flatMap(paragraph => setParagraphs.get(paragraph) ?? [])
  for (const {written} of known) written.restore()
  change()
  const drafts = known.flatMap(({draft: {reading, press}}) => {
    const changed = readParagraph(reading.element, press.tools)
    return typeof changed === 'string' ? [] : draftOf(changed, press)
  })
  return setAll(drafts, known[0]?.draft.press.floats ?? [], () => undefined)
}

function setAll(drafts: readonly Draft[], floats: readonly HTMLElement[], skip: (reason: Reason) => void): readonly ComposedParagraph[] {
  const near = new Set(drafts.filter(nearFloats(floats)))
  const done = writeAll(drafts.filter(draft => !near.has(draft)), skip)
  const beside = [...near].flatMap(draft => writeAll([besideFloats(draft, floats)], () => skip('float')))
  return [...done, ...beside].toSorted(inOrder)
}

export type Rebreak = {
  /** Counted from 0. */
  readonly noHyphenAtLine: number
  /** Whether the hyphen stays where a line would become loose without it. */
  readonly ifEven?: boolean
}

/** Break and write a paragraph anew, with no hyphen at the end of the given line; undefined where it cannot be. */
export function rebreak(paragraph: ComposedParagraph, {noHyphenAtLine, ifEven = false}: Rebreak): ComposedParagraph | undefined {
  const known = setParagraphs.get(paragraph)
  const broken = known && breakDraft(withNoHyphenAt(known.draft, noHyphenAtLine))
  if (!broken || (ifEven && loosest(broken) > Math.max(evenRatio, loosest(known)))) return undefined
  return writeAnew(paragraph, broken)
}

/** Lines of this ratio at most are even to the eye. */
const evenRatio = 1.3

function loosest({lines}: Broken): number {
  return Math.max(...lines.map(({ratio}) => ratio))
}

function withNoHyphenAt(draft: Draft, line: number): Draft {
  return {...draft, measure: {...draft.measure, noHyphenAt: new Set([...draft.measure.noHyphenAt ?? [], line])}}
}

function writeAnew(paragraph: ComposedParagraph, broken: Broken): ComposedParagraph {
  setParagraphs.get(paragraph)?.written.restore()
  const made = write(broken)
  broken.draft.ink.rules.flush()
  return made
}

/** Tell whether a paragraph can be set in one line more, once, without being loose. */
export function mayLoosen(paragraph: ComposedParagraph): boolean {
  return loosenedLines(paragraph) !== undefined
}

/** Set a paragraph in one line more; undefined where it cannot be. */
export function loosen(paragraph: ComposedParagraph): ComposedParagraph | undefined {
  const broken = loosenedLines(paragraph)
  return broken && writeAnew(paragraph, broken)
}

const loosened = new WeakMap<ComposedParagraph, Broken | undefined>()

/** Asked for again and again while pages are built. */
function loosenedLines(paragraph: ComposedParagraph): Broken | undefined {
  if (!loosened.has(paragraph)) loosened.set(paragraph, breakLooser(paragraph))
  return loosened.get(paragraph)
}

function breakLooser(paragraph: ComposedParagraph): Broken | undefined {
  const draft = setParagraphs.get(paragraph)?.draft
  if (!draft || draft.measure.count !== undefined) return undefined
  return breakDraft({...draft, measure: {...draft.measure, count: paragraph.hyphens.length + 1}})
}

function writeAll(drafts: readonly Draft[], skip: (reason: Reason) => void): readonly ComposedParagraph[] {
  const overfull = new Set<HTMLElement>()
  const broken = withoutRagged(drafts.flatMap(draft => breakDraft(draft) ?? breakOverlong(draft) ?? (skip('overfull'), overfull.add(draft.reading.element), [])))
  // The browser would spread what stands before a word that has a line to itself.
  for (const element of overfull) element.style.textAlign = 'start'
  const made = broken.map(write)
  drafts[0]?.ink.rules.flush()
  return made.flatMap(paragraph => {
    const kept = holds(paragraph) ? paragraph : secondTry(paragraph)
    if (!kept) skip('unlike')
    return kept ?? []
  })
}

/** By how much the fill of open lines gives way, in px, one after the other: what is missing there opens their spaces. */
const giveWayPx = [1, 2, 4, 8]

/** Tell whether the lines came out; where only the fill of an open line is too wide, it gives way, no more than it must. */
function holds(paragraph: ComposedParagraph): boolean {
  const set = setParagraphs.get(paragraph)
  if (!set || linesHold(set.draft.reading, paragraph.hyphens.length, paragraph.ends)) return true
  return giveWayPx.some(px => {
    for (const filler of set.written.fillers) filler.style.paddingLeft = `${Math.max(0, Number.parseFloat(filler.style.paddingLeft) - px)}px`
    return linesHold(set.draft.reading, paragraph.hyphens.length, paragraph.ends)
  })
}

/** What measuring may miss in a line: once it has wrapped, the paragraph is broken as if it had this much less room. */
const missedPx = 2

function secondTry(paragraph: ComposedParagraph): ComposedParagraph | undefined {
  const set = setParagraphs.get(paragraph)
  if (!set) return undefined
  set.written.restore()
  const {measure} = set.draft
  const broken = breakDraft({...set.draft, measure: {...measure, widths: measure.widths.map(width => width - missedPx)}})
  if (!broken) return undefined
  const made = write(broken)
  set.draft.ink.rules.flush()
  if (holds(made)) return made
  setParagraphs.get(made)?.written.restore()
  return undefined
}

function write(broken: Broken): ComposedParagraph {
  const {draft, lines} = broken
  const {reading, fragments, text, measure, settings, ink} = draft
  const plan = planOf({fragments, text, widths: measure.widths}, lines, settings)
  const written = writeParagraph({reading, fragments, lines, plan}, ink)
  const paragraph = {element: reading.element, hyphens: plan.lines.map(line => line.endsInHyphen), endsShort: endsShort(text, lines, measure), ends: written.ends}
  setParagraphs.set(paragraph, {...broken, written})
  return paragraph
}

function endsShort(text: Breakable, lines: readonly Line[], {widths}: Measure): boolean {
  const last = lines.at(-1)
  return last !== undefined && widthOf(text, last.first, last.last) < (widths.at(-1) ?? 0) / 4
}

function inOrder(a: ComposedParagraph, b: ComposedParagraph): number {
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function recordOf(paragraphs: readonly ComposedParagraph[], untouched: Partial<Record<Reason, number>>): ParagraphRecord {
  const hyphens = paragraphs.map(paragraph => paragraph.hyphens)
  return {paragraphs, lines: hyphens.reduce((sum, lines) => sum + lines.length, 0), hyphens: hyphens.flat().filter(Boolean).length, untouched}
}
