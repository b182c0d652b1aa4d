/** Lists as PDF wants them: items that are a label and a body, and nothing outside. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged, wrapRuns} from './walk.ts'

/** Give an item its body, and a list nothing but items; an item that stands in no list is a division. */
export function mendList(tag: Tag): Tag {
  if (tag.type === 'LI') return {...tag, kids: itemKids(tag.kids)}
  if (tag.type === 'L') return {...tag, kids: tag.kids.map(kid => isTag(kid, 'L', 'LI', 'Caption') ? kid : asItem(kid))}
  return {...tag, kids: tag.kids.map(kid => isTag(kid, 'LI') ? {...kid, type: 'Div', kids: kid.kids.map(outsideList)} : kid)}
}

function itemKids(kids: readonly Kid[]): readonly Kid[] {
  return wrapRuns(kids, kid => !isTag(kid, 'Lbl', 'LBody'), run => [tagged('LBody', run)])
}

function outsideList(kid: Kid): Kid {
  return isTag(kid, 'Lbl', 'LBody') ? {...kid, type: 'Div'} : kid
}

function asItem(kid: Kid): Tag {
  return isTag(kid, 'NonStruct') ? {...kid, type: 'LI', kids: itemKids(kid.kids)} : tagged('LI', itemKids([kid]))
}
