/** Lines that mean something: those of code and of verse. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged} from './walk.ts'

/**
 * Make a paragraph of every line: programs that read aloud hear where a block ends, and where a line ends they do not.
 * An element that goes on over several lines is parted between them.
 */
export function byLines(block: Tag): Tag {
  const isVerbatim = block.kids.some(kid => isTag(kid, 'Code'))
  const lines = partLines(block.kids, 0)
  return {...block, type: 'Div', kids: [...lines].map(([, kids]) => ({...tagged('P', kids), isVerbatim}))}
}

/** What stands in which line, by its number; what is in no line goes with the one before. */
function partLines(kids: readonly Kid[], first: number): ReadonlyMap<number, readonly Kid[]> {
  const lines = new Map<number, Kid[]>()
  let last = first
  const add = (line: number, added: readonly Kid[]) => {
    lines.set(line, [...lines.get(line) ?? [], ...added])
    last = line
  }
  for (const kid of kids) {
    if (kid.kind !== 'tag') add(last, [kid])
    else if (kid.line !== undefined) add(kid.line, kid.kids)
    else for (const [line, tag] of partTag(kid, last)) add(line, [tag])
  }
  return lines
}

/** The parts of an element; only the first is the one that was printed. */
function partTag({origin, ...tag}: Tag, first: number): readonly (readonly [number, Tag])[] {
  const parts = [...partLines(tag.kids, first)]
  return parts.map(([line, kids], index) => [line, {...tag, ...(index === 0 && origin !== undefined && {origin}), kids}])
}
