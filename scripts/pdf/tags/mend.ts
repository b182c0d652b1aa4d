/** From the tags that Chromium prints to those that PDF/UA-1 asks for (ISO 14289-1, 7). */
import type {Tag} from '../../adapters/pdf-tags.ts'
import {mendBullet, mendFigure, mendRuby, withoutDecoration} from './decoration.ts'
import {mendGroup} from './groups.ts'
import {readHint} from './hints.ts'
import {mendLanguages} from './languages.ts'
import type {Places} from './links.ts'
import {mendLink} from './links.ts'
import {mendList} from './lists.ts'
import {mendUp} from './walk.ts'

/** What types that PDF 1.7 does not know stand for. */
export const roles: Readonly<Record<string, string>> = {Em: 'Span', Strong: 'Span', Aside: 'Div'}

/** Mend a tree, rule by rule; `lang` is the pamphlet's. No word is lost: what goes draws none. */
export function mendTags(root: Tag, lang: string, places: Places): Tag {
  const rules = [readHint, mendFigure, mendBullet, mendRuby, (tag: Tag) => mendLink(tag, places), mendList, mendGroup]
  const mended = rules.reduce(mendUp, withoutDecoration(root))
  return mendLanguages({...mended, type: 'Document'}, lang)
}
