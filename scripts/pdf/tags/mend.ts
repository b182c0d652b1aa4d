/** From the tags that Chromium prints to those that PDF/UA-1 asks for (ISO 14289-1, 7). */
import type {Tag} from '../../adapters/pdf-tags.ts'
import {mendBullet, mendFigure, mendRuby, withoutDecoration} from './decoration.ts'
import {mendGroup, openText} from './groups.ts'
import {readHint} from './hints.ts'
import {mendLanguages} from './languages.ts'
import type {Places} from './links.ts'
import {mendLink} from './links.ts'
import {mendList} from './lists.ts'
import {joinTables} from './tables.ts'
import {mendUp} from './walk.ts'

export type Mending = {readonly name: string; readonly mend: (root: Tag) => Tag}

/** What types that PDF 1.7 does not know stand for. */
export const roles: Readonly<Record<string, string>> = {Em: 'Span', Strong: 'Span', Aside: 'Div'}

/** Make the mendings in their order, each of a whole tree; `lang` is the pamphlet's. */
export function mendings(lang: string, places: Places): readonly Mending[] {
  const rules = [readHint, mendFigure, mendBullet, mendRuby, mendLink, mendList, mendGroup, joinTables]
  return [
    {name: 'withoutDecoration', mend: root => withoutDecoration(root)},
    {name: 'openText', mend: openText},
    ...rules.map(rule => ({name: rule.name, mend: (root: Tag) => mendUp(root, tag => rule(tag, places))})),
    {name: 'mendLanguages', mend: root => mendLanguages(root, lang)},
    {name: 'root', mend: root => ({...root, type: 'Document'})}
  ]
}

/** Mend a tree. No word is lost: what goes draws none. */
export function mendTags(root: Tag, lang: string, places: Places): Tag {
  return mendings(lang, places).reduce((tree, {mend}) => mend(tree), root)
}
