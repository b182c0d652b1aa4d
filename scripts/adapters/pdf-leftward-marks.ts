/** The marks around which text runs to the left, in a tree of tags. */
import {directionOf} from '../writing.ts'
import type {Content, Tag} from './pdf-tags.ts'
import type {KeptMarks} from './pdf-tags-write.ts'

/** Find them by the language of what they stand in, but for code: by the key of the page or form, the numbers of the marks. */
export function leftwardMarks(root: Tag, lang: string): KeptMarks {
  const contents = contentsToLeft(root, directionOf(lang) === 'rtl')
  return new Map([...Map.groupBy(contents, ({stream}) => stream)].map(([stream, own]) => [stream, new Set(own.map(({number}) => number))]))
}

function contentsToLeft({lang, isVerbatim, kids}: Tag, isAround: boolean): readonly Content[] {
  if (isVerbatim === true) return []
  const isLeft = lang === undefined ? isAround : directionOf(lang) === 'rtl'
  return kids.flatMap(kid => kid.kind === 'tag' ? contentsToLeft(kid, isLeft) : isLeft && kid.kind === 'content' ? [kid] : [])
}
