/** Lists as PDF wants them: items that are a label and a body, and nothing outside. */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {isTag, tagged, withKids, wrapRuns} from './walk.ts'

/** Give an item its body, and a list nothing but items; an item that stands in no list is a division. */
export function mendList(tag: Tag): Tag {
  if (tag.type === 'LI') return {...tag, kids: itemKids(boxFirst(tag.kids))}
  if (tag.type === 'L') return {...tag, kids: tag.kids.map(kid => isTag(kid, 'L', 'LI', 'Caption') ? kid : asItem(kid))}
  return withKids(tag, outsideList)
}

function itemKids(kids: readonly Kid[]): readonly Kid[] {
  return wrapRuns(kids, kid => !isTag(kid, 'Lbl', 'LBody'), run => [tagged('LBody', run.map(outsideList))])
}

/** The box of a task is a label of its item; with blank lines between items it stands in the first paragraph. */
function boxFirst(kids: readonly Kid[]): readonly Kid[] {
  const at = kids.findIndex(kid => !isTag(kid, 'Lbl'))
  const first = kids[at]
  if (!first || !isTag(first, 'Form', 'P')) return kids
  const [box, ...words] = first.type === 'P' ? first.kids : [first]
  if (!box || !isTag(box, 'Form') || box.actualText === undefined) return kids
  return kids.toSpliced(at, 1, {...box, type: 'Lbl'}, ...first.type === 'P' ? [{...first, kids: words}] : [])
}

function asItem(kid: Kid): Tag {
  return isTag(kid, 'NonStruct') ? {...kid, type: 'LI', kids: itemKids(kid.kids)} : tagged('LI', itemKids([kid]))
}

function outsideList(kid: Kid): Kid {
  if (kid.kind !== 'tag') return kid
  if (kid.type === 'LI') return {...kid, type: 'Div', kids: kid.kids.map(asDivision)}
  return kid.type === 'LBody' ? asDivision(kid) : kid
}

/** The parts of an item are a label and a body, and nothing else. */
function asDivision(part: Kid): Kid {
  return part.kind === 'tag' ? {...part, type: 'Div'} : part
}
