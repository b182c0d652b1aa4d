/** Tables that go on over pages: their heads are heard once, and their parts as one table. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, mendUp} from './walk.ts'

/** Keep of a head's cell what stands on its first page: all the rest is printed again. */
export function onFirstPage(cell: Tag): Tag {
  const pages = pagesOf(cell)
  return pages.length > 0 ? keepPage(cell, Math.min(...pages)) : cell
}

function pagesOf({kids}: Tag): readonly number[] {
  return [...new Set(kids.flatMap(kid => kid.kind === 'tag' ? pagesOf(kid) : [kid.page]))]
}

function keepPage(tag: Tag, page: number): Tag {
  return {...tag, kids: tag.kids.flatMap((kid): readonly Kid[] => kid.kind === 'tag' ? [keepPage(kid, page)] : kid.page === page ? [kid] : [])}
}

/** The rest of a table has no heads of its own that are heard: its cells know those above them by their scope. */
export function restOfTable(table: Tag): Tag {
  return {...mendUp(table, tag => isTag(tag, 'TD', 'TH') ? {...tag, isScoped: true} : tag), isRest: true}
}

/** Put the rest of a table, or of the list that one has become, to what it is the rest of, be there notes between them. */
export function joinTables(tag: Tag): Tag {
  const kids: Kid[] = []
  for (const kid of tag.kids) {
    const at = kids.findLastIndex(other => !isTag(other, 'Note'))
    const table = kids[at]
    if (isTag(kid, 'Table', 'L') && kid.isRest === true && table && isTag(table, kid.type)) kids[at] = {...table, kids: [...table.kids, ...kid.kids]}
    else kids.push(kid)
  }
  return {...tag, kids}
}
