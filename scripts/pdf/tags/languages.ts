/** Languages: what is no language goes, and what is said already is not said again. */
import type {Tag} from '../../adapters/pdf-tags.ts'

/** RFC 3066, as PDF has it (ISO 32000-1, 14.9.2). */
const language = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i

/** Keep a language only where it is one, and another than around it. */
export function mendLanguages(tag: Tag, around: string): Tag {
  const {lang, ...rest} = tag
  const isOwn = lang !== undefined && language.test(lang) && lang !== around
  const kids = tag.kids.map(kid => kid.kind === 'tag' ? mendLanguages(kid, isOwn ? lang : around) : kid)
  return isOwn ? {...rest, lang, kids} : {...rest, kids}
}
