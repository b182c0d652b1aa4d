/** Settings of the metadata that would give the wanted number of pages where no setting of the type does: reckoned from pages that stand. */
import type {Composition, Copyfit, FitGoal, FrontForm, Metadata, Pamphlet} from '../../types.ts'
import {meets} from './search.ts'

type Standing = Pick<Composition, 'count' | 'sections' | 'ends'>
type WayOut = NonNullable<Copyfit['waysOut']>[number]

/** The part of a page that a title above the text takes. */
const titleShare = 1 / 3

/** The ways out that would reach the goal, by what is known of the pages: those in front of the text, and the white at the ends of its chapters. */
export function waysOut(goal: FitGoal, composition: Standing, {metadata, openings, form}: Pick<Pamphlet, 'metadata' | 'openings'> & {readonly form: FrontForm}): readonly WayOut[] {
  const ways: readonly WayOut[] = [
    ...(form !== 'none' && mayGoWithout(metadata) ? [{setting: 'frontmatter: none' as const, count: countWithoutFront(composition)}] : []),
    ...(openings === 'page' ? [{setting: 'openings: run-on' as const, count: countRunOn(composition)}] : [])
  ]
  return ways.filter(({count}) => count < composition.count && meets(goal, count))
}

/** A cover's picture, and one on a paper of its own, is wanted. */
function mayGoWithout({cover, print}: Metadata): boolean {
  return !cover && print.cover === 'self'
}

/** The title goes above the text, whose first part may then take a page more. */
function countWithoutFront(composition: Standing): number {
  const [first] = composition.ends
  const grows = first !== undefined && first.lines + first.room * titleShare > first.room
  return countOf(0, textPages(composition) + (grows ? 1 : 0), composition)
}

function countRunOn(composition: Standing): number {
  const {ends} = composition
  const room = Math.max(1, ...ends.map(end => end.room))
  const lines = ends.reduce((sum, end) => sum + (end.pages - 1) * end.room + end.lines, 0)
  const freed = ends.reduce((sum, {pages}) => sum + pages, 0) - Math.ceil(lines / room)
  return countOf(mainOf(composition).firstPage - 1, textPages(composition) - freed, composition)
}

/** A back cover stands on a verso. */
function countOf(front: number, text: number, {sections}: Standing): number {
  const last = front + text
  return sections.at(-1)?.name === 'back-cover' ? last + (last % 2 === 1 ? 1 : 2) : last
}

function textPages(composition: Standing): number {
  const {firstPage, lastPage} = mainOf(composition)
  return lastPage - firstPage + 1
}

function mainOf({sections, count}: Standing): Standing['sections'][number] {
  return sections.find(({name}) => name === 'main') ?? {name: 'main', firstPage: 1, lastPage: count}
}
