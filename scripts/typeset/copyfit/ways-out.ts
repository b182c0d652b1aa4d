/** Settings of the metadata that give the wanted number of pages where no setting of the type does: each is tried, since nothing short of that tells. */
import type {Composition, Copyfit, FrontForm, Metadata, Pamphlet} from '../../types.ts'
import type {Setting} from './ladder.ts'
import {asDesigned, ladderFor} from './ladder.ts'
import {mostPasses} from './search.ts'

type WayOut = NonNullable<Copyfit['waysOut']>[number]
/** A pamphlet, and which front matter it has. */
type Made = {readonly pamphlet: Pamphlet; readonly form: FrontForm}
type Way = Made & Pick<WayOut, 'setting'>

/** Pages that stand, and what they were made from; `hasFeet`: whether notes stand at the feet of pages. */
export type Unfitted = Made & {readonly done: Copyfit; readonly composition: Pick<Composition, 'sections' | 'ends'>; readonly hasFeet: boolean}
/** Composes a pamphlet and counts its pages. */
export type Count = (made: Made, setting: Setting) => Promise<number>

/**
 * The ways out that reach the nearest number below, in the type as it is designed or at its tightest. No more is composed
 * than copyfit has passes left.
 */
export async function waysOut(unfitted: Unfitted, count: Count): Promise<readonly WayOut[]> {
  const {done} = unfitted
  const wanted = done.missed.find(({direction}) => direction === 'tighter')
  const found: WayOut[] = []
  let passes = mostPasses - done.passes
  for (const way of wanted ? likelyWays(unfitted, wanted.lines) : []) {
    for (const setting of [tightestFor(done), asDesigned]) {
      if (passes-- <= 0) return found
      const pages = await count(way, setting)
      if (pages === wanted?.count) found.push({setting: way.setting, count: pages})
      // Tighter than tightest it need not be set; looser it may come to the number.
      if (pages >= (wanted?.count ?? 0)) break
    }
  }
  return found
}

function tightestFor({asDesigned: {lines, sizePx}}: Copyfit): Setting {
  return ladderFor({lines, hasSize: sizePx !== undefined}).tighter.at(-1) ?? asDesigned
}

/** Those that may take so many lines out, what gives up least first. */
function likelyWays({pamphlet, form, composition, hasFeet}: Unfitted, lines: number): readonly Way[] {
  const {metadata, openings} = pamphlet
  const front = (composition.sections.find(({name}) => name === 'main')?.firstPage ?? 1) - 1
  // Where chapters run on, contents may go as well, which stand behind a cover.
  const freed = whiteIn(composition) + Math.max(0, front - 1) * pageOf(composition)
  return [
    ...(hasFeet && lines <= pageOf(composition) ? [{setting: 'notes: end' as const, pamphlet: {...pamphlet, metadata: {...metadata, notes: 'end' as const}}, form}] : []),
    ...(openings === 'page' && lines <= freed ? [{setting: 'openings: run-on' as const, pamphlet: {...pamphlet, openings: 'run-on' as const}, form}] : []),
    ...(front > 1 && form !== 'brief' && metadata.print.cover === 'self' ? [{setting: 'frontmatter: brief' as const, pamphlet, form: 'brief' as const}] : []),
    ...(front > 0 && mayGoWithout(metadata) ? [{setting: 'frontmatter: none' as const, pamphlet, form: 'none' as const}] : [])
  ]
}

/** A cover's picture, and one on a paper of its own, is wanted. */
function mayGoWithout({cover, print}: Metadata): boolean {
  return !cover && print.cover === 'self'
}

function pageOf({ends}: Pick<Composition, 'ends'>): number {
  return Math.max(1, ...ends.map(({room}) => room))
}

/** What stands empty at the ends of chapters, in lines. */
function whiteIn({ends}: Pick<Composition, 'ends'>): number {
  return ends.reduce((sum, {room, lines}) => sum + room - lines, 0)
}
