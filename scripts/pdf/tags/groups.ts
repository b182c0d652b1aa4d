/** Takes out the tags that mean nothing, so that what is left is what a reader should hear of. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged, wrapRuns} from './walk.ts'

/** Tags that hold blocks and no words of their own (ISO 32000-1, 14.8.4.2). */
const groups = ['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']

const inline = ['Em', 'Strong', 'Span', 'Link', 'Reference', 'Code', 'Quote', 'Ruby', 'Form']

const heads = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/** Open the tag that Chromium puts around every run of words: a run in a tag of its own stands for an element. */
export function openText(tag: Tag): Tag {
  return {...tag, kids: tag.kids.flatMap(kid => kid.kind !== 'tag' ? [kid] : isText(kid) ? kid.kids : [openText(kid)])}
}

function isText(tag: Tag): boolean {
  return tag.type === 'NonStruct' && tag.lang === undefined && tag.kids.every(kid => kid.kind === 'content')
}

/** Open every tag that says nothing; words that then stand bare among blocks are a paragraph. */
export function mendGroup(tag: Tag): Tag {
  const type = nameOf(tag)
  if (!groups.includes(type)) return {...tag, type, kids: tag.kids.flatMap(kid => isTag(kid, 'NonStruct') ? kid.kids : [kid])}
  return {...tag, type, kids: asBlocks(tag.kids.flatMap(kid => isTag(kid, 'NonStruct') ? asBlocks(kid.kids) : [kid]))}
}

/** A chapter is a section; what has a language of its own keeps a tag to carry it. A box that says what it shows is no field. */
function nameOf(tag: Tag): string {
  if (tag.type !== 'NonStruct') return tag.type === 'Form' && tag.actualText !== undefined ? 'Span' : tag.type
  if (tag.kids.some(kid => isTag(kid, ...heads))) return 'Sect'
  if (tag.lang === undefined) return 'NonStruct'
  return tag.kids.every(kid => isInline(kid) || isTag(kid, 'NonStruct')) ? 'Span' : 'Div'
}

function asBlocks(kids: readonly Kid[]): readonly Kid[] {
  return wrapRuns(kids, isInline, run => [tagged('P', run)])
}

function isInline(kid: Kid): boolean {
  return kid.kind !== 'tag' || inline.includes(kid.type)
}
