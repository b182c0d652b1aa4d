/** Turns what was measured in the page into messages that point into the manuscript. */
import {message} from '../messages.ts'
import {placeFrom} from '../place.ts'
import type {Copyfit, GivenUp, Message, Observation, Place} from '../types.ts'

/** Pictures below this many pixels an inch look soft in print. */
const leastPpi = 150

/**
 * Say which pictures are too coarse for their size, which lines stand out of the type area, and what an author's style
 * sheet asked for in vain. Throws where the theme itself asks for what is not there: that is a fault of the program.
 */
export function layoutMessages(observations: readonly Observation[], style?: string): readonly Message[] {
  const said = new Set<string>()
  return observations.flatMap(observation => {
    const found = messageFor(observation, style)
    const key = found ? `${found.ruleId} ${observation.at} ${observation.kind === 'not-loaded' ? observation.what : ''}` : ''
    if (!found || said.has(key)) return []
    said.add(key)
    return [found]
  })
}

function messageFor(observation: Observation, style: string | undefined): Message | undefined {
  if (isLarge(observation)) return tooLarge(observation)
  switch (observation.kind) {
    case 'image': return resolution(observation)
    case 'overfull': return overfull(observation)
    case 'cover': return cover(observation)
    case 'not-loaded': return notLoaded(observation, style)
    case 'late-figure': return lateFigure(observation)
    case 'note-at-end': return noteAtEnd(observation)
    case 'hidden': return unseen(observation, style)
    case 'given-up': return givenUp(observation)
    case 'unfitted': return unfitted(observation)
  }
}

type Large = Extract<Observation, {kind: 'too-tall' | 'stacked' | 'small'}>

function isLarge(observation: Observation): observation is Large {
  return observation.kind in large
}

function tooLarge({kind, at}: Large): Message {
  const {rule, reason, remedy} = large[kind]
  return message(rule, placeOrFolder(at), reason, remedy)
}

const large = {
  'too-tall': {rule: 'too-tall', reason: 'Unexpected block higher than the page, expected one that a page can hold', remedy: 'Divide it, or set it smaller.'},
  stacked: {rule: 'stacked-table', reason: 'Unexpected table that fits on no page, neither upright nor turned: its rows stand below each other as a list, each cell with its head', remedy: 'Make it two tables, or shorten its cells.'},
  small: {rule: 'small-formula', reason: 'Unexpected formula much wider than its line, expected one that can be broken: it is set very small', remedy: 'Break it where it should be, with `\\\\` inside `\\begin{aligned}`.'}
} as const

function lateFigure({at, pages, count}: Extract<Observation, {kind: 'late-figure'}>): Message {
  const which = count > 1 ? `, the last of ${count} in a row that stand too far back` : ''
  return message('late-figure', placeOrFolder(at), `Unexpected figure ${pages} pages behind the text before it${which}, expected it at most two pages behind`, 'Set it where there is text for the pages between, or set the figures before it smaller, so that two stand on one page: `{width=60%}` behind each.')
}

function noteAtEnd({at, calledIn}: Extract<Observation, {kind: 'note-at-end'}>): Message {
  const {what, remedy} = takesRoom[calledIn ?? 'text']
  return message('crowded-page', placeOrFolder(at), `Unexpected notes that the page of their reference cannot hold${what}, this one stands at the end`, remedy)
}

/** By what a note is called in. */
const takesRoom: Readonly<Record<'text' | 'figure' | 'turned', {readonly what: string; readonly remedy: string}>> = {
  text: {what: '', remedy: 'Shorten the notes, or set their references further apart.'},
  figure: {what: ' below a figure that fills it', remedy: 'Shorten the note, or call it in the text instead of the figure.'},
  turned: {what: ' below a turned table that fills it', remedy: 'Shorten the note, or call it in the text; or take a column out, so that the table stands upright.'}
}

/** Only a style sheet of the author's prints text over text. */
function unseen({at, count, isUnder}: Extract<Observation, {kind: 'hidden'}>, style: string | undefined): Message | undefined {
  const blocks = count === 1 ? 'a block of text' : `${count} blocks of text, this one first,`
  if (!isUnder) return hidden(at, blocks, style)
  return style === undefined ? undefined : message('hidden-text', placeOrFolder(at), `Unexpected style that prints ${blocks} over the text before, expected text that can be read`, `Look in \`${style}\` for what moves it there: a margin below nothing, or a place of its own.`)
}

function hidden(at: string, blocks: string, style: string | undefined): Message {
  return message('hidden-text', placeOrFolder(at), `Unexpected style that hides ${blocks} on paper, expected text that can be seen`, style === undefined ? 'Take the attribute out that hides it.' : `Look in \`${style}\` for what hides it: \`display\`, \`visibility\`, sizes of nothing, or a place outside the page.`)
}

const missing: Readonly<Record<GivenUp, string>> = {
  style: 'they are made without your style sheet',
  figures: 'figures stand where the text has them, in one column, and tables upright',
  notes: 'figures stand where the text has them, in one column, and notes at the end',
  pages: 'the browser breaks them, with notes at the end'
}

/** Where the style is to blame, its declaration is the place to mend. */
function givenUp({at, what, reason, culprit}: Extract<Observation, {kind: 'given-up'}>): Message {
  if (culprit?.isSuspect) return suspected(culprit, what, reason)
  if (culprit) return message('simpler-pages', placeOrFolder(culprit.at), `Unexpected \`${culprit.words}\`, expected a style that leaves text in the flow of pages (${reason}): ${missing[what]}`, 'Take the declaration out, or let it hold for less.')
  return message('simpler-pages', placeOrFolder(at), `Unexpected break of pages, expected them as composed (${reason}): ${missing[what]}`, 'Make what stands here simpler: a table without cells over many rows, fewer boxes within each other, shorter blocks.')
}

/** Without the style sheet the pages do come out. */
function suspected({at, words}: {readonly at: string; readonly words: string}, what: GivenUp, reason: string): Message {
  const first = words === '' ? 'look for what moves, hides or enlarges text' : `look at \`${words}\` first`
  return message('simpler-pages', placeOrFolder(at), `Unexpected style that keeps pages from coming out as composed, expected one that leaves text where it stands (${reason}): ${missing[what]}`, `Without the style sheet they come out; ${first}.`)
}

function unfitted({place, fit: {goal, pagesAsDesigned, missed, waysOut = []}}: Extract<Observation, {kind: 'unfitted'}>): Message {
  const wanted = 'pages' in goal ? String(goal.pages) : `a multiple of ${goal.multipleOf}`
  const reasons = missed.map(missedBy).filter(reason => reason !== '')
  const how = reasons.length === 0 ? 'no setting gives just so many' : reasons.join(', ')
  return message('copyfit', place, `Unexpected ${pagesAsDesigned} pages, expected ${wanted}: ${how}`, `Cut or add as many lines, or take \`fit\` out; the pages are set as the theme sets them.${waysOut.map(wayOut).join('')}`)
}

function missedBy({direction, count, lines, chapters}: Copyfit['missed'][number]): string {
  if (lines === 0) return ''
  const where = chapters.slice(0, mostChapters).map(({chapter, lines: own}) => `${linesText(own)} at the end of “${chapter}”`).join(', ')
  const amount = `${linesText(lines)}${where === '' ? '' : ` (${where}${chapters.length > mostChapters ? ' …' : ''})`}`
  return direction === 'tighter' ? `set tightest, ${count} pages are short of room by ${amount}` : `set loosest, ${count} pages lack ${amount}`
}

function wayOut({setting, count}: NonNullable<Copyfit['waysOut']>[number]): string {
  return ` Or write \`${setting}\`: ${trials[setting]} there are ${count}.`
}

const trials: Readonly<Record<NonNullable<Copyfit['waysOut']>[number]['setting'], string>> = {
  'frontmatter: none': 'without the pages in front of the text',
  'frontmatter: brief': 'with nothing but the cover in front of the text',
  'openings: run-on': 'without the white at the ends of chapters',
  'notes: end': 'with the notes behind the text'
}

const mostChapters = 3

function linesText(lines: number): string {
  return `${lines} ${lines === 1 ? 'line' : 'lines'}`
}

function cover({at, overPx, which, pictureWidthPx}: Extract<Observation, {kind: 'cover'}>): Message {
  const mm = ((pictureWidthPx ?? overPx) / 96 * 25.4).toFixed(0)
  if (pictureWidthPx !== undefined) return message('overfull-cover', placeOrFolder(at), `Unexpected cover that leaves its picture a width of ${mm} mm even beside small type, expected room for a larger one`, 'Shorten the texts on it, or leave one out.')
  return message('overfull-cover', placeOrFolder(at), `Unexpected ${which.replace('-', ' ')} ${mm} mm higher than its page even in small type, expected one that fits: what stands last on it is cut off`, 'Shorten the texts on it, or leave one out.')
}

function notLoaded({what}: Extract<Observation, {kind: 'not-loaded'}>, style: string | undefined): Message {
  if (style === undefined) throw new Error(`Expected the page to have everything that it asks for, but not: ${what}`)
  return message('bad-style', {file: style}, `Unexpected reference to \`${what}\`, expected nothing outside the style sheet`, 'Write fonts and pictures into the style sheet as `data:` addresses.')
}

function resolution({at, naturalWidthPx, widthPx}: Extract<Observation, {kind: 'image'}>): Message | undefined {
  if (widthPx === 0) return undefined
  const ppi = Math.round(naturalWidthPx / (widthPx / 96))
  if (ppi >= leastPpi) return undefined
  return message('low-resolution', placeOrFolder(at), `Unexpected resolution of ${ppi} ppi, expected at least ${leastPpi} ppi (300 for good print) at the printed size`, 'Bring a larger picture, or set it smaller: `{width=50%}` behind it.')
}

function overfull({at, overPx, text, what}: Extract<Observation, {kind: 'overfull'}>): Message {
  const mm = (overPx / 96 * 25.4).toFixed(1)
  if (what !== undefined) return message('overfull-line', placeOrFolder(at), `Unexpected ${what} ${mm} mm wider than the type area, expected one that fits: what is beyond is not printed`, tooWide[what])
  return message('overfull-line', placeOrFolder(at), `Unexpected line ${mm} mm wider than the type area, expected one that fits: what is beyond is not printed (\`${text.trim()}\`)`, 'Shorten what cannot be broken, or give it a place to break with a soft hyphen (`&shy;`).')
}

const tooWide: Readonly<Record<'picture' | 'table' | 'box', string>> = {
  picture: 'Let a style sheet of your own not make it wider than `max-width: 100%`.',
  table: 'Take out a column, shorten the longest words in its cells, or turn the table round.',
  box: 'Let a style sheet of your own give it no negative margin, and no width beyond `100%`.'
}

function placeOrFolder(at: string): Place {
  return placeFrom(at) ?? {file: '.'}
}
