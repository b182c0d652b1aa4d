/** Reads the quotation marks of a text: which opens, which closes it, and at which level. */
import type {Mark} from './quote-marks.ts'
import {findMarks} from './quote-marks.ts'
import type {Role} from './quote-roles.ts'
import {roleOf} from './quote-roles.ts'

/** A mark, what it does, and for a pair the other mark's place in the list and the pair that encloses it. */
export type Reading = {
  readonly mark: Mark
  role: Role
  partner?: number
  /** Where it opens: the innermost mark that was open there. */
  readonly parent?: number
}

/** What is open: places in the list of marks. A single mark knows how many double ones were open before it. */
type Open = {readonly doubles: number[]; readonly singles: {readonly order: number; readonly depth: number}[]}

/** Read the marks of a text in order; `elisionsAt` gives the elisions of the language at an index. */
export function readQuotes(text: string, elisionsAt: (index: number) => ReadonlySet<string>): readonly Reading[] {
  const marks = findMarks(text)
  const following = followingMarks(marks)
  const readings: Reading[] = []
  const open: Open = {doubles: [], singles: []}
  marks.forEach((mark, order) => {
    const nextOrder = following[order]
    const opener = openerOf(mark, open)
    const role = roleOf({
      text,
      mark,
      open: opener === undefined ? undefined : marks[opener],
      next: markAt(marks, nextOrder),
      afterNext: nextOrder === undefined ? undefined : markAt(marks, following[nextOrder]),
      previous: marks[order - 1],
      elisions: elisionsAt(mark.index)
    })
    readings.push(readingOf(mark, role, opener, open))
    settle(readings, open, opener)
  })
  return withoutLoneSingles(text, readings)
}

function markAt(marks: readonly Mark[], order: number | undefined): Mark | undefined {
  return order === undefined ? undefined : marks[order]
}

/** For each mark, the place of the next of its family that is not inside a word. */
function followingMarks(marks: readonly Mark[]): readonly (number | undefined)[] {
  const following: (number | undefined)[] = []
  const last: {double?: number; single?: number} = {}
  for (let order = marks.length - 1; order >= 0; order--) {
    const mark = marks[order]
    if (!mark) continue
    following[order] = last[mark.family]
    if (!mark.inWord) last[mark.family] = order
  }
  return following
}

/** The open mark that this one would close. A single one does not reach out of the double ones around it. */
function openerOf({family}: Mark, {doubles, singles}: Open): number | undefined {
  if (family === 'double') return doubles.at(-1)
  const single = singles.at(-1)
  return single?.depth === doubles.length ? single.order : undefined
}

function readingOf(mark: Mark, role: Role, opener: number | undefined, {doubles, singles}: Open): Reading {
  if (role === 'close' && opener !== undefined) return {mark, role, partner: opener}
  const parent = Math.max(doubles.at(-1) ?? -1, singles.at(-1)?.order ?? -1)
  return role === 'open' && parent >= 0 ? {mark, role, parent} : {mark, role}
}

/** Enter the newest reading into what is open. */
function settle(readings: readonly Reading[], {doubles, singles}: Open, opener: number | undefined): void {
  const order = readings.length - 1
  const newest = readings[order]
  if (newest?.role === 'open') {
    if (newest.mark.family === 'double') doubles.push(order)
    else singles.push({order, depth: doubles.length})
  }
  if (newest?.role !== 'close' || opener === undefined) return
  const partner = readings[opener]
  if (partner) partner.partner = order
  if (newest.mark.family === 'single') singles.pop()
  else closeDouble(doubles, singles)
}

/** What was opened inside and not closed is open no more. */
function closeDouble(doubles: number[], singles: Open['singles']): void {
  while ((singles.at(-1)?.depth ?? 0) >= doubles.length && singles.length > 0) singles.pop()
  doubles.pop()
}

/**
 * A straight single mark that nothing closes is an apostrophe after all, save before a capital: a speech that goes on
 * in the next paragraph is closed there. Behind a word without a comma no speech begins: `with 'Liza`.
 */
function withoutLoneSingles(text: string, readings: readonly Reading[]): readonly Reading[] {
  for (const reading of readings) {
    const {mark, role, partner} = reading
    const isLone = role === 'open' && partner === undefined && mark.family === 'single' && mark.straight
    if (isLone && (!/[\p{Lu}"“‘«„]/u.test(text.charAt(mark.index + 1)) || isDropped(text, mark))) reading.role = 'apostrophe'
  }
  return readings
}

/** A capital whose H is dropped, inside a sentence, or in a word that begins one: `'Ow much?`. */
function isDropped(text: string, {index}: Mark): boolean {
  return /[\p{L}\p{N}][ \n]$/u.test(text.slice(Math.max(0, index - 2), index)) && /\p{Lu}/u.test(text.charAt(index + 1)) || /^(?:Ow|Ere|Ave|E)(?=[ '’]\p{Ll})/u.test(text.slice(index + 1, index + 6))
}
