/** French ordinals: their ending is raised, and the century or whatever they count stays with them: `1er mai`, `XIXe siècle`. */
import {noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

/** A numeral with its ending; of capitals only those that are no word with it (`Ve`, `XIXe`, `Ier`, and not `Ce`, `Vers`). */
const ordinal = /(?<![\p{L}\p{N}\uFFFC./_@-])(?:(\d+)(ers?|[èe]mes?|[rn]des?|res?|ères?|es?|nds?|ds?)|(I)(er)|([IVX]+|[CDILMVX]{3,})(e|[èe]mes?))(?![\p{L}\p{N}\uFFFC_@/]|-\p{N}|\.\p{Ll})/gu
const counted = /(?<=[IVX](?:er?|[èe]me)|\d(?:er|re|e|[èe]me))[ \n](?=(?:siècle|arrondissement|République|Empire|Internationale|congrès|étage|millénaire)s?(?!\p{L}))/gu

/** Bind an ordinal to what it counts. */
export function bindOrdinals(text: string, {raisesOrdinals = false}: Language): readonly Edit[] {
  return raisesOrdinals ? editMatches(text, counted, ({index}) => ({start: index, end: index + 1, text: noBreakSpace})) : []
}

/** Where the endings of ordinals stand in a text, as offsets; none where the language does not raise them. */
export function ordinalEndings(text: string, {raisesOrdinals = false}: Language): readonly (readonly [from: number, to: number])[] {
  if (!raisesOrdinals) return []
  return [...text.matchAll(ordinal)].map(({index, 0: all, 2: a, 4: b, 6: c}) => [index + all.length - (a ?? b ?? c ?? '').length, index + all.length])
}
