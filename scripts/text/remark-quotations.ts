/** `> — Ada Press` at the end of a quotation says where it is from: it is set apart, as the source of an epigraph is. */
import type {Blockquote, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {wordsOf} from './directives/lines.ts'
import type {Parted} from './directives/source-line.ts'
import {atLastLine, startsWithDash, takeSource} from './directives/source-line.ts'

/** A source has hardly more characters. */
const longest = 100
/** A speech that ends the quotation has a full stop behind some words; a source hardly. */
const speech = /[!?…]["”’»“]?$|(?:\S+\s+){5,}\S+\.["”’»“]?$/u

/** Name the source of each quotation that has one: its last paragraph, or its last line, behind a dash. */
export function remarkQuotations() {
  return (tree: Root): void => {
    visit(tree, 'blockquote', quotation => {
      if (hasSource(quotation)) takeSource(quotation, 'quotation-source')
    })
  }
}

/** Where other lines begin with a dash as well, people speak. */
function hasSource({children}: Blockquote): boolean {
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
  return isHard || /[.!?…]["”’»“)\]]*\s*$/u.test(wordsOf(above)) && /^[\s—–―-]*\P{Ll}/u.test(words) && !/\s(?:[—–]|-{1,3})\s/u.test(words.slice(4))
}
