/** What is wrong with a page, as one number: the builder looks for the pages with the least of it. */
import type {Foot} from './foot.ts'
import {fewestLines} from './foot.ts'
import type {RunTask} from './model.ts'

export type Weighed = {
  readonly task: RunTask
  readonly foot: Foot
  readonly end: {readonly end: number; readonly bottomPx: number; readonly isForced: boolean; readonly tooTall: readonly number[]}
  /** Whether the run's text ends here: then the page may be short. */
  readonly isOpen: boolean
  readonly grownLines: number
  /** Lines among them that stand above heads. */
  readonly grownHeads: number
  /** Paragraphs that are set in one line more. */
  readonly loosenedLines: number
  /** Lines by which what ends the page is moved down to its foot. */
  readonly loweredLines: number
  readonly lackingLines: number
  /** The difference in depth from the page that it faces. */
  readonly facingLines: number
  readonly waiting: number
  readonly hasText: boolean
  /** Whether it is a page of figures: the lines that it lacks count as everywhere. */
  readonly isOfFigures: boolean
  /** Whether its text is one line, above or below figures. */
  readonly isLoneLine: boolean
}

/** The unit: what it costs to set one gap of a page wider by a line. */
const price = {
  grownLine: 6,
  /** On top of that, for each line beyond a few: a page whose gaps all are wider looks unlike the others. */
  grownMore: 60,
  /** On top of that: heads of a rank have one space all through the text, if facing pages can end together without. */
  grownHead: 40,
  /** On top of a wider gap: it is the last one, and wider than the others. */
  loweredLine: 9,
  loosenedLine: 25,
  /** Times the square of the lines lacking, up to those of a hole. */
  lackingLine: 12,
  /** More than a hole: rather both pages short, or one of them above its notes, than one shorter than the other, by however many lines. */
  unlikeFacing: 500,
  facingLine: 80,
  splitNote: 30,
  /** A note of a few lines in two: rather a line or two lacking. */
  splitShort: 60,
  /** A rest that could stand whole below less text, over a page more. */
  splitAgain: 200,
  /** One line of a note alone, on either side of the split: only where nothing else can be. */
  noteLineAlone: 900,
  /** Notes that take more than this share of the page. */
  tallFoot: 40,
  waitingFigure: 10,
  /** On top of that, times the square of those that wait: the longer they queue, the further behind their text they come. */
  queuedFigure: 5,
  /** So little that figures which would queue are rather set on one. */
  figurePage: 30,
  /** A page with nothing but the rest of a note, while there is text to come. */
  noText: 400,
  /** A line of text alone with figures: rather none. */
  loneLine: 1_000,
  forcedBreak: 5_000,
  tooTall: 20_000,
  /** A last page with one or two lines, and with three or four. */
  runt: 160,
  shortEnd: 25,
  /** A last page with the rest of a note and nothing else: rather three lines or more go over with it. */
  notesAlone: 250
}
const tallFootShare = 0.6
const fewGrown = 3

/** Lines of a note that is short, and of the rest of one. */
const shortNote = 4
const shortRest = 8

/** A page that lacks as many lines has a hole, and more of them make it little worse: no reason to leave facing pages unlike. */
const hole = 6

/** Weigh a page. */
export function demerits(page: Weighed): number {
  const {task: {items, shape}, foot, end} = page
  return (end.isForced ? price.forcedBreak : 0)
    + end.tooTall.length * price.tooTall
    + (page.isOfFigures ? price.figurePage : page.hasText ? 0 : price.noText)
    + (page.isLoneLine ? price.loneLine : 0)
    + (page.grownLines + page.loweredLines) * price.grownLine
    + Math.max(0, page.grownLines - fewGrown) * price.grownMore
    + page.loweredLines * price.loweredLine
    + page.loosenedLines * price.loosenedLine
    + page.grownHeads * price.grownHead
    + lackingDemerits(page.lackingLines)
    + (page.facingLines > 0 ? price.unlikeFacing : 0) + page.facingLines * price.facingLine
    + page.waiting * price.waitingFigure + page.waiting ** 2 * price.queuedFigure
    + (items[end.end]?.penalty ?? 0)
    + (foot.heightPx > shape.heightPx * tallFootShare ? price.tallFoot : 0)
    + splitDemerits(page)
    + endDemerits(page)
}

/** By the square, and for each line of a hole as for one alone: nothing is gained by sharing a hole with the page before. */
function lackingDemerits(lines: number): number {
  return (Math.min(lines, hole) ** 2 + Math.max(0, lines - hole)) * price.lackingLine
}

function splitDemerits({task: {notes}, foot: {parts, rest}, hasText}: Weighed): number {
  const last = parts.at(-1)
  if (!rest || !last) return 0
  const length = notes[rest.note]?.length ?? 0
  const isAlone = last.to - last.from < fewestLines || length - rest.from < fewestLines
  const isAgain = hasText && last.from > 0 && length - last.from <= shortRest
  return price.splitNote + (isAlone ? price.noteLineAlone : 0) + (length <= shortNote ? price.splitShort : 0) + (isAgain ? price.splitAgain : 0)
}

/** No chapter ends with a line or two alone on a page, or with none above the rest of a note. */
function endDemerits({isOpen, foot, end: {bottomPx}, task: {shape: {leadingPx}}}: Weighed): number {
  if (!isOpen || bottomPx === 0) return isOpen && foot.parts.length > 0 ? price.notesAlone : 0
  const lines = Math.round(bottomPx / leadingPx)
  return lines < 3 ? price.runt : lines < 5 ? price.shortEnd : 0
}
