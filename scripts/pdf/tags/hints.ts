/**
 * Reads the hints that the page gave in its languages. Chromium writes an element's language into its tag and nothing
 * else of it, so the page sets `en-x-tag-note-12` for "English, and note 12" (private use: RFC 5646, 2.2.7).
 */
import type {Kid, Tag} from '../../adapters/pdf-tags.ts'
import {byLines} from './lines.ts'
import {withLinkWords} from './link-words.ts'
import {onFirstPage, restOfTable} from './tables.ts'
import {isTag, mendUp, tagged} from './walk.ts'

const hinted = /(?:-x)?-tag-([a-z]+)(?:-([\da-f]+))?$/

/** How lists in order are numbered (ISO 32000-1, table 347). */
const numberings: Readonly<Record<string, string>> = {
  decimal: 'Decimal', lowerroman: 'LowerRoman', upperroman: 'UpperRoman', loweralpha: 'LowerAlpha', upperalpha: 'UpperAlpha'
}

const types: Readonly<Record<string, (tag: Tag, number: string) => Tag>> = {
  ...Object.fromEntries(Object.entries(numberings).map(([hint, numbering]) => [hint, (tag: Tag) => ({...tag, numbering})])),
  links: (tag, text) => withLinkWords(tag, fromHex(text)),
  abbr: (tag, text) => ({...tag, type: 'Span', expansion: fromHex(text)}),
  note: (tag, number) => tag.type === 'LI' ? noteInList(tag, number) : {...tag, type: 'Note', id: `note-${number}`, kids: labelFirst(tag.kids)},
  // A text in the place of the signs, whose order on the page says little (ISO 14289-1, 7.7).
  formula: (tag, text) => ({...tag, type: 'Formula', alt: fromHex(text)}),
  initial: tag => ({...tag, opensWithWord: true}),
  label: tag => ({...tag, type: 'Lbl'}),
  toc: tag => headFirst({...mendUp(tag, contentsTag), type: 'Sect'}),
  dl: tag => ({...tag, type: 'L', kids: definitions(tag.kids)}),
  dt: tag => ({...tag, type: 'Lbl'}),
  dd: tag => ({...tag, type: 'LBody'}),
  caption: tag => ({...tag, type: 'Caption'}),
  head: onFirstPage,
  rest: restOfTable,
  pre: byLines,
  stanza: byLines,
  line: ({kids}, number) => ({...tagged('NonStruct', kids), line: Number(number)}),
  // What it was printed as has the attributes of a field.
  box: ({kids}, text) => ({...tagged('Form', kids), actualText: fromHex(text)}),
  aside: tag => ({...tag, type: 'Div'}),
  phrase: tag => ({...tag, type: 'Span'})
}

/** Turn a hint into a type and take it out of the language. */
export function readHint(tag: Tag): Tag {
  const match = hinted.exec(tag.lang ?? '')
  if (!match) return tag
  const [hint, type = '', number = ''] = match
  const {lang = '', ...rest} = tag
  const plain = lang.slice(0, -hint.length)
  return types[type]?.(plain === '' ? rest : {...rest, lang: plain}, number) ?? {...rest, lang: plain}
}

function fromHex(digits: string): string {
  return Buffer.from(digits, 'hex').toString()
}

/** A note among the notes at the end stays in its list: its number is the item's label. */
function noteInList(item: Tag, number: string): Tag {
  const labels = item.kids.filter(kid => isTag(kid, 'Lbl'))
  const note: Tag = {...tagged('Note', item.kids.filter(kid => !isTag(kid, 'Lbl'))), id: `note-${number}`}
  return {...item, kids: [...labels, note]}
}

/** A note's number stands in its first paragraph, and is the label of it all. */
function labelFirst(kids: readonly Kid[]): readonly Kid[] {
  const [first, ...others] = kids
  if (!first || !isTag(first, 'P')) return kids
  const [label, ...words] = first.kids
  return label && isTag(label, 'Lbl') ? [label, {...first, kids: words}, ...others] : kids
}

/** The word above the contents is their head, as those of chapters are; the printer's bookmarks know nothing of it. */
function headFirst(section: Tag): Tag {
  const [first, ...others] = section.kids
  return first && isTag(first, 'P') ? {...section, kids: [{...first, type: 'H2'}, ...others]} : section
}

function contentsTag(tag: Tag): Tag {
  if (tag.type === 'L') return {...tag, type: 'TOC', kids: tag.kids.map(kid => isTag(kid, 'TOC', 'TOCI') ? kid : tagged('TOCI', [kid]))}
  if (tag.type === 'LI') return {...tag, type: 'TOCI'}
  return tag.type === 'Link' ? tagged('Reference', [tag]) : tag
}

/** Terms and what they mean, as items: each group of terms begins one. `div`s in between mean nothing. */
function definitions(kids: readonly Kid[]): readonly Kid[] {
  const items: Tag[] = []
  for (const kid of kids.flatMap(kid => isTag(kid, 'NonStruct') ? kid.kids : [kid])) {
    const last = items.at(-1)
    const startsItem = isTag(kid, 'Lbl') && last?.kids.some(other => isTag(other, 'LBody')) !== false
    if (last === undefined || startsItem) items.push(tagged('LI', [kid]))
    else items[items.length - 1] = {...last, kids: [...last.kids, kid]}
  }
  return items
}
