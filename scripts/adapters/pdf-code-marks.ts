/** The marks that hold lines of code, in a tree of tags. */
import type {Content, Tag} from './pdf-tags.ts'
import type {KeptMarks} from './pdf-tags-write.ts'

/** Find them: by the key of the page or form, the numbers of the marks. */
export function marksOfCode(root: Tag): KeptMarks {
  const contents = linesOfCode(root).flatMap(contentsOf)
  return new Map([...Map.groupBy(contents, ({stream}) => stream)].map(([stream, own]) => [stream, new Set(own.map(({number}) => number))]))
}

function linesOfCode(tag: Tag): readonly Tag[] {
  return tag.isVerbatim === true ? [tag] : tag.kids.flatMap(kid => kid.kind === 'tag' ? linesOfCode(kid) : [])
}

function contentsOf(tag: Tag): readonly Content[] {
  return tag.kids.flatMap(kid => kid.kind === 'tag' ? contentsOf(kid) : kid.kind === 'content' ? [kid] : [])
}
