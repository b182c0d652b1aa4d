/** Takes out the tags that mean nothing, so that what is left is what a reader should hear of. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged, wrapRuns} from './walk.ts'

/** Tags that hold blocks and no words of their own (ISO 32000-1, 14.8.4.2). */
const groups = ['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']

const inline = ['Em', 'Strong', 'Span', 'Link', 'Reference', 'Code', 'Quote', 'Ruby', 'Form']

const heads = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/** Open every tag that says nothing; words that then stand bare among blocks are a paragraph. */
export function mendGroup(tag: Tag): Tag {
  const isGroup = groups.includes(tag.type)
  const kids = tag.kids.flatMap(kid => {
    const named = isTag(kid, 'NonStruct') ? nameGroup(kid) : kid
    if (!isTag(named, 'NonStruct')) return [named]
    return isGroup ? asBlocks(named.kids) : named.kids
  })
  return {...tag, kids: isGroup ? asBlocks(kids) : kids}
}

/** A chapter is a section; what has a language of its own keeps a tag to carry it. */
function nameGroup(tag: Tag): Tag {
  if (tag.kids.some(kid => isTag(kid, ...heads))) return {...tag, type: 'Sect'}
  if (tag.lang === undefined) return tag
  return tag.kids.every(isInline) ? {...tag, type: 'Span'} : {...tag, type: 'Div'}
}

function asBlocks(kids: readonly Kid[]): readonly Kid[] {
  return wrapRuns(kids, isInline, run => [tagged('P', run)])
}

function isInline(kid: Kid): boolean {
  return kid.kind !== 'tag' || inline.includes(kid.type)
}
