/** Tells the source of a quotation from people who speak, and from a parenthesis that the author's editor wrapped. */
import type {Paragraph, PhrasingContent} from 'mdast'
import {wordsOf} from './lines.ts'
import type {Parted, Quoted} from './source-line.ts'
import {atLastLine, startsWithDash} from './source-line.ts'

/** A source has hardly more characters. */
const longest = 100
/** A name and a title below words that do not end. */
const longestName = 60
/** A speech that ends the quotation has a full stop behind some words; a source hardly. */
const speech = /[!?…]["”’»“]?$|(?:\S+\s+){5,}\S+\.["”’»“]?$/u

/** Whether what ends a quotation is its source: its last paragraph, or its last line. Where other lines begin with a dash as well, people speak. */
export function hasSource({children}: Quoted): boolean {
  const last = children.at(-1)
  if (last?.type !== 'paragraph') return false
  const parted = atLastLine(last.children)
  const words = wordsOf(parted.line).trim()
  const others = [...children.slice(0, -1).map(child => child.type === 'paragraph' ? wordsOf(child.children) : ''), wordsOf(parted.above)]
  return startsWithDash(words) && words.length <= longest && !speech.test(words)
    && (parted.above.length === 0 ? children.length > 1 : isApart(parted, words))
    && !others.some(text => text.split('\n').some(startsWithDash))
}

/** Whether the author ended the line above; one that the editor wrapped goes on with its sentence. */
function isApart({above, isHard}: Parted, words: string): boolean {
  return isHard || isName(above, words) || /[.!?…]["”’»“)\]]*\s*$/u.test(wordsOf(above)) && /^[\s—–―-]*\P{Ll}/u.test(words) && !/\s(?:[—–]|-{1,3})\s/u.test(words.slice(4))
}

/** "— A printer", below words that no full stop ends: a short line behind a dash and a space, in which no sentence ends and no parenthesis. */
function isName(above: readonly PhrasingContent[], words: string): boolean {
  return /[\p{L}\p{N}”"’»“)\]]\s*$/u.test(wordsOf(above)) && words.length <= longestName
    && /^(?:[—–―]|-{2,3})\s+(?:an?\s|the\s|[“"«„‘'(]?[\p{Lu}\p{Lt}])/u.test(words) && !/[.!?…:;,—–-]["”’»“]?$/u.test(words) && !/\s(?:[—–]|-{1,3})\s/u.test(words.slice(4))
}

/** `- Proverb` below a quotation, which Markdown takes for a list of one item: the hyphen of a typist for a dash, where a short name stands behind it. */
export function readHyphen({children}: Quoted): void {
  const [name, above] = [loneItem(children.at(-1)), children.at(-2)]
  if (!name || above?.type !== 'paragraph' || /[,:]\s*$/.test(wordsOf(above.children)) || !isNameAlone(wordsOf(name.children))) return
  children.splice(-1, 1, {...name, children: [{type: 'text', value: '-- '}, ...name.children]})
}

/** What a list with dots holds, where that is one paragraph. */
function loneItem(list: Quoted['children'][number] | undefined): Paragraph | undefined {
  if (list?.type !== 'list' || list.ordered === true || list.children.length !== 1) return undefined
  const [block, ...others] = list.children[0]?.children ?? []
  return block?.type === 'paragraph' && others.length === 0 ? block : undefined
}

/** A name or a title, in which no sentence ends. */
function isNameAlone(words: string): boolean {
  return words.length <= longestName && !/[\n]|[.!?…:;,]["”’»“]?$/u.test(words) && /^(?:an?\s|the\s|[“"«„‘'(]?[\p{Lu}\p{Lt}])/u.test(words)
}
